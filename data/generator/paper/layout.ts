import type { Block, FactSpec, Paper, TextStyle } from "./blocks.ts";
import { placeDrawing, placeStamp, placeTable } from "./boxes.ts";
import {
  type Cursor,
  currentPage,
  frame,
  type Layout,
  margin,
  need,
  newPage,
  paperSize,
  recordFacts,
} from "./cursor.ts";
import { wordWidth } from "./fonts.ts";
import { breakLines } from "./lines.ts";

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
