import { sql } from "kysely";
import type { PermitPage, PermitQuery } from "../../core/permit.ts";
import type { RegisterLookup } from "../../core/ports/permit-register.ts";
import type { SqlDatabase } from "./database.ts";
import { chunkRows, eachTerm } from "./register-blocks.ts";
import { type Condition, conditionsOf, type TermRange } from "./register-conditions.ts";
import { categoryBit, outcomeBit, type RegisterIndex } from "./register-index.ts";
import { dayNumber } from "./register-pack.ts";
import { type OpenRegisters, readCases } from "./register-read.ts";
import type { TermKind } from "./register-terms.ts";

/** Cases that meet every part of the query; see PermitPage for their order. */
export async function findCases(
  database: SqlDatabase,
  { editions, index, renamings }: OpenRegisters,
  query: PermitQuery,
  page: PermitPage,
): Promise<RegisterLookup> {
  const registers = editions.map(({ summary }) => summary);
  if (!Object.values(query).some(Boolean)) return { cases: [], total: 0, possible: 0, registers };
  const met = await casesMeeting(database, { editions, index, renamings }, query);
  const { shown, exact, possible } = met ? pageOf(index, query, met, page) : { shown: [], exact: 0, possible: 0 };
  const cases = await readCases(database, { editions, index }, shown);
  return {
    cases: cases.map((permit, at) => ({ ...permit, match: met?.unsure[shown[at] as number] ? "possible" : "exact" })),
    total: exact + possible,
    possible,
    registers,
  };
}

/** By case: how many conditions it meets, of how many, and whether any of them only possibly. */
interface Met {
  meets: Uint8Array;
  unsure: Uint8Array;
  wanted: number;
}

async function casesMeeting(
  database: SqlDatabase,
  { index, renamings }: OpenRegisters,
  query: PermitQuery,
): Promise<Met | undefined> {
  const { parts, caseOf, days } = index;
  const conditions = conditionsOf(query, renamings);
  const met = { meets: new Uint8Array(days.length), unsure: new Uint8Array(days.length), wanted: conditions.length };
  for (const [at, condition] of conditions.entries()) {
    const { exact, possible } = await rowsWith(database, parts, condition);
    let hits = 0;
    const take = ({ start, offsets }: RowList, unsure: 0 | 1) => {
      // Up to a million rows: iterating costs three times as much as counting.
      for (let index = 0; index < offsets.length; index += 1) {
        const own = caseOf[start + (offsets[index] as number)] as number;
        if (met.meets[own] !== at) continue;
        met.meets[own] = at + 1;
        if (unsure === 1) met.unsure[own] = 1;
        hits += 1;
      }
    };
    for (const list of exact) take(list, 0);
    for (const list of possible) take(list, 1);
    if (hits === 0) return undefined;
  }
  return met;
}

/** Rows of one chunk: slots are `start + offset`. */
interface RowList {
  start: number;
  offsets: Uint16Array;
}

async function rowsWith(
  { db }: SqlDatabase,
  parts: RegisterIndex["parts"],
  condition: Condition,
): Promise<Record<"exact" | "possible", RowList[]>> {
  const chunks = parts.flatMap(({ importId, base, chunks: count }) =>
    Array.from({ length: count }, (_, chunk) => ({ importId, chunk, start: base + chunk * chunkRows })),
  );
  // The order of joins is forced, so that every chunk is sought once a range.
  const blocksIn = (ranges: readonly TermRange[]) => sql`
    json_each(${JSON.stringify(chunks.map(({ importId, chunk }) => [importId, chunk]))}) AS chunks
    CROSS JOIN json_each(${JSON.stringify(ranges.map(({ kind, from, to }) => [kind, from, to]))}) AS asked
    CROSS JOIN register_terms AS blocks ON blocks.import_id = chunks.value ->> 0 AND blocks.chunk = chunks.value ->> 1
      AND blocks.kind = asked.value ->> 0 AND blocks.first_term <= asked.value ->> 2
      AND blocks.first_term >= COALESCE((SELECT MAX(before.first_term) FROM register_terms AS before
        WHERE before.import_id = chunks.value ->> 0 AND before.chunk = chunks.value ->> 1
        AND before.kind = asked.value ->> 0 AND before.first_term <= asked.value ->> 1), '')`;
  let { ranges } = condition;
  if (condition.oneRange && ranges.length > 1) {
    const { rows } = await sql<{ at: number }>`SELECT asked.key AS at FROM ${blocksIn(ranges)}
      GROUP BY asked.key ORDER BY COUNT(*) LIMIT 1`.execute(db);
    ranges = ranges.slice(rows[0]?.at ?? 0).slice(0, 1);
  }
  const { rows } = await sql<{ at: number; kind: TermKind; terms: string; lists: Uint8Array }>`
    SELECT chunks.key AS at, blocks.kind, blocks.terms, blocks.lists FROM ${blocksIn(ranges)}`.execute(db);
  const lists = { exact: [] as RowList[], possible: [] as RowList[] };
  for (const { at, kind, ...block } of rows) {
    const start = chunks[at]?.start ?? 0;
    const wanted = ranges.filter((range) => range.kind === kind);
    eachTerm(block, (term, offsets) => {
      if (!wanted.some(({ from, to }) => from <= term && term <= to)) return;
      const matched = condition.match(kind, term);
      if (matched !== "different") lists[matched].push({ start, offsets });
    });
  }
  return lists;
}

const [isExact, isPossible] = [1, 2];

/** Cases of a page by their numbers in the index, and how many there are on all pages. */
function pageOf(index: RegisterIndex, query: PermitQuery, met: Met, { sort, offset, limit }: PermitPage) {
  const { marks, exact, possible } = marksOf(index, query, met);
  const order = { relevance: index.oldest, oldest: index.oldest, newest: index.newest, number: index.byNumber }[sort];
  const shown = [
    ...slice(order, marks, isExact, { offset, limit: Math.min(limit, exact - offset) }),
    ...slice(order, marks, isPossible, {
      offset: Math.max(offset - exact, 0),
      limit: limit - Math.max(exact - offset, 0),
    }),
  ];
  return { shown, exact, possible };
}

/** By case: is it meant, once its day, category, outcome and register are looked at as well. */
function marksOf(index: RegisterIndex, query: PermitQuery, { meets, unsure, wanted }: Met) {
  const { days, registers, categories, outcomes } = index;
  const dated = query.from !== undefined || query.to !== undefined;
  const [from, to] = [dayNumber(query.from ?? null) || 1, dayNumber(query.to ?? null) || 99_999_999];
  const category = query.category ? categoryBit(query.category) : undefined;
  const outcome = query.outcome ? outcomeBit(query.outcome) : undefined;
  const marks = new Uint8Array(days.length);
  let exact = 0;
  let possible = 0;
  for (let own = 0; own < marks.length; own += 1) {
    if (meets[own] !== wanted) continue;
    if (category !== undefined && ((categories[own] as number) & category) === 0) continue;
    if (outcome !== undefined && ((outcomes[own] as number) & outcome) === 0) continue;
    const day = days[own] as number;
    if (dated && (day < from || day > to)) continue;
    if (query.register && registers[own] !== query.register) continue;
    if (unsure[own] === 1) possible += 1;
    else exact += 1;
    marks[own] = unsure[own] === 1 ? isPossible : isExact;
  }
  return { marks, exact, possible };
}

function slice(
  order: Int32Array,
  marks: Uint8Array,
  mark: number,
  { offset, limit }: { offset: number; limit: number },
): number[] {
  const taken: number[] = [];
  let skipped = 0;
  for (let at = 0; at < order.length && taken.length < limit; at += 1) {
    const own = order[at] as number;
    if (marks[own] !== mark) continue;
    if (skipped < offset) skipped += 1;
    else taken.push(own);
  }
  return taken;
}
