import { listed, type SqlDatabase } from "./database.ts";
import type { IndexSnapshot } from "./index-snapshot.ts";
import { bytesOf } from "./postings.ts";

/** Kept lists take no more than this: those of a hundred thousand passages nearly all fit. */
const mostBytes = 64 * 2 ** 20;
/** What a list costs beside its bytes. */
const overhead = 200;

/** Encoded postings of one term in one segment. */
export interface SegmentPostings {
  segment: string;
  postings: Uint8Array;
}

/** By term: its postings in each segment that has it. */
export type PostingLists = ReadonlyMap<string, readonly SegmentPostings[]>;

/** By segment; `null`: the segment has no such term. */
type KeptLists = ReadonlyMap<string, Uint8Array | null>;

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
    const behind = terms.filter((term) => segments.some((segment) => known.get(term)?.has(segment) === false));
    const newer = segments.filter((segment) => behind.some((term) => !known.get(term)?.has(segment)));
    const read = await readLists(database, segments, unknown);
    for (const [term, lists] of await readLists(database, newer, behind)) read.set(term, lists);
    const isRead = unknown.length > 0 || behind.length > 0;
    if (isRead && !(await stillThere(database, segments))) return undefined;
    const found = new Map<string, SegmentPostings[]>();
    for (const term of terms) {
      const fresh = read.get(term);
      const before = known.get(term);
      const all = segments.map((segment) => [segment, fresh?.get(segment) ?? before?.get(segment) ?? null] as const);
      kept.set(term, new Map(all));
      found.set(
        term,
        all.flatMap(([segment, postings]) => (postings ? [{ segment, postings }] : [])),
      );
    }
    return found;
  };
}

function createRecent() {
  const kept = new Map<string, { lists: KeptLists; bytes: number }>();
  let bytes = 0;
  return {
    get: (term: string): KeptLists | undefined => kept.get(term)?.lists,
    /** The last used ones stand last; those that stand first are let go of. */
    set: (term: string, lists: KeptLists): void => {
      let own = 0;
      for (const list of lists.values()) own += overhead + (list?.length ?? 0);
      bytes += own - (kept.get(term)?.bytes ?? 0);
      kept.delete(term);
      kept.set(term, { lists, bytes: own });
      for (const [oldest, { bytes: size }] of kept) {
        if (bytes <= mostBytes) break;
        kept.delete(oldest);
        bytes -= size;
      }
    },
  };
}

async function readLists(
  { db }: SqlDatabase,
  segments: readonly string[],
  terms: readonly string[],
): Promise<Map<string, Map<string, Uint8Array>>> {
  const lists = new Map<string, Map<string, Uint8Array>>();
  if (terms.length === 0 || segments.length === 0) return lists;
  const rows = await db
    .selectFrom("index_postings")
    .selectAll()
    .where("segment", "in", listed(segments))
    .where("term", "in", listed(terms))
    .execute();
  for (const { term, segment, postings } of rows) {
    const own = lists.get(term) ?? new Map<string, Uint8Array>();
    lists.set(term, own.set(segment, bytesOf(postings)));
  }
  return lists;
}

/** A merge only replaces segments: while all of them are there, their postings were all read. */
async function stillThere({ db }: SqlDatabase, segments: readonly string[]): Promise<boolean> {
  const rows = await db.selectFrom("index_segments").select("id").execute();
  const now = new Set(rows.map(({ id }) => id));
  return segments.every((segment) => now.has(segment));
}
