import { listed, type SqlDatabase, type Statement } from "./database.ts";
import { BlockWriter, listsOf, type TermList } from "./posting-blocks.ts";
import { decodePostings, indexFingerprint, type PostingArrays, postingArrays, PostingsWriter } from "./postings.ts";
import { bumpRevision } from "./revision.ts";

/** Blocks of each segment that are read at once: segments go side by side through their terms, never whole. */
const blocksAtOnce = 16;

/**
 * One segment out of several, without the versions that were removed: one batch, so that a query sees the old ones or
 * the new one. Reading needs a posting list from each segment, so few segments make quick queries. Documents move by
 * an update where they still stand: one removed or indexed anew meanwhile, by whatever process, stays so.
 */
export async function mergeSegments(database: SqlDatabase, segments: readonly string[]): Promise<void> {
  const { db } = database;
  const merged = crypto.randomUUID();
  const sources: Source[] = [];
  const moves: Statement[] = [];
  let offset = 0;
  for (const segment of segments) {
    /** Old place to new; those of removed versions have none. */
    const places: number[] = [];
    for (const { document, version, first_ordinal: first, passage_count: count } of await documentsOf(
      database,
      segment,
    )) {
      for (let at = 0; at < count; at += 1) places[first + at] = offset + at;
      moves.push(
        db
          .updateTable("index_documents")
          .set({ segment: merged, first_ordinal: offset })
          .where("document", "=", document)
          .where("version", "=", version)
          .where("segment", "=", segment)
          .compile(),
      );
      offset += count;
    }
    sources.push({ segment, places, lists: [], at: 0, after: "" });
  }
  const blocks = await mergedBlocks(database, merged, sources);
  await database.batch([
    db
      .insertInto("index_segments")
      .values({ id: merged, fingerprint: indexFingerprint, term_count: blocks.terms, passage_count: offset })
      .compile(),
    ...blocks.statements(),
    ...moves,
    db.deleteFrom("index_postings").where("segment", "in", listed(segments)).compile(),
    db.deleteFrom("index_segments").where("id", "in", listed(segments)).compile(),
    bumpRevision(),
  ]);
}

function documentsOf({ db }: SqlDatabase, segment: string) {
  return db
    .selectFrom("index_documents")
    .select(["document", "version", "first_ordinal", "passage_count"])
    .where("segment", "=", segment)
    .orderBy("first_ordinal")
    .execute();
}

/** A segment on its way through its terms. */
interface Source {
  segment: string;
  places: readonly (number | undefined)[];
  /** Read and not merged yet, from `at` on. */
  lists: TermList[];
  at: number;
  /** The term of the last block read. */
  after: string;
}

async function mergedBlocks(database: SqlDatabase, merged: string, sources: readonly Source[]): Promise<BlockWriter> {
  const blocks = new BlockWriter(merged);
  let decoded = postingArrays(0);
  let open: Source[] = [];
  for (const source of sources) if (await readOn(database, source)) open.push(source);
  while (open.length > 0) {
    let term = termAt(open[0] as Source);
    for (const source of open) if (termAt(source) < term) term = termAt(source);
    const list = new PostingsWriter();
    let isOneDone = false;
    for (const source of open) {
      if (termAt(source) !== term) continue;
      const bytes = source.lists[source.at]?.[1].length ?? 0;
      if (decoded.ordinals.length < bytes) decoded = postingArrays(2 * bytes);
      addMoved(list, source, decoded);
      source.at += 1;
      if (source.at === source.lists.length && !(await readOn(database, source))) isOneDone = true;
    }
    if (!list.empty) blocks.add(term, list.bytes());
    if (isOneDone) open = open.filter(({ at, lists }) => at < lists.length);
  }
  return blocks;
}

function termAt({ lists, at }: Source): string {
  return lists[at]?.[0] ?? "";
}

/** @returns false when the segment has no further terms */
async function readOn({ db }: SqlDatabase, source: Source): Promise<boolean> {
  const rows = await db
    .selectFrom("index_postings")
    .selectAll()
    .where("segment", "=", source.segment)
    .where("term", ">", source.after)
    .orderBy("term")
    .limit(blocksAtOnce)
    .execute();
  source.lists = rows.flatMap(listsOf);
  source.at = 0;
  source.after = rows.at(-1)?.term ?? source.after;
  return source.lists.length > 0;
}

function addMoved(list: PostingsWriter, { lists, at, places }: Source, { ordinals, weights }: PostingArrays): void {
  const count = decodePostings(lists[at]?.[1] ?? new Uint8Array(), { ordinals, weights });
  for (let one = 0; one < count; one += 1) {
    const place = places[ordinals[one] as number];
    if (place !== undefined) list.add(place, weights[one] as number);
  }
}
