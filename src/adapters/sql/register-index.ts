import { TeczkaError } from "../../core/errors.ts";
import { buildingCategories } from "../../core/look-up/building-category.ts";
import { outcomes } from "../../core/outcome.ts";
import type { PermitSort } from "../../core/permit.ts";
import type { SqlDatabase } from "./database.ts";
import { chunkRows, eachTerm, uint32Of } from "./register-blocks.ts";
import { CaseTable } from "./register-cases.ts";

/** A current import. */
export interface ImportPart {
  importId: string;
  register: string;
  file: string;
  /** Rows that it was written with. */
  rows: number;
  chunks: number;
}

/** A part in its place: row `r` of its file has the slot `base + r`. */
interface PlacedPart extends ImportPart {
  base: number;
}

/**
 * The registers' cases in memory, 25 bytes a row or so: which rows are a case, its day and its number, and all cases
 * in order. What is asked by day, counted or sorted reads no row; a page reads the rows that it shows. Cases are
 * numbered 0, 1, … in the order of parts and rows.
 */
export interface RegisterIndex {
  parts: readonly PlacedPart[];
  /** By case. */
  registers: readonly string[];
  /** By slot; -1 where there is no row. */
  caseOf: Int32Array;
  /** By case: the day of its decision as yyyymmdd; 0 without one. */
  days: Uint32Array;
  /** By case: bits of the categories (`categoryBit`) and outcomes (`outcomeBit`) of its rows. */
  categories: Uint32Array;
  outcomes: Uint32Array;
  /** Cases by day and then by number; those without a day come last, in any order of days. */
  oldest: Int32Array;
  /** All cases in an order, and by case its place in that. By number: register-terms.ts, numberKey. */
  sorted(sort: PermitSort): { order: Int32Array; places: Int32Array };
  /** Rows of a case: slots, rising. */
  slotsOf(number: number): Int32Array;
}

export const categoryBit = bitIn(buildingCategories);
export const outcomeBit = bitIn(outcomes);

/** 0 for what is not in the list, which has 32 values at most. */
function bitIn(values: readonly string[]): (value: string) => number {
  const bits = new Map(values.map((value, at) => [value, 2 ** at]));
  return (value) => bits.get(value) ?? 0;
}

/** @throws TeczkaError `register_incomplete` when columns are gone */
export async function loadIndex(database: SqlDatabase, parts: readonly ImportPart[]): Promise<RegisterIndex> {
  let slots = 0;
  const placed = parts.map((part): PlacedPart => {
    const base = slots;
    slots += part.chunks * chunkRows;
    return { ...part, base };
  });
  const cases = collectCases(
    slots,
    parts.reduce((sum, { rows }) => sum + rows, 0),
  );
  for (const part of placed) {
    const joined = parts.filter(({ register }) => register === part.register).length > 1;
    let rows = 0;
    for (let chunk = 0; chunk < part.chunks; chunk += 1) {
      const start = part.base + chunk * chunkRows;
      rows += cases.add(part, start, await columnsOf(database, part, chunk, joined));
      await addBits(database, part, chunk, (kind, bit, offset) => cases.addBit(kind, bit, start + offset));
    }
    if (rows < part.rows) throw incomplete(part);
  }
  return indexOf(placed, cases);
}

/** @param rows as many cases as there can be */
function collectCases(slots: number, rows: number) {
  const caseOf = new Int32Array(slots).fill(-1);
  const columns = () => new Uint32Array(rows);
  const [days, numbers, bits] = [columns(), columns(), { category: columns(), outcome: columns() }];
  const registers: string[] = [];
  // Cases of registers that have several files, by their keys: those which two files hold are one.
  const byRegister = new Map<string, CaseTable>();

  /** The case that this row opens, or the one that another file has opened. */
  const caseOpened = ({ register }: ImportPart, { date, number, key }: Columns, offset: number): number => {
    const fresh = registers.length;
    if (key) {
      const known = byRegister.get(register) ?? new CaseTable(1);
      byRegister.set(register, known);
      const place = known.add(key[2 * offset] ?? 0, key[2 * offset + 1] ?? 0);
      const own = (known.values[place] ||= fresh + 1) - 1;
      if (own !== fresh) return own;
    }
    days[fresh] = date[offset] as number;
    numbers[fresh] = number[offset] as number;
    registers.push(register);
    return fresh;
  };
  return {
    caseOf,
    days,
    numbers,
    registers,
    bits,
    addBit: (kind: keyof typeof bits, bit: number, slot: number) => {
      const own = caseOf[slot] as number;
      const column = bits[kind];
      column[own] = (column[own] as number) | bit;
    },
    /** @param start slot of the chunk's first offset @returns how many rows there are */
    add: (part: PlacedPart, start: number, columns: Columns): number => {
      let rows = 0;
      for (let offset = 0; offset < columns.first.length; offset += 1) {
        const opened = columns.first[offset] as number;
        if (opened === 0) continue;
        rows += 1;
        const [slot, opening] = [start + offset, part.base + opened];
        caseOf[slot] = opening === slot ? caseOpened(part, columns, offset) : (caseOf[opening] as number);
      }
      return rows;
    },
  };
}

function indexOf(parts: readonly PlacedPart[], collected: ReturnType<typeof collectCases>): RegisterIndex {
  const { caseOf, registers, bits } = collected;
  const cases = registers.length;
  const [days, numbers] = [collected.days.slice(0, cases), collected.numbers.slice(0, cases)];
  const inOrder = new Int32Array(cases);
  for (let own = 0; own < cases; own += 1) inOrder[own] = own;
  const oldest = sorted(sorted(inOrder, numbers), days);
  const newest = oldest.slice();
  newest.subarray(0, days.filter((day) => day !== 0).length).reverse();
  return {
    parts,
    registers,
    caseOf,
    days,
    categories: bits.category.slice(0, cases),
    outcomes: bits.outcome.slice(0, cases),
    oldest,
    sorted: withPlaces({ relevance: oldest, oldest, newest, number: sorted(sorted(inOrder, days), numbers) }),
    slotsOf: slotsByCase(caseOf, cases),
  };
}

/** Places are reckoned for an order when it is first asked for: few ask for all. */
function withPlaces(orders: Record<PermitSort, Int32Array>): RegisterIndex["sorted"] {
  const known = new Map<Int32Array, Int32Array>();
  return (sort) => {
    const order = orders[sort];
    let places = known.get(order);
    if (!places) {
      places = new Int32Array(order.length);
      for (let at = 0; at < order.length; at += 1) places[order[at] as number] = at;
      known.set(order, places);
    }
    return { order, places };
  };
}

function slotsByCase(caseOf: Int32Array, cases: number): (number: number) => Int32Array {
  const ends = new Int32Array(cases + 1);
  for (let slot = 0; slot < caseOf.length; slot += 1) {
    const own = caseOf[slot] as number;
    if (own >= 0) ends[own + 1] = (ends[own + 1] as number) + 1;
  }
  for (let at = 1; at <= cases; at += 1) ends[at] = (ends[at] as number) + (ends[at - 1] as number);
  const starts = ends.slice();
  const slots = new Int32Array(ends[cases] ?? 0);
  for (let slot = 0; slot < caseOf.length; slot += 1) {
    const own = caseOf[slot] as number;
    if (own < 0) continue;
    const place = ends[own] as number;
    slots[place] = slot;
    ends[own] = place + 1;
  }
  return (number) => slots.subarray(starts[number], starts[number + 1]);
}

/** Stable, by two passes of sixteen bits (a radix sort: a comparing one takes a second for a million); 0 comes last. */
function sorted(order: Int32Array, keys: Uint32Array): Int32Array {
  let from = order;
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(0x10001);
    for (let at = 0; at < from.length; at += 1) {
      const digit = (((keys[from[at] as number] as number) - 1) >>> shift) & 0xffff;
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    for (let value = 1; value <= 0x10000; value += 1)
      starts[value] = (starts[value] as number) + (starts[value - 1] as number);
    const to = new Int32Array(from.length);
    for (let at = 0; at < from.length; at += 1) {
      const own = from[at] as number;
      const digit = (((keys[own] as number) - 1) >>> shift) & 0xffff;
      const place = starts[digit] as number;
      starts[digit] = place + 1;
      to[place] = own;
    }
    from = to;
  }
  return from;
}

interface Columns {
  first: Uint32Array;
  date: Uint32Array;
  number: Uint32Array;
  /** Two numbers a row; where the register has several files. */
  key?: Uint32Array;
}

/** Of a chunk without rows (blank ones, refused ones) there are none. */
async function columnsOf({ db }: SqlDatabase, part: ImportPart, chunk: number, joined: boolean): Promise<Columns> {
  const rows = await db
    .selectFrom("register_columns")
    .select(["name", "cells"])
    .where("import_id", "=", part.importId)
    .where("chunk", "=", chunk)
    .where("name", "in", ["first", "date", "number", ...(joined ? ["case"] : [])])
    .execute();
  const cells = (name: string) => uint32Of(rows.find((row) => row.name === name)?.cells ?? new Uint8Array());
  const [first, date, number, key] = [cells("first"), cells("date"), cells("number"), cells("case")];
  if (date.length !== first.length || number.length !== first.length) throw incomplete(part);
  if (joined && key.length !== 2 * first.length) throw incomplete(part);
  return { first, date, number, ...(joined ? { key } : {}) };
}

async function addBits(
  { db }: SqlDatabase,
  part: ImportPart,
  chunk: number,
  add: (kind: "category" | "outcome", bit: number, offset: number) => void,
): Promise<void> {
  const blocks = await db
    .selectFrom("register_terms")
    .select(["kind", "terms", "lists"])
    .where("import_id", "=", part.importId)
    .where("chunk", "=", chunk)
    .where("kind", "in", ["category", "outcome"])
    .execute();
  for (const { kind, ...block } of blocks) {
    const [named, bitOf] =
      kind === "category" ? (["category", categoryBit] as const) : (["outcome", outcomeBit] as const);
    eachTerm(block, (term, offsets) => {
      const bit = bitOf(term);
      for (let at = 0; at < offsets.length; at += 1) add(named, bit, offsets[at] as number);
    });
  }
}

function incomplete({ file }: ImportPart): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "register_incomplete",
    `W magazynie danych brakuje kolumn rejestru z pliku „${file}”. Nie wiadomo, czy czegoś nie ma.`,
    "Wczytaj ten plik ponownie (teczka register import) albo przywróć bazę danych z kopii zapasowej.",
  );
}
