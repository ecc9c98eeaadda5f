import type { Block, Cell, FactSpec } from "./blocks.ts";
import { type Cursor, currentPage, frame, isReadable, need, type Op, type PlacedFact, recordFacts } from "./cursor.ts";
import { breakLines, type Line } from "./lines.ts";

const cellPad = 4;

export function placeTable(cursor: Cursor, head: string[], rows: Cell[][], widths: number[]): void {
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

function rectangle(x: number, y: number, width: number, height: number, color: string): Op {
  const points: [number, number][] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
  return { type: "path", points, width: 0.6, color, dash: false, close: true };
}

export function placeStamp(cursor: Cursor, text: string, facts: FactSpec[], color: string): void {
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

export function placeDrawing(cursor: Cursor, block: Extract<Block, { type: "drawing" }>): void {
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
