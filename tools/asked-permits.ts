import { findDates, printDate } from "../src/core/identity/dates.ts";
import { parseDecisionNumber } from "../src/core/identity/decision-number.ts";
import { printedParcel } from "../src/core/identity/parcel.ts";
import { parseParcels } from "../src/core/identity/parcel-cell.ts";
import { findSignatures } from "../src/core/identity/signature.ts";
import { buildingCategory } from "../src/core/look-up/building-category.ts";
import { companyWords } from "../src/core/look-up/company-name.ts";
import { licenceKey } from "../src/core/look-up/licence.ts";
import type { PermitQuery } from "../src/core/permit.ts";
import { UnreadableQuery } from "./unreadable-query.ts";

/** What an officer typed, as the register takes it. @throws UnreadableQuery naming the field */
export function permitQueryOf({ from, to, category, ...asked }: PermitQuery): PermitQuery {
  for (const field of Object.keys(shapes) as (keyof typeof shapes)[]) {
    const value = asked[field];
    const { name, like, readable } = shapes[field];
    if (value && !readable(value)) throw unreadable(field, value, name, like);
  }
  const [first, last] = [from && bound("from", from), to && bound("to", to)];
  if (first && last && first > last) {
    throw new UnreadableQuery(
      "to",
      `Koniec zakresu dat (${printDate(last)}) jest przed jego początkiem (${printDate(first)}).`,
      "Zamień obie daty miejscami.",
    );
  }
  return {
    ...asked,
    ...(category ? { category: categoryOf(category) } : {}),
    ...(first ? { from: first } : {}),
    ...(last ? { to: last } : {}),
  };
}

const shapes = {
  parcel: { name: "działki", like: "87/14, AM-28, obręb Poświętne", readable: namesParcels },
  oldParcel: { name: "działki", like: "87/14", readable: namesParcels },
  number: { name: "numeru decyzji", like: "614/2014", readable: holding(/\d/u) },
  about: { name: "numeru decyzji", like: "614/2014", readable: holding(/\d/u) },
  signature: { name: "znaku sprawy", like: "AB.6740.1.234.2018.JK", readable: namesSignature },
  address: { name: "adresu", like: "Krucza 64-66", readable: holding(/\p{L}{2}/u) },
  investor: {
    name: "nazwy firmy (osób fizycznych w rejestrze się nie szuka)",
    like: "Alfa Dom",
    readable: (value: string) => companyWords(value).length > 0 && !pesel.test(value),
  },
  licence: {
    name: "numeru uprawnień",
    like: "MAZ/0123/POOK/05",
    readable: (value: string) => licenceKey(value) !== "",
  },
} satisfies { [Field in keyof PermitQuery]: { name: string; like: string; readable: (value: string) => boolean } };

/** A person's number, which no company has. */
const pesel = /(?<!\d)\d{11}(?!\d)/u;

/** To its end: what is not understood may be another parcel. */
function namesParcels(value: string): boolean {
  return printedParcel.test(value) || parseParcels(value) !== undefined;
}

/** The whole of it, but for the word that calls it so. */
function namesSignature(value: string): boolean {
  const [found] = findSignatures(value);
  return (
    found !== undefined && /^\W*(?:(?:znak|sygn\p{L}*|spraw\p{L}*|nr)\W*)*$/iu.test(value.replace(found.text, " "))
  );
}

function holding(pattern: RegExp): (value: string) => boolean {
  return (value) => pattern.test(value);
}

function categoryOf(text: string): string {
  const category = buildingCategory(text);
  if (category === undefined) throw unreadable("category", text, "kategorii obiektu (od I do XXX)", "XIII");
  return category;
}

const monthOrYear =
  /^(?:(?<year>(?:19|20)\d{2})(?:-(?<month>0?[1-9]|1[0-2]))?|(?<monthAhead>0?[1-9]|1[0-2])[./](?<yearBehind>(?:19|20)\d{2}))(?:\s*r\.?)?$/u;

/** A day, or the first or last one of a year (`2014`) or of a month (`2014-03`, `03.2014`). */
function bound(field: "from" | "to", text: string): string {
  const [day] = findDates(text);
  if (day && /^\s*(?:r\.?)?\s*$/u.test(text.replace(day.text, " "))) return day.value;
  const written = monthOrYear.exec(text.trim())?.groups;
  if (!written) throw unreadable(field, text, "daty", "2014-03-12, 03.2014 albo 2014");
  const year = Number(written.year ?? written.yearBehind);
  const month = written.month ?? written.monthAhead;
  const [first, last] = month ? [Number(month), Number(month)] : [1, 12];
  const edge = field === "from" ? Date.UTC(year, first - 1, 1) : Date.UTC(year, last, 0);
  return new Date(edge).toISOString().slice(0, 10);
}

/** Of a value that is said back. */
const longest = 80;

/** A number of another shape is looked for as it stands; where no cell does so, it is no number. */
export function requireNumberFound({ number }: PermitQuery, total: number): void {
  const parsed = number && total === 0 ? parseDecisionNumber(number) : undefined;
  if (number && parsed && !("number" in parsed))
    throw unreadable("number", number, shapes.number.name, shapes.number.like);
}

function unreadable(field: string, value: string, name: string, like: string): UnreadableQuery {
  const shown = value.length > longest ? `${value.slice(0, longest)}…` : value;
  return new UnreadableQuery(field, `„${shown}” nie ma postaci ${name}.`, `Podaj na przykład: ${like}.`);
}
