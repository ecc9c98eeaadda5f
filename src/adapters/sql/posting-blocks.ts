import type { Statement } from "./database.ts";
import { bytesOf, decodeNumbers, encodeNumbers } from "./postings.ts";

/**
 * A row of `index_postings`: the lists of neighbouring terms of a segment, under the first of them. A document has
 * thousands of terms with a few bytes each; a row for each would cost ten times what it holds.
 */
export interface PostingBlock {
  segment: string;
  term: string;
  term_count: number;
  /** A term a line. */
  terms: string;
  /** Bytes of each list. */
  lengths: unknown;
  postings: unknown;
}

export type TermList = [term: string, postings: Uint8Array];

/** A block is closed with so many terms, or bytes of postings: a query for one term reads all of it. */
const mostTerms = 64;
const mostBytes = 4096;
/** Rows of one statement: D1 binds at most 100 values. */
const rowsAtOnce = 16;

/**
 * A term as blocks are ordered by it. Databases order text by code points, JavaScript by UTF-16: they differ on letters
 * beyond the BMP (formula fonts), which are spelt out here.
 */
export function storedTerm(term: string): string {
  return term.replace(/[\uD800-\uDFFF]/g, (unit) => `\\${unit.charCodeAt(0).toString(16)}`);
}

/** Collects the lists of a segment, which come in the order of their stored terms. */
export class BlockWriter {
  /** Of all that was added. */
  terms = 0;
  readonly #segment: string;
  readonly #rows: unknown[][] = [];
  #open: TermList[] = [];
  #bytes = 0;

  constructor(segment: string) {
    this.#segment = segment;
  }

  add(term: string, postings: Uint8Array): void {
    if (this.#open.length === mostTerms || (this.#open.length > 0 && this.#bytes + postings.length > mostBytes))
      this.#close();
    this.#open.push([term, postings]);
    this.#bytes += postings.length;
    this.terms += 1;
  }

  statements(): Statement[] {
    this.#close();
    const statements: Statement[] = [];
    for (let from = 0; from < this.#rows.length; from += rowsAtOnce) {
      const rows = this.#rows.slice(from, from + rowsAtOnce);
      statements.push({
        sql: `INSERT INTO index_postings (segment, term, term_count, terms, lengths, postings)
          VALUES ${rows.map(() => "(?, ?, ?, ?, ?, ?)").join(", ")}`,
        parameters: rows.flat(),
      });
    }
    return statements;
  }

  #close(): void {
    const lists = this.#open;
    const [first] = lists;
    if (!first) return;
    const postings = new Uint8Array(this.#bytes);
    let at = 0;
    for (const [, list] of lists) {
      postings.set(list, at);
      at += list.length;
    }
    const terms = lists.map(([term]) => term).join("\n");
    const lengths = encodeNumbers(lists.map(([, list]) => list.length));
    this.#rows.push([this.#segment, first[0], lists.length, terms, lengths, postings]);
    this.#open = [];
    this.#bytes = 0;
  }
}

/** @throws RangeError when a block does not hold what it says */
export function listsOf({ terms, lengths, postings }: Omit<PostingBlock, "segment">): TermList[] {
  const bytes = bytesOf(postings);
  const names = terms.split("\n");
  const sizes = decodeNumbers(bytesOf(lengths));
  let at = 0;
  const lists = names.map((term, place): TermList => [term, bytes.subarray(at, (at += sizes[place] ?? 0))]);
  if (names.length !== sizes.length || at !== bytes.length) throw new RangeError("a block of postings is broken");
  return lists;
}
