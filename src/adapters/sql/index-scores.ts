import type { QueryTerm } from "../../core/analysis/query-terms.ts";
import { maySee } from "../../core/access.ts";
import type { PassageFilter } from "../../core/ports/passage-index.ts";
import type { IndexSnapshot } from "./index-snapshot.ts";
import { bytesOf, eachPosting } from "./postings.ts";

/** BM25 (Robertson & Zaragoza, 2009): usual saturation, and less length norm, since passages are of like length. */
const k1 = 1.2;
const b = 0.6;

/** Of one term: its postings in each segment. */
export type PostingLists = ReadonlyMap<string, readonly { segment: string; postings: unknown }[]>;

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
  return Uint8Array.from(snapshot.documents, ({ ref, kind, labels }) =>
    maySee(filter.access, labels) &&
    (!wanted || wanted.has(ref.id)) &&
    (!kinds || kinds.has(kind)) &&
    (!bearing || bearing.has(ref.id))
      ? 1
      : 0,
  );
}

/**
 * By passage: its BM25 score, 0 for those without a term of the query. Document frequencies and average length are
 * of the candidates' passages alone: no score depends on a document that the asker may not see.
 */
export function scorePassages(
  snapshot: IndexSnapshot,
  candidates: Uint8Array,
  terms: ReadonlyMap<string, QueryTerm>,
  lists: PostingLists,
): Float64Array {
  const { lengths } = snapshot;
  const scores = new Float64Array(lengths.length);
  const { total, average } = measure(snapshot, candidates);
  const passages = new Int32Array(lengths.length);
  const counts = new Int32Array(lengths.length);
  // In text order, so that the same words asked in another order add up to the same floating-point sum.
  for (const term of [...terms.keys()].sort()) {
    const weight = terms.get(term)?.weight ?? 0;
    let found = 0;
    eachMatch(snapshot, candidates, lists.get(term) ?? [], (passage, count) => {
      passages[found] = passage;
      counts[found] = count;
      found += 1;
    });
    const idf = Math.log(1 + (total - found + 0.5) / (found + 0.5));
    for (let at = 0; at < found; at += 1) {
      const passage = passages[at] as number;
      const count = counts[at] as number;
      const norm = k1 * (1 - b + (b * (lengths[passage] as number)) / average);
      scores[passage] = (scores[passage] as number) + (weight * idf * count * (k1 + 1)) / (count + norm);
    }
  }
  return scores;
}

/** The words of the query that stand in each of these passages. */
export function wordsIn(
  snapshot: IndexSnapshot,
  candidates: Uint8Array,
  terms: ReadonlyMap<string, QueryTerm>,
  lists: PostingLists,
  passages: readonly number[],
): Map<number, Set<string>> {
  const words = new Map(passages.map((passage) => [passage, new Set<string>()]));
  for (const [term, { word }] of terms) {
    eachMatch(snapshot, candidates, lists.get(term) ?? [], (passage) => words.get(passage)?.add(word));
  }
  return words;
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

function measure({ documents }: IndexSnapshot, candidates: Uint8Array): { total: number; average: number } {
  let total = 0;
  let terms = 0;
  for (const [at, document] of documents.entries()) {
    if (candidates[at] !== 1) continue;
    total += document.passages;
    terms += document.terms;
  }
  return { total, average: Math.max(1, terms) / Math.max(1, total) };
}

function eachMatch(
  { segments, owner }: IndexSnapshot,
  candidates: Uint8Array,
  lists: readonly { segment: string; postings: unknown }[],
  visit: (passage: number, count: number) => void,
): void {
  for (const { segment, postings } of lists) {
    const map = segments.get(segment)?.passage;
    if (!map) continue;
    eachPosting(bytesOf(postings), (at, count) => {
      const passage = map[at] ?? -1;
      if (passage >= 0 && candidates[owner[passage] as number] === 1) visit(passage, count);
    });
  }
}
