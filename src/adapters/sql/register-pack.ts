import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { Recent } from "../../core/recent.ts";
import { chunkOf, chunkRows, ChunkTerms, type ColumnName, fingerprintOf, type TermBlock } from "./register-blocks.ts";
import { createBodyWriter, type PrintedBody } from "./register-body.ts";
import { CaseTable } from "./register-cases.ts";
import { caseTerms, numberKey, parcelTerms, type Term } from "./register-terms.ts";

/**
 * Raised with every change of what terms, columns and bodies look like: a register written otherwise is refused until it
 * is imported again (integrity.ts), since a look-up in it would find too little and say nothing.
 */
export const registerLayout = 6;

/**
 * Rows of an import as they go into the store: plain data, so that another thread can make them, and few large values,
 * since a string for each cell would have the garbage collector of the writing thread hold hundreds of megabytes.
 */
export interface PackedRows {
  rows: PackedList;
  /** What belongs to a chunk, behind the last of its rows. */
  chunk?: PackedChunk;
  /** Of all rows so far: what the import's header says in the end. */
  told: { kept: number; cases: number; columns: string; first: string | null; last: string | null };
}

/**
 * `items`: JSON array of arrays, in which pairs of numbers (start, length) name stretches of `bytes` (UTF-8, blobs).
 * Bytes it is too: they are handed over, where a string is copied into the heap of the writing thread.
 */
interface PackedList {
  items: Uint8Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

interface PackedChunk {
  chunk: number;
  /** Of kind, first term, start and length of the terms, start and length of the lists. */
  blocks: PackedList[];
  columns: { name: ColumnName; cells: Uint8Array<ArrayBuffer> }[];
}

/** Rows of one package: bounds memory, and keeps a running service waiting for moments only. */
const rowsPerPackage = 500;
/** Cases of which more rows are awaited: the reader of registers keeps about as many. */
const mostLikes = 256;
/** Blocks of one list, a kilobyte or so each: D1 bounds values. */
const blocksPerList = 300;

/** @param entries in the order of their rows, each of them asked for before the next stretch is */
export async function* packRows(entries: AsyncIterable<Iterable<RegisterEntry>>): AsyncGenerator<PackedRows> {
  const packer = createPacker();
  for await (const stretch of entries)
    for (const entry of stretch) {
      const full = packer.add(entry);
      if (full) yield full;
    }
  yield packer.end();
}

/** What a thread hands over with a package. */
export function buffersOf({ rows, chunk }: PackedRows): ArrayBuffer[] {
  const lists = [rows, ...(chunk?.blocks ?? [])].flatMap(({ items, bytes }) => [items.buffer, bytes.buffer]);
  return [...lists, ...(chunk?.columns ?? []).map(({ cells }) => cells.buffer)];
}

/** For rows that come one by one: a package when one is full, and what is left at the end. */
function createPacker(): { add(entry: RegisterEntry): PackedRows | undefined; end(): PackedRows } {
  const bodies = createBodyWriter();
  const firstRows = new CaseTable(1);
  const dates: { first: string | null; last: string | null } = { first: null, last: null };
  let kept = 0;
  const rows = createListWriter();
  const blocks = createListWriter();
  const likes = new Recent<object, LikeRows>(mostLikes);
  let chunk: ChunkWriter | undefined;

  const take = (full: PackedChunk | undefined): PackedRows => {
    const taken = rows.end();
    const told = { kept, cases: firstRows.size, columns: bodies.columns(), ...dates };
    return full ? { rows: taken, chunk: full, told } : { rows: taken, told };
  };
  const learn = (entry: RegisterEntry): LikeRows => {
    const { caseKey, case: permit, alike } = entry;
    const { date, number } = permit;
    const [low, high] = fingerprintOf(caseKey);
    const place = firstRows.add(low, high);
    const first = (firstRows.values[place] ||= entry.row);
    if (date !== null && (dates.first === null || date < dates.first)) dates.first = date;
    if (date !== null && (dates.last === null || date > dates.last)) dates.last = date;
    const numbers = { low, high, first, date: dayNumber(date), number: numberKey(number) };
    const like = { ...numbers, terms: caseTerms(permit), body: bodies.print(permit, alike?.apart ?? []) };
    if (alike) likes.set(alike, like);
    return like;
  };
  const put = (entry: RegisterEntry): void => {
    let like = (entry.alike && likes.get(entry.alike)) ?? learn(entry);
    let body = bodies.write(like.body, entry.case);
    if (body === undefined) {
      like = learn(entry);
      body = bodies.write(like.body, entry.case) as string;
    }
    chunk ??= createChunk(chunkOf(entry.row));
    chunk.add(entry, like);
    rows.add(`${entry.row},${JSON.stringify(entry.caseKey)},"${entry.sha256}"`, [body]);
    kept += 1;
  };
  return {
    add: (entry) => {
      let full: PackedRows | undefined;
      if (chunk && chunk.number !== chunkOf(entry.row)) {
        full = take(chunk.end(blocks));
        chunk = undefined;
      } else if (rows.length >= rowsPerPackage) full = take(undefined);
      put(entry);
      return full;
    },
    end: () => take(chunk?.end(blocks)),
  };
}

/** What rows that are alike have in common (`alike` of RegisterEntry), made of the first of them. */
interface LikeRows {
  low: number;
  high: number;
  /** Number of the row that opened the case. */
  first: number;
  date: number;
  number: number;
  terms: readonly Term[];
  /** Of the terms, in the chunk that saw such a row last. */
  numbered?: { terms: ChunkTerms; numbers: readonly number[] };
  body: PrintedBody;
}

interface ListWriter {
  readonly length: number;
  /** @param values JSON, parted by commas */
  add(values: string, stretches: readonly (string | Uint8Array)[]): void;
  /** What was added, as a list of its own; the writer begins anew. */
  end(): PackedList;
}

/** Writes one list after the other into the same memory: what is allocated anew for each would pile up. */
function createListWriter(): ListWriter {
  let items: string[] = [];
  let bytes = new Uint8Array(1 << 20);
  let used = 0;
  const put = (stretch: string | Uint8Array): number => {
    // A character takes three bytes of UTF-8 at most, each half of a pair two.
    const most = typeof stretch === "string" ? stretch.length * 3 : stretch.length;
    if (used + most > bytes.length) {
      const larger = new Uint8Array(Math.max(bytes.length * 2, used + most));
      larger.set(bytes.subarray(0, used));
      bytes = larger;
    }
    const start = used;
    if (typeof stretch === "string") used += encoder.encodeInto(stretch, bytes.subarray(start)).written;
    else {
      bytes.set(stretch, start);
      used += stretch.length;
    }
    return start;
  };
  return {
    get length() {
      return items.length;
    },
    add: (values, stretches) => {
      let item = values;
      // Counted from 1, as SQL counts.
      for (const stretch of stretches) {
        const start = put(stretch);
        item += `,${start + 1},${used - start}`;
      }
      items.push(`[${item}]`);
    },
    end: () => {
      const list = { items: encoder.encode(`[${items.join(",")}]`), bytes: bytes.slice(0, used) };
      items = [];
      used = 0;
      return list;
    },
  };
}

const encoder = new TextEncoder();

interface ChunkWriter {
  number: number;
  add(entry: RegisterEntry, like: LikeRows): void;
  end(lists: ListWriter): PackedChunk;
}

function createChunk(number: number): ChunkWriter {
  const terms = new ChunkTerms();
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
    add: (entry, like) => {
      const offset = entry.row % chunkRows;
      used = offset + 1;
      columns.case[offset * 2] = like.low;
      columns.case[offset * 2 + 1] = like.high;
      const hash = fingerprintOf(entry.sha256);
      columns.hash[offset * 2] = hash[0];
      columns.hash[offset * 2 + 1] = hash[1];
      columns.date[offset] = like.date;
      columns.number[offset] = like.number;
      columns.first[offset] = like.first;
      if (like.numbered?.terms !== terms)
        like.numbered = { terms, numbers: like.terms.map(([kind, term]) => terms.numberOf(kind, term)) };
      for (const number of like.numbered.numbers) terms.add(number, offset);
      for (const [kind, term] of parcelTerms(entry.case)) terms.add(terms.numberOf(kind, term), offset);
    },
    end: (lists) => ({
      chunk: number,
      blocks: listsOf(lists, terms.blocks()),
      columns: (Object.keys(columns) as ColumnName[]).map((name) => {
        const numbers = columns[name];
        const length = (numbers.length / chunkRows) * used;
        return { name, cells: new Uint8Array(numbers.slice(0, length).buffer) };
      }),
    }),
  };
}

function listsOf(writer: ListWriter, blocks: Iterable<TermBlock>): PackedList[] {
  const lists: PackedList[] = [];
  for (const { kind, firstTerm, terms, lists: offsets } of blocks) {
    writer.add(`"${kind}",${JSON.stringify(firstTerm)}`, [terms, offsets]);
    if (writer.length === blocksPerList) lists.push(writer.end());
  }
  if (writer.length > 0) lists.push(writer.end());
  return lists;
}

/** `2016-03-12` as 20160312, so that days can be compared. */
export function dayNumber(date: string | null): number {
  return date === null ? 0 : Number(date.replaceAll("-", ""));
}
