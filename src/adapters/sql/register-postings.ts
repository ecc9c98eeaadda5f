import { type RawBuilder, sql } from "kysely";
import type { SqlDatabase, Statement } from "./database.ts";
import type { Term, TermRange } from "./register-terms.ts";

/**
 * Rows of one chunk. Fewer are more look-ups for each term (one a chunk), more are memory during an import (two to
 * three kilobytes a row).
 */
const rowsPerChunk = 32_768;
/** Row numbers in one list: D1 bounds a value, and a street of a big town stands in many rows. */
const mostInList = 20_000;

const insert =
  "INSERT INTO register_postings (import_id, chunk, kind, term, first_row, row_list) VALUES (?, ?, ?, ?, ?, ?)";

export interface PostingsWriter {
  add(row: number, terms: readonly Term[]): void;
  /** Statements of the chunk that is full, or of what is left when `last`; otherwise none. */
  drain(last: boolean): Statement[];
  /** Chunks drained so far. */
  readonly chunks: number;
}

/** Gathers the terms of an import's rows and writes them in the order of their key, chunk by chunk. */
export function createPostingsWriter(importId: string): PostingsWriter {
  let lists = new Map<string, number[]>();
  let rows = 0;
  let chunks = 0;
  return {
    add: (row, terms) => {
      rows += 1;
      for (const [kind, term] of terms) {
        const key = `${kind}\n${term}`;
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [row]);
        else if (list[list.length - 1] !== row) list.push(row);
      }
    },
    drain: (last) => {
      if (rows === 0 || (!last && rows < rowsPerChunk)) return [];
      const statements = [...lists.keys()].sort().flatMap((key) => {
        const [kind, term] = key.split("\n");
        return slices(lists.get(key) ?? []).map((list) => ({
          sql: insert,
          parameters: [importId, chunks, kind, term, list[0], `[${list.join(",")}]`],
        }));
      });
      lists = new Map();
      rows = 0;
      chunks += 1;
      return statements;
    },
    get chunks() {
      return chunks;
    },
  };
}

function slices(list: number[]): number[][] {
  if (list.length <= mostInList) return [list];
  return Array.from({ length: Math.ceil(list.length / mostInList) }, (_, at) =>
    list.slice(at * mostInList, (at + 1) * mostInList),
  );
}

/** The chunks that an import has written so far, whatever its state: 0, 1, … */
export async function chunksOf({ db }: SqlDatabase, importId: string): Promise<number[]> {
  const { last } = await db
    .selectFrom("register_postings")
    .select((eb) => eb.fn.max("chunk").as("last"))
    .where("import_id", "=", importId)
    .executeTakeFirstOrThrow();
  return last === null ? [] : Array.from({ length: Number(last) + 1 }, (_, chunk) => chunk);
}

/** Every chunk of the registers' current files: the beginnings of the postings' key. */
const segments = sql`segments (import_id, register, chunk, chunks) AS (
  SELECT import_id, register, 0, chunks FROM register_files WHERE state = 'current'
  UNION ALL SELECT import_id, register, chunk + 1, chunks FROM segments WHERE chunk + 1 < chunks)`;

export interface FoundRow {
  import_id: string;
  row: number;
  case_key: string;
  body: string;
  file: string;
  register: string;
  format: string;
  columns: string | null;
}

/**
 * Current rows in which each of the groups has a term, in the order of files and rows. The order of joins is forced:
 * every chunk is sought once a range, and no row is read that a group leaves out.
 */
export async function rowsWith({ db }: SqlDatabase, groups: readonly (readonly TermRange[])[]): Promise<FoundRow[]> {
  const asked = groups.flatMap((ranges, group) => ranges.map((range) => [group, ...range]));
  const { rows } = await sql<FoundRow>`WITH RECURSIVE ${segments}, hits AS MATERIALIZED (
      SELECT segments.import_id AS import_id, list.value AS row FROM segments
      CROSS JOIN json_each(${JSON.stringify(asked)}) AS asked
      CROSS JOIN register_postings AS postings ON postings.import_id = segments.import_id
        AND postings.chunk = segments.chunk AND postings.kind = asked.value ->> 1
        AND postings.term >= asked.value ->> 2 AND postings.term <= asked.value ->> 3
      CROSS JOIN json_each(postings.row_list) AS list
      GROUP BY segments.import_id, list.value HAVING COUNT(DISTINCT asked.value ->> 0) = ${sql.lit(groups.length)})
    SELECT ${found} FROM hits
    CROSS JOIN register_rows AS found ON found.import_id = hits.import_id AND found.row = hits.row
    CROSS JOIN register_files AS files ON files.import_id = hits.import_id
    ORDER BY files.file, found.row`.execute(db);
  return rows;
}

const found: RawBuilder<unknown> = sql.raw(
  "found.import_id, found.row, found.case_key, found.body, files.file, files.register, files.format, files.columns",
);

/** Cases of a register's current files, each once; of `keys` alone and without one file, when they are given. */
export async function countCases(
  { db }: SqlDatabase,
  register: string,
  among?: { keys: readonly string[]; without: string },
): Promise<number> {
  const wanted = among
    ? sql`CROSS JOIN json_each(${JSON.stringify(among.keys)}) AS asked
        CROSS JOIN register_postings AS postings ON postings.import_id = segments.import_id
        AND postings.chunk = segments.chunk AND postings.kind = 'case' AND postings.term = asked.value`
    : sql`CROSS JOIN register_postings AS postings ON postings.import_id = segments.import_id
        AND postings.chunk = segments.chunk AND postings.kind = 'case'`;
  const without = among ? sql`AND files.file <> ${among.without}` : sql``;
  const { rows } = await sql<{ cases: number }>`WITH RECURSIVE ${segments}
    SELECT COUNT(DISTINCT postings.term) AS cases FROM segments
    CROSS JOIN register_files AS files ON files.import_id = segments.import_id AND files.register = ${register} ${without}
    ${wanted}`.execute(db);
  return Number(rows[0]?.cases ?? 0);
}
