import { foldSameLength } from "./same-length.ts";
import { unitAt } from "./units.ts";

/** What the cells of a table say that a quote is taken from. */
export interface TableCells {
  /** Each cell in one sentence with its row's and its column's head: `3MN – Maksymalna wysokość [m]: 11,50 m`. */
  statements: string;
  /** Heads of the quoted cells, to cover the words of a claim. */
  heads: string[];
}

interface Cell {
  text: string;
  start: number;
  end: number;
}

/** @returns undefined when the range touches no table row */
export function readTableCells(text: string, start: number, end: number): TableCells | undefined {
  const lines = linesOf(text);
  const rows = lines.filter((line) => line.start < end && start < line.end && line.text.includes("\t"));
  if (rows.length === 0) return undefined;
  const statements: string[] = [];
  const heads = new Set<string>();
  for (const row of rows) {
    const cells = cellsOf(row);
    const label = cells[0]?.text.trim() ?? "";
    const columns = columnHeads(lines, row);
    for (const [index, cell] of cells.entries()) {
      if (cell.end <= start || end <= cell.start) continue;
      const head = columns[index]?.trim() ?? "";
      if (head) heads.add(head);
      if (index === 0) continue;
      heads.add(label);
      statements.push(`${label} – ${head}: ${withUnit(cell.text.trim(), head || label)}`);
    }
  }
  return { statements: statements.join("\n\n"), heads: [...heads] };
}

function linesOf(text: string): Cell[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const found = { text: line, start, end: start + line.length };
    start += line.length + 1;
    return found;
  });
}

function cellsOf(row: Cell): Cell[] {
  let start = row.start;
  return row.text.split("\t").map((cell) => {
    const found = { text: cell, start, end: start + cell.length };
    start += cell.length + 1;
    return found;
  });
}

/** The first row of the block of rows, unless it holds figures: then the table has no heads. */
function columnHeads(lines: readonly Cell[], row: Cell): string[] {
  let at = lines.indexOf(row);
  while (lines[at - 1]?.text.includes("\t")) at -= 1;
  const first = lines[at];
  if (!first || first === row) return [];
  const heads = first.text.split("\t");
  return heads.slice(1).some((head) => /^\W*\d/u.test(head)) ? [] : heads;
}

/** A bare number takes the unit that its head names: „[m]”, „Liczba kondygnacji”. */
function withUnit(cell: string, head: string): string {
  if (!/\d$/.test(cell)) return cell;
  const bracketed = /[[(]\s*([^\])]{1,12}?)\s*[\])]/u.exec(head)?.[1];
  if (bracketed && unitAt(foldSameLength(bracketed))) return `${cell} ${bracketed}`;
  const counted = /^(?:liczba|ilość)\s+(kondygnacji|miejsc|lokali|mieszkań|pięter)/iu.exec(head)?.[1];
  return counted ? `${cell} ${counted}` : cell;
}
