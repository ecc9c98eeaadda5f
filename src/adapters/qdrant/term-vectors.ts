import { termsOf, writtenWordsOf } from "../../core/analysis/analyse.ts";
import { type DescribedDocument, fieldsOf } from "../../core/analysis/passage-fields.ts";
import type { Passage } from "../../core/document.ts";
import { lengthNorm, mostOfTerm } from "../../core/ranking/score.ts";

/** As Qdrant takes a sparse vector: terms by number, ascending, and what each weighs. */
export interface SparseVector {
  indices: number[];
  values: number[];
}

/**
 * Terms of an average passage. A constant, since it is written into every point: with the true average each new
 * document would change the vectors of all others. Mean of the sample: 278, of 33 real acts: 182.
 */
const averageLength = 250;

/** Raised with anything that changes what is written, here or in core/ranking/score.ts: a collection says by which it was built. */
export const vectorLayout = "bm25-2";

/**
 * A term's number: FNV-1a, 32 bits, over UTF-16 code units. Of a million terms some hundred pairs share a number; a
 * passage that only such a twin brought is dropped, since what words it has is read off its text.
 */
export function termNumber(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) {
    hash ^= term.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  // FNV alone spreads the last sign badly; this is the finish of MurmurHash3.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Cuts words into numbered terms, each word of a document once. */
export function createTermNumbers(): (word: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (word) => {
    let numbers = known.get(word);
    if (!numbers) known.set(word, (numbers = termsOf(word).map(termNumber)));
    return numbers;
  };
}

/** A passage's terms with their saturated weights; what a query adds is weight and rarity of the term. */
export function passageVector(
  passage: Passage,
  document: DescribedDocument,
  numbersOf: (word: string) => readonly number[],
): SparseVector {
  const weights = new Map<number, number>();
  let length: number | undefined;
  for (const { text, weight } of fieldsOf(passage, document)) {
    let terms = 0;
    for (const word of writtenWordsOf(text))
      for (const term of numbersOf(word)) {
        weights.set(term, (weights.get(term) ?? 0) + weight);
        terms += 1;
      }
    length ??= terms;
  }
  const norm = lengthNorm((length ?? 0) / averageLength);
  return sparse([...weights].map(([term, count]) => [term, (mostOfTerm * count) / (count + norm)]));
}

/** Four decimals: less to send, and nothing that a ranking would notice. */
export function sparse(weighed: readonly (readonly [term: number, weight: number])[]): SparseVector {
  const sorted = [...weighed].sort(([x], [y]) => x - y);
  return {
    indices: sorted.map(([term]) => term),
    values: sorted.map(([, weight]) => Math.round(weight * 1e4) / 1e4),
  };
}
