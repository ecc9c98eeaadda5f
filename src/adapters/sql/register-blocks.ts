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

/**
 * The terms of a chunk's rows. Each has a number, and the rows of them all are kept as pairs of numbers: a list for each
 * term would be a hundred thousand small objects to the garbage collector.
 */
export class ChunkTerms {
  readonly #kinds = new Map<string, Map<string, number>>();
  /** Of each term the row that it was put to last, and one: 0 stands for none. */
  #last = new Uint32Array(1 << 14);
  #count = 0;
  #pairs = new Uint32Array(1 << 16);
  #offsets = new Uint16Array(1 << 16);
  #used = 0;

  numberOf(kind: string, term: string): number {
    let numbers = this.#kinds.get(kind);
    if (numbers === undefined) this.#kinds.set(kind, (numbers = new Map()));
    let number = numbers.get(term);
    if (number === undefined) numbers.set(term, (number = this.#count++));
    return number;
  }

  /** @param offset of a row that comes behind those of all calls before, or of the same one */
  add(term: number, offset: number): void {
    if (term >= this.#last.length) this.#last = twice(this.#last, new Uint32Array(this.#last.length * 2));
    if (this.#last[term] === offset + 1) return;
    this.#last[term] = offset + 1;
    if (this.#used === this.#pairs.length) {
      this.#pairs = twice(this.#pairs, new Uint32Array(this.#used * 2));
      this.#offsets = twice(this.#offsets, new Uint16Array(this.#used * 2));
    }
    this.#pairs[this.#used] = term;
    this.#offsets[this.#used] = offset;
    this.#used += 1;
  }

  /** By kind, then by term. */
  *blocks(): Generator<TermBlock> {
    const lists = this.#byTerm();
    for (const kind of [...this.#kinds.keys()].sort()) {
      const numbers = this.#kinds.get(kind) as Map<string, number>;
      let terms: string[] = [];
      let offsets: Uint16Array[] = [];
      let length = 0;
      for (const term of [...numbers.keys()].sort()) {
        const list = lists(numbers.get(term) as number);
        if (terms.length === mostTerms || (length + list.length > mostOffsets && terms.length > 0)) {
          yield blockOf(kind, terms, offsets, length);
          [terms, offsets, length] = [[], [], 0];
        }
        terms.push(term);
        offsets.push(list);
        length += list.length;
      }
      if (terms.length > 0) yield blockOf(kind, terms, offsets, length);
    }
  }

  /** The pairs sorted by term, as they came within each. */
  #byTerm(): (term: number) => Uint16Array {
    const ends = new Uint32Array(this.#count + 1);
    for (let at = 0; at < this.#used; at += 1) (ends[(this.#pairs[at] as number) + 1] as number) += 1;
    for (let term = 0; term < this.#count; term += 1) (ends[term + 1] as number) += ends[term] as number;
    const starts = ends.slice();
    const sorted = new Uint16Array(this.#used);
    for (let at = 0; at < this.#used; at += 1) {
      const term = this.#pairs[at] as number;
      const to = starts[term] as number;
      sorted[to] = this.#offsets[at] as number;
      starts[term] = to + 1;
    }
    return (term) => sorted.subarray(ends[term], ends[term + 1]);
  }
}

function twice<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function blockOf(kind: string, terms: readonly string[], offsets: readonly Uint16Array[], length: number): TermBlock {
  const view = new DataView(new ArrayBuffer((terms.length + length) * 2));
  let at = 0;
  const put = (value: number) => {
    view.setUint16(at, value, true);
    at += 2;
  };
  for (const list of offsets) put(list.length);
  for (const list of offsets) for (const offset of list) put(offset);
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
