import { foldDiacritics } from "../text/plain.ts";

/** Endings of Polish nouns and adjectives in names, longest first, without diacritics. */
const endings = [
  "owego",
  "owych",
  "owymi",
  "iemu",
  "iego",
  "owej",
  "owym",
  "imi",
  "ymi",
  "ego",
  "emu",
  "iej",
  "ach",
  "ami",
  "owi",
  "iem",
  "ich",
  "ych",
  "owa",
  "owe",
  "owy",
  "ej",
  "im",
  "ym",
  "om",
  "em",
  "ow",
  "ia",
  "ie",
  "iu",
  "a",
  "e",
  "i",
  "o",
  "u",
  "y",
];

/** A name's word without its ending: Kruczej, Krucza → krucz. Short words stay whole, so that they do not run together. */
function nameStem(word: string): string {
  const plain = foldDiacritics(word);
  for (const ending of endings) {
    if (plain.endsWith(ending) && plain.length - ending.length >= 4) return plain.slice(0, -ending.length);
  }
  return plain;
}

export function nameStems(name: string): string[] {
  return (name.match(/[\p{L}\d]+/gu) ?? []).map(nameStem);
}

/** The same name in any grammatical case: word by word, the shorter list inside the longer one. */
export function sameName(a: string, b: string): boolean {
  const [few, many] = [nameStems(a), nameStems(b)].sort((x, y) => x.length - y.length);
  if (!few || !many || few.length === 0) return false;
  return few.every((stem) => many.includes(stem));
}
