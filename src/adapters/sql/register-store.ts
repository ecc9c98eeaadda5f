import { parseAddress, streetKey } from "../../core/identity/address.ts";
import { parseParcel } from "../../core/identity/parcel.ts";
import { signatureCase } from "../../core/identity/signature.ts";
import type { PermitCase, RegisterFormat } from "../../core/permit.ts";
import type {
  PermitRegister,
  RegisterEntry,
  RegisterFile,
  RegisterImportCounts,
} from "../../core/ports/permit-register.ts";
import { chunksFor, type SqlDatabase, type Statement } from "./database.ts";
import { registerFingerprint } from "./register-fingerprint.ts";
import { findCases } from "./register-lookup.ts";

/** Rows written in one batch: bounds memory and keeps a running service's reads waiting for moments only. */
const rowsPerBatch = 2000;

const insertRow = "INSERT INTO register_rows (import_id, row, case_key, sha256, body) VALUES (?, ?, ?, ?, ?)";
const insertTerm = "INSERT OR IGNORE INTO register_terms (kind, term, import_id, row) VALUES (?, ?, ?, ?)";

export function createPermitRegister(database: SqlDatabase): PermitRegister {
  const { db } = database;
  return {
    replaceFile: (file, entries) => replaceFile(database, file, entries),
    find: (query, limit = 200) => findCases(database, query, limit),

    rows: async (register, wanted) => {
      const files = await db
        .selectFrom("register_files")
        .selectAll()
        .where("register", "=", register)
        .where("state", "=", "current")
        .execute();
      const sha256 = registerFingerprint(files.map((file) => file.sha256));
      const found: Awaited<ReturnType<PermitRegister["rows"]>> = [];
      for (const ref of wanted) {
        const file = files.find((candidate) => candidate.file === ref.file);
        if (!file) continue;
        const row = await db
          .selectFrom("register_rows")
          .selectAll()
          .where("import_id", "=", file.import_id)
          .where("row", "=", ref.row)
          .executeTakeFirst();
        if (!row) continue;
        const body = JSON.parse(row.body) as RegisterEntry["case"];
        const permit: PermitCase = {
          ...body,
          register: { name: register, sha256, format: file.format as RegisterFormat },
          match: "exact",
          rows: [ref],
        };
        found.push({ ref, sha256: row.sha256, case: permit });
      }
      return found;
    },
  };
}

async function replaceFile(
  database: SqlDatabase,
  file: RegisterFile,
  entries: AsyncIterable<RegisterEntry>,
): Promise<RegisterImportCounts> {
  const { db } = database;
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
  };
  await db.insertInto("register_files").values(header).execute();
  const keys = new Set<string>();
  let statements: Statement[] = [];
  for await (const entry of entries) {
    counts.rows += 1;
    counts.kept += 1;
    if (keys.has(entry.caseKey)) counts.merged += 1;
    keys.add(entry.caseKey);
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
  await publish(database, file, importId, counts.kept);
  return counts;
}

/** Cases of this file that another file of the register holds as well. */
async function joinedWithOthers({ db }: SqlDatabase, file: RegisterFile, keys: readonly string[]): Promise<number> {
  let joined = 0;
  for (const some of chunksFor(keys, 1).map((chunk) => chunk.slice(0, 90))) {
    const rows = await db
      .selectFrom("register_rows")
      .innerJoin("register_files", "register_files.import_id", "register_rows.import_id")
      .select("register_rows.case_key")
      .distinct()
      .where("register_rows.case_key", "in", some)
      .where("register_files.state", "=", "current")
      .where("register_files.register", "=", file.register)
      .where("register_files.file", "!=", file.fileName)
      .execute();
    joined += rows.length;
  }
  return joined;
}

/** The switch from the old rows of a file to the new ones, in one batch. */
async function publish(database: SqlDatabase, file: RegisterFile, importId: string, rowCount: number): Promise<void> {
  const { db } = database;
  const old = await db
    .selectFrom("register_files")
    .select("import_id")
    .where("register", "=", file.register)
    .where("file", "=", file.fileName)
    .where("state", "=", "current")
    .execute();
  await database.batch([
    ...old.flatMap(({ import_id }) => deletesOf(database, import_id)),
    db
      .updateTable("register_files")
      .set({ state: "current", row_count: rowCount })
      .where("import_id", "=", importId)
      .compile(),
  ]);
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

function deletesOf({ db }: SqlDatabase, importId: string): Statement[] {
  return (["register_terms", "register_rows", "register_files"] as const).map((table) =>
    db.deleteFrom(table).where("import_id", "=", importId).compile(),
  );
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
