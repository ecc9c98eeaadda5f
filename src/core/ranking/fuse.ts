/** Cormack, Clarke, Büttcher (2009) take 60; 20 was better on Polish questions (issue C: 4-grams with e5). */
export const fusionConstant = 20;

/**
 * Reciprocal rank fusion of several rankings: by key, the sum of 1 / (constant + rank), rank from 1. What one ranking
 * does not hold gets nothing from it. Equal sums stay in the order of the first ranking that names them.
 */
export function fuseRanks<K>(rankings: readonly (readonly K[])[]): { key: K; score: number }[] {
  const scores = new Map<K, number>();
  for (const ranking of rankings)
    for (const [at, key] of ranking.entries()) scores.set(key, (scores.get(key) ?? 0) + 1 / (fusionConstant + at + 1));
  return [...scores].map(([key, score]) => ({ key, score })).sort((a, b) => b.score - a.score);
}
