import type { ChangedCases, RegisterChanges } from "../../core/ports/permit-register.ts";
import { listed, type SqlDatabase } from "./database.ts";
import { chunkRows, uint32Of } from "./register-blocks.ts";
import { readBody } from "./register-body.ts";
import { CaseTable } from "./register-cases.ts";

const mostExamples = 5;

/** What is kept of a case: sums of the hashes of its rows, whatever their order, and a row of it on either side. */
const lanes = 8;
const [beforeSum, beforeRow, beforeImport, afterSum, afterRow, afterImport] = [0, 2, 3, 4, 6, 7];
/** Cases of one pass: those of more rows are compared in parts, so that memory is bounded. */
const rowsAtOnce = 350_000;

/** What the rows of the imports `after` change of those of `before`; all of them are in the store. */
export async function changesBetween(
  database: SqlDatabase,
  before: readonly string[],
  after: readonly string[],
): Promise<RegisterChanges> {
  const passes =
    Math.ceil(((await rowsOf(database, before)) + (await rowsOf(database, after))) / (2 * rowsAtOnce)) || 1;
  const appeared = collector(database, after);
  const changed = collector(database, after);
  const vanished = collector(database, before);
  for (let pass = 0; pass < passes; pass += 1) {
    const cases = new CaseTable(lanes);
    const only = (low: number) => low % passes === pass;
    for (const [index, id] of before.entries()) await addRows(database, id, index, cases, beforeSum, only);
    for (const [index, id] of after.entries()) await addRows(database, id, index, cases, afterSum, only);
    for (const place of cases.places()) {
      const at = (lane: number) => cases.values[place + lane] as number;
      if (at(beforeRow) === 0) appeared.add(at(afterImport), at(afterRow));
      else if (at(afterRow) === 0) vanished.add(at(beforeImport), at(beforeRow));
      else if (at(beforeSum) !== at(afterSum) || at(beforeSum + 1) !== at(afterSum + 1))
        changed.add(at(afterImport), at(afterRow));
    }
  }
  return { appeared: await appeared.told(), changed: await changed.told(), vanished: await vanished.told() };
}

/** Cases of an import that one of the others holds as well. */
export async function casesShared(database: SqlDatabase, importId: string, others: readonly string[]): Promise<number> {
  if (others.length === 0) return 0;
  const cases = new CaseTable(1);
  await eachRow(database, importId, (row, first, low, high) => {
    if (row === first) cases.add(low, high);
  });
  let shared = 0;
  for (const other of others)
    await eachRow(database, other, (row, first, low, high) => {
      const place = row === first ? cases.find(low, high) : -1;
      if (place < 0 || cases.values[place] !== 0) return;
      cases.values[place] = 1;
      shared += 1;
    });
  return shared;
}

async function rowsOf({ db }: SqlDatabase, imports: readonly string[]): Promise<number> {
  const { chunks } = await db
    .selectFrom("register_columns")
    .select((eb) => eb.fn.countAll().as("chunks"))
    .where("import_id", "in", listed(imports))
    .where("name", "=", "first")
    .executeTakeFirstOrThrow();
  return Number(chunks) * chunkRows;
}

async function addRows(
  database: SqlDatabase,
  importId: string,
  index: number,
  cases: CaseTable,
  side: number,
  only: (low: number) => boolean,
): Promise<void> {
  await eachRow(database, importId, (row, _first, low, high, hash) => {
    if (!only(low)) return;
    const place = cases.add(low, high) + side;
    const { values } = cases;
    values[place] = (values[place] as number) + hash[0];
    values[place + 1] = (values[place + 1] as number) + hash[1];
    if (values[place + 2] !== 0) return;
    values[place + 2] = row;
    values[place + 3] = index;
  });
}

/** Every row of an import in order, by the columns of its chunks. */
async function eachRow(
  { db }: SqlDatabase,
  importId: string,
  visit: (row: number, first: number, low: number, high: number, hash: readonly [number, number]) => void,
): Promise<void> {
  const chunks = await db
    .selectFrom("register_columns")
    .select("chunk")
    .where("import_id", "=", importId)
    .where("name", "=", "first")
    .orderBy("chunk")
    .execute();
  for (const { chunk } of chunks) {
    const cells = await db
      .selectFrom("register_columns")
      .select(["name", "cells"])
      .where("import_id", "=", importId)
      .where("chunk", "=", chunk)
      .execute();
    const column = (name: string) => uint32Of(cells.find((one) => one.name === name)?.cells ?? []);
    const [firsts, keys, hashes] = [column("first"), column("case"), column("hash")];
    for (let offset = 0; offset < firsts.length; offset += 1) {
      const first = firsts[offset] as number;
      if (first === 0) continue;
      const at = offset * 2;
      const hash = [hashes[at] as number, hashes[at + 1] as number] as const;
      visit(chunk * chunkRows + offset, first, keys[at] as number, keys[at + 1] as number, hash);
    }
  }
}

/** Counts cases, and keeps the places of those with the lowest rows. */
function collector(database: SqlDatabase, imports: readonly string[]) {
  let count = 0;
  let kept: { index: number; row: number }[] = [];
  return {
    add: (index: number, row: number): void => {
      count += 1;
      kept.push({ index, row });
      if (kept.length > 10 * mostExamples) kept = lowest(kept);
    },
    told: async (): Promise<ChangedCases> => {
      const examples: ChangedCases["examples"] = [];
      for (const { index, row } of lowest(kept)) {
        const example = await exampleOf(database, imports[index] ?? "", row);
        if (example) examples.push(example);
      }
      return { cases: count, examples };
    },
  };
}

function lowest(places: { index: number; row: number }[]): { index: number; row: number }[] {
  return places.sort((a, b) => a.index - b.index || a.row - b.row).slice(0, mostExamples);
}

async function exampleOf({ db }: SqlDatabase, importId: string, row: number) {
  const found = await db
    .selectFrom("register_rows")
    .innerJoin("register_files", "register_files.import_id", "register_rows.import_id")
    .select(["register_rows.body", "register_files.columns", "register_files.file"])
    .where("register_rows.import_id", "=", importId)
    .where("register_rows.row", "=", row)
    .executeTakeFirst();
  if (!found) return undefined;
  const { number, rawNumber, date, address } = readBody(found.body, found.columns);
  return { number, ...(rawNumber === undefined ? {} : { rawNumber }), date, address, file: found.file, row };
}
