import { z } from "zod";
import type { QueryTerm } from "../../core/analysis/query-terms.ts";
import type { DocumentRef } from "../../core/document.ts";
import { fusionConstant } from "../../core/ranking/fuse.ts";
import { rarity } from "../../core/ranking/score.ts";
import { denseVector, majority, termsVector } from "./collections.ts";
import type { Connection } from "./connection.ts";
import { placeFields, placeSchema } from "./points.ts";
import { sparse, type SparseVector, termNumber } from "./term-vectors.ts";

/** Which points may be found, as Qdrant takes it: on every branch of a query, so that it holds inside the index. */
export interface PointFilter {
  must: Condition[];
  must_not: Condition[];
}

export type Condition =
  | { key: string; match: { any: string[] } }
  | { key: string; range: { gte?: number; lte?: number } };

export interface Branches {
  terms: SparseVector;
  dense?: readonly number[];
}

export interface FoundPoint {
  place: Pick<DocumentRef, "id" | "version"> & { ordinal: number };
  lexical: Standing | undefined;
  dense: Standing | undefined;
}

/**
 * The words of a query with what each weighs: its weight times its rarity among the passages that the asker may see.
 * Rarity comes of the ledger and not of the server's IDF modifier: that counts over the whole collection, so that
 * the order of what is seen would tell how often a word stands in what is not; and core/ranking wants its square.
 */
export function queryVector(
  terms: ReadonlyMap<string, QueryTerm>,
  frequencies: ReadonlyMap<number, number>,
  passages: number,
): SparseVector {
  const weights = new Map<number, number>();
  for (const [term, { weight }] of terms) {
    const number = termNumber(term);
    const found = frequencies.get(number);
    // A word that no visible passage has cannot find one. Versions just replaced are still counted: never more than all.
    if (found)
      weights.set(number, Math.max(weights.get(number) ?? 0, weight * rarity(Math.max(passages, found), found)));
  }
  return sparse([...weights]);
}

const scored = z.object({ id: z.string(), score: z.number(), payload: placeSchema });
const answered = z.array(z.object({ points: z.array(scored) }));

/** Deeper than what is shown: a passage that both rankings have in the middle beats one that leads in one of them. */
const leastDepth = 100;

/**
 * The `wanted` best points: by words, or by words and meaning fused by the server (reciprocal ranks), each branch
 * under the whole filter; in no order. The branches are asked for beside, in the same call, for what a hit says about
 * itself and is arranged by.
 */
export async function queryPoints(
  connection: Connection,
  collection: string,
  branches: Branches,
  filter: PointFilter,
  { wanted, replicas }: { wanted: number; replicas: number },
): Promise<FoundPoint[]> {
  const searches = searchesOf(branches, filter, wanted);
  const [first] = searches;
  if (!first) return [];
  const consistency = replicas > 1 ? { consistency: majority(replicas) } : {};
  const answers = await connection.call(
    (api, init) => api.queryBatchPoints({ collection_name: collection, ...consistency, searches }, init),
    answered,
  );
  const [best = [], ...others] = answers.map(({ points }) => points);
  const [words, meaning] = branches.dense ? [others.length > 1 ? others[0] : [], others.at(-1)] : [best, []];
  const lexical = standings(words);
  const dense = standings(meaning);
  return best.map(({ id, payload: { document, version, ordinal } }) => {
    const place = { id: document, version, ordinal };
    return { place, lexical: lexical.get(id), dense: dense.get(id) };
  });
}

function searchesOf({ terms, dense }: Branches, filter: PointFilter, wanted: number) {
  const lexical = terms.indices.length > 0 ? [{ query: terms, using: termsVector, filter }] : [];
  if (!dense) return lexical.map((branch) => ({ ...branch, with_payload: placeFields, limit: wanted }));
  const limit = Math.max(leastDepth, wanted);
  const near = { query: [...dense], using: denseVector, filter, ...nearness(filter) };
  const branches = [...lexical, near].map((one) => ({ ...one, limit }));
  return [
    {
      prefetch: branches,
      query: { rrf: { k: fusionConstant + 1 } },
      filter,
      with_payload: placeFields,
      limit: wanted,
    },
    ...branches.map((branch) => ({ ...branch, with_payload: placeFields })),
  ];
}

/**
 * Vectors are compared one by one where there are some that the asker may not see: the way through the server's graph,
 * which is quicker, leads over those, too, so that what it misses depends on them (measured: 8 answers of 200 did).
 */
function nearness({ must }: PointFilter): { params?: { exact: true } } {
  return must.some(({ key }) => key === "access") ? { params: { exact: true } } : {};
}

/** Where a point stood in one ranking. */
interface Standing {
  rank: number;
  score: number;
}

/**
 * Equal scores by place: the server leaves them in an order that depends on all that the collection holds, hidden papers
 * too. It reckons in single precision; what is left after the rounding is the same each time.
 */
function standings(points: readonly z.infer<typeof scored>[] = []): Map<string, Standing> {
  const ranked = points
    .map((point) => ({ ...point, score: Math.round(point.score * 1e4) / 1e4 }))
    .sort((x, y) => y.score - x.score || comparedPlaces(x.payload, y.payload));
  return new Map(ranked.map(({ id, score }, at) => [id, { rank: at + 1, score }] as const));
}

function comparedPlaces(x: z.infer<typeof placeSchema>, y: z.infer<typeof placeSchema>): number {
  if (x.document !== y.document) return x.document < y.document ? -1 : 1;
  return x.version - y.version || x.ordinal - y.ordinal;
}
