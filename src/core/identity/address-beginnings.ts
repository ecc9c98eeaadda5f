import { foldDiacritics } from "../text/plain.ts";
import type { Address } from "./address.ts";

/** Letters that an officer in a hurry may have meant. */
const meant: Readonly<Record<string, string>> = {
  a: "aą",
  c: "cć",
  e: "eę",
  l: "lł",
  n: "nń",
  o: "oó",
  s: "sś",
  z: "zźż",
};
const prefixLength = 3;

/**
 * How the printed address may begin, for a look-up by range: the first letters of each word of the street, with and
 * without diacritics. More is found than is meant: `matchAddress` decides.
 */
export function addressBeginnings({ street }: Address): string[] {
  const words = street.match(/\p{L}{3,}/gu) ?? [];
  return [...new Set(words.flatMap((word) => spellings(foldDiacritics(word).slice(0, prefixLength)).map(capitalised)))];
}

function spellings(letters: string): string[] {
  let all = [""];
  for (const letter of letters) all = all.flatMap((head) => [...(meant[letter] ?? letter)].map((one) => head + one));
  return all;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
