import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { Recent } from "../../core/recent.ts";
import { fingerprintOf } from "./register-blocks.ts";
import { createBodyWriter, type PrintedBody } from "./register-body.ts";
import { createListWriter, type PackedList } from "./register-list.ts";
import { parcelTerms, type Term, type TermCase } from "./register-terms.ts";

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
  /** `IndexedRow`s in JSON (UTF-8): what register-chunks.ts makes columns and terms of. */
  index: Uint8Array<ArrayBuffer>;
  /** Of all rows so far: what the import's header says in the end. */
  told: { kept: number; columns: string };
}

/** `like`: what the row has in common with those before it that were told as the same, or the number of that telling. */
export type IndexedRow = [
  row: number,
  like: IndexedCase | number,
  hashLow: number,
  hashHigh: number,
  ...ownTerms: Term[],
];

/** Each told is numbered, from 1. */
export interface IndexedCase {
  key: string;
  case: TermCase;
}

/** Rows of one package: bounds memory, and keeps a running service waiting for moments only. */
const rowsPerPackage = 500;
/**
 * Tellings that are remembered on either side (`Recent`, put in by the same rows): the reader of registers keeps about as
 * many cases of which more rows are awaited.
 */
export const mostLikes = 256;

/** @param entries in the order of their rows, each of them asked for before the next stretch is */
export async function* packRows(entries: AsyncIterable<Iterable<RegisterEntry>>): AsyncGenerator<PackedRows> {
  const packer = createPacker();
  for await (const stretch of entries)
    for (const entry of stretch) {
      packer.add(entry);
      if (packer.length >= rowsPerPackage) yield packer.end();
    }
  yield packer.end();
}

/** What a thread hands over with a package. */
export function buffersOf({ rows, index }: PackedRows): ArrayBuffer[] {
  return [rows.items.buffer, rows.bytes.buffer, index.buffer];
}

interface LikeRows {
  number: number;
  body: PrintedBody;
}

/** For rows that come one by one. */
function createPacker() {
  const bodies = createBodyWriter();
  const rows = createListWriter();
  const likes = new Recent<object, LikeRows>(mostLikes);
  let index: string[] = [];
  let learned = 0;
  let kept = 0;

  const learn = (entry: RegisterEntry): LikeRows => {
    const { case: permit, alike } = entry;
    const like = { number: (learned += 1), body: bodies.print(permit, alike?.apart ?? []) };
    likes.set(alike ?? entry, like);
    return like;
  };
  return {
    get length() {
      return rows.length;
    },
    add: (entry: RegisterEntry): void => {
      const known = entry.alike && likes.get(entry.alike);
      let body = known && bodies.write(known.body, entry.case);
      let like = `${known?.number}`;
      if (body === undefined) {
        body = bodies.write(learn(entry).body, entry.case) as string;
        like = JSON.stringify({ key: entry.caseKey, case: termCase(entry.case) } satisfies IndexedCase);
      }
      rows.add(`${entry.row},${JSON.stringify(entry.caseKey)},"${entry.sha256}"`, [body]);
      const own = JSON.stringify(parcelTerms(entry.case)).slice(1, -1);
      index.push(`[${entry.row},${like},${fingerprintOf(entry.sha256).join()}${own === "" ? "" : `,${own}`}]`);
      kept += 1;
    },
    end: (): PackedRows => {
      const packed = { rows: rows.end(), index: encoder.encode(`[${index.join(",")}]`) };
      index = [];
      return { ...packed, told: { kept, columns: bodies.columns() } };
    },
  };
}

const encoder = new TextEncoder();

/** All that terms and columns are made of, but for the parcels. */
function termCase(permit: RegisterEntry["case"]): TermCase {
  const { date, number, rawNumber, possibleNumbers, outcome, description } = permit;
  const { signature, address, investor, licences, category } = permit;
  return {
    date,
    number,
    rawNumber,
    possibleNumbers,
    outcome,
    description,
    signature,
    address,
    investor,
    licences,
    category,
  };
}

/** `2016-03-12` as 20160312, so that days can be compared. */
export function dayNumber(date: string | null): number {
  return date === null ? 0 : Number(date.replaceAll("-", ""));
}
