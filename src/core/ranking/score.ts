/**
 * The score of a passage by words: the sum, over the terms of the query that it holds, of
 * `weight of the term × rarity × saturation`. The same for every index; what was tried instead is told in
 * evals/retrieval/README.md.
 */

/** A term soon counts for nothing more: passages are short, and most of what is asked for stands in them once. */
const k1 = 0.6;
/** Passages are of like length, so length tells little. */
const b = 0.45;

/**
 * What it tells that a passage has a term that `found` of `total` passages have: the square of BM25's inverse document
 * frequency (Robertson & Zaragoza, 2009), since grams come in bundles and a common ending must not add up to a word.
 */
export function rarity(total: number, found: number): number {
  return Math.log(1 + (total - found + 0.5) / (found + 0.5)) ** 2;
}

/** What a term is worth at most, however often it stands in a passage; once in one of average length, about 1. */
export const mostOfTerm = k1 + 1;

/**
 * BM25's saturation: a term that stands `count` times scores `mostOfTerm × count / (count + lengthNorm)`.
 * @param lengthRatio terms of the passage by the average of all passages searched
 */
export function lengthNorm(lengthRatio: number): number {
  return k1 * (1 - b + b * lengthRatio);
}
