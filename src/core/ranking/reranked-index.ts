import type { PassageHit, PassageIndex } from "../ports/passage-index.ts";
import type { Reranker } from "../ports/reranker.ts";
import { embeddedTextOf } from "./embedded-text.ts";

/** So many of the first passages are read anew: models of this kind are slow, and TEI takes 32 texts at once. */
const readAnew = 32;

/**
 * An index whose first passages are put in the order of a reranking model. What bears an identifier asked for stays
 * before what does not: no model decides that a neighbour's parcel is meant.
 */
export function rerankedIndex(index: PassageIndex, reranker: Reranker): PassageIndex {
  return {
    ...index,
    fingerprint: `${index.fingerprint}+${reranker.fingerprint}`,
    search: async (query) => {
      const found = await index.search({ ...query, limit: Math.max(query.limit, readAnew) });
      const first = found.hits.slice(0, readAnew);
      if (first.length === 0) return found;
      const scores = await reranker.scores(
        query.text,
        first.map(({ passage }) => embeddedTextOf(passage)),
      );
      const hits = [...inOrder(first, scores), ...found.hits.slice(readAnew)].slice(0, query.limit);
      return { ...found, hits: falling(hits) };
    },
    check: async () => {
      await index.check();
      await reranker.scores("działka", ["Działka budowlana."]);
    },
  };
}

function inOrder(hits: readonly PassageHit[], scores: readonly number[]): PassageHit[] {
  const borne = new Map<string, number>();
  for (const { document, why } of hits)
    borne.set(document.id, Math.max(borne.get(document.id) ?? 0, why.identifiers?.length ?? 0));
  const bears = ({ document }: PassageHit) => borne.get(document.id) ?? 0;
  return hits
    .map((hit, at) => ({ hit, rank: at + 1, score: scores[at] ?? 0 }))
    .sort((a, b) => bears(b.hit) - bears(a.hit) || b.score - a.score || a.rank - b.rank)
    .map(({ hit, rank, score }) => ({ ...hit, why: { ...hit.why, reranked: { rank, score } } }));
}

/** Scores are comparable inside one answer only, and fall along it: they stay those of the places. */
function falling(hits: readonly PassageHit[]): PassageHit[] {
  const scores = hits.map(({ score }) => score).sort((a, b) => b - a);
  return hits.map((hit, at) => ({ ...hit, score: scores[at] ?? hit.score }));
}
