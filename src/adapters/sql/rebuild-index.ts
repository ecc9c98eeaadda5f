import { sql } from "kysely";
import type { DocumentRef } from "../../core/document.ts";
import type { DocumentStore } from "../../core/ports/document-store.ts";
import type { IndexableDocument } from "../../core/ports/passage-index.ts";
import { indexableDocuments } from "../../core/ranking/indexable-documents.ts";
import { listed, type SqlDatabase } from "./database.ts";
import { isCurrent } from "./document-rows.ts";
import { lostSegments } from "./integrity.ts";
import { indexFingerprint } from "./postings.ts";
import { bumpRevision } from "./revision.ts";

/** Documents in work at once, so that an embedding service gets more than one small paper at a time. */
const atOnce = 8;

/** One half of the index: which current versions it lacks (`id@version`), and how one is put in. */
export interface IndexHalf {
  lacking(): Promise<string[]>;
  put(ref: DocumentRef, document: IndexableDocument): Promise<void>;
}

/** Puts into each half what it lacks. What is there stays, so that a work that was broken off goes on. */
export async function fillHalves(
  halves: readonly IndexHalf[],
  documents: Pick<DocumentStore, "list" | "passages">,
  passagesOf: (versions: ReadonlySet<string>) => Promise<number>,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const lacking = await Promise.all(halves.map(async (half) => new Set(await half.lacking())));
  const wanted = new Set(lacking.flatMap((versions) => [...versions]));
  if (wanted.size === 0) return;
  const total = await passagesOf(wanted);
  let done = 0;
  onProgress(done, total);
  const source = indexableDocuments(documents, ({ id, version }) => wanted.has(`${id}@${version}`));
  const work = async () => {
    for (let next = await source.next(); !next.done; next = await source.next()) {
      const { ref, document } = next.value;
      for (const [at, half] of halves.entries())
        if (lacking[at]?.has(`${ref.id}@${ref.version}`)) await half.put(ref, document);
      done += document.passages.length;
      onProgress(done, total);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** Versions without a place in the lexical half, or whose postings are lost. */
export async function lackingPostings(database: SqlDatabase): Promise<string[]> {
  const lost = listed(await lostSegments(database));
  const { rows } = await sql<{ key: string }>`select documents.id || '@' || documents.version as key from documents
    left join index_documents on index_documents.document = documents.id and index_documents.version = documents.version
    where ${isCurrent} and (index_documents.segment is null or index_documents.segment in ${lost})`.execute(
    database.db,
  );
  return rows.map(({ key }) => key);
}

/**
 * Postings of another analyser help nobody, nor do those of which some are lost: all of them go, so that no merge mixes
 * them with new ones.
 */
export async function dropOtherAnalysers(database: SqlDatabase): Promise<void> {
  const { rows } = await sql`select id from index_segments where fingerprint <> ${indexFingerprint} or term_count >
    (select coalesce(sum(own.term_count), 0) from index_postings as own where own.segment = index_segments.id)
    limit 1`.execute(database.db);
  if (rows.length === 0) return;
  const statements = ["index_postings", "index_documents", "index_segments"].map((table) => ({
    sql: `DELETE FROM ${table}`,
    parameters: [],
  }));
  await database.batch([...statements, bumpRevision()]);
}

/** Passages of these versions, together. */
export async function passagesOfVersions({ db }: SqlDatabase, versions: ReadonlySet<string>): Promise<number> {
  const { rows } = await sql<{ passages: number | null }>`select sum(passage_count) as passages from documents
    where id || '@' || version in (select value from json_each(${JSON.stringify([...versions])}))`.execute(db);
  return Number(rows[0]?.passages ?? 0);
}
