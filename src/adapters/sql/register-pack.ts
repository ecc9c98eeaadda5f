import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import {
  addTo,
  blocksOf,
  chunkOf,
  chunkRows,
  type ColumnName,
  fingerprintOf,
  type TermBlock,
  type TermLists,
} from "./register-blocks.ts";
import { createBodyWriter } from "./register-body.ts";
import { CaseTable } from "./register-cases.ts";
import { numberKey, termsOf } from "./register-terms.ts";

/** Rows of an import as they go into the store: plain data, so that another thread can make them. */
export interface PackedRows {
  rows: number[];
  caseKeys: string[];
  sha256s: string[];
  bodies: string[];
  /** What belongs to a chunk, behind the last of its rows. */
  chunk?: PackedChunk;
  /** Of all rows so far: what the import's header says in the end. */
  told: { kept: number; cases: number; columns: string; first: string | null; last: string | null };
}

export interface PackedChunk {
  chunk: number;
  blocks: TermBlock[];
  columns: { name: ColumnName; cells: Uint8Array }[];
}

/** Rows of one package: bounds memory, and keeps a running service waiting for moments only. */
const rowsPerPackage = 2000;

/** @param entries in the order of their rows */
export async function* packRows(entries: AsyncIterable<RegisterEntry>): AsyncGenerator<PackedRows> {
  const packer = createPacker();
  for await (const entry of entries) {
    const full = packer.add(entry);
    if (full) yield full;
  }
  yield packer.end();
}

/** For rows that come one by one: a package when one is full, and what is left at the end. */
export function createPacker(): { add(entry: RegisterEntry): PackedRows | undefined; end(): PackedRows } {
  const bodies = createBodyWriter();
  const firstRows = new CaseTable(1);
  const dates: { first: string | null; last: string | null } = { first: null, last: null };
  let kept = 0;
  let rows = emptyRows();
  let chunk: ChunkWriter | undefined;

  const take = (full: PackedChunk | undefined): PackedRows => {
    const taken = rows;
    rows = emptyRows();
    const told = { kept, cases: firstRows.size, columns: bodies.columns(), ...dates };
    return full ? { ...taken, chunk: full, told } : { ...taken, told };
  };
  const put = (entry: RegisterEntry): void => {
    const [low, high] = fingerprintOf(entry.caseKey);
    const place = firstRows.add(low, high);
    const first = (firstRows.values[place] ||= entry.row);
    chunk ??= createChunk(chunkOf(entry.row));
    chunk.add(entry, low, high, first);
    rows.rows.push(entry.row);
    rows.caseKeys.push(entry.caseKey);
    rows.sha256s.push(entry.sha256);
    rows.bodies.push(bodies.write(entry.case));
    kept += 1;
    const { date } = entry.case;
    if (date === null) return;
    if (dates.first === null || date < dates.first) dates.first = date;
    if (dates.last === null || date > dates.last) dates.last = date;
  };
  return {
    add: (entry) => {
      let full: PackedRows | undefined;
      if (chunk && chunk.number !== chunkOf(entry.row)) {
        full = take(chunk.end());
        chunk = undefined;
      } else if (rows.rows.length >= rowsPerPackage) full = take(undefined);
      put(entry);
      return full;
    },
    end: () => take(chunk?.end()),
  };
}

function emptyRows(): Omit<PackedRows, "told"> {
  return { rows: [], caseKeys: [], sha256s: [], bodies: [] };
}

interface ChunkWriter {
  number: number;
  add(entry: RegisterEntry, low: number, high: number, first: number): void;
  end(): PackedChunk;
}

function createChunk(number: number): ChunkWriter {
  const kinds = new Map<string, TermLists>();
  const columns = {
    case: new Uint32Array(chunkRows * 2),
    hash: new Uint32Array(chunkRows * 2),
    date: new Uint32Array(chunkRows),
    number: new Uint32Array(chunkRows),
    first: new Uint32Array(chunkRows),
  } satisfies Record<ColumnName, Uint32Array>;
  let used = 0;
  return {
    number,
    add: (entry, low, high, first) => {
      const offset = entry.row % chunkRows;
      used = offset + 1;
      columns.case[offset * 2] = low;
      columns.case[offset * 2 + 1] = high;
      const hash = fingerprintOf(entry.sha256);
      columns.hash[offset * 2] = hash[0];
      columns.hash[offset * 2 + 1] = hash[1];
      columns.date[offset] = dayNumber(entry.case.date);
      columns.number[offset] = numberKey(entry.case.number);
      columns.first[offset] = first;
      for (const [kind, term] of termsOf(entry)) {
        let lists = kinds.get(kind);
        if (lists === undefined) kinds.set(kind, (lists = new Map()));
        addTo(lists, term, offset);
      }
    },
    end: () => ({
      chunk: number,
      blocks: [...kinds.keys()].sort().flatMap((kind) => blocksOf(kind, kinds.get(kind) as TermLists)),
      columns: (Object.keys(columns) as ColumnName[]).map((name) => {
        const numbers = columns[name];
        const length = (numbers.length / chunkRows) * used;
        return { name, cells: new Uint8Array(numbers.slice(0, length).buffer) };
      }),
    }),
  };
}

/** `2016-03-12` as 20160312, so that days can be compared. */
export function dayNumber(date: string | null): number {
  return date === null ? 0 : Number(date.replaceAll("-", ""));
}
