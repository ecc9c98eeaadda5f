import type { HitReason } from "../../core/ports/passage-index.ts";
import { fuseRanks } from "../../core/ranking/fuse.ts";
import type { ScoredPassage } from "./index-scores.ts";
import type { Near } from "./nearest.ts";

/** A passage of the snapshot, with why it stands where it stands. */
export interface RankedPassage {
  at: number;
  score: number;
  lexical?: NonNullable<HitReason["lexical"]>;
  dense?: NonNullable<HitReason["dense"]>;
}

/** Passages by their words alone, best first. */
export function rankedByWords(best: readonly ScoredPassage[]): RankedPassage[] {
  return best.map(({ at, score }, place) => ({ at, score, lexical: { rank: place + 1, score } }));
}

/** Two rankings as one, by reciprocal ranks; what both hold comes before what one holds. */
export function fusedRanking(byWords: readonly RankedPassage[], near: readonly Near[]): RankedPassage[] {
  const lexical = new Map(byWords.map((one) => [one.at, one.lexical]));
  const dense = new Map(near.map(({ at, similarity }, place) => [at, { rank: place + 1, similarity }]));
  return fuseRanks([byWords.map(({ at }) => at), near.map(({ at }) => at)]).map(({ key: at, score }) => ({
    at,
    score,
    ...(lexical.has(at) ? { lexical: lexical.get(at) } : {}),
    ...(dense.has(at) ? { dense: dense.get(at) } : {}),
  })) as RankedPassage[];
}
