import { TeczkaError } from "../../core/errors.ts";
import type { RegisterEntry, RegisterFile, RegisterImportCounts } from "../../core/ports/permit-register.ts";
import type { SqlDatabase, Statement } from "./database.ts";
import { createBodyWriter } from "./register-body.ts";
import { addRow, type CaseDigests, changesBetween } from "./register-changes.ts";
import { chunksOf, countCases, createPostingsWriter } from "./register-postings.ts";
import { termsOf } from "./register-terms.ts";
import { bumpRevision } from "./revision.ts";

/** Rows written or deleted in one batch: bounds memory and keeps a running service waiting for moments only. */
const rowsPerBatch = 2000;
const deletedPerBatch = 20_000;
/** Keys of cases that one statement carries. */
const keysPerStatement = 20_000;

const insertRow = "INSERT INTO register_rows (import_id, row, case_key, sha256, body) VALUES (?, ?, ?, ?, ?)";

/** In place of an import's count of rows: it is being swept away and can no longer become current. */
const condemned = -1;

/** Staged beside the old rows, then switched to in one batch, then the old ones are swept away. */
export async function replaceFile(
  database: SqlDatabase,
  file: RegisterFile,
  entries: AsyncIterable<RegisterEntry>,
): Promise<RegisterImportCounts> {
  await sweep(database);
  const importId = crypto.randomUUID().slice(0, 13);
  await stage(database, file, importId);
  const counts: RegisterImportCounts = { rows: 0, kept: 0, merged: 0 };
  const digests: CaseDigests = new Map();
  const dates: DateRange = { first: null, last: null };
  const bodies = createBodyWriter();
  const postings = createPostingsWriter(importId);
  let statements: Statement[] = [];
  for await (const entry of entries) {
    counts.rows += 1;
    counts.kept += 1;
    if (digests.has(entry.caseKey)) counts.merged += 1;
    addRow(digests, entry.caseKey, entry.sha256);
    widen(dates, entry.case.date);
    statements.push({
      sql: insertRow,
      parameters: [importId, entry.row, entry.caseKey, entry.sha256, bodies.write(entry.case)],
    });
    postings.add(entry.row, termsOf(entry));
    if (counts.rows % rowsPerBatch !== 0) continue;
    await database.batch(statements);
    statements = [];
    await write(database, postings.drain(false));
  }
  await database.batch(statements);
  await write(database, postings.drain(true));
  counts.merged += await joinedWithOthers(database, file, [...digests.keys()]);
  const before = await currentImport(database, file);
  if (before !== undefined) counts.changes = await changesBetween(database, before, importId, digests);
  await publish(database, file, importId, {
    row_count: counts.kept,
    first_date: dates.first,
    last_date: dates.last,
    chunks: Math.max(postings.chunks, 1),
    columns: bodies.columns(),
    case_count: digests.size,
  });
  await sweep(database);
  return counts;
}

async function currentImport({ db }: SqlDatabase, file: RegisterFile): Promise<string | undefined> {
  const current = await db
    .selectFrom("register_files")
    .select("import_id")
    .where("state", "=", "current")
    .where("register", "=", file.register)
    .where("file", "=", file.fileName)
    .executeTakeFirst();
  return current?.import_id;
}

async function stage({ db }: SqlDatabase, file: RegisterFile, importId: string): Promise<void> {
  const header = {
    import_id: importId,
    register: file.register,
    authority: file.authority ?? null,
    format: file.format,
    file: file.fileName,
    sha256: file.sha256,
    state: "staged" as const,
    row_count: 0,
  };
  await db.insertInto("register_files").values(header).execute();
}

async function write(database: SqlDatabase, statements: readonly Statement[]): Promise<void> {
  for (let at = 0; at < statements.length; at += 3 * rowsPerBatch)
    await database.batch(statements.slice(at, at + 3 * rowsPerBatch));
}

/** ISO days, so that text order is day order. */
interface DateRange {
  first: string | null;
  last: string | null;
}

function widen(range: DateRange, date: string | null): void {
  if (date === null) return;
  if (range.first === null || date < range.first) range.first = date;
  if (range.last === null || date > range.last) range.last = date;
}

/** Cases of this file that another file of the register holds as well. */
async function joinedWithOthers(database: SqlDatabase, file: RegisterFile, keys: readonly string[]): Promise<number> {
  const other = await database.db
    .selectFrom("register_files")
    .select("import_id")
    .where("state", "=", "current")
    .where("register", "=", file.register)
    .where("file", "!=", file.fileName)
    .executeTakeFirst();
  if (!other) return 0;
  let joined = 0;
  for (let at = 0; at < keys.length; at += keysPerStatement) {
    const some = keys.slice(at, at + keysPerStatement);
    joined += await countCases(database, file.register, { keys: some, without: file.fileName });
  }
  return joined;
}

/**
 * The switch from the old rows of a file to the new ones, in one batch. Every statement holds only while the new rows
 * are there (another import may have taken them for leftovers), so that the old ones never go for nothing.
 */
async function publish(
  database: SqlDatabase,
  file: RegisterFile,
  importId: string,
  told: {
    row_count: number;
    first_date: string | null;
    last_date: string | null;
    chunks: number;
    columns: string;
    case_count: number;
  },
): Promise<void> {
  const { db } = database;
  const staged = db
    .selectFrom("register_files as staged")
    .select("staged.import_id")
    .where("staged.import_id", "=", importId)
    .where("staged.state", "=", "staged")
    .where("staged.row_count", "!=", condemned);
  await database.batch([
    db
      .updateTable("register_files")
      .set({ state: "staged", row_count: condemned })
      .where("register", "=", file.register)
      .where("file", "=", file.fileName)
      .where("state", "=", "current")
      .where((eb) => eb.exists(staged))
      .compile(),
    db
      .updateTable("register_files")
      .set({ state: "current", ...told })
      .where("import_id", "=", importId)
      .where("row_count", "!=", condemned)
      .compile(),
    bumpRevision(),
  ]);
  const current = await db
    .selectFrom("register_files")
    .select("import_id")
    .where("import_id", "=", importId)
    .where("state", "=", "current")
    .executeTakeFirst();
  if (current) return;
  await discard(database, importId);
  throw new TeczkaError(
    "conflict",
    "register_imported_meanwhile",
    `Rejestr „${file.fileName}” wczytywał w tym samym czasie inny proces; dotychczasowe wiersze pozostają.`,
    "Poczekaj na koniec drugiego wczytywania i powtórz polecenie.",
  );
}

/**
 * Away with what was replaced, and with what a killed import left behind. Condemned first, so that an import that is
 * still at work on it can never publish what is half swept; its file row goes last, so that a killed sweep is resumed.
 */
async function sweep(database: SqlDatabase): Promise<void> {
  const { db } = database;
  await db.updateTable("register_files").set({ row_count: condemned }).where("state", "=", "staged").execute();
  const left = await db.selectFrom("register_files").select("import_id").where("state", "=", "staged").execute();
  for (const { import_id } of left) await discard(database, import_id);
}

async function discard(database: SqlDatabase, importId: string): Promise<void> {
  const { db } = database;
  const { row } = await db
    .selectFrom("register_rows")
    .select((eb) => eb.fn.max("row").as("row"))
    .where("import_id", "=", importId)
    .executeTakeFirstOrThrow();
  for (let from = 0; from <= Number(row ?? 0); from += deletedPerBatch) {
    await db
      .deleteFrom("register_rows")
      .where("import_id", "=", importId)
      .where("row", ">=", from)
      .where("row", "<", from + deletedPerBatch)
      .execute();
  }
  for (const chunk of await chunksOf(database, importId))
    await db.deleteFrom("register_postings").where("import_id", "=", importId).where("chunk", "=", chunk).execute();
  await db.deleteFrom("register_files").where("import_id", "=", importId).execute();
}
