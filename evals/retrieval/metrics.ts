import type { Question } from "./suite.ts";

/** Ranks beyond this one are not looked at: what a clerk sees at most. */
export const deepest = 10;

/** Scores of one question, each from 0 to 1. */
export interface QuestionScores {
  "r@1": number;
  "r@5": number;
  "r@10": number;
  "nDCG@10": number;
  "MRR@10": number;
}
export type Metric = keyof QuestionScores;
export const metrics = ["r@1", "r@5", "r@10", "nDCG@10", "MRR@10"] as const satisfies readonly Metric[];

/** @param ranked ids of texts, best first, each once */
export function scoreRanking(
  ranked: readonly string[],
  { relevant, enough = relevant.size }: Pick<Question, "relevant" | "enough">,
): QuestionScores {
  const grades = ranked.slice(0, deepest).map((id) => relevant.get(id) ?? 0);
  const counted = firstOf(enough, grades);
  const ideal = [...relevant.values()].sort((a, b) => b - a).slice(0, enough);
  return {
    "r@1": recallAt(1, counted, enough),
    "r@5": recallAt(5, counted, enough),
    "r@10": recallAt(10, counted, enough),
    "nDCG@10": gainOf(counted) / gainOf(ideal.slice(0, deepest)),
    "MRR@10": reciprocalRank(counted),
  };
}

/** Where a few of the relevant texts suffice, those that come after them are neither wanted nor counted. */
function firstOf(enough: number, grades: readonly number[]): number[] {
  let found = 0;
  return grades.map((grade) => (grade > 0 && (found += 1) > enough ? 0 : grade));
}

/**
 * Recall at k: the share of the wanted texts that stand among the first k (C. D. Manning, P. Raghavan, H. Schütze,
 * "Introduction to Information Retrieval", 2008, 8.4). Where k is smaller than their number, of k, so that 1 can be
 * reached (BEIR's "capped recall": N. Thakur et al., 2021, 3.3). Where one is wanted: whether it is there.
 */
function recallAt(k: number, grades: readonly number[], wanted: number): number {
  return grades.slice(0, k).filter((grade) => grade > 0).length / Math.min(k, wanted);
}

/**
 * The gain of normalised discounted cumulative gain (K. Järvelin, J. Kekäläinen, 2002, "Cumulated gain-based evaluation
 * of IR techniques", ACM TOIS 20): the grade, discounted by log2(rank + 1); nDCG holds it against that of the best
 * order of all that is wanted. Gain and discount as trec_eval's ndcg_cut has them, by which BEIR's figures are made.
 */
function gainOf(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);
}

/** 1 / rank of the first relevant text, 0 when none is among the first ten (E. M. Voorhees, 1999, TREC-8 QA track). */
function reciprocalRank(grades: readonly number[]): number {
  const index = grades.findIndex((grade) => grade > 0);
  return index === -1 ? 0 : 1 / (index + 1);
}
