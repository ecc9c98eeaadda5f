import { foldDiacritics } from "../text/plain.ts";
import type { Wording } from "./copies.ts";

/** A word that repeats soon counts for nothing more. */
const saturation = 0.5;
/** Of a common beginning that counts as the same word: letters, and share of the longer word. */
const fewestLetters = 3;
const leastShare = 0.5;

/**
 * How well texts hold the words of a query, as whole words with their endings, not as bundles of grams: `kominowy` is
 * no `kominek` and `zabudowa` no `budowa`. By text, the best gets 1. A word that few of the texts hold tells most.
 */
export function wordShares(words: readonly string[], texts: readonly Pick<Wording, "counts">[]): number[] {
  // In text order, so that the same words asked in another order add up to the same floating-point sum.
  const asked = [...new Set(words.map(foldDiacritics))].sort();
  const matches = texts.map(({ counts }) => matchesIn(counts, asked));
  const weights = asked.map((_, at) => {
    const holding = matches.filter((match) => (match[at]?.best ?? 0) >= leastShare).length;
    return Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5)) + 0.2;
  });
  const scores = matches.map((match) =>
    match.reduce((sum, { best, sum: all }, at) => sum + (weights[at] ?? 0) * best * saturated(all), 0),
  );
  const most = scores.reduce((highest, score) => Math.max(highest, score), 0);
  return scores.map((score) => (most === 0 ? 0 : score / most));
}

function saturated(sum: number): number {
  return (sum * (1 + saturation)) / (sum + saturation);
}

interface Match {
  /** Of the likest word. */
  best: number;
  /** Of all like words together. */
  sum: number;
}

function matchesIn(counts: Wording["counts"], asked: readonly string[]): Match[] {
  return asked.map((word) => {
    const match = { best: 0, sum: 0 };
    for (const [held, count] of counts) {
      const likeness = likenessOf(word, held);
      match.best = Math.max(match.best, likeness);
      match.sum += likeness * count;
    }
    return match;
  });
}

/** From 0 to 1: the same word, or the same beginning with other endings. A figure is only like itself. */
function likenessOf(asked: string, held: string): number {
  if (asked === held) return 1;
  if (asked[0] !== held[0] || /\d/.test(asked)) return 0;
  let common = 0;
  while (common < asked.length && asked[common] === held[common]) common += 1;
  const share = common / Math.max(asked.length, held.length);
  return common < fewestLetters || share < leastShare ? 0 : 0.95 * share;
}
