import type { ChangedCases, RegisterChanges } from "../../core/ports/permit-register.ts";
import { listed, type SqlDatabase } from "./database.ts";
import { readBody } from "./register-body.ts";
import { chunksOf } from "./register-postings.ts";

/** Each case of an import with a digest of all its rows, whatever their order: a number, since a million are kept. */
export type CaseDigests = Map<string, number>;

/** Rows of the old import that are read at once. */
const rowsAtOnce = 5000;
const mostExamples = 5;
/** Hexadecimal digits that make a sum of 52 bits. */
const digits = 13;
const modulus = 2 ** 52;

export function addRow(digests: CaseDigests, caseKey: string, rowSha256: string): void {
  const row = Number.parseInt(rowSha256.slice(0, digits), 16);
  digests.set(caseKey, ((digests.get(caseKey) ?? 0) + row) % modulus);
}

/** What the rows of import `after` (its cases in `digests`) change of those of `before`; both are in the store. */
export async function changesBetween(
  database: SqlDatabase,
  before: string,
  after: string,
  digests: CaseDigests,
): Promise<RegisterChanges> {
  const old = await digestsOf(database, before);
  const appeared: string[] = [];
  const changed: string[] = [];
  for (const [key, digest] of digests) {
    const known = old.get(key);
    if (known === undefined) appeared.push(key);
    else if (known !== digest) changed.push(key);
    old.delete(key);
  }
  return {
    appeared: await told(database, after, appeared),
    changed: await told(database, after, changed),
    vanished: await told(database, before, [...old.keys()]),
  };
}

async function digestsOf({ db }: SqlDatabase, importId: string): Promise<CaseDigests> {
  const digests: CaseDigests = new Map();
  for (let last = 0; ; ) {
    const rows = await db
      .selectFrom("register_rows")
      .select(["row", "case_key", "sha256"])
      .where("import_id", "=", importId)
      .where("row", ">", last)
      .orderBy("row")
      .limit(rowsAtOnce)
      .execute();
    for (const row of rows) addRow(digests, row.case_key, row.sha256);
    last = rows.at(-1)?.row ?? last;
    if (rows.length < rowsAtOnce) return digests;
  }
}

async function told(database: SqlDatabase, importId: string, keys: readonly string[]): Promise<ChangedCases> {
  const some = keys.slice(0, mostExamples);
  if (some.length === 0) return { cases: 0, examples: [] };
  const rows = await database.db
    .selectFrom("register_postings")
    .innerJoin("register_rows", (join) =>
      join
        .onRef("register_rows.import_id", "=", "register_postings.import_id")
        .onRef("register_rows.row", "=", "register_postings.first_row"),
    )
    .innerJoin("register_files", "register_files.import_id", "register_rows.import_id")
    .select(["register_rows.row", "register_rows.case_key", "register_rows.body", "register_files.columns"])
    .where("register_postings.import_id", "=", importId)
    .where("register_postings.chunk", "in", listed(await chunksOf(database, importId)))
    .where("register_postings.kind", "=", "case")
    .where("register_postings.term", "in", some)
    .orderBy("register_rows.row")
    .execute();
  const examples = some.flatMap((key) => {
    const first = rows.find(({ case_key }) => case_key === key);
    if (!first) return [];
    const { number, rawNumber, date, address } = readBody(first.body, first.columns);
    return [{ number, ...(rawNumber === undefined ? {} : { rawNumber }), date, address, row: first.row }];
  });
  return { cases: keys.length, examples };
}
