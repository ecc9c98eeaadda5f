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
  const { exact, possible } = met ? meant(index, query, met) : { exact: none, possible: none };
  const sure = pageOf(index, exact, page);
  const unsure = pageOf(index, possible, {
    ...page,
    offset: Math.max(page.offset - exact.length, 0),
    limit: page.limit - Math.min(Math.max(exact.length - page.offset, 0), page.limit),
  });
  const cases = await readCases(database, { editions, index }, [...sure, ...unsure]);
  return {
    cases: cases.map((permit, at) => ({ ...permit, match: at < sure.length ? "exact" : "possible" })),
    total: exact.length + possible.length,
    possible: possible.length,
    registers,
  };
}

const none = new Int32Array(0);

/** Cases that terms leave, in no order that means anything; absent where no term is asked for and each may be meant. */
interface Met {
  cases?: Int32Array;
  /** By case: does it meet a condition only possibly. */
  unsure: Uint8Array;
}

async function casesMeeting(
  database: SqlDatabase,
  { index, renamings }: OpenRegisters,
  query: PermitQuery,
): Promise<Met | undefined> {
  const { parts, caseOf, days } = index;
  const conditions = conditionsOf(query, renamings);
  const unsure = new Uint8Array(days.length);
  if (conditions.length === 0) return { ...ofDays(index, query), unsure };
  // By case: how many conditions it meets.
  const meets = new Uint8Array(days.length);
  const cases = new Int32Array(days.length);
  let hits = 0;
  for (const [at, condition] of conditions.entries()) {
    const { exact, possible } = await rowsWith(database, parts, condition);
    hits = 0;
    const take = ({ start, offsets }: RowList, isUnsure: 0 | 1) => {
      // Up to a million rows: iterating costs three times as much as counting.
      for (let index = 0; index < offsets.length; index += 1) {
        const own = caseOf[start + (offsets[index] as number)] as number;
        if (meets[own] !== at) continue;
        meets[own] = at + 1;
        if (isUnsure === 1) unsure[own] = 1;
        cases[hits] = own;
        hits += 1;
      }
    };
    for (const list of exact) take(list, 0);
    for (const list of possible) take(list, 1);
    if (hits === 0) return undefined;
  }
  return { cases: cases.subarray(0, hits), unsure };
}

/** Of a span of days the cases stand together in their order. */
function ofDays({ oldest, days }: RegisterIndex, query: PermitQuery): Pick<Met, "cases"> {
  if (query.from === undefined && query.to === undefined) return {};
  const { from, to } = spanOf(query);
  // Cases without a day come last.
  const dayAt = (at: number) => (days[oldest[at] as number] as number) || 100_000_000;
  const firstFrom = (day: number) => {
    let [low, high] = [0, oldest.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (dayAt(middle) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { cases: oldest.subarray(firstFrom(from), firstFrom(to + 1)) };
}

function spanOf({ from, to }: PermitQuery): { from: number; to: number } {
  return { from: dayNumber(from ?? null) || 1, to: dayNumber(to ?? null) || 99_999_999 };
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

/** Of the cases that terms leave those which are meant, once day, category, outcome and register are looked at as well. */
function meant(
  index: RegisterIndex,
  query: PermitQuery,
  { cases, unsure }: Met,
): Record<"exact" | "possible", Int32Array> {
  const { days, registers, categories, outcomes } = index;
  const count = cases?.length ?? days.length;
  const isDated = query.from !== undefined || query.to !== undefined;
  const { from, to } = spanOf(query);
  const category = query.category ? categoryBit(query.category) : undefined;
  const outcome = query.outcome ? outcomeBit(query.outcome) : undefined;
  const [exact, possible] = [new Int32Array(count), new Int32Array(count)];
  let [sure, maybe] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    const own = cases === undefined ? at : (cases[at] as number);
    if (category !== undefined && ((categories[own] as number) & category) === 0) continue;
    if (outcome !== undefined && ((outcomes[own] as number) & outcome) === 0) continue;
    const day = days[own] as number;
    if (isDated && (day < from || day > to)) continue;
    if (query.register && registers[own] !== query.register) continue;
    if (unsure[own] === 1) {
      possible[maybe] = own;
      maybe += 1;
    } else {
      exact[sure] = own;
      sure += 1;
    }
  }
  return { exact: exact.subarray(0, sure), possible: possible.subarray(0, maybe) };
}

/** Fewer than one in so many are sorted by themselves; of more the order of all is gone through. */
const few = 16;

function pageOf(index: RegisterIndex, cases: Int32Array, { sort, offset, limit }: PermitPage): number[] {
  if (limit <= 0 || offset >= cases.length) return [];
  const { order, places } = index.sorted(sort);
  if (cases.length * few < order.length) {
    const sorted = cases.map((own) => places[own] as number).sort();
    return Array.from(sorted.subarray(offset, offset + limit), (place) => order[place] as number);
  }
  const isOne = new Uint8Array(order.length);
  for (let at = 0; at < cases.length; at += 1) isOne[cases[at] as number] = 1;
  const taken: number[] = [];
  let skipped = 0;
  for (let at = 0; at < order.length && taken.length < limit; at += 1) {
    const own = order[at] as number;
    if (isOne[own] !== 1) continue;
    if (skipped < offset) skipped += 1;
    else taken.push(own);
  }
  return taken;
}
