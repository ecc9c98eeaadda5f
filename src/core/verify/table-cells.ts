import { foldSameLength } from "./same-length.ts";
import { unitAt } from "./units.ts";

/** The rows of a table that a quote touches. */
export interface QuotedTable {
  rows: readonly QuotedRow[];
  /** Heads of the columns; none when the table stands without, or goes on from the page before. */
  heads: readonly string[];
  /** The table begins at the top of its page, or ends at its foot: it may run over the turn. */
  opensPage: boolean;
  closesPage: boolean;
}

interface QuotedRow {
  cells: readonly string[];
  /** Which of them are quoted. */
  quoted: readonly boolean[];
}

interface Line {
  text: string;
  start: number;
  end: number;
}

/** @returns undefined when the range touches no table row */
export function readTable(text: string, start: number, end: number): QuotedTable | undefined {
  const lines = linesOf(text);
  const touched = lines.filter((line) => line.start < end && start < line.end && line.text.includes("\t"));
  const [first] = touched;
  if (!first) return undefined;
  let top = lines.indexOf(first);
  while (lines[top - 1]?.text.includes("\t")) top -= 1;
  let bottom = top;
  while (lines[bottom + 1]?.text.includes("\t")) bottom += 1;
  const cells = (lines[top]?.text ?? "").split("\t");
  const opensWithHeads = lines[top] === first && touched.length > 1;
  const heads = (lines[top] !== first || opensWithHeads) && mayBeHeads(cells) ? cells : [];
  const rows = opensWithHeads && heads.length > 0 ? touched.slice(1) : touched;
  return {
    rows: rows.map((line) => rowOf(line, start, end)),
    heads,
    opensPage: writtenLines(lines.slice(0, top)) <= mostFurniture,
    closesPage: writtenLines(lines.slice(bottom + 1)) <= mostFurniture,
  };
}

/** Running heads, feet and page numbers between a table and the edge of its page. */
const mostFurniture = 3;

function writtenLines(lines: readonly Line[]): number {
  return lines.filter(({ text }) => text.trim() !== "").length;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const found = { text: line, start, end: start + line.length };
    start += line.length + 1;
    return found;
  });
}

function rowOf(line: Line, start: number, end: number): QuotedRow {
  let at = line.start;
  const cells = line.text.split("\t");
  const quoted = cells.map((cell) => {
    const touched = at < end && start < at + cell.length;
    at += cell.length + 1;
    return touched;
  });
  return { cells, quoted };
}

/** A row that holds figures is no row of heads. */
function mayBeHeads(cells: readonly string[]): boolean {
  return !cells.slice(1).some((cell) => /^\W*\d/u.test(cell));
}

/** The heads that a table which opens a page takes from a row quoted on the page before, at whose foot its table ends. */
export function headsOverTurn(table: QuotedTable, before: QuotedTable): readonly string[] {
  const [row, ...others] = before.rows;
  const fits = row && others.length === 0 && table.rows.every(({ cells }) => cells.length === row.cells.length);
  return fits && table.opensPage && before.closesPage && mayBeHeads(row.cells) ? row.cells : [];
}

export interface CellPlace {
  label: string;
  head: string;
}

/** A cell's statement inside the text of all of them. */
export interface PlacedCell extends CellPlace {
  start: number;
  end: number;
}

/** Each quoted cell in one sentence with its row's and its column's head: `3MN – Maksymalna wysokość [m]: 11,50 m`. */
export function statementsOf({ rows }: QuotedTable, heads: readonly string[]): { text: string; cells: PlacedCell[] } {
  const placed: PlacedCell[] = [];
  let text = "";
  for (const { cells, quoted } of rows) {
    const label = cells[0]?.trim() ?? "";
    for (const [index, cell] of cells.entries()) {
      if (index === 0 || !quoted[index]) continue;
      const head = heads[index]?.trim() ?? "";
      const statement = `${label} – ${head}: ${withUnit(cell.trim(), head || label)}`;
      if (text !== "") text += "\n\n";
      placed.push({ label, head, start: text.length, end: text.length + statement.length });
      text += statement;
    }
  }
  return { text, cells: placed };
}

/** Heads of the quoted cells, to cover the words of a claim. */
export function headsOf({ rows, heads }: QuotedTable): string[] {
  const found = rows.flatMap(({ cells, quoted }) =>
    quoted.flatMap((touched, index) =>
      touched ? [heads[index]?.trim() ?? "", index > 0 ? (cells[0]?.trim() ?? "") : ""] : [],
    ),
  );
  return [...new Set(found.filter(Boolean))];
}

/** A bare number takes the unit that its head names: „[m]”, „Liczba kondygnacji”. */
function withUnit(cell: string, head: string): string {
  if (!/\d$/.test(cell)) return cell;
  const bracketed = /[[(]\s*([^\])]{1,12}?)\s*[\])]/u.exec(head)?.[1];
  if (bracketed && unitAt(foldSameLength(bracketed))) return `${cell} ${bracketed}`;
  const counted = /^(?:liczba|ilość)\s+(kondygnacji|miejsc|lokali|mieszkań|pięter)/iu.exec(head)?.[1];
  return counted ? `${cell} ${counted}` : cell;
}
