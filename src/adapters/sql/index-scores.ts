import type { QueryTerm } from "../../core/analysis/query-terms.ts";
import { maySee } from "../../core/access.ts";
import type { PassageFilter } from "../../core/ports/passage-index.ts";
import { lengthNorm, mostOfTerm, rarity } from "../../core/ranking/score.ts";
import type { PostingLists, TermPostings } from "./index-postings.ts";
import { type IndexSnapshot, slotOf } from "./index-snapshot.ts";

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

/** What one scoring needs room for, by slot of the snapshot. */
interface ScoringRoom {
  scores: Float64Array;
  /** 1 when the slot's document is a candidate. */
  allowed: Uint8Array;
  /** What the length of the passage makes of BM25's norm. */
  norms: Float64Array;
}

function scoringRoom(slots: number): ScoringRoom {
  return { scores: new Float64Array(slots), allowed: new Uint8Array(slots), norms: new Float64Array(slots).fill(1) };
}

/** Rooms by turns, kept for the next search; one that waits for the store keeps its own. */
export function createRooms() {
  const free: ScoringRoom[] = [];
  return {
    during: async <T>(snapshot: IndexSnapshot, work: (room: ScoringRoom) => Promise<T>): Promise<T> => {
      const slots = snapshot.passages.length;
      const last = free.pop();
      const room = last?.scores.length === slots ? last : scoringRoom(slots);
      try {
        return await work(room);
      } finally {
        if (free.length === 0) free.push(room);
      }
    },
  };
}

export interface ScoredPassage {
  /** Passage of the snapshot. */
  at: number;
  score: number;
}

/**
 * Passages by BM25, those without a term of the query left out. Document frequencies and average length are of the
 * candidates' passages alone: no score depends on a document that the asker may not see.
 * @returns how to get the best so many, best first, then in document order; for as long as the room is one's own
 */
export function scorePassages(
  snapshot: IndexSnapshot,
  candidates: Uint8Array,
  terms: ReadonlyMap<string, QueryTerm>,
  lists: PostingLists,
  room: ScoringRoom,
): (limit: number) => ScoredPassage[] {
  const total = prepareRoom(snapshot, candidates, room);
  const few = fewRuns(snapshot, candidates);
  // In text order, so that the same words asked in another order add up to the same floating-point sum.
  for (const term of [...terms.keys()].sort()) {
    const postings = lists.get(term);
    if (!postings) continue;
    const all = partsOf(snapshot, postings);
    const parts = few ? all.flatMap((part) => partsWithin(part, postings, few)) : all;
    const found = parts.reduce((sum, part) => sum + countIn(part, postings, room.allowed), 0);
    const weight = (terms.get(term)?.weight ?? 0) * rarity(total, found);
    for (const part of parts) addTerm(part, postings, room, weight);
  }
  return (limit) => bestOf(snapshot, room, limit);
}

/** @returns how many passages the candidates have */
function prepareRoom(
  { documents, segments }: IndexSnapshot,
  candidates: Uint8Array,
  { scores, allowed, norms }: ScoringRoom,
): number {
  let total = 0;
  let terms = 0;
  scores.fill(0);
  allowed.fill(0);
  for (const [at, document] of documents.entries()) {
    if (candidates[at] !== 1) continue;
    total += document.passages;
    terms += document.terms;
  }
  const average = Math.max(1, terms) / Math.max(1, total);
  for (const [at, document] of documents.entries()) {
    if (candidates[at] !== 1) continue;
    const { lengths, passages } = document;
    const slot = slotOf(segments, document);
    allowed.fill(1, slot, slot + passages);
    for (let one = 0; one < passages; one += 1) norms[slot + one] = lengthNorm((lengths[one] as number) / average);
  }
  return total;
}

/** Postings `from` to `to` of a term are of a segment whose slots begin at `slot`. */
interface Part {
  from: number;
  to: number;
  slot: number;
}

function partsOf({ segments }: IndexSnapshot, { ends }: TermPostings): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const [segment, to] of ends) {
    const slots = segments.get(segment);
    if (slots && to > from) parts.push({ from, to, slot: slots.first });
    from = to;
  }
  return parts;
}

/** Documents that are looked up one by one in the postings; of more, or a larger share, all postings are gone through. */
const mostLookedUp = 64;
const mostShare = 1 / 4;

/** Slots from the first to before the second. */
type Run = readonly [from: number, to: number];

/** Slots of the candidates, when they are few: an agent searches within the papers of a case. */
function fewRuns({ documents, segments }: IndexSnapshot, candidates: Uint8Array): Run[] | undefined {
  const runs: Run[] = [];
  const most = Math.min(mostLookedUp, documents.length * mostShare);
  for (let at = candidates.indexOf(1); at >= 0; at = candidates.indexOf(1, at + 1)) {
    if (runs.length >= most) return undefined;
    const document = documents[at];
    if (!document) continue;
    const slot = slotOf(segments, document);
    runs.push([slot, slot + document.passages]);
  }
  return runs;
}

function partsWithin({ from, to, slot }: Part, { ordinals }: TermPostings, runs: readonly Run[]): Part[] {
  const parts: Part[] = [];
  for (const [first, end] of runs) {
    const begin = firstAtLeast(ordinals, first - slot, from, to);
    const close = firstAtLeast(ordinals, end - slot, begin, to);
    if (close > begin) parts.push({ from: begin, to: close, slot });
  }
  return parts;
}

/** Place of the first of the rising `ordinals` between `from` and `to` that is no less than `least`. */
function firstAtLeast(ordinals: TermPostings["ordinals"], least: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ordinals[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Two plain loops without a branch: a posting costs few nanoseconds, a mispredicted branch would cost more.

function countIn({ from, to, slot }: Part, { ordinals }: TermPostings, allowed: Uint8Array): number {
  let count = 0;
  for (let at = from; at < to; at += 1) count += allowed[slot + (ordinals[at] as number)] as number;
  return count;
}

/** Slots that are not allowed get a score too; nobody looks at it. */
function addTerm(
  { from, to, slot }: Part,
  { ordinals, weights }: TermPostings,
  room: ScoringRoom,
  weight: number,
): void {
  const { scores, norms } = room;
  const most = weight * mostOfTerm;
  for (let at = from; at < to; at += 1) {
    const place = slot + (ordinals[at] as number);
    const count = weights[at] as number;
    scores[place] = (scores[place] as number) + (most * count) / (count + (norms[place] as number));
  }
}

function bestOf({ passages }: IndexSnapshot, { scores, allowed }: ScoringRoom, limit: number): ScoredPassage[] {
  const better = (x: ScoredPassage, y: ScoredPassage) => y.score - x.score || x.at - y.at;
  const best: ScoredPassage[] = [];
  // What is worse than the worst of `limit` others need not be sorted: most passages of a large archive are.
  let worst: ScoredPassage = { at: Number.MAX_SAFE_INTEGER, score: 0 };
  for (let slot = 0; slot < scores.length; slot += 1) {
    const score = scores[slot] as number;
    if (score === 0 || score < worst.score || allowed[slot] !== 1) continue;
    const one = { at: passages[slot] as number, score };
    if (better(one, worst) > 0) continue;
    best.push(one);
    if (best.length < 8 * limit) continue;
    best.sort(better).length = limit;
    worst = best.at(-1) ?? worst;
  }
  return best.sort(better).slice(0, limit);
}
