import { sql } from "kysely";
import type { SqlDatabase, Statement } from "../sql/database.ts";
import type { Schema } from "../sql/schema.ts";

/** What belongs to the archive, and not to those who ask: drafts, keys, audit and checkpoints stay as they are. */
const tables = {
  register_files: [
    "import_id",
    "register",
    "authority",
    "format",
    "file",
    "sha256",
    "state",
    "row_count",
    "first_date",
    "last_date",
    "chunks",
    "columns",
    "case_count",
    "imported_at",
    "layout",
  ],
  register_rows: ["import_id", "row", "case_key", "sha256", "body"],
  register_terms: ["import_id", "chunk", "kind", "first_term", "terms", "lists"],
  register_columns: ["import_id", "chunk", "name", "cells"],
  index_segments: ["id", "fingerprint", "term_count", "passage_count"],
  index_documents: ["segment", "document", "version", "first_ordinal", "passage_count", "lengths"],
  index_postings: ["segment", "term", "term_count", "terms", "lengths", "postings"],
  document_labels: ["document", "version", "label"],
  document_lines: ["document", "version", "marks"],
  pages: ["document", "version", "number", "text", "text_sha256", "unreadable"],
  passages: [
    "document",
    "version",
    "ordinal",
    "page",
    "end_page",
    "start_offset",
    "end_offset",
    "text",
    "heading_path",
  ],
  facts: ["document", "version", "position", "field", "value", "page", "start_offset", "end_offset", "quote"],
  documents: [
    "id",
    "version",
    "state",
    "file_name",
    "path",
    "sha256",
    "title",
    "kind",
    "format",
    "reader",
    "page_count",
    "passage_count",
    "ingested_at",
    "fact_count",
  ],
  street_names: ["position", "former", "present", "since", "town"],
  archive_cache: ["key", "fingerprint", "value"],
} as const satisfies { [Table in keyof Schema]?: readonly (keyof Schema[Table])[] };

type Table = keyof typeof tables;

const blobs: readonly string[] = ["lengths", "postings", "lists", "cells", "marks"];
/** Of the one value that carries a statement's rows; D1 takes values of up to 2 MB. */
const mostCharacters = 500_000;

export interface CopyOptions {
  from: SqlDatabase;
  to: SqlDatabase;
  /** The archive is the made-up sample. */
  sample: boolean;
  onProgress: (done: number, total: number, table: string) => void;
}

/**
 * Makes `to` hold the archive that `from` holds, unless it does. Not one transaction (D1 bounds them), so what is
 * being copied is named last: a copy that broke off is no copy, and the next run begins anew.
 * @returns false when there was nothing to do
 */
export async function copyArchive({ from, to, sample, onProgress }: CopyOptions): Promise<boolean> {
  const mark = JSON.stringify({ sample, ...(await stateOf(from)) });
  if ((await markOf(to)) === mark) return false;
  const names = Object.keys(tables) as Table[];
  await to.batch([...names].reverse().map((table) => ({ sql: `DELETE FROM ${table}`, parameters: [] })));
  for (const [done, table] of names.entries()) {
    onProgress(done, names.length, table);
    for await (const rows of groupsOf(from, table)) await to.batch([insertOf(table, rows)]);
  }
  await to.batch([
    {
      sql: "INSERT INTO archive_cache (key, fingerprint, value) VALUES (?, ?, ?)",
      parameters: [markKey, "", mark],
    },
    { sql: "UPDATE archive_state SET revision = revision + 1, sample = ?", parameters: [sample ? 1 : 0] },
  ]);
  onProgress(names.length, names.length, "");
  return true;
}

const markKey = "copied_from";

async function markOf({ db }: SqlDatabase): Promise<string | undefined> {
  return (await db.selectFrom("archive_cache").select("value").where("key", "=", markKey).executeTakeFirst())?.value;
}

/** Tells two states of an archive apart: every version and every import has its own time or name. */
async function stateOf({ db }: SqlDatabase) {
  const documents = await db
    .selectFrom("documents")
    .select((eb) => [eb.fn.countAll().as("count"), eb.fn.max("ingested_at").as("last")])
    .executeTakeFirst();
  const files = await db.selectFrom("register_files").select("import_id").orderBy("import_id").execute();
  const segments = await db.selectFrom("index_segments").select("id").orderBy("id").execute();
  return { documents, files: files.map((row) => row.import_id), segments: segments.map((row) => row.id) };
}

/** Rows as JSON arrays, in groups that one value can carry; blobs in hex. */
async function* groupsOf({ db }: SqlDatabase, table: Table): AsyncGenerator<string[]> {
  const columns = tables[table].map((column) => (blobs.includes(column) ? `hex(${column})` : column));
  const row = sql.raw<string>(`json_array(${columns.join(", ")})`).as("row");
  let group: string[] = [];
  let characters = 0;
  for await (const { row: values } of db.selectFrom(table).select(row).stream()) {
    if (group.length > 0 && characters + values.length > mostCharacters) {
      yield group;
      group = [];
      characters = 0;
    }
    group.push(values);
    characters += values.length;
  }
  if (group.length > 0) yield group;
}

function insertOf(table: Table, rows: readonly string[]): Statement {
  const columns = tables[table];
  const values = columns.map((column, at) => (blobs.includes(column) ? `unhex(value ->> ${at})` : `value ->> ${at}`));
  return {
    sql: `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values.join(", ")} FROM json_each(?)`,
    parameters: [`[${rows.join(",")}]`],
  };
}
