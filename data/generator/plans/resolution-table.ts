import type { Block, Cell } from "../paper/blocks.ts";
import { factCell, para, table } from "../paper/compose.ts";
import { figure } from "../polish.ts";
import type { AreaRules, Plan } from "./plan.ts";
import type { Counter } from "./resolution.ts";

interface Column {
  head: string;
  rule: keyof AreaRules;
  cell: (rules: AreaRules) => string | undefined;
}

const share = (value: number | undefined) => (value === undefined ? undefined : `${value}%`);

const numbers: Column[] = [
  {
    head: "Maksymalna wysokość budynków [m]",
    rule: "height",
    cell: ({ height }) => (height === undefined ? undefined : figure(height, 2)),
  },
  {
    head: "Liczba kondygnacji nadziemnych",
    rule: "storeys",
    cell: ({ storeys }) => (storeys === undefined ? undefined : `do ${storeys}`),
  },
  { head: "Maksymalna powierzchnia zabudowy", rule: "cover", cell: ({ cover }) => share(cover) },
  { head: "Minimalna powierzchnia biologicznie czynna", rule: "green", cell: ({ green }) => share(green) },
  {
    head: "Intensywność zabudowy min.–maks.",
    rule: "intensity",
    cell: ({ intensity }) => intensity && `${figure(intensity[0])}–${figure(intensity[1])}`,
  },
];

const shapes: Column[] = [
  {
    head: "Nachylenie połaci dachu",
    rule: "roof",
    cell: ({ roof, flatRoof }) => (roof ? `${roof[0]}°–${roof[1]}°` : flatRoof ? "do 12°" : undefined),
  },
  {
    head: "Miejsca do parkowania",
    rule: "parking",
    cell: ({ parking }) => parking && `${figure(parking.places)} na ${parking.per}`,
  },
  {
    head: "Nieprzekraczalna linia zabudowy",
    rule: "line",
    cell: ({ line }) => line && `${line.metres} m od linii rozgraniczającej ${line.road}`,
  },
  { head: "Minimalna działka", rule: "plot", cell: ({ plot }) => (plot ? `${figure(plot)} m²` : undefined) },
];

/** The parameters of all areas in two tables, as newer resolutions print them. */
export function areasInTables(plan: Plan, count: Counter): Block[] {
  const built = plan.areas.filter(({ rules }) => Object.keys(rules).length > 0);
  const rows = (columns: Column[]): (string | Cell)[][] =>
    built.map(({ symbol, rules }) => [
      symbol,
      ...columns.map(({ rule, cell }) => {
        const text = cell(rules);
        return text ? factCell(text, `${plan.key}.${symbol}.${rule}`, `plan-${rule}`, text) : "nie ustala się";
      }),
    ]);
  const heads = (columns: Column[]) => ["Symbol terenu", ...columns.map(({ head }) => head)];
  return [
    para(`${count.next()} Parametry i wskaźniki kształtowania zabudowy dla poszczególnych terenów określa tabela 1.`),
    para(`Tabela 1. Wskaźniki zabudowy`, [], { bold: true, keep: 3 }),
    table(heads(numbers), rows(numbers), [14, 18, 18, 18, 18, 20]),
    para(`${count.next()} Geometrię dachów, miejsca do parkowania, linie zabudowy i zasady podziału określa tabela 2.`),
    para(`Tabela 2. Dachy, parkowanie, linie zabudowy, działki`, [], { bold: true, keep: 3 }),
    table(heads(shapes), rows(shapes), [14, 18, 26, 26, 16]),
  ];
}
