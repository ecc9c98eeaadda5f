import { type RawBuilder, type Selectable, type SqlBool, sql } from "kysely";
import type { Access } from "../../core/access.ts";
import type { DocumentRef, Passage, PreparedDocument } from "../../core/document.ts";
import { listed, type SqlDatabase, type Statement } from "./database.ts";
import { insertOfLines } from "./document-lines.ts";
import type { Schema } from "./schema.ts";

/** Between tables and the core's words. */

export type DocumentRow = Selectable<Schema["documents"]>;
export type PassageRow = Selectable<Schema["passages"]>;

/** Written out, since no bound value lets the database use an index that holds the current versions only. */
export const isCurrent: RawBuilder<SqlBool> = sql<SqlBool>`documents.state = 'current'`;

/** Only documents all of whose labels the asker holds. In the query itself, so that nothing else can depend on them. */
export function visibleTo(access: Access, documents = "documents"): RawBuilder<SqlBool> {
  if (access === "all") return sql<SqlBool>`1 = 1`;
  return sql<SqlBool>`not exists (select 1 from document_labels as barring
    where barring.document = ${sql.ref(`${documents}.id`)} and barring.version = ${sql.ref(`${documents}.version`)}
      and barring.label not in ${listed(access.labels)})`;
}

export function passageOf(row: PassageRow): Passage {
  return {
    ordinal: row.ordinal,
    page: row.page,
    ...(row.end_page === null ? {} : { endPage: row.end_page }),
    start: row.start_offset,
    end: row.end_offset,
    text: row.text,
    headingPath: JSON.parse(row.heading_path) as string[],
  };
}

export function refOf(row: DocumentRow): DocumentRef {
  return {
    id: row.id,
    version: row.version,
    fileName: row.file_name,
    path: row.path,
    sha256: row.sha256,
    ...(row.title === null ? {} : { title: row.title }),
  };
}

/** By `id@version` of the current versions: their labels. */
export async function currentLabels({ db }: SqlDatabase): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("document_labels")
    .innerJoin("documents", (join) =>
      join
        .onRef("documents.id", "=", "document_labels.document")
        .onRef("documents.version", "=", "document_labels.version"),
    )
    .selectAll("document_labels")
    .where(isCurrent)
    .execute();
  const labels = new Map<string, string[]>();
  for (const { document, version, label } of rows) {
    const key = `${document}@${version}`;
    labels.set(key, [...(labels.get(key) ?? []), label]);
  }
  return labels;
}

/** All inserts of one version, for one batch. */
export function insertsOf({ db }: SqlDatabase, document: PreparedDocument, version: number, now: string): Statement[] {
  const key = { document: document.id, version };
  const row: DocumentRow = {
    id: document.id,
    version,
    state: "staged",
    file_name: document.fileName,
    path: document.path,
    sha256: document.sha256,
    title: document.title ?? null,
    kind: document.kind,
    format: document.format,
    reader: document.reader,
    page_count: document.pages.length,
    passage_count: document.passages.length,
    ingested_at: now,
    fact_count: document.facts.length,
  };
  return [
    db.insertInto("documents").values(row).compile(),
    ...document.labels.map((label) =>
      db
        .insertInto("document_labels")
        .values({ ...key, label })
        .compile(),
    ),
    ...document.pages.map((page) => ({
      sql: "INSERT INTO pages (document, version, number, text, text_sha256, unreadable) VALUES (?, ?, ?, ?, ?, ?)",
      parameters: [document.id, version, page.number, page.text, page.textSha256, page.unreadable ?? null],
    })),
    ...document.passages.map((passage) => ({
      sql: insertPassage,
      parameters: [document.id, version, ...passageValues(passage)],
    })),
    insertOfLines(
      { id: document.id, version },
      document.pages.map(({ text }) => text),
    ),
    ...document.facts.map((fact, position) => ({
      sql: insertFact,
      parameters: [document.id, version, position, fact.field, fact.value, fact.page, fact.start, fact.end, fact.quote],
    })),
  ];
}

const insertPassage = `INSERT INTO passages
  (document, version, ordinal, page, end_page, start_offset, end_offset, text, heading_path)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const insertFact = `INSERT INTO facts
  (document, version, position, field, value, page, start_offset, end_offset, quote)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function passageValues(passage: Passage): unknown[] {
  const { ordinal, page, endPage, start, end, text, headingPath } = passage;
  return [ordinal, page, endPage ?? null, start, end, text, JSON.stringify(headingPath)];
}

/** Everything of a version but its place in the passage index. */
export function deletesOf({ db }: SqlDatabase, id: string, version: number): Statement[] {
  return [
    ...(["document_labels", "pages", "passages", "facts", "document_lines"] as const).map((table) =>
      db.deleteFrom(table).where("document", "=", id).where("version", "=", version).compile(),
    ),
    db.deleteFrom("documents").where("id", "=", id).where("version", "=", version).compile(),
  ];
}
