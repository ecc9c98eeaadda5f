import { foldDiacritics } from "../text/plain.ts";

/** Share of their runs of three words that two wordings have in common, at which they are one. */
const nearlyAll = 0.9;

/** A text as it is compared with others: its words in order, and its figures, by which two decisions may differ alone. */
export interface Wording {
  whole: string;
  figures: string;
  runs: ReadonlySet<string>;
}

export function wordingOf(text: string): Wording {
  const words = foldDiacritics(text).match(/[\p{L}\d]+/gu) ?? [];
  const runs = words.map((_, at) => words.slice(at, at + 3).join(" "));
  return {
    whole: words.join(" "),
    figures: (foldDiacritics(text).match(/\p{L}*\d[\p{L}\d]*/gu) ?? []).join(" "),
    runs: new Set(runs),
  };
}

/**
 * The same wording and the same identifiers: but for case, blanks and signs, or for a few words of a long text. Papers
 * that differ by a number, a parcel or a day are never copies.
 */
export function areCopies(a: Wording, b: Wording): boolean {
  return a.figures === b.figures && (a.whole === b.whole || overlap(a, b) >= nearlyAll);
}

/** Of all runs of words of two texts, the share that both have. */
export function overlap({ runs: a }: Wording, { runs: b }: Wording): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size < nearlyAll * many.size * 0.5) return 0;
  let common = 0;
  for (const run of few) if (many.has(run)) common += 1;
  return common / Math.max(1, a.size + b.size - common);
}
