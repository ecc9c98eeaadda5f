import type { Block, Cell, FactSpec, Paper, TextStyle } from "./blocks.ts";
import { wordWidth } from "./fonts.ts";
import { breakLines, type Line } from "./lines.ts";

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
const margin = { left: 64, right: 52, top: 58, bottom: 60 };
const gutter = 22;

interface Cursor {
  layout: Layout;
  paper: Paper;
  columns: 1 | 2;
  column: number;
  y: number;
}

/** Lays a paper out into pages, and learns on which page each fact's quote stands. */
export function layOut(paper: Paper): Layout {
  const cursor: Cursor = { layout: { pages: [], facts: [] }, paper, columns: 1, column: 0, y: 0 };
  const first = paper.blocks[0];
  if (first?.type !== "page" && first?.type !== "scan") newPage(cursor, 1, false);
  for (const block of paper.blocks) place(cursor, block);
  addMarginalia(cursor);
  return cursor.layout;
}

function place(cursor: Cursor, block: Block): void {
  switch (block.type) {
    case "text":
      return placeText(cursor, block.text, block.style, block.facts);
    case "table":
      return placeTable(cursor, block.head, block.rows, block.widths);
    case "stamp":
      return placeStamp(cursor, block.text, block.facts, block.color);
    case "gap":
      cursor.y += block.height;
      return;
    case "page":
      return newPage(cursor, block.columns, block.rotate ?? false);
    case "drawing":
      return placeDrawing(cursor, block);
    case "scan": {
      newPage(cursor, 1, false);
      const page = currentPage(cursor);
      page.scan = true;
      page.ops.push({ type: "image", file: block.file });
    }
  }
}

function newPage(cursor: Cursor, columns: 1 | 2, rotate: boolean): void {
  cursor.layout.pages.push({ ops: [], rotate, scan: false });
  cursor.columns = columns;
  cursor.column = 0;
  cursor.y = margin.top;
}

function currentPage(cursor: Cursor): PageLayout {
  const page = cursor.layout.pages.at(-1);
  if (!page) throw new Error("no page yet");
  return page;
}

function frame(cursor: Cursor): { x: number; width: number; bottom: number } {
  const rotated = currentPage(cursor).rotate;
  const [pageWidth, pageHeight] = rotated ? [paperSize.height, paperSize.width] : [paperSize.width, paperSize.height];
  const whole = pageWidth - margin.left - margin.right;
  const width = cursor.columns === 2 ? (whole - gutter) / 2 : whole;
  return { x: margin.left + cursor.column * (width + gutter), width, bottom: pageHeight - margin.bottom };
}

/** Makes sure that `height` points are free, going on to the next column or page. */
function need(cursor: Cursor, height: number): void {
  if (cursor.y + height <= frame(cursor).bottom) return;
  if (cursor.column + 1 < cursor.columns) {
    cursor.column += 1;
    cursor.y = margin.top;
  } else newPage(cursor, cursor.columns, false);
}

function placeText(cursor: Cursor, text: string, style: TextStyle, facts: FactSpec[]): void {
  const size = style.size ?? cursor.paper.look.size;
  const leading = size * cursor.paper.look.leading;
  const left = style.left ?? 0;
  const indent = style.indent ?? 0;
  const bold = style.bold ?? false;
  if (style.keep) need(cursor, leading * (style.keep + 1));
  const width = frame(cursor).width - left;
  const { font: family, hyphenate } = cursor.paper.look;
  const measure = { family, face: bold ? "bold" : "regular", size, width, indent, hyphenate } as const;
  const measured = breakLines(text, { ...measure, indent: indent + 2, width: width - 2 });
  const pageOf: number[] = [];
  for (const [index, line] of measured.entries()) {
    need(cursor, leading);
    const box = frame(cursor);
    const x = alignedX(box.x + left + (index === 0 ? indent : 0), width, line.text, style, cursor);
    const color = style.color ?? "#000000";
    currentPage(cursor).ops.push({ type: "text", text: line.text, x, y: cursor.y, size, bold, color });
    pageOf.push(cursor.layout.pages.length);
    cursor.y += leading;
  }
  cursor.y += style.gap ?? size * 0.45;
  recordFacts(cursor, text, facts, measured, pageOf);
}

function alignedX(x: number, width: number, text: string, style: TextStyle, cursor: Cursor): number {
  if (style.align !== "center" && style.align !== "right") return x;
  const size = style.size ?? cursor.paper.look.size;
  const face = style.bold ? "bold" : "regular";
  const family = cursor.paper.look.font;
  const spare = width - textWidth(text, family, face, size);
  return x + Math.max(0, style.align === "center" ? spare / 2 : spare);
}

function textWidth(text: string, family: Paper["look"]["font"], face: "regular" | "bold", size: number): number {
  const space = wordWidth(" ", family, face, size);
  return text.split(" ").reduce((sum, word) => sum + wordWidth(word, family, face, size) + space, -space);
}

function recordFacts(cursor: Cursor, text: string, facts: FactSpec[], lines: Line[], pageOf: number[]): void {
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

function isReadable(cursor: Cursor): boolean {
  return !cursor.paper.look.noToUnicode && !currentPage(cursor).scan;
}

const cellPad = 4;

function placeTable(cursor: Cursor, head: string[], rows: Cell[][], widths: number[]): void {
  const size = cursor.paper.look.size - 1;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const row = (cells: Cell[], bold: boolean) => {
    const scale = frame(cursor).width / total;
    const columns = widths.map((width) => width * scale);
    const laid = cells.map((cell, index) =>
      breakLines(cell.text, cellMeasure(cursor, bold, size, columns[index] ?? 0)),
    );
    const height = Math.max(...laid.map((lines) => lines.length)) * size * 1.3 + 2 * cellPad;
    need(cursor, height);
    let x = frame(cursor).x;
    for (const [index, lines] of laid.entries()) {
      const width = columns[index] ?? 0;
      drawCell(cursor, lines, { x, width, height, size, bold });
      const fact = cells[index]?.fact;
      if (fact) recordCell(cursor, { ...fact, quote: cells[index]?.text ?? "" }, cells[0]?.text, head[index]);
      x += width;
    }
    cursor.y += height;
  };
  if (head.length > 0)
    row(
      head.map((text) => ({ text })),
      true,
    );
  for (const cells of rows) row(cells, false);
  cursor.y += size;
}

function cellMeasure(cursor: Cursor, bold: boolean, size: number, width: number) {
  const family = cursor.paper.look.font;
  return {
    family,
    face: bold ? ("bold" as const) : ("regular" as const),
    size,
    width: width - 2 * cellPad,
    indent: 0,
    hyphenate: false,
  };
}

function drawCell(
  cursor: Cursor,
  lines: Line[],
  box: { x: number; width: number; height: number; size: number; bold: boolean },
): void {
  const { ops } = currentPage(cursor);
  ops.push(rectangle(box.x, cursor.y, box.width, box.height, "#444444"));
  for (const [index, line] of lines.entries()) {
    const y = cursor.y + cellPad + index * box.size * 1.3;
    ops.push({
      type: "text",
      text: line.text,
      x: box.x + cellPad,
      y,
      size: box.size,
      bold: box.bold,
      color: "#000000",
    });
  }
}

function recordCell(cursor: Cursor, spec: FactSpec, row: string | undefined, column: string | undefined): void {
  const fact: PlacedFact = { spec, page: cursor.layout.pages.length, readable: isReadable(cursor) };
  if (row && row !== spec.quote) fact.row = row;
  if (column) fact.column = column;
  cursor.layout.facts.push(fact);
}

export function rectangle(x: number, y: number, width: number, height: number, color: string): Op {
  const points: [number, number][] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
  return { type: "path", points, width: 0.6, color, dash: false, close: true };
}

function placeStamp(cursor: Cursor, text: string, facts: FactSpec[], color: string): void {
  const size = cursor.paper.look.size - 1;
  const width = 250;
  const measure = { ...cellMeasure(cursor, false, size, width - 10), width: width - 24 };
  const lines = breakLines(text, measure);
  const height = lines.length * size * 1.35 + 16;
  need(cursor, height + 12);
  const x = frame(cursor).x + frame(cursor).width - width - 4;
  const { ops } = currentPage(cursor);
  ops.push(rectangle(x, cursor.y, width, height, color), rectangle(x + 2, cursor.y + 2, width - 4, height - 4, color));
  for (const [index, line] of lines.entries()) {
    ops.push({
      type: "text",
      text: line.text,
      x: x + 11,
      y: cursor.y + 8 + index * size * 1.35,
      size,
      bold: false,
      color,
    });
  }
  cursor.y += height + 14;
  recordFacts(
    cursor,
    text,
    facts,
    lines,
    lines.map(() => cursor.layout.pages.length),
  );
}

function placeDrawing(cursor: Cursor, block: Extract<Block, { type: "drawing" }>): void {
  const page = currentPage(cursor);
  for (const { points, width, dash = false, fill, close = false } of block.drawing.lines) {
    page.ops.push({ type: "path", points, width, color: "#222222", dash, close, ...(fill ? { fill } : {}) });
  }
  for (const { x, y, text, size, factKey, kind, value } of block.drawing.labels) {
    page.ops.push({ type: "text", text, x, y, size, bold: false, color: "#000000" });
    if (!factKey) continue;
    const spec = { key: factKey, kind: kind ?? "drawing-label", value: value ?? text, quote: text };
    cursor.layout.facts.push({ spec, page: cursor.layout.pages.length, readable: isReadable(cursor) });
  }
}

function addMarginalia(cursor: Cursor): void {
  const { pages } = cursor.layout;
  for (const [index, page] of pages.entries()) {
    if (page.scan) continue;
    const height = page.rotate ? paperSize.width : paperSize.height;
    const width = page.rotate ? paperSize.height : paperSize.width;
    const small = { type: "text", size: 8, bold: false, color: "#555555" } as const;
    const footer = cursor.paper.look.footer(index + 1, pages.length);
    if (footer) page.ops.push({ ...small, text: footer, x: width / 2 - footer.length * 2.1, y: height - 38 });
    const { header } = cursor.paper.look;
    if (header && index > 0) page.ops.unshift({ ...small, text: header, x: margin.left, y: 34 });
  }
}
