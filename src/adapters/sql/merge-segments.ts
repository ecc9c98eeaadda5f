import { listed, type SqlDatabase, type Statement } from "./database.ts";
import { bytesOf, decodePostings, indexFingerprint, postingArrays, PostingsWriter } from "./postings.ts";
import { bumpRevision } from "./revision.ts";

/** Rows of one statement: D1 binds at most 100 values. */
const rowsAtOnce = 33;

/**
 * One segment out of several, without the versions that were removed: one batch, so that a query sees the old ones or
 * the new one. Reading needs a posting list from each segment, so few segments make quick queries. Documents move by
 * an update where they still stand: one removed or indexed anew meanwhile, by whatever process, stays so.
 */
export async function mergeSegments(database: SqlDatabase, segments: readonly string[]): Promise<void> {
  const { db } = database;
  const merged = crypto.randomUUID();
  const postings = new Map<string, PostingsWriter>();
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
    await addPostings(database, segment, places, postings);
  }
  const terms = [...postings].map(([term, list]): [string, Uint8Array] => [term, list.bytes()]);
  await database.batch([
    db
      .insertInto("index_segments")
      .values({ id: merged, fingerprint: indexFingerprint, term_count: terms.length, passage_count: offset })
      .compile(),
    ...insertsOfPostings(merged, terms),
    ...moves,
    db.deleteFrom("index_postings").where("segment", "in", listed(segments)).compile(),
    db.deleteFrom("index_segments").where("id", "in", listed(segments)).compile(),
    bumpRevision(),
  ]);
}

/** In the order of the key, so that a segment's rows are appended side by side, many by one statement. */
export function insertsOfPostings(segment: string, postings: [term: string, postings: Uint8Array][]): Statement[] {
  postings.sort(([a], [b]) => (a < b ? -1 : 1));
  const statements: Statement[] = [];
  for (let from = 0; from < postings.length; from += rowsAtOnce) {
    const rows = postings.slice(from, from + rowsAtOnce);
    statements.push({
      sql: `INSERT INTO index_postings (segment, term, postings) VALUES ${rows.map(() => "(?, ?, ?)").join(", ")}`,
      parameters: rows.flatMap(([term, bytes]) => [segment, term, bytes]),
    });
  }
  return statements;
}

function documentsOf({ db }: SqlDatabase, segment: string) {
  return db
    .selectFrom("index_documents")
    .select(["document", "version", "first_ordinal", "passage_count"])
    .where("segment", "=", segment)
    .orderBy("first_ordinal")
    .execute();
}

async function addPostings(
  { db }: SqlDatabase,
  segment: string,
  places: readonly (number | undefined)[],
  postings: Map<string, PostingsWriter>,
): Promise<void> {
  const lists = await db
    .selectFrom("index_postings")
    .select(["term", "postings"])
    .where("segment", "=", segment)
    .execute();
  let decoded = postingArrays(places.length);
  for (const row of lists) {
    const bytes = bytesOf(row.postings);
    if (decoded.ordinals.length < bytes.length) decoded = postingArrays(bytes.length);
    const list = postings.get(row.term) ?? new PostingsWriter();
    const count = decodePostings(bytes, decoded);
    for (let at = 0; at < count; at += 1) {
      const place = places[decoded.ordinals[at] as number];
      if (place !== undefined) list.add(place, decoded.weights[at] as number);
    }
    if (!list.empty) postings.set(row.term, list);
  }
}
