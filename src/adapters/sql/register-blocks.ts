/*
 * How an import keeps what its rows are found and sorted by. A chunk is the rows whose number, divided by `chunkRows`,
 * is the chunk's; within it a row is its offset. Written once and in order, read a few kilobytes a chunk:
 * - blocks of sorted terms, each with the offsets of its rows;
 * - columns: one number of 4 or 8 bytes for every offset, zero where there is no row (blank, refused).
 */

export const chunkRows = 32_768;

export function chunkOf(row: number): number {
  return Math.floor(row / chunkRows);
}

/** Terms of one block: a look-up decodes one in each chunk. */
const mostTerms = 64;
/** Offsets of one block, unless a single term has more: D1 bounds a value. */
const mostOffsets = 16_384;

/** One row of `register_terms`. */
export interface TermBlock {
  kind: string;
  firstTerm: string;
  /** The terms, a line each. */
  terms: string;
  /** Uint16, little endian: the length of each term's list, then the lists. */
  lists: Uint8Array;
}

/** Offsets by term, rising. A single one is kept as itself: most terms of a register stand in one row. */
export type TermLists = Map<string, number | number[]>;

export function addTo(lists: TermLists, term: string, offset: number): void {
  const known = lists.get(term);
  if (known === undefined) lists.set(term, offset);
  else if (typeof known === "number") {
    if (known !== offset) lists.set(term, [known, offset]);
  } else if (known[known.length - 1] !== offset) known.push(offset);
}

export function blocksOf(kind: string, lists: TermLists): TermBlock[] {
  const blocks: TermBlock[] = [];
  let terms: string[] = [];
  let offsets = 0;
  const close = () => {
    if (terms.length > 0) blocks.push(blockOf(kind, terms, lists));
    terms = [];
    offsets = 0;
  };
  for (const term of [...lists.keys()].sort()) {
    const list = lists.get(term) as number | number[];
    const length = typeof list === "number" ? 1 : list.length;
    if (terms.length === mostTerms || offsets + length > mostOffsets) close();
    terms.push(term);
    offsets += length;
  }
  close();
  return blocks;
}

function blockOf(kind: string, terms: readonly string[], lists: TermLists): TermBlock {
  const all = terms.map((term) => {
    const list = lists.get(term) as number | number[];
    return typeof list === "number" ? [list] : list;
  });
  const length = all.reduce((sum, list) => sum + list.length, terms.length);
  const view = new DataView(new ArrayBuffer(length * 2));
  let at = 0;
  const put = (value: number) => {
    view.setUint16(at, value, true);
    at += 2;
  };
  for (const list of all) put(list.length);
  for (const list of all) for (const offset of list) put(offset);
  return { kind, firstTerm: terms[0] ?? "", terms: terms.join("\n"), lists: new Uint8Array(view.buffer) };
}

/** The terms of a block in their order, each with the offsets of its rows. */
export function eachTerm(
  { terms, lists }: Pick<TermBlock, "terms" | "lists">,
  visit: (term: string, offsets: Uint16Array) => void,
): void {
  const names = terms.split("\n");
  const numbers = uint16Of(lists);
  let at = names.length;
  for (const [index, name] of names.entries()) {
    const end = at + (numbers[index] ?? 0);
    visit(name, numbers.subarray(at, end));
    at = end;
  }
}

/** Of bytes that may begin anywhere in a buffer; D1 gives arrays of numbers. */
function uint16Of(bytes: Uint8Array | ArrayBuffer | readonly number[]): Uint16Array {
  const own = Uint8Array.from(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes);
  return new Uint16Array(own.buffer);
}

/** See `uint16Of`. */
export function uint32Of(bytes: Uint8Array | ArrayBuffer | readonly number[]): Uint32Array {
  const own = Uint8Array.from(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes);
  return new Uint32Array(own.buffer);
}

/**
 * Columns of a chunk. `case` and `hash`: two numbers a row (`fingerprintOf` the case's key, and the row's hash);
 * `date`: of the decision as yyyymmdd, 0 when it has none; `number`:
 * its number as `numberKey` of register-terms.ts has it; `first`: number of the row that opened the case in this import.
 */
export type ColumnName = "case" | "hash" | "date" | "number" | "first";

/** 64 bits of a text as two numbers of 32: tells a million keys apart but for one chance in many millions. */
export function fingerprintOf(text: string): [low: number, high: number] {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 2_654_435_761);
    high = Math.imul(high ^ code, 1_597_334_677);
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  // Zero stands for "no row".
  return [low >>> 0, high >>> 0 || 1];
}
