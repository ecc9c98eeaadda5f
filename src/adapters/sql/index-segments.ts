import { termsOf, writtenWordsOf } from "../../core/analysis/analyse.ts";
import { describedBy, fieldsOf } from "../../core/analysis/passage-fields.ts";
import type { DocumentRef } from "../../core/document.ts";
import type { IndexableDocument } from "../../core/ports/passage-index.ts";
import type { SqlDatabase, Statement } from "./database.ts";
import { mergeSegments } from "./merge-segments.ts";
import { BlockWriter, storedTerm } from "./posting-blocks.ts";
import { encodeNumbers, indexFingerprint, mostWeight } from "./postings.ts";
import { bumpRevision } from "./revision.ts";

/** More segments than this are merged at the end of an ingest. */
const manySegments = 4;
/** Segments merged while an ingest runs, so that queries stay quick and merges small. */
const mergeFactor = 64;
/** A merge makes no segment larger than this, which bounds its memory (some 50 MB) and how long it holds the store. */
const mostPassages = 60_000;
/** At the end of an ingest a segment this small is always worth merging. */
const fewPassages = 2_000;

interface Segment {
  id: string;
  documents: number;
  passages: number;
}

/** The index on the writing side: a segment a document version, merged into larger ones now and then. */
export function createSegments(database: SqlDatabase) {
  const { db } = database;
  let merging = false;

  /** One merge at a time in this process; a put that comes meanwhile goes on without. */
  const mergeOnce = async (choose: (segments: readonly Segment[]) => Segment[]): Promise<boolean> => {
    if (merging) return false;
    merging = true;
    try {
      const chosen = choose(await sizesOf(database));
      if (chosen.length < 2) return false;
      await mergeSegments(
        database,
        chosen.map(({ id }) => id),
      );
      return true;
    } finally {
      merging = false;
    }
  };

  return {
    put: async (ref: DocumentRef, document: IndexableDocument): Promise<void> => {
      await database.batch([deleteVersion(database, ref), ...segmentOf(database, ref, document), bumpRevision()]);
      const { count } = await db
        .selectFrom("index_segments")
        .select((eb) => eb.fn.countAll().as("count"))
        .executeTakeFirstOrThrow();
      if (Number(count) < mergeFactor) return;
      await mergeOnce((segments) => smallest(segments.filter(({ documents }) => documents < 2 * mergeFactor)));
    },

    // Postings of a version that index_documents does not know are passed over, and dropped by the next merge.
    remove: (ref: DocumentRef): Promise<void> => database.batch([deleteVersion(database, ref), bumpRevision()]),

    optimize: async (): Promise<void> => {
      for (let isMerged = true; isMerged; )
        isMerged = await mergeOnce((segments) => (segments.length > manySegments ? worthMerging(segments) : []));
    },
  };
}

async function sizesOf({ db }: SqlDatabase): Promise<Segment[]> {
  const rows = await db
    .selectFrom("index_segments")
    .leftJoin("index_documents", "index_documents.segment", "index_segments.id")
    .select((eb) => [
      "index_segments.id",
      eb.fn.count("index_documents.document").as("documents"),
      eb.fn.sum("index_documents.passage_count").as("passages"),
    ])
    .groupBy("index_segments.id")
    .execute();
  return rows
    .map(({ id, documents, passages }) => ({ id, documents: Number(documents), passages: Number(passages ?? 0) }))
    .sort((x, y) => x.passages - y.passages);
}

/** From the smallest on, as many as one merged segment may hold. */
function smallest(segments: readonly Segment[]): Segment[] {
  let passages = 0;
  return segments.filter((segment) => {
    passages += segment.passages;
    return passages <= mostPassages;
  });
}

/** A large segment is not written anew for the sake of a few small ones. */
function worthMerging(segments: readonly Segment[]): Segment[] {
  let sum = 0;
  return smallest(segments).filter(({ passages }) => {
    const worth = passages <= Math.max(fewPassages, 2 * sum);
    sum += passages;
    return worth;
  });
}

function deleteVersion({ db }: SqlDatabase, ref: DocumentRef): Statement {
  return db.deleteFrom("index_documents").where("document", "=", ref.id).where("version", "=", ref.version).compile();
}

/** A segment of one document version. */
function segmentOf({ db }: SqlDatabase, ref: DocumentRef, document: IndexableDocument): Statement[] {
  const segment = crypto.randomUUID();
  const counted = createTermCounts();
  const lengths: number[] = [];
  const described = describedBy(document);
  for (const [ordinal, passage] of document.passages.entries()) {
    const [length] = fieldsOf(passage, described).map(({ text, weight }) => counted.add(text, ordinal, weight));
    lengths.push(length ?? 0);
  }
  const postings = counted.blocks(segment);
  return [
    db
      .insertInto("index_segments")
      .values({
        id: segment,
        fingerprint: indexFingerprint,
        term_count: postings.terms,
        passage_count: lengths.length,
      })
      .compile(),
    {
      sql: `INSERT INTO index_documents (segment, document, version, first_ordinal, passage_count, lengths)
        VALUES (?, ?, ?, 0, ?, ?)`,
      parameters: [segment, ref.id, ref.version, lengths.length, encodeNumbers(lengths)],
    },
    ...postings.statements(),
  ];
}

/** Of one term: postings as they are encoded (postings.ts), the last one still open. */
interface TermCount {
  numbers: number[];
  before: number;
  ordinal: number;
  weight: number;
}

/** Counts terms passage by passage. A text repeats its words: each is cut into terms, and its terms looked up, once. */
function createTermCounts() {
  const byTerm = new Map<string, TermCount>();
  const byWord = new Map<string, TermCount[]>();

  const countOf = (term: string): TermCount => {
    let count = byTerm.get(term);
    if (!count) byTerm.set(term, (count = { numbers: [], before: 0, ordinal: -1, weight: 0 }));
    return count;
  };
  const close = (count: TermCount): void => {
    if (count.ordinal < 0) return;
    const delta = 2 * (count.ordinal - count.before);
    if (count.weight === 1) count.numbers.push(delta);
    else count.numbers.push(delta + 1, Math.min(count.weight, mostWeight));
    count.before = count.ordinal;
  };

  return {
    /**
     * @param ordinal of the passage; passages come in order
     * @returns number of terms in the text
     */
    add: (text: string, ordinal: number, weight: number): number => {
      let length = 0;
      for (const word of writtenWordsOf(text)) {
        let counts = byWord.get(word);
        if (!counts) byWord.set(word, (counts = termsOf(word).map(countOf)));
        length += counts.length;
        for (const count of counts) {
          if (count.ordinal === ordinal) {
            count.weight += weight;
            continue;
          }
          close(count);
          count.ordinal = ordinal;
          count.weight = weight;
        }
      }
      return length;
    },
    blocks: (segment: string): BlockWriter => {
      const blocks = new BlockWriter(segment);
      const lists = [...byTerm].map(([term, count]) => [storedTerm(term), count] as const);
      for (const [term, count] of lists.sort(([a], [b]) => (a < b ? -1 : 1))) {
        close(count);
        blocks.add(term, encodeNumbers(count.numbers));
      }
      return blocks;
    },
  };
}
