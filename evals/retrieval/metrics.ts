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
export function scoreRanking(ranked: readonly string[], { relevant }: Pick<Question, "relevant">): QuestionScores {
  return {
    "r@1": recallAt(1, ranked, relevant),
    "r@5": recallAt(5, ranked, relevant),
    "r@10": recallAt(10, ranked, relevant),
    "nDCG@10": ndcg(ranked, relevant),
    "MRR@10": reciprocalRank(ranked, relevant),
  };
}

/**
 * Recall at k: the share of the relevant texts that stand among the first k (C. D. Manning, P. Raghavan, H. Schütze,
 * "Introduction to Information Retrieval", 2008, 8.4). Where k is smaller than their number, of k, so that 1 can be
 * reached (BEIR's "capped recall": N. Thakur et al., 2021, 3.3). With one relevant text: whether it is there.
 */
function recallAt(k: number, ranked: readonly string[], relevant: ReadonlyMap<string, number>): number {
  const found = ranked.slice(0, k).filter((id) => relevant.has(id)).length;
  return found / Math.min(k, relevant.size);
}

/**
 * Normalised discounted cumulative gain of the first ten (K. Järvelin, J. Kekäläinen, 2002, "Cumulated gain-based
 * evaluation of IR techniques", ACM TOIS 20): gain is the grade, discounted by log2(rank + 1), against the best order
 * of all relevant texts. Gain and discount as trec_eval's ndcg_cut has them, by which BEIR's figures are made.
 */
function ndcg(ranked: readonly string[], relevant: ReadonlyMap<string, number>): number {
  const ideal = [...relevant.values()].sort((a, b) => b - a);
  return gainOf(ranked.slice(0, deepest).map((id) => relevant.get(id) ?? 0)) / gainOf(ideal.slice(0, deepest));
}

function gainOf(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);
}

/** 1 / rank of the first relevant text, 0 when none is among the first ten (E. M. Voorhees, 1999, TREC-8 QA track). */
function reciprocalRank(ranked: readonly string[], relevant: ReadonlyMap<string, number>): number {
  const index = ranked.slice(0, deepest).findIndex((id) => relevant.has(id));
  return index === -1 ? 0 : 1 / (index + 1);
}
