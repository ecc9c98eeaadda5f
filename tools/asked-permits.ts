import { findDates, printDate } from "../src/core/identity/dates.ts";
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
  parcel: { name: "działki", like: "87/14, AM-28, obręb Poświętne", readable: holding(/\d/u) },
  oldParcel: { name: "działki", like: "87/14", readable: holding(/\d/u) },
  number: { name: "numeru decyzji", like: "614/2014", readable: holding(/\d/u) },
  about: { name: "numeru decyzji", like: "614/2014", readable: holding(/\d/u) },
  signature: { name: "znaku sprawy", like: "AB.6740.1.234.2018.JK", readable: holding(/\d/u) },
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
  const day = findDates(text)[0]?.value;
  if (day) return day;
  const written = monthOrYear.exec(text.trim())?.groups;
  if (!written) throw unreadable(field, text, "daty", "2014-03-12, 03.2014 albo 2014");
  const year = Number(written.year ?? written.yearBehind);
  const month = written.month ?? written.monthAhead;
  const [first, last] = month ? [Number(month), Number(month)] : [1, 12];
  const edge = field === "from" ? Date.UTC(year, first - 1, 1) : Date.UTC(year, last, 0);
  return new Date(edge).toISOString().slice(0, 10);
}

function unreadable(field: string, value: string, name: string, like: string): UnreadableQuery {
  return new UnreadableQuery(field, `„${value}” nie ma postaci ${name}.`, `Podaj na przykład: ${like}.`);
}
