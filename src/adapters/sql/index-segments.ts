import { analyserFingerprint, wordsOf } from "../../core/analysis/analyse.ts";
import type { DocumentRef, PreparedDocument } from "../../core/document.ts";
import type { SqlDatabase, Statement } from "./database.ts";
import { bytesOf, eachPosting, encodeNumbers, encodePostings } from "./postings.ts";

/** A term in a heading counts as this many in the text. */
const headingWeight = 2;

type Postings = Map<string, [ordinal: number, weight: number][]>;

const insertPostings = "INSERT INTO index_postings (term, segment, postings) VALUES (?, ?, ?)";
const insertDocument = `INSERT INTO index_documents
  (segment, document, version, first_ordinal, passage_count, lengths) VALUES (?, ?, ?, ?, ?, ?)`;

/** A segment of one document version, as one batch's statements. */
export function segmentOf(database: SqlDatabase, ref: DocumentRef, document: PreparedDocument): Statement[] {
  const segment = crypto.randomUUID();
  const postings: Postings = new Map();
  const lengths: number[] = [];
  for (const [ordinal, passage] of document.passages.entries()) {
    const counts = new Map<string, number>();
    let length = 0;
    for (const { terms } of wordsOf(passage.text)) {
      length += terms.length;
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    for (const { terms } of wordsOf(`${passage.headingPath.join(" ")} ${document.title ?? ""}`)) {
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + headingWeight);
    }
    lengths.push(length);
    for (const [term, count] of counts) {
      const list = postings.get(term);
      if (list) list.push([ordinal, count]);
      else postings.set(term, [[ordinal, count]]);
    }
  }
  return [
    database.db.insertInto("index_segments").values({ id: segment, fingerprint: analyserFingerprint }).compile(),
    { sql: insertDocument, parameters: [segment, ref.id, ref.version, 0, lengths.length, encodeNumbers(lengths)] },
    ...[...postings].map(([term, list]) => ({
      sql: insertPostings,
      parameters: [term, segment, encodePostings(list)],
    })),
  ];
}

/**
 * One segment out of several, without the versions that were removed: one batch, so that a query sees the old ones
 * or the new one. Reading needs a posting list from each old segment, so few segments make quick queries.
 */
export async function mergeSegments(database: SqlDatabase, segments: readonly string[]): Promise<void> {
  const { db } = database;
  const merged = crypto.randomUUID();
  const postings: Postings = new Map();
  const statements: Statement[] = [];
  let offset = 0;
  for (const segment of segments) {
    const documents = await db
      .selectFrom("index_documents")
      .selectAll()
      .where("segment", "=", segment)
      .orderBy("first_ordinal")
      .execute();
    /** Old ordinal to new; those of removed versions have none. */
    const moved: number[] = [];
    for (const row of documents) {
      for (let passage = 0; passage < row.passage_count; passage += 1)
        moved[row.first_ordinal + passage] = offset + passage;
      statements.push({
        sql: insertDocument,
        parameters: [merged, row.document, row.version, offset, row.passage_count, bytesOf(row.lengths)],
      });
      offset += row.passage_count;
    }
    const lists = await db
      .selectFrom("index_postings")
      .select(["term", "postings"])
      .where("segment", "=", segment)
      .execute();
    for (const row of lists) {
      const list = postings.get(row.term) ?? [];
      eachPosting(bytesOf(row.postings), (ordinal, weight) => {
        const at = moved[ordinal];
        if (at !== undefined) list.push([at, weight]);
      });
      if (list.length > 0) postings.set(row.term, list);
    }
  }
  await database.batch([
    ...segments.flatMap((segment) => deleteSegment(database, segment)),
    db.insertInto("index_segments").values({ id: merged, fingerprint: analyserFingerprint }).compile(),
    ...statements,
    ...[...postings].map(([term, list]) => ({ sql: insertPostings, parameters: [term, merged, encodePostings(list)] })),
  ]);
}

function deleteSegment({ db }: SqlDatabase, segment: string): Statement[] {
  return [
    db.deleteFrom("index_postings").where("segment", "=", segment).compile(),
    db.deleteFrom("index_documents").where("segment", "=", segment).compile(),
    db.deleteFrom("index_segments").where("id", "=", segment).compile(),
  ];
}
