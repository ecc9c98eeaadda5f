import { foldDiacritics } from "../text/plain.ts";

/** Share of their runs of three words that two wordings have in common, at which they are one. */
const nearlyAll = 0.9;

/** A text as it is compared with others; read once, since a search compares many. */
export interface Wording {
  /** Its words in order, folded. */
  words: readonly string[];
  counts: ReadonlyMap<string, number>;
  /** Those with a digit, by which two decisions may differ alone. */
  figures: readonly string[];
}

const word = /[\p{L}\d]+(?:[/._-][\p{L}\d]+)*/gu;

export function wordingOf(text: string): Wording {
  const words = foldDiacritics(text).match(word) ?? [];
  const counts = new Map<string, number>();
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  return { words, counts, figures: words.filter((one) => /\d/.test(one)) };
}

/**
 * The same wording and the same identifiers: but for case, blanks and signs, or for a few words of a long text. Papers
 * that differ by a number, a parcel or a day are never copies.
 */
export function areCopies(a: Wording, b: Wording): boolean {
  if (!areEqual(a.figures, b.figures)) return false;
  if (areEqual(a.words, b.words)) return true;
  const [few, many] = [a.words.length, b.words.length].sort((x, y) => x - y) as [number, number];
  return few >= nearlyAll * many && overlap(a, b) >= nearlyAll;
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}

/** Of all runs of three words of two texts, the share that both have. */
export function overlap(a: Wording, b: Wording): number {
  const [few, many] = [runsOf(a), runsOf(b)];
  let common = 0;
  for (const run of few) if (many.has(run)) common += 1;
  return common / Math.max(1, few.size + many.size - common);
}

const runs = new WeakMap<Wording, ReadonlySet<string>>();

function runsOf(wording: Wording): ReadonlySet<string> {
  const known = runs.get(wording);
  if (known) return known;
  const { words } = wording;
  const made = new Set(words.map((_, at) => words.slice(at, at + 3).join(" ")));
  runs.set(wording, made);
  return made;
}
