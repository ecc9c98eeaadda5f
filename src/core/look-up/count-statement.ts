import { printDate } from "../identity/dates.ts";
import { counted, outcomeWords } from "../in-words.ts";
import type { Outcome } from "../outcome.ts";
import type { PermitQuery } from "../permit.ts";
import { withStop } from "../text/in-line.ts";

/** Cases of one register that a count is of. */
export type CountedCases = Pick<
  PermitQuery,
  "address" | "investor" | "licence" | "category" | "from" | "to" | "outcome"
> & {
  register: string;
};

const names: Readonly<Record<keyof CountedCases, string>> = {
  register: "rejestr",
  address: "adres",
  investor: "inwestor",
  licence: "uprawnienia",
  category: "kategoria",
  from: "od",
  to: "do",
  outcome: "rozstrzygnięcie",
};
const fields = Object.keys(names) as (keyof CountedCases)[];

/** What a derived citation `count` is made over: „rejestr: miejski; adres: Krucza; od: 2014-01-01; do: 2014-12-31”. */
export function countOver(cases: CountedCases): string {
  return fields
    .flatMap((field) => {
      const value = cases[field];
      if (!value) return [];
      return `${names[field]}: ${field === "outcome" ? outcomeWords[value as Outcome] : value}`;
    })
    .join("; ");
}

/** Read back; undefined when it is no such query. */
export function parseCountOver(over: string): CountedCases | undefined {
  const cases: Partial<Record<keyof CountedCases, string>> = {};
  for (const part of over.split("; ")) {
    const field = fields.find((one) => part.startsWith(`${names[one]}: `));
    if (!field || cases[field]) return undefined;
    cases[field] = part.slice(names[field].length + 2);
  }
  const { register, outcome, ...others } = cases;
  const told = Object.entries(outcomeWords).find(([, words]) => words === outcome)?.[0];
  if (!register || (outcome && !told)) return undefined;
  return { ...others, register, ...(told ? { outcome: told as Outcome } : {}) };
}

/** The whole of it in one sentence: of which register, of which cases, and how many. */
export function countStatement({ register, outcome, from, to, ...others }: CountedCases, count: number): string {
  const conditions = [
    outcome && `rozstrzygnięcie: ${outcomeWords[outcome]}`,
    daysInWords(from, to),
    ...fields.flatMap((field) => {
      const value = (others as Partial<Record<string, string>>)[field];
      return value ? `${names[field]}: ${value}` : [];
    }),
  ];
  const told = [counted(count, "sprawa", "sprawy", "spraw"), ...conditions].filter(Boolean).join(", ");
  return withStop(`Rejestr „${register}”: ${told}`);
}

/** A whole year by its number. */
function daysInWords(from: string | undefined, to: string | undefined): string {
  const [first, last] = [from, to].map((day) => day?.slice(0, 4));
  const isYears = (!from || from.endsWith("-01-01")) && (!to || to.endsWith("-12-31"));
  if (isYears && first && first === last) return `data decyzji w ${first} r.`;
  const told = [from && `od ${printDate(from)}`, to && `do ${printDate(to)}`].filter(Boolean).join(" ");
  return told && `data decyzji ${told}`;
}
