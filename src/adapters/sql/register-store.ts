import { parseAddress, streetKey } from "../../core/identity/address.ts";
import { parseParcel } from "../../core/identity/parcel.ts";
import { signatureCase } from "../../core/identity/signature.ts";
import { TeczkaError } from "../../core/errors.ts";
import type { PermitCase, RegisterFormat, RegisterRowRef } from "../../core/permit.ts";
import type {
  PermitRegister,
  RegisterEntry,
  RegisterFile,
  RegisterImportCounts,
} from "../../core/ports/permit-register.ts";
import { listed, type SqlDatabase, type Statement } from "./database.ts";
import { findCases, registersOf } from "./register-lookup.ts";
import { bumpRevision, perRevision } from "./revision.ts";

/** Rows written in one batch: bounds memory and keeps a running service's reads waiting for moments only. */
const rowsPerBatch = 2000;

const insertRow = "INSERT INTO register_rows (import_id, row, case_key, sha256, body) VALUES (?, ?, ?, ?, ?)";
const insertTerm = "INSERT INTO register_terms (kind, term, import_id, row) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

export function createPermitRegister(database: SqlDatabase): PermitRegister {
  const registers = perRevision(database, () => registersOf(database));
  return {
    replaceFile: (file, entries) => replaceFile(database, file, entries),
    find: async (query, limit = 200) => findCases(database, await registers(), query, limit),
    rows: async (register, wanted) => {
      const sha256 = (await registers()).find(({ summary }) => summary.name === register)?.sha256 ?? "";
      const rows = await rowsOf(database, register, wanted);
      return rows.map((row) => {
        const ref = { file: row.file, row: row.row };
        const permit: PermitCase = {
          ...(JSON.parse(row.body) as RegisterEntry["case"]),
          register: { name: register, sha256, format: row.format as RegisterFormat },
          match: "exact",
          rows: [ref],
        };
        return { ref, sha256: row.sha256, case: permit };
      });
    },
  };
}

async function rowsOf({ db }: SqlDatabase, register: string, wanted: readonly RegisterRowRef[]) {
  const rows = await db
    .selectFrom("register_files")
    .innerJoin("register_rows", "register_rows.import_id", "register_files.import_id")
    .select([
      "register_files.file",
      "register_files.format",
      "register_rows.row",
      "register_rows.body",
      "register_rows.sha256",
    ])
    .where("register_files.register", "=", register)
    .where("register_files.state", "=", "current")
    .where("register_files.file", "in", listed([...new Set(wanted.map(({ file }) => file))]))
    .where("register_rows.row", "in", listed([...new Set(wanted.map(({ row }) => row))]))
    .execute();
  // Files and rows were asked for apart, so rows of other pairs may have come along.
  return wanted.flatMap((ref) => rows.find(({ file, row }) => file === ref.file && row === ref.row) ?? []);
}

async function replaceFile(
  database: SqlDatabase,
  file: RegisterFile,
  entries: AsyncIterable<RegisterEntry>,
): Promise<RegisterImportCounts> {
  await discardStaged(database);
  const importId = crypto.randomUUID();
  const counts: RegisterImportCounts = { rows: 0, kept: 0, merged: 0 };
  const header = {
    import_id: importId,
    register: file.register,
    authority: file.authority ?? null,
    format: file.format,
    file: file.fileName,
    sha256: file.sha256,
    state: "staged" as const,
    row_count: 0,
    first_date: null,
    last_date: null,
  };
  await database.db.insertInto("register_files").values(header).execute();
  const keys = new Set<string>();
  const dates: DateRange = { first: null, last: null };
  let statements: Statement[] = [];
  for await (const entry of entries) {
    counts.rows += 1;
    counts.kept += 1;
    if (keys.has(entry.caseKey)) counts.merged += 1;
    keys.add(entry.caseKey);
    widen(dates, entry.case.date);
    statements.push({
      sql: insertRow,
      parameters: [importId, entry.row, entry.caseKey, entry.sha256, JSON.stringify(entry.case)],
    });
    for (const [kind, term] of termsOf(entry.case))
      statements.push({ sql: insertTerm, parameters: [kind, term, importId, entry.row] });
    if (counts.rows % rowsPerBatch === 0) {
      await database.batch(statements);
      statements = [];
    }
  }
  await database.batch(statements);
  counts.merged += await joinedWithOthers(database, file, [...keys]);
  await publish(database, file, importId, counts.kept, dates);
  return counts;
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
async function joinedWithOthers({ db }: SqlDatabase, file: RegisterFile, keys: readonly string[]): Promise<number> {
  const found = await db
    .selectFrom("register_rows")
    .innerJoin("register_files", "register_files.import_id", "register_rows.import_id")
    .select((eb) => eb.fn.count("register_rows.case_key").distinct().as("cases"))
    .where("register_rows.case_key", "in", listed(keys))
    .where("register_files.state", "=", "current")
    .where("register_files.register", "=", file.register)
    .where("register_files.file", "!=", file.fileName)
    .executeTakeFirstOrThrow();
  return Number(found.cases);
}

/**
 * The switch from the old rows of a file to the new ones, in one batch. Every statement holds only while the new rows
 * are there (another import may have taken them for leftovers), so that the old ones never go for nothing.
 */
async function publish(
  database: SqlDatabase,
  file: RegisterFile,
  importId: string,
  rowCount: number,
  { first, last }: DateRange,
): Promise<void> {
  const { db } = database;
  const staged = db
    .selectFrom("register_files as staged")
    .select("staged.import_id")
    .where("staged.import_id", "=", importId)
    .where("staged.state", "=", "staged");
  const replaced = db
    .selectFrom("register_files as replaced")
    .select("replaced.import_id")
    .where("replaced.register", "=", file.register)
    .where("replaced.file", "=", file.fileName)
    .where("replaced.state", "=", "current");
  await database.batch([
    ...importTables.map((table) =>
      db
        .deleteFrom(table)
        .where("import_id", "in", replaced)
        .where((eb) => eb.exists(staged))
        .compile(),
    ),
    db
      .updateTable("register_files")
      .set({ state: "current", row_count: rowCount, first_date: first, last_date: last })
      .where("import_id", "=", importId)
      .compile(),
    bumpRevision(),
  ]);
  const current = await db
    .selectFrom("register_files")
    .select("import_id")
    .where("import_id", "=", importId)
    .executeTakeFirst();
  if (current) return;
  throw new TeczkaError(
    "conflict",
    "register_imported_meanwhile",
    `Rejestr „${file.fileName}” wczytywał w tym samym czasie inny proces; dotychczasowe wiersze pozostają.`,
    "Poczekaj na koniec drugiego wczytywania i powtórz polecenie.",
  );
}

/** What a killed import left behind. */
async function discardStaged(database: SqlDatabase): Promise<void> {
  const staged = await database.db
    .selectFrom("register_files")
    .select("import_id")
    .where("state", "=", "staged")
    .execute();
  for (const { import_id } of staged) await database.batch(deletesOf(database, import_id));
}

const importTables = ["register_terms", "register_rows", "register_files"] as const;

function deletesOf({ db }: SqlDatabase, importId: string): Statement[] {
  return importTables.map((table) => db.deleteFrom(table).where("import_id", "=", importId).compile());
}

function termsOf(permit: RegisterEntry["case"]): [kind: string, term: string][] {
  const street = parseAddress(permit.address.split(",").at(-1) ?? "") ?? parseAddress(permit.address);
  return [
    ...permit.parcels.map((parcel): [string, string] => ["parcel", parseParcel(parcel).number]),
    ...(permit.number ? [["number", permit.number] as [string, string]] : []),
    ...(permit.possibleNumbers ?? []).map((number): [string, string] => ["possible_number", number]),
    ...(permit.signature ? [["signature", signatureCase(permit.signature)] as [string, string]] : []),
    ...(street
      ? streetKey(street.street)
          .split(" ")
          .filter(Boolean)
          .map((stem): [string, string] => ["street", stem])
      : []),
  ];
}
