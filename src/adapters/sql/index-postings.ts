import { sql } from "kysely";
import type { SqlDatabase } from "./database.ts";
import type { IndexSnapshot } from "./index-snapshot.ts";
import { listsOf, type PostingBlock, storedTerm } from "./posting-blocks.ts";
import { decodePostings, type PostingArrays, postingArrays } from "./postings.ts";

/** Kept lists take no more than this. At a hundred thousand passages that is all that is asked for often. */
const mostBytes = 64 * 2 ** 20;
/** What a list costs beside its numbers. */
const overhead = 400;

/** Postings of one term, decoded: decoding costs more than scoring. Segment after segment. */
export interface TermPostings {
  /** Two bytes each wherever they fit. */
  ordinals: Uint16Array | Int32Array;
  weights: Uint8Array;
  /** Where each segment's end; one without the term has none. */
  ends: ReadonlyMap<string, number>;
}

export type PostingLists = ReadonlyMap<string, TermPostings>;

/**
 * Posting lists by term, the last used ones kept. A segment never changes and its id is never used again, so that
 * what is kept of it stays right for as long as a snapshot names it.
 */
export function createPostingLists(database: SqlDatabase) {
  const kept = createRecent();

  /** @returns `undefined` when a merge took segments of the snapshot away before their lists were read */
  return async (snapshot: IndexSnapshot, terms: readonly string[]): Promise<PostingLists | undefined> => {
    const segments = [...snapshot.segments.keys()];
    // What is known is held from here on, whatever other searches let go of meanwhile.
    const known = new Map(terms.map((term) => [term, kept.get(term)]));
    const unknown = terms.filter((term) => !known.get(term));
    const behind = terms.filter((term) => segments.some((segment) => known.get(term)?.ends.has(segment) === false));
    const newer = segments.filter((segment) => behind.some((term) => !known.get(term)?.ends.has(segment)));
    const read = await readLists(database, segments, unknown);
    for (const [term, lists] of await readLists(database, newer, behind)) read.set(term, lists);
    const isRead = unknown.length > 0 || behind.length > 0;
    if (isRead && !(await stillThere(database, segments))) return undefined;
    const stale = new Set([...unknown, ...behind]);
    const found = new Map<string, TermPostings>();
    for (const term of terms) {
      const before = known.get(term);
      const now = before && !stale.has(term) ? before : decoded(segments, before, read.get(term) ?? new Map());
      kept.set(term, now);
      found.set(term, now);
    }
    return found;
  };
}

/** What was kept of these segments, and what has been read anew. */
function decoded(
  segments: readonly string[],
  before: TermPostings | undefined,
  read: ReadonlyMap<string, Uint8Array>,
): TermPostings {
  let most = before?.ordinals.length ?? 0;
  for (const bytes of read.values()) most += bytes.length;
  const room = postingArrays(most);
  const ends = new Map<string, number>();
  let end = 0;
  for (const segment of segments) {
    const bytes = read.get(segment);
    if (bytes) end = decodePostings(bytes, room, end);
    else if (before) end = copy(before, segment, room, end);
    ends.set(segment, end);
  }
  return {
    ordinals: narrow(room.ordinals.subarray(0, end)),
    weights: room.weights.slice(0, end),
    ends,
  };
}

function copy(before: TermPostings, segment: string, { ordinals, weights }: PostingArrays, at: number): number {
  let from = 0;
  for (const [one, to] of before.ends) {
    if (one === segment) {
      ordinals.set(before.ordinals.subarray(from, to), at);
      weights.set(before.weights.subarray(from, to), at);
      return at + to - from;
    }
    from = to;
  }
  return at;
}

function narrow(ordinals: Int32Array): Uint16Array | Int32Array {
  for (let at = 0; at < ordinals.length; at += 1) if ((ordinals[at] as number) >= 2 ** 16) return ordinals.slice();
  return Uint16Array.from(ordinals);
}

function createRecent() {
  const kept = new Map<string, TermPostings>();
  let bytes = 0;
  const forget = (term: string): void => {
    const one = kept.get(term);
    if (one) bytes -= sizeOf(one);
    kept.delete(term);
  };
  return {
    get: (term: string): TermPostings | undefined => kept.get(term),
    /** The last used ones stand last; those that stand first are let go of. */
    set: (term: string, postings: TermPostings): void => {
      forget(term);
      kept.set(term, postings);
      bytes += sizeOf(postings);
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break;
        forget(oldest);
      }
    },
  };
}

function sizeOf({ ordinals, weights, ends }: TermPostings): number {
  return overhead + 40 * ends.size + ordinals.byteLength + weights.byteLength;
}

async function readLists(
  { db }: SqlDatabase,
  segments: readonly string[],
  terms: readonly string[],
): Promise<Map<string, Map<string, Uint8Array>>> {
  const lists = new Map<string, Map<string, Uint8Array>>();
  if (terms.length === 0 || segments.length === 0) return lists;
  const wanted = new Map(terms.map((term) => [storedTerm(term), term]));
  // A term is in the last block that does not begin after it.
  const { rows } = await sql<PostingBlock>`
    select * from index_postings where (segment, term) in (
      select segments.value, (select max(own.term) from index_postings as own
        where own.segment = segments.value and own.term <= terms.value)
      from json_each(${JSON.stringify(segments)}) as segments
      cross join json_each(${JSON.stringify([...wanted.keys()])}) as terms)`.execute(db);
  for (const row of rows)
    for (const [stored, postings] of listsOf(row)) {
      const term = wanted.get(stored);
      if (term === undefined) continue;
      const own = lists.get(term) ?? new Map<string, Uint8Array>();
      lists.set(term, own.set(row.segment, postings));
    }
  return lists;
}

/** A merge only replaces segments: while all of them are there, their postings were all read. */
async function stillThere({ db }: SqlDatabase, segments: readonly string[]): Promise<boolean> {
  const rows = await db.selectFrom("index_segments").select("id").execute();
  const now = new Set(rows.map(({ id }) => id));
  return segments.every((segment) => now.has(segment));
}
