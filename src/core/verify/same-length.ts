import { foldDiacritics } from "../text/plain.ts";

/** `foldDiacritics` that keeps every offset: letter by letter, each UTF-16 unit in its place. */
export function foldSameLength(text: string): string {
  const folded = foldDiacritics(text.normalize("NFC"));
  return folded.length === text.length ? folded : [...text].map((c) => (c.length === 1 ? foldOne(c) : "  ")).join("");
}

function foldOne(character: string): string {
  const folded = foldDiacritics(character);
  return folded.length === 1 ? folded : character;
}
