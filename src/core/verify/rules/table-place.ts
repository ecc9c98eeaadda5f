import type { Fault } from "../evidence.ts";
import { sameLemma } from "../inflected.ts";
import { contradicted, unsupported } from "../rule.ts";
import { foldSameLength } from "../same-length.ts";
import type { CellPlace } from "../table-cells.ts";

/** A figure of a table cell: one value for a row and a column. */
interface CellFigure {
  value: number;
  unit: string;
  cell: CellPlace;
}

/**
 * Rule 4 of DESIGN §5 in a table: the figure is that of the row which the claim names, and where the row holds others
 * of its unit, of the column which the claim names last before it.
 * @param said the claim's text around the figure, from the beginning of its part; `at`: where in it the figure stands
 * @param fitting cells with the claim's value; `all`: every cell of the cited tables
 */
export function checkTablePlace(
  said: string,
  at: number,
  fitting: readonly CellFigure[],
  all: readonly CellFigure[],
): Fault[] {
  const named = [...new Set(all.map(({ cell }) => cell.label))].filter((label) => mentions(said, label));
  const inRow = named.length > 0 ? fitting.filter(({ cell }) => named.includes(cell.label)) : fitting;
  const [first] = fitting;
  if (inRow.length === 0 && first) {
    const detail = `W cytowanej tabeli ta liczba stoi w wierszu „${first.cell.label}”, a nie „${named[0] ?? ""}”.`;
    return [contradicted("figure_of_other_row", detail)];
  }
  const faults = inRow.map((figure) => checkColumn(said, at, figure, all));
  return faults.some((found) => found.length === 0) ? [] : (faults[0] ?? []);
}

function checkColumn(said: string, at: number, figure: CellFigure, all: readonly CellFigure[]): Fault[] {
  const { label, head } = figure.cell;
  const rivals = all.filter(
    ({ cell, unit, value }) =>
      cell.label === label && cell.head !== head && unit === figure.unit && value !== figure.value,
  );
  if (head === "" || rivals.length === 0) return [];
  const heads = [head, ...rivals.map(({ cell }) => cell.head)];
  const told = heads.map((name) => ({ name, at: lastMention(said.slice(0, at), name, heads) }));
  const [last] = told.filter((mention) => mention.at >= 0).sort((a, b) => b.at - a.at);
  if (last?.name === head) return [];
  if (!last) {
    const detail = `Wiersz „${label}” ma w cytowanej tabeli kilka wartości; twierdzenie nie mówi, że to „${head}”.`;
    return [unsupported("column_not_told", detail)];
  }
  return [
    contradicted(
      "figure_of_other_column",
      `W cytowanej tabeli ta liczba stoi w kolumnie „${head}”, a nie „${last.name}”.`,
    ),
  ];
}

/** Where a word stands last that this head has and the others have not; -1: nowhere. */
function lastMention(text: string, head: string, heads: readonly string[]): number {
  const others = heads.filter((other) => other !== head).flatMap(tokens);
  const own = tokens(head).filter((token) => !others.some((other) => sameLemma(token, other)));
  const found = [...foldSameLength(text).matchAll(/[a-z]+/g)].findLast(([token]) =>
    own.some((word) => sameLemma(word, token)),
  );
  return found?.index ?? -1;
}

/** Every word of the label, or the label as it is written („3MN”), stands in the text. */
function mentions(text: string, label: string): boolean {
  const words = tokens(label);
  const there = tokens(text);
  if (/\d/.test(label))
    return new RegExp(
      String.raw`(?<![\p{L}\d])${label.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)}(?![\p{L}\d])`,
      "iu",
    ).test(text);
  return words.length > 0 && words.every((word) => there.some((other) => sameLemma(word, other)));
}

function tokens(text: string): string[] {
  return foldSameLength(text).match(/[a-z]{2,}/g) ?? [];
}
