import type { Found } from "../../identity/found.ts";
import type { Bound } from "../bounds.ts";
import type { Range } from "../../text/sentences.ts";
import { align, groundsOfPart, partsOf } from "../align.ts";
import type { ClaimReading } from "../claim-reading.ts";
import type { CellPlace } from "../table-cells.ts";
import { checkTablePlace } from "./table-place.ts";
import { meansTheSame } from "../vocabulary.ts";
import type { Fault } from "../evidence.ts";
import type { Ground } from "../ground.ts";
import { type Quantity } from "../quantities.ts";
import type { Reading } from "../reading.ts";
import { isCount } from "./counts.ts";
import { type Case, contradicted, unsupported } from "../rule.ts";
import { saidIn } from "../said-in.ts";
import { foldSameLength } from "../same-length.ts";
import { printUnit } from "../units.ts";

interface HeldFigure {
  value: Quantity;
  /** What it measures, as the words around it tell. */
  measure: string | undefined;
  /** Where in a table it stands. */
  cell?: CellPlace;
}

/**
 * Rule 4 of DESIGN §5: every figure of the claim stands in a quote, its headings or a register's column with the same
 * unit and the same limit, and measures the same thing.
 */
export function checkFigures({ claim, grounds, derived }: Case): Fault[] {
  const parts = partsOf(claim);
  const counts = derived.filter(({ op }) => op === "count").map(({ count }) => count);
  return claim.quantities.filter(claim.isFree).flatMap((figure) => {
    if (isCount(figure) && counts.includes(figure.value.value)) return [];
    if (isCitedPage(claim.text, figure, grounds) || isYear(figure.value, grounds)) return [];
    const measure = measureOf(claim.text, figure);
    const part = parts.find(({ start, end }) => start <= figure.start && figure.start < end);
    const own = part ? groundsOfPart(part, claim, grounds) : grounds;
    const faults = judge(figure, measure, own.flatMap(figuresOf), own);
    if (faults.length > 0) return faults;
    return [...checkClause(figure, claim, grounds), ...checkCells(figure, part, claim, own.flatMap(figuresOf))];
  });
}

function figuresOf(ground: Ground): HeldFigure[] {
  const { source, headings, quoted, cells } = ground;
  const measured = ({ text }: Reading, figures: readonly Found<Quantity>[]): HeldFigure[] =>
    figures.map((figure) => ({ value: figure.value, measure: measureOf(text, figure) }));
  // A number without unit in a heading is its label: „Rozdział 2”.
  const ofHeadings = measured(
    headings,
    headings.quantities.filter(({ value }) => value.unit !== ""),
  );
  if (!cells) {
    const isQuoted = ({ start, end }: Found<Quantity>) => quoted.start <= start && end <= quoted.end;
    return [...measured(source, source.quantities.filter(isQuoted)), ...ofHeadings];
  }
  const { reading, places } = cells;
  const placed = reading.quantities.map((figure): HeldFigure => {
    const cell = places.find(({ start, end }) => start <= figure.start && figure.end <= end);
    return { value: figure.value, measure: measureOf(reading.text, figure), ...(cell ? { cell } : {}) };
  });
  // A cell's bare number may be told without the unit and the limit that its head gives.
  const bare = source.quantities.filter(({ value }) => value.unit === "" && value.bound === "");
  return [...placed, ...measured(source, bare), ...ofHeadings];
}

function judge(
  figure: Found<Quantity>,
  measure: string | undefined,
  held: readonly HeldFigure[],
  grounds: readonly Ground[],
): Fault[] {
  const { value } = figure;
  const printed = print(value);
  const equal = held.filter((other) => other.value.value === value.value);
  const inUnit = equal.filter((other) => other.value.unit === value.unit && countsTheSame(figure, other.value));
  if (inUnit.length === 0) {
    if (value.unit === "" && grounds.some((ground) => ground.quotedTokens.has(figure.text.toUpperCase()))) return [];
    const [other] = equal;
    if (other)
      return [
        contradicted("figure_unit", `Twierdzenie podaje ${printed}, a w cytowanym miejscu jest ${print(other.value)}.`),
      ];
    const alike = held.find((candidate) => candidate.value.unit === value.unit && value.unit !== "");
    if (!alike) return [unsupported("figure_missing", `W cytowanym miejscu nie ma liczby ${printed}.`)];
    return [contradicted("figure_other", `W cytowanym miejscu nie ma liczby ${printed}; jest ${print(alike.value)}.`)];
  }
  const bounded = inUnit.filter((other) => other.value.bound === value.bound);
  if (bounded.length === 0) {
    const bound = inUnit[0]?.value.bound ?? "";
    const detail = `Twierdzenie mówi „${boundNames[value.bound]} ${printed}”, a w cytowanym miejscu jest „${boundNames[bound]} ${printed}”.`;
    return [
      value.bound !== "" && bound !== "" ? contradicted("figure_limit", detail) : unsupported("figure_limit", detail),
    ];
  }
  if (measure === undefined || bounded.some((other) => other.measure === undefined || other.measure === measure))
    return [];
  const detail = `Liczba ${printed} to w cytowanym miejscu ${bounded[0]?.measure ?? ""}, a nie ${measure}.`;
  return [contradicted("figure_of_other_thing", detail)];
}

/** „zmieniła się z 651 m³ na 716 m³”: all values of a row in their order need no heads. */
function tellsWholeRow(
  said: readonly Found<Quantity>[],
  unit: string,
  part: Range,
  held: readonly HeldFigure[],
): boolean {
  const told = said.filter(({ start, value }) => part.start <= start && start < part.end && value.unit === unit);
  const rows = new Map<string, number[]>();
  for (const { cell, value } of held) {
    if (cell && value.unit === unit) rows.set(cell.label, [...(rows.get(cell.label) ?? []), value.value]);
  }
  const values = told.map(({ value }) => value.value).join(" ");
  return told.length > 1 && [...rows.values()].some((row) => row.join(" ") === values);
}

function checkCells(
  figure: Found<Quantity>,
  part: Range | undefined,
  claim: ClaimReading,
  held: readonly HeldFigure[],
): Fault[] {
  const { value, unit } = figure.value;
  const equal = held.filter((other) => other.value.value === value && other.value.unit === unit);
  if (!part || equal.some(({ cell }) => !cell)) return [];
  const placed = (figures: readonly HeldFigure[]) =>
    figures.flatMap((one) => (one.cell ? [{ value: one.value.value, unit: one.value.unit, cell: one.cell }] : []));
  const said = claim.text.slice(part.start, part.end);
  if (tellsWholeRow(claim.quantities, unit, part, held)) return [];
  return checkTablePlace(said, figure.start - part.start, placed(equal), placed(held));
}

/** Where the clause that says the same has one figure of this unit, the claim's one figure is this and no other quote's. */
function checkClause(figure: Found<Quantity>, claim: ClaimReading, grounds: readonly Ground[]): Fault[] {
  const { value } = figure;
  const alignment = align(claim, grounds).find(({ range }) => range.start <= figure.start && figure.start < range.end);
  const clause = alignment?.clause;
  if (!alignment || !clause || clause.ground.cells || value.unit === "") return [];
  const inRange =
    ({ start, end }: Range) =>
    (other: Found<Quantity>) =>
      start <= other.start && other.end <= end && other.value.unit === value.unit;
  const said = claim.quantities.filter(inRange(alignment.range));
  const held = clause.ground.source.quantities.filter(inRange(clause.range));
  const [only] = held;
  if (said.length !== 1 || held.length !== 1 || !only || only.value.value === value.value) return [];
  const detail = `Zdanie źródła, które o tym mówi, podaje ${print(only.value)}, a nie ${print(value)}.`;
  return [contradicted("figure_of_other_clause", detail)];
}

const boundNames: Readonly<Record<Bound, string>> = {
  max: "najwyżej",
  min: "co najmniej",
  about: "około",
  "": "dokładnie",
};

/** „dwóch budynków”: a number in words counts what stands behind it, there and here. */
function countsTheSame({ text, value }: Found<Quantity>, other: Quantity): boolean {
  if (/\d/.test(text) || value.unit !== "" || value.counted.length === 0) return true;
  return value.counted.some((word) => other.counted.some((counted) => meansTheSame(word, counted)));
}

function print({ value, unit }: Quantity): string {
  const number = String(value).replace(".", ",");
  return /^[a-z]+\.$/u.test(unit) ? `${unit} ${number}` : `${number} ${printUnit(unit)}`.trim();
}

/** „(s. 3)” names the page that is cited. */
function isCitedPage(text: string, { value, start }: Found<Quantity>, grounds: readonly Ground[]): boolean {
  const called = /(?<!\p{L})(?:s\.|str\.|stron\p{L}*)\s*$/iu.test(text.slice(Math.max(0, start - 10), start));
  return called && grounds.some(({ page }) => page === value.value);
}

/** A year alone is that of a date, a number or a signature which the cited place holds. */
function isYear({ value, unit }: Quantity, grounds: readonly Ground[]): boolean {
  if ((unit !== "calendar" && unit !== "") || value < 1900 || value > 2100 || !Number.isInteger(value)) return false;
  const year = String(value);
  return grounds.some(
    (ground) =>
      [...saidIn(ground, (reading) => reading.dates), ...ground.own.dates].some((date) =>
        date.value.startsWith(year),
      ) || ground.own.decisions.some((number) => number.endsWith(`/${year}`)),
  );
}

/** What a figure can measure, told by a noun before it or behind it in its clause; folded. */
const measures: readonly [string, RegExp][] = [
  ["powierzchnia biologicznie czynna", /biologicznie\s+czynn/u],
  ["powierzchnia zabudowy", /(?:pow\p{L}*\.?\s+zabudowy|zabudowan\p{L}*\s+powierzchni)/u],
  ["powierzchnia użytkowa", /uzytkow\p{L}*/u],
  ["powierzchnia całkowita", /calkowit\p{L}*/u],
  ["powierzchnia działki", /(?:powierzchni\p{L}*|wielkosc\p{L}*)\s+(?:nowo\s+wydzielan\p{L}*\s+)?dzial/u],
  ["wysokość", /wysok\p{L}*|(?<!\p{L})wys\./u],
  ["szerokość", /szerok\p{L}*|(?<!\p{L})szer\./u],
  ["długość", /dlugos\p{L}*|(?<!\p{L})dl\./u],
  ["głębokość", /glebok\p{L}*/u],
  ["odległość", /odleglos\p{L}*/u],
  ["kubatura", /kubatur\p{L}*/u],
  ["nachylenie", /nachyleni\p{L}*|spad(?:ek|k\p{L}+)/u],
  ["intensywność zabudowy", /intensywnos\p{L}*/u],
  ["opłata", /oplat\p{L}*/u],
  ["kara", /(?<!\p{L})kar(?:a|y|e|ze)(?!\p{L})/u],
];

/** The last measure named before the figure in its clause, or else the first one behind it. */
function measureOf(text: string, figure: Found<Quantity>): string | undefined {
  const folded = foldSameLength(text);
  const before =
    folded
      .slice(Math.max(0, figure.start - 90), figure.start)
      .split(/[;\n\t]|\.\s+(?=\p{L}{4})/u)
      .at(-1) ?? "";
  let found: { name: string; at: number } | undefined;
  for (const [name, pattern] of measures) {
    for (const match of before.matchAll(new RegExp(pattern, "gu"))) {
      if (!found || match.index > found.at) found = { name, at: match.index };
    }
  }
  return found?.name;
}
