import { Recent } from "../../core/recent.ts";
import { chunkOf, chunkRows, ChunkTerms, type ColumnName, fingerprintOf, type TermBlock } from "./register-blocks.ts";
import { CaseTable } from "./register-cases.ts";
import { createListWriter, type ListWriter, type PackedList } from "./register-list.ts";
import { dayNumber, type IndexedCase, type IndexedRow, mostLikes } from "./register-pack.ts";
import { caseTerms, numberKey, type Term } from "./register-terms.ts";

/** What is written for a chunk, behind the last of its rows. */
export interface PackedChunk {
  chunk: number;
  /** Of kind, first term, start and length of the terms, start and length of the lists. */
  blocks: PackedList[];
  columns: { name: ColumnName; cells: Uint8Array<ArrayBuffer> }[];
}

export function buffersOfChunk({ blocks, columns }: PackedChunk): ArrayBuffer[] {
  const lists = blocks.flatMap(({ items, bytes }) => [items.buffer, bytes.buffer]);
  return [...lists, ...columns.map(({ cells }) => cells.buffer)];
}

/** Blocks of one list, a kilobyte or so each: D1 bounds values. */
const blocksPerList = 300;

/** What rows that are alike have in common. */
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
}

/** Of all rows: what the import's header says in the end. */
export interface ToldByChunks {
  cases: number;
  first: string | null;
  last: string | null;
  chunks: number;
}

interface Chunks {
  /** @returns the chunks that rows of a package have completed */
  add(index: Uint8Array): PackedChunk[];
  end(): { chunks: PackedChunk[]; told: ToldByChunks };
}

/** What the rows of an import are found by, chunk by chunk: a third of the work, so another thread may do it. */
export function createChunks(): Chunks {
  const firstRows = new CaseTable(1);
  const likes = new Recent<number, LikeRows>(mostLikes);
  const dates: { first: string | null; last: string | null } = { first: null, last: null };
  const blocks = createListWriter();
  const text = new TextDecoder();
  let learned = 0;
  let chunk: ChunkWriter | undefined;
  let chunks = 0;

  const learn = ({ key, case: permit }: IndexedCase, row: number): LikeRows => {
    const [low, high] = fingerprintOf(key);
    const place = firstRows.add(low, high);
    const first = (firstRows.values[place] ||= row);
    const { date, number } = permit;
    if (date !== null && (dates.first === null || date < dates.first)) dates.first = date;
    if (date !== null && (dates.last === null || date > dates.last)) dates.last = date;
    const like = { low, high, first, date: dayNumber(date), number: numberKey(number), terms: caseTerms(permit) };
    likes.set((learned += 1), like);
    return like;
  };
  const ended = (): PackedChunk[] => {
    if (!chunk) return [];
    chunks = chunk.number + 1;
    const full = chunk.end(blocks);
    chunk = undefined;
    return [full];
  };
  return {
    add: (index) => {
      const full: PackedChunk[] = [];
      for (const [row, like, low, high, ...terms] of JSON.parse(text.decode(index)) as IndexedRow[]) {
        if (chunk && chunk.number !== chunkOf(row)) full.push(...ended());
        const known = typeof like === "number" ? likes.get(like) : learn(like, row);
        if (!known) throw new Error(`row ${row} is like one that was not told`);
        chunk ??= createChunk(chunkOf(row));
        chunk.add(row, known, [low, high], terms);
      }
      return full;
    },
    end: () => ({ chunks: ended(), told: { cases: firstRows.size, ...dates, chunks } }),
  };
}

interface ChunkWriter {
  number: number;
  add(row: number, like: LikeRows, hash: readonly [number, number], ownTerms: readonly Term[]): void;
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
    add: (row, like, hash, ownTerms) => {
      const offset = row % chunkRows;
      used = offset + 1;
      columns.case[offset * 2] = like.low;
      columns.case[offset * 2 + 1] = like.high;
      columns.hash[offset * 2] = hash[0];
      columns.hash[offset * 2 + 1] = hash[1];
      columns.date[offset] = like.date;
      columns.number[offset] = like.number;
      columns.first[offset] = like.first;
      if (like.numbered?.terms !== terms)
        like.numbered = { terms, numbers: like.terms.map(([kind, term]) => terms.numberOf(kind, term)) };
      for (const one of like.numbered.numbers) terms.add(one, offset);
      for (const [kind, term] of ownTerms) terms.add(terms.numberOf(kind, term), offset);
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
