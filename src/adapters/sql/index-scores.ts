import type { QueryTerm } from "../../core/analysis/query-terms.ts";
import { maySee } from "../../core/access.ts";
import type { PassageFilter } from "../../core/ports/passage-index.ts";
import type { PostingLists, SegmentPostings } from "./index-postings.ts";
import type { IndexSnapshot } from "./index-snapshot.ts";
import { decodePostings, type PostingArrays, postingArrays } from "./postings.ts";

/** BM25 (Robertson & Zaragoza, 2009): usual saturation, and less length norm, since passages are of like length. */
const k1 = 1.2;
const b = 0.6;

/**
 * By document of the snapshot: 1 when the asker may see it and the filter lets it through.
 * @param bearing ids of the documents that bear the parcels, cases and days of the filter, when it names any
 */
export function candidatesOf(
  snapshot: IndexSnapshot,
  filter: PassageFilter,
  bearing: ReadonlySet<string> | undefined,
): Uint8Array {
  const wanted = filter.documents && new Set(filter.documents);
  const kinds = filter.kinds && new Set(filter.kinds);
  const candidates = new Uint8Array(snapshot.documents.length);
  for (const [at, { ref, kind, labels }] of snapshot.documents.entries()) {
    if (!maySee(filter.access, labels)) continue;
    if (wanted && !wanted.has(ref.id)) continue;
    if (kinds && !kinds.has(kind)) continue;
    if (!bearing || bearing.has(ref.id)) candidates[at] = 1;
  }
  return candidates;
}

/** What one scoring needs room for; kept and used again, since a large archive would fill it anew for each question. */
export interface ScoringRoom {
  /** By passage of the snapshot. */
  scores: Float64Array;
  /** By passage: 1 when its document is a candidate. */
  allowed: Uint8Array;
  /** By passage: what the length of the passage makes of BM25's norm. */
  norms: Float64Array;
  /** Of one term: the passages that have it, and how often. */
  found: PostingArrays;
  /** Of one term in one segment. */
  decoded: PostingArrays;
}

/** Rooms by turns: a search that waits for the store keeps its own. */
export function createRooms() {
  const free: ScoringRoom[] = [];
  return {
    during: async <T>(passages: number, work: (room: ScoringRoom) => Promise<T>): Promise<T> => {
      const last = free.pop();
      const room = last?.scores.length === passages ? last : scoringRoom(passages);
      try {
        return await work(room);
      } finally {
        if (free.length === 0) free.push(room);
      }
    },
  };
}

function scoringRoom(passages: number): ScoringRoom {
  return {
    scores: new Float64Array(passages),
    allowed: new Uint8Array(passages),
    norms: new Float64Array(passages),
    found: postingArrays(passages),
    decoded: postingArrays(0),
  };
}

/**
 * By passage: its BM25 score, 0 for those without a term of the query. Document frequencies and average length are
 * of the candidates' passages alone: no score depends on a document that the asker may not see.
 * @returns `room.scores`
 */
export function scorePassages(
  snapshot: IndexSnapshot,
  candidates: Uint8Array,
  terms: ReadonlyMap<string, QueryTerm>,
  lists: PostingLists,
  room: ScoringRoom,
): Float64Array {
  const total = prepareRoom(snapshot, candidates, room);
  // In text order, so that the same words asked in another order add up to the same floating-point sum.
  for (const term of [...terms.keys()].sort()) {
    const found = collect(snapshot, lists.get(term) ?? [], room);
    const idf = Math.log(1 + (total - found + 0.5) / (found + 0.5));
    addTerm(room, found, (terms.get(term)?.weight ?? 0) * idf);
  }
  return room.scores;
}

function prepareRoom(
  { documents, lengths }: IndexSnapshot,
  candidates: Uint8Array,
  { scores, allowed, norms }: ScoringRoom,
): number {
  let total = 0;
  let terms = 0;
  for (const [at, document] of documents.entries()) {
    const isCandidate = candidates[at] === 1;
    allowed.fill(isCandidate ? 1 : 0, document.base, document.base + document.passages);
    if (!isCandidate) continue;
    total += document.passages;
    terms += document.terms;
  }
  const average = Math.max(1, terms) / Math.max(1, total);
  scores.fill(0);
  for (let passage = 0; passage < lengths.length; passage += 1)
    norms[passage] = k1 * (1 - b + (b * (lengths[passage] as number)) / average);
  return total;
}

/** The candidates' passages that have the term, into `room.found`. */
function collect(snapshot: IndexSnapshot, lists: readonly SegmentPostings[], room: ScoringRoom): number {
  const { allowed, found } = room;
  const { ordinals: passages, weights: counts } = found;
  let size = 0;
  for (const { segment, postings } of lists) {
    const map = snapshot.segments.get(segment)?.passage;
    if (!map) continue;
    if (room.decoded.ordinals.length < postings.length) room.decoded = postingArrays(2 * postings.length);
    const { ordinals, weights } = room.decoded;
    const count = decodePostings(postings, room.decoded);
    for (let at = 0; at < count; at += 1) {
      const passage = map[ordinals[at] as number] ?? -1;
      if (passage < 0 || allowed[passage] !== 1) continue;
      passages[size] = passage;
      counts[size] = weights[at] as number;
      size += 1;
    }
  }
  return size;
}

function addTerm({ scores, norms, found }: ScoringRoom, size: number, weight: number): void {
  const { ordinals: passages, weights: counts } = found;
  const most = weight * (k1 + 1);
  for (let at = 0; at < size; at += 1) {
    const passage = passages[at] as number;
    const count = counts[at] as number;
    scores[passage] = (scores[passage] as number) + (most * count) / (count + (norms[passage] as number));
  }
}

/** The best `limit` passages, best first, then in document order; those without a score never. */
export function bestOf(scores: Float64Array, limit: number): number[] {
  const better = (x: number, y: number) => (scores[y] as number) - (scores[x] as number) || x - y;
  const best: number[] = [];
  // What is no better than the worst of `limit` others need not be sorted: most passages of a large archive are not.
  let worst = 0;
  for (let passage = 0; passage < scores.length; passage += 1) {
    if ((scores[passage] as number) <= worst) continue;
    best.push(passage);
    if (best.length < 8 * limit) continue;
    best.sort(better).length = limit;
    worst = scores[best.at(-1) as number] as number;
  }
  return best.sort(better).slice(0, limit);
}
