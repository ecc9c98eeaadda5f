import type { FactSpec, Paper } from "./blocks.ts";
import type { Line } from "./lines.ts";

export type Op =
  | { type: "text"; text: string; x: number; y: number; size: number; bold: boolean; color: string }
  | {
      type: "path";
      points: [number, number][];
      width: number;
      color: string;
      dash: boolean;
      close: boolean;
      fill?: string;
    }
  | { type: "image"; file: string };

export interface PageLayout {
  ops: Op[];
  rotate: boolean;
  scan: boolean;
}

/** Where a fact's quote came to stand. `splitAt`: how many characters of it stand before the page turn. */
export interface PlacedFact {
  spec: FactSpec;
  page: number;
  endPage?: number;
  splitAt?: number;
  readable: boolean;
  row?: string;
  column?: string;
}

export interface Layout {
  pages: PageLayout[];
  facts: PlacedFact[];
}

export const paperSize = { width: 595.28, height: 841.89 };
export const margin = { left: 64, right: 52, top: 58, bottom: 60 };
const gutter = 22;

export interface Cursor {
  layout: Layout;
  paper: Paper;
  columns: 1 | 2;
  column: number;
  y: number;
}

export function newPage(cursor: Cursor, columns: 1 | 2, rotate: boolean): void {
  cursor.layout.pages.push({ ops: [], rotate, scan: false });
  cursor.columns = columns;
  cursor.column = 0;
  cursor.y = margin.top;
}

export function currentPage(cursor: Cursor): PageLayout {
  const page = cursor.layout.pages.at(-1);
  if (!page) throw new Error("no page yet");
  return page;
}

export function frame(cursor: Cursor): { x: number; width: number; bottom: number } {
  const rotated = currentPage(cursor).rotate;
  const [pageWidth, pageHeight] = rotated ? [paperSize.height, paperSize.width] : [paperSize.width, paperSize.height];
  const whole = pageWidth - margin.left - margin.right;
  const width = cursor.columns === 2 ? (whole - gutter) / 2 : whole;
  return { x: margin.left + cursor.column * (width + gutter), width, bottom: pageHeight - margin.bottom };
}

/** Makes sure that `height` points are free, going on to the next column or page. */
export function need(cursor: Cursor, height: number): void {
  if (cursor.y + height <= frame(cursor).bottom) return;
  if (cursor.column + 1 < cursor.columns) {
    cursor.column += 1;
    cursor.y = margin.top;
  } else newPage(cursor, cursor.columns, false);
}

/** Finds the page (or page turn) of each quote among the lines laid out. */
export function recordFacts(cursor: Cursor, text: string, facts: FactSpec[], lines: Line[], pageOf: number[]): void {
  for (const spec of facts) {
    const start = text.indexOf(spec.quote);
    if (start < 0) throw new Error(`${cursor.paper.path}: quote of ${spec.key} is not in its block: ${spec.quote}`);
    const last = start + spec.quote.length - 1;
    const startLine = lines.findIndex((line) => start < line.end);
    const endLine = lines.findIndex((line) => last < line.end);
    const page = pageOf[startLine] ?? 1;
    const endPage = pageOf[endLine] ?? page;
    const fact: PlacedFact = { spec, page, readable: isReadable(cursor) };
    if (endPage > page) {
      const turn = lines[pageOf.indexOf(endPage)]?.start ?? start;
      Object.assign(fact, { endPage, splitAt: turn - start });
    }
    cursor.layout.facts.push(fact);
  }
}

export function isReadable(cursor: Cursor): boolean {
  return !cursor.paper.look.noToUnicode && !currentPage(cursor).scan;
}
