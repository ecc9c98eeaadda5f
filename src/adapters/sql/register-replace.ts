import { sql } from "kysely";
import { TeczkaError } from "../../core/errors.ts";
import type { RegisterEntry, RegisterFile, RegisterImportCounts } from "../../core/ports/permit-register.ts";
import { listed, type SqlDatabase, type Statement } from "./database.ts";
import { casesShared, changesBetween } from "./register-changes.ts";
import { buffersOfChunk, createChunks, type PackedChunk, type ToldByChunks } from "./register-chunks.ts";
import { type PackedRows, packRows, registerLayout } from "./register-pack.ts";
import { condemned, discard, sweep } from "./register-sweep.ts";
import { bumpRevision } from "./revision.ts";

const insertRows = `INSERT INTO register_rows (import_id, row, case_key, sha256, body)
  SELECT ?1, value ->> 0, value ->> 1, value ->> 2, CAST(substr(?3, value ->> 3, value ->> 4) AS TEXT)
  FROM json_each(CAST(?2 AS TEXT))`;
const insertBlocks = `INSERT INTO register_terms (import_id, chunk, kind, first_term, terms, lists)
  SELECT ?1, ?2, value ->> 0, value ->> 1, CAST(substr(?4, value ->> 2, value ->> 3) AS TEXT),
    substr(?4, value ->> 4, value ->> 5)
  FROM json_each(CAST(?3 AS TEXT))`;
const insertColumn = "INSERT INTO register_columns (import_id, chunk, name, cells) VALUES (?, ?, ?, ?)";

/** An import that is in the store, seen by nobody. */
interface Staged {
  file: RegisterFile;
  importId: string;
  told: PackedRows["told"] & ToldByChunks;
}

/** A file and its rows, packed here or by another thread. */
export interface PackedFile {
  file: RegisterFile;
  rows: AsyncIterable<PackedRows>;
  onRows?: () => void;
}

/** `createChunks`, or another thread's. */
type BeginChunks = () => {
  add(index: PackedRows["index"]): PackedChunk[] | Promise<PackedChunk[]>;
  end():
    | ReturnType<ReturnType<typeof createChunks>["end"]>
    | Promise<ReturnType<ReturnType<typeof createChunks>["end"]>>;
};

/** Staged beside the old rows, then switched to in one batch, then the old ones are swept away. */
export async function replaceFile(
  database: SqlDatabase,
  file: RegisterFile,
  entries: AsyncIterable<RegisterEntry>,
): Promise<RegisterImportCounts> {
  const [counts] = await replaceFiles(database, [{ file, rows: packRows(oneByOne(entries)) }], false);
  return counts as RegisterImportCounts;
}

async function* oneByOne(entries: AsyncIterable<RegisterEntry>): AsyncGenerator<RegisterEntry[]> {
  for await (const entry of entries) yield [entry];
}

/**
 * Files of one register in one step.
 * @param whole they are the whole of it: what other files it had is retired by the same step
 * @param beginChunks where a file's chunks are made: here, or by another thread
 * @returns by file; the changes are those of all files together, and stand with the first
 */
export async function replaceFiles(
  database: SqlDatabase,
  files: readonly PackedFile[],
  whole: boolean,
  beginChunks: BeginChunks = createChunks,
): Promise<RegisterImportCounts[]> {
  await sweep(database);
  const all: Staged[] = [];
  try {
    for (const part of files) all.push(await stage(database, part, beginChunks()));
  } catch (error) {
    // What was staged is seen by nobody; where it cannot be swept away either, the next import does it.
    await sweep(database).catch(() => undefined);
    throw error;
  }
  const current = await currentImports(database, all[0]?.file.register ?? "");
  const names = all.map(({ file }) => file.fileName);
  const counts: RegisterImportCounts[] = [];
  for (const [at, { importId, told }] of all.entries()) {
    const staying = whole ? [] : current.filter(({ file }) => !names.includes(file)).map((one) => one.import_id);
    const others = [...staying, ...all.slice(0, at).map((one) => one.importId)];
    const shared = await casesShared(database, importId, others);
    const merged = told.kept - told.cases + shared;
    counts.push({ rows: told.kept, kept: told.kept, merged, ...(others.length > 0 ? { shared } : {}) });
  }
  const replaced = current.filter(({ file }) => whole || names.includes(file));
  // A dump that was taken in beside the older one and comes again as the whole: against the older one it is new.
  const older = replaced.filter(({ sha256 }) => !all.some(({ file }) => file.sha256 === sha256));
  const before = (older.length > 0 ? older : replaced).map((one) => one.import_id);
  const staged = all.map((one) => one.importId);
  const changes = before.length > 0 ? await changesBetween(database, before, staged) : undefined;
  await publish(database, all, whole);
  await sweep(database);
  return counts.map((one, at) => (changes && at === 0 ? { ...one, changes } : one));
}

async function currentImports({ db }: SqlDatabase, register: string) {
  return db
    .selectFrom("register_files")
    .select(["import_id", "file", "sha256"])
    .where("state", "=", "current")
    .where("register", "=", register)
    .execute();
}

async function stage(
  database: SqlDatabase,
  { file, rows, onRows }: PackedFile,
  chunks: ReturnType<BeginChunks>,
): Promise<Staged> {
  const importId = crypto.randomUUID().slice(0, 13);
  const header = {
    import_id: importId,
    register: file.register,
    authority: file.authority ?? null,
    format: file.format,
    file: file.fileName,
    sha256: file.sha256,
    state: "staged" as const,
    row_count: 0,
    imported_at: new Date().toISOString(),
    layout: registerLayout,
  };
  await database.db.insertInto("register_files").values(header).execute();
  let told: PackedRows["told"] = { kept: 0, columns: "[]" };
  let making: PackedChunk[] | Promise<PackedChunk[]> = [];
  for await (const some of rows) {
    const full = await making;
    making = chunks.add(some.index);
    // Told when it is awaited, behind the rows that are written meanwhile.
    if (making instanceof Promise) making.catch(() => {});
    await database.batch([rowsStatement(importId, some), ...full.flatMap((chunk) => chunkStatements(importId, chunk))]);
    // Written: megabytes that this thread would hold until it collects garbage, which it seldom does.
    const written = [some.rows.items.buffer, some.rows.bytes.buffer, ...full.flatMap(buffersOfChunk)];
    for (const buffer of written) buffer.transfer(0);
    onRows?.();
    told = some.told;
  }
  const last = [...(await making)];
  const ended = await chunks.end();
  for (const chunk of [...last, ...ended.chunks]) await database.batch(chunkStatements(importId, chunk));
  return { file, importId, told: { ...told, ...ended.told } };
}

function rowsStatement(importId: string, { rows }: PackedRows): Statement {
  return { sql: insertRows, parameters: [importId, rows.items, rows.bytes] };
}

function chunkStatements(importId: string, { chunk, blocks, columns }: PackedChunk): Statement[] {
  return [
    ...blocks.map(({ items, bytes }) => ({ sql: insertBlocks, parameters: [importId, chunk, items, bytes] })),
    ...columns.map(({ name, cells }) => ({ sql: insertColumn, parameters: [importId, chunk, name, cells] })),
  ];
}

/**
 * The switch from the old rows to the new ones, in one batch. Every statement holds only while all of the new rows are
 * there (another import may have taken them for leftovers), so that the old ones never go for nothing.
 */
async function publish(database: SqlDatabase, all: readonly Staged[], whole: boolean): Promise<void> {
  const { db } = database;
  const ids = all.map(({ importId }) => importId);
  const ready = sql<boolean>`(select count(*) from register_files as staged where staged.import_id in ${listed(ids)}
    and staged.state = 'staged' and staged.row_count <> ${condemned}) = ${ids.length}`;
  const retire = db
    .updateTable("register_files")
    .set({ state: "staged", row_count: condemned })
    .where("register", "=", all[0]?.file.register ?? "")
    .where("state", "=", "current")
    .where(ready);
  const names = all.map(({ file }) => file.fileName);
  await database.batch([
    (whole ? retire : retire.where("file", "in", listed(names))).compile(),
    // One statement, or the first file switched to would leave the others without all of them.
    sql`update register_files set state = 'current', row_count = told.value ->> 1, case_count = told.value ->> 2,
      first_date = told.value ->> 3, last_date = told.value ->> 4, chunks = told.value ->> 5,
      columns = told.value ->> 6 from json_each(${JSON.stringify(all.map(headerOf))}) as told
      where register_files.import_id = told.value ->> 0 and ${ready}`.compile(db),
    bumpRevision(),
  ]);
  const { current } = await db
    .selectFrom("register_files")
    .select((eb) => eb.fn.countAll().as("current"))
    .where("import_id", "in", listed(ids))
    .where("state", "=", "current")
    .executeTakeFirstOrThrow();
  if (Number(current) === ids.length) return;
  for (const id of ids) await discard(database, id);
  throw new TeczkaError(
    "conflict",
    "register_imported_meanwhile",
    `Rejestr „${names.join("”, „")}” wczytywał w tym samym czasie inny proces; dotychczasowe wiersze pozostają.`,
    "Poczekaj na koniec drugiego wczytywania i powtórz polecenie.",
  );
}

function headerOf({ importId, told }: Staged): unknown[] {
  return [importId, told.kept, told.cases, told.first, told.last, Math.max(told.chunks, 1), told.columns];
}
