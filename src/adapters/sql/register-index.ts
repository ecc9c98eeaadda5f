import { TeczkaError } from "../../core/errors.ts";
import type { SqlDatabase } from "./database.ts";
import { chunkRows, uint32Of } from "./register-blocks.ts";
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
export interface PlacedPart extends ImportPart {
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
  /** Cases by day and then by number; those without a day from `undated` on. */
  byDay: Int32Array;
  undated: number;
  /** Cases by number (register-terms.ts, numberKey) and then by day; those without a number last. */
  byNumber: Int32Array;
  /** Rows of a case: slots, rising. */
  slotsOf(number: number): Int32Array;
}

/** @throws TeczkaError `register_incomplete` when columns are gone */
export async function loadIndex(database: SqlDatabase, parts: readonly ImportPart[]): Promise<RegisterIndex> {
  let slots = 0;
  const placed = parts.map((part): PlacedPart => {
    const base = slots;
    slots += part.chunks * chunkRows;
    return { ...part, base };
  });
  const cases = collectCases(slots);
  for (const part of placed) {
    const joined = parts.filter(({ register }) => register === part.register).length > 1;
    let rows = 0;
    for (let chunk = 0; chunk < part.chunks; chunk += 1)
      rows += cases.add(part, part.base + chunk * chunkRows, await columnsOf(database, part, chunk, joined));
    if (rows < part.rows) throw incomplete(part);
  }
  return indexOf(placed, cases);
}

function collectCases(slots: number) {
  const caseOf = new Int32Array(slots).fill(-1);
  const days: number[] = [];
  const numbers: number[] = [];
  const registers: string[] = [];
  // Cases of registers that have several files, by their keys: those which two files hold are one.
  const byRegister = new Map<string, CaseTable>();

  /** The case that this row opens, or the one that another file has opened. */
  const caseOpened = ({ register }: ImportPart, { date, number, key }: Columns, offset: number): number => {
    const fresh = days.length;
    if (key) {
      const known = byRegister.get(register) ?? new CaseTable(1);
      byRegister.set(register, known);
      const place = known.add(key[2 * offset] ?? 0, key[2 * offset + 1] ?? 0);
      const own = (known.values[place] ||= fresh + 1) - 1;
      if (own !== fresh) return own;
    }
    days.push(date[offset] ?? 0);
    numbers.push(number[offset] ?? 0);
    registers.push(register);
    return fresh;
  };
  return {
    caseOf,
    days,
    numbers,
    registers,
    /** @param start slot of the chunk's first offset @returns how many rows there are */
    add: (part: PlacedPart, start: number, columns: Columns): number => {
      let rows = 0;
      for (const [offset, opened] of columns.first.entries()) {
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
  const { caseOf, registers } = collected;
  const days = Uint32Array.from(collected.days);
  const numbers = Uint32Array.from(collected.numbers);
  const inOrder = Int32Array.from(days.keys());
  return {
    parts,
    registers,
    caseOf,
    days,
    byDay: sorted(sorted(inOrder, numbers), days),
    undated: days.reduce((dated, day) => dated + (day === 0 ? 0 : 1), 0),
    byNumber: sorted(sorted(inOrder, days), numbers),
    slotsOf: slotsByCase(caseOf, days.length),
  };
}

function slotsByCase(caseOf: Int32Array, cases: number): (number: number) => Int32Array {
  const ends = new Int32Array(cases + 1);
  for (const own of caseOf) if (own >= 0) ends[own + 1] = (ends[own + 1] as number) + 1;
  for (let at = 1; at <= cases; at += 1) ends[at] = (ends[at] as number) + (ends[at - 1] as number);
  const starts = ends.slice();
  const slots = new Int32Array(ends[cases] ?? 0);
  for (const [slot, own] of caseOf.entries()) {
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
    const digit = (at: number) => (((keys[at] as number) - 1) >>> shift) & 0xffff;
    const starts = new Uint32Array(0x10001);
    for (const at of from) starts[digit(at) + 1] = (starts[digit(at) + 1] as number) + 1;
    for (let value = 1; value <= 0x10000; value += 1)
      starts[value] = (starts[value] as number) + (starts[value - 1] as number);
    const to = new Int32Array(from.length);
    for (const at of from) {
      const place = starts[digit(at)] as number;
      starts[digit(at)] = place + 1;
      to[place] = at;
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
  return {
    first: cells("first"),
    date: cells("date"),
    number: cells("number"),
    ...(joined ? { key: cells("case") } : {}),
  };
}

function incomplete({ file }: ImportPart): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "register_incomplete",
    `W magazynie danych brakuje kolumn rejestru z pliku „${file}”. Nie wiadomo, czy czegoś nie ma.`,
    "Wczytaj ten plik ponownie (teczka register import) albo przywróć bazę danych z kopii zapasowej.",
  );
}
