import type {
  ConflictDraft,
  PaperConflictDraft,
  QuestionDraft,
  RegisterFile,
  SourceDraft,
  TrapDraft,
} from "./model.ts";
import type { ConflictTruth, DocumentTruth, FactTruth, QuestionTruth, SourceTruth, TrapTruth } from "./ground-truth.ts";
import type { Block, Paper } from "./paper/blocks.ts";
import type { Layout, PlacedFact } from "./paper/cursor.ts";
import { layOut } from "./paper/layout.ts";
import { drawHtml, drawText, factsOnOnePage } from "./paper/markup.ts";
import { drawPdf } from "./paper/pdf.ts";
import type { WrittenPage } from "./paraphrases.ts";
import { encodeWindows1250 } from "./paper/windows-1250.ts";

interface Drawn {
  bytes: Uint8Array;
  truth: DocumentTruth;
  facts: FactTruth[];
  /** What a reader finds on each page, white space folded; unreadable pages are left out. */
  pages: WrittenPage[];
}

/** One paper as bytes, with what is true of it: the layout tells on which page each quote came to stand. */
export async function drawPaper(paper: Paper): Promise<Drawn> {
  const layout = paper.format === "pdf" ? layOut(paper) : undefined;
  const bytes = layout ? await drawPdf(paper, layout) : encodeMarkup(paper);
  const placed = layout?.facts ?? factsOnOnePage(paper);
  const truth = documentTruth(paper, layout);
  return {
    bytes,
    truth,
    facts: placed.map((fact) => factTruth(paper, fact)),
    pages: writtenPages(paper, layout, truth),
  };
}

function writtenPages({ path, blocks }: Paper, layout: Layout | undefined, truth: DocumentTruth): WrittenPage[] {
  const texts = layout
    ? layout.pages.map(({ ops }) => ops.flatMap((op) => (op.type === "text" ? [op.text] : [])))
    : [blocks.flatMap(textsOf)];
  return texts.flatMap((lines, index) => {
    const page = index + 1;
    if (truth.unreadablePages?.includes(page)) return [];
    const text = lines.join(" ").replace(/\s+/gu, " ");
    return [{ document: path, page, text: text.replace(/(?<=\p{L})- (?=\p{Ll})/gu, "") }];
  });
}

function textsOf(block: Block): string[] {
  if (block.type === "text" || block.type === "stamp") return [block.text];
  return block.type === "table" ? [...block.head, ...block.rows.flatMap((row) => row.map(({ text }) => text))] : [];
}

function encodeMarkup(paper: Paper): Uint8Array {
  if (paper.format === "html-word") return encodeWindows1250(drawHtml(paper));
  return new TextEncoder().encode(paper.format === "html" ? drawHtml(paper) : drawText(paper));
}

function documentTruth(paper: Paper, layout: Layout | undefined): DocumentTruth {
  const { path, kind, title, signature, number, authority, date, parcels, address, outcome, duplicateOf } = paper;
  const unreadable = (layout?.pages ?? []).flatMap((page, index) =>
    page.scan || paper.look.noToUnicode ? [index + 1] : [],
  );
  return {
    path,
    kind,
    title,
    pages: layout?.pages.length ?? 1,
    ...(signature ? { signature } : {}),
    ...(number ? { number } : {}),
    ...(authority ? { authority } : {}),
    ...(date ? { date } : {}),
    parcels,
    ...(address ? { address } : {}),
    ...(outcome ? { outcome } : {}),
    ...(unreadable.length > 0 ? { unreadablePages: unreadable } : {}),
    ...(duplicateOf ? { duplicateOf } : {}),
    ...(paper.traps.length > 0 ? { traps: paper.traps } : {}),
  };
}

function factTruth(paper: Paper, { spec, page, endPage, splitAt, readable, row, column }: PlacedFact): FactTruth {
  return {
    id: spec.key,
    document: paper.path,
    page,
    ...(endPage ? { endPage } : {}),
    ...(splitAt ? { splitAt } : {}),
    quote: spec.quote.replace(/\s+/g, " "),
    ...(row ? { row } : {}),
    ...(column ? { column } : {}),
    readable,
    kind: spec.kind,
    value: spec.value,
  };
}

/** What was promised by key, found on its page. A key that nothing bears is a fault of the generator, and stops it. */
export interface Index {
  facts: Map<string, FactTruth>;
  documents: Map<string, DocumentTruth>;
  rows: Map<string, { register: string; row: number }[]>;
  /** Path → paths of the files with the same bytes. */
  copies: Map<string, string[]>;
}

export function makeIndex(documents: DocumentTruth[], facts: FactTruth[], registers: RegisterFile[]): Index {
  const index: Index = { facts: new Map(), documents: new Map(), rows: new Map(), copies: new Map() };
  for (const fact of facts) put(index.facts, fact.id, fact);
  for (const document of documents) {
    put(index.documents, document.path, document);
    if (!document.duplicateOf) continue;
    index.copies.set(document.duplicateOf, [...(index.copies.get(document.duplicateOf) ?? []), document.path]);
  }
  for (const { name, rows } of registers) {
    for (const [key, numbers] of rows) {
      // The city's files repeat rows of each other: either place is the case's.
      index.rows.set(key, [...(index.rows.get(key) ?? []), ...numbers.map((row) => ({ register: name, row }))]);
    }
  }
  return index;
}

function put<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.has(key)) throw new Error(`two things are called ${key}`);
  map.set(key, value);
}

function get<T>(map: Map<string, T>, key: string, asked: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing is called ${key}, which is needed for: ${asked}`);
  return value;
}

/** Where all are asked for, one place a source is enough: copies and further rows would ask for more than there is. */
function resolveSource(index: Index, source: SourceDraft, all: boolean, asked: string): SourceTruth[] {
  if ("row" in source) {
    // A register need not hold what the papers hold: which rows there are is the registers' own affair.
    const rows = index.rows.get(source.row) ?? [];
    return all ? rows.slice(0, 1) : rows;
  }
  const { document, page } = "fact" in source ? get(index.facts, source.fact, asked) : source;
  get(index.documents, document, asked);
  const copies = all ? [] : (index.copies.get(document) ?? []);
  return [document, ...copies].map((path) => ({ document: path, page }));
}

export function resolveQuestion(index: Index, draft: QuestionDraft, id: string): QuestionTruth {
  const { family, style, question, outcome, all, values, forbidden, why } = draft;
  const sources = draft.sources.flatMap((source) => resolveSource(index, source, all ?? false, question));
  if (outcome === "answered" && sources.length === 0) throw new Error(`no source is left for: ${question}`);
  const places = new Map(sources.map((source) => [JSON.stringify(source), source]));
  const expect = { outcome, sources: [...places.values()], ...(all ? { all } : {}), values, forbidden };
  return { id, family, style, question, expect, ...(why ? { why } : {}) };
}

export function resolveConflict(index: Index, draft: ConflictDraft): ConflictTruth {
  const asked = `conflict of ${draft.signature}`;
  const [row] = get(index.rows, draft.row, asked);
  const fact = get(index.facts, draft.fact, asked);
  if (!row) throw new Error(`${draft.row} has no row`);
  return {
    field: draft.field,
    signature: draft.signature,
    register: { file: row.register, row: row.row, value: draft.registerValue },
    document: { path: fact.document, page: fact.page, value: draft.documentValue },
  };
}

export function resolvePaperConflict(index: Index, draft: PaperConflictDraft): ConflictTruth {
  const { field, signature, documentValue, other } = draft;
  const asked = `papers at odds of ${signature}`;
  const fact = get(index.facts, draft.fact, asked);
  get(index.documents, other.document, asked);
  return {
    field,
    signature,
    other: { path: other.document, page: 1, value: other.value },
    document: { path: fact.document, page: fact.page, value: documentValue },
  };
}

export function resolveTrap(index: Index, { name, document, fact, page, note }: TrapDraft): TrapTruth {
  get(index.documents, document, `trap ${name}`);
  const at = fact ? get(index.facts, fact, `trap ${name}`).page : page;
  return { name, document, ...(at ? { page: at } : {}), note };
}
