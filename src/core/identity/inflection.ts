import { foldDiacritics } from "../text/plain.ts";

/** Endings of Polish nouns and adjectives in names, longest first, without diacritics. */
const endings = [
  "iemu",
  "iego",
  "owi",
  "imi",
  "ymi",
  "ego",
  "emu",
  "iej",
  "ach",
  "ami",
  "iem",
  "ich",
  "ych",
  "ej",
  "im",
  "ym",
  "om",
  "em",
  "ia",
  "ie",
  "ii",
  "iu",
  "a",
  "e",
  "i",
  "o",
  "u",
  "y",
];
/** What is left of a word has to tell it: „Nowa” and „Nowej” meet in `now`. */
const shortest = 3;

/**
 * A name's word without its ending: Kruczej, Krucza → krucz; Brzozowej → brzozow, which is no Brzoza. Numerals stay
 * whole, and so do the words that an ending would leave too little of.
 */
function nameStem(plain: string): string {
  if (/^(?:\d+|[ivx]+)$/u.test(plain)) return plain;
  for (const ending of endings) {
    if (plain.endsWith(ending) && plain.length - ending.length >= shortest)
      return withoutFleeting(plain.slice(0, -ending.length));
  }
  return withoutFleeting(plain);
}

/** Rynek, Rynku. */
function withoutFleeting(stem: string): string {
  return stem.length > shortest && stem.endsWith("ek") ? `${stem.slice(0, -2)}k` : stem;
}

/** The words of a name, in lower case without diacritics. */
export function nameWords(name: string): string[] {
  return foldDiacritics(name).match(/[\p{L}\d]+/gu) ?? [];
}

export function nameStems(name: string): string[] {
  return nameWords(name).map(nameStem);
}

/** The same name in any grammatical case: word by word, the shorter list inside the longer one. */
export function sameName(a: string, b: string): boolean {
  const [few, many] = [nameStems(a), nameStems(b)].sort((x, y) => x.length - y.length);
  if (!few || !many || few.length === 0) return false;
  return few.every((stem) => many.includes(stem));
}
