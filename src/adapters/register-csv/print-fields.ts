import { canonicalJson } from "../../core/canonical-json.ts";
import { isCompany } from "./company.ts";

/** Of a row: what rows that differ from it in the columns set apart need not print again. */
export interface PrintedFields {
  /** Of the row itself, all of them. */
  fields: Readonly<Record<string, string>>;
  /** Canonical JSON of its members, without braces, as the members set apart part them. */
  between: readonly string[];
}

interface FieldPrinter {
  print(values: readonly string[]): PrintedFields;
  /** Of a row that may differ from the printed one in the columns set apart. */
  fieldsOf(printed: PrintedFields, values: readonly string[]): Record<string, string>;
  /** RFC 8785. */
  canonicalOf(printed: PrintedFields, values: readonly string[]): string;
}

const personal = /projektant_nazwisko|projektant_imie|nazwisko_projektanta|imie_projektanta|projektant_pozostali/u;
const investor = /nazwa_inwestor|nazwa inwestora/u;

/** Columns as they stand, but for those that name a person. */
export function createFieldPrinter(columns: readonly string[], apart: readonly string[]): FieldPrinter {
  const open = columns.flatMap((column, at) =>
    column === "" || personal.test(column)
      ? []
      : [{ column, at, ofInvestor: investor.test(column), printed: `${canonicalJson(column)}:` }],
  );
  const sorted = [...open].sort((a, b) => (a.column < b.column ? -1 : 1));
  const loose = sorted.filter(({ column }) => apart.includes(column));
  const stretches = [-1, ...loose.map((one) => sorted.indexOf(one))].map((at, index) => {
    const next = loose[index];
    return sorted.slice(at + 1, next ? sorted.indexOf(next) : undefined);
  });
  const shown = (values: readonly string[], { at, ofInvestor }: (typeof open)[number]): string => {
    const value = values[at] as string;
    return ofInvestor && value !== "" && !isCompany(value) ? "" : value;
  };
  const fieldsIn = (values: readonly string[]): Record<string, string> => {
    const fields: Record<string, string> = {};
    for (const one of open) {
      const value = shown(values, one);
      if (value !== "") fields[one.column] = value;
    }
    return fields;
  };
  return {
    print: (values) => ({
      fields: fieldsIn(values),
      between: stretches.map((stretch) => {
        let members = "";
        for (const one of stretch) members = joined(members, memberOf(one.printed, shown(values, one)));
        return members;
      }),
    }),
    fieldsOf: ({ fields }, values) => {
      // In the order of the columns, wherever the row has a value in the same ones.
      if (loose.some(({ column, at }) => (values[at] === "") === column in fields)) return fieldsIn(values);
      const own = { ...fields };
      for (const { column, at } of loose) if (values[at] !== "") own[column] = values[at] as string;
      return own;
    },
    canonicalOf: ({ between }, values) => {
      let members = between[0] as string;
      for (const [index, one] of loose.entries()) {
        members = joined(members, memberOf(one.printed, shown(values, one)));
        members = joined(members, between[index + 1] as string);
      }
      return `{${members}}`;
    },
  };
}

function memberOf(printedName: string, value: string): string {
  if (value === "") return "";
  return printedName + (escaped.test(value) ? JSON.stringify(value) : `"${value}"`);
}

function joined(before: string, member: string): string {
  return before === "" || member === "" ? before + member : `${before},${member}`;
}

/** What JSON does not print as it stands. */
// oxlint-disable-next-line no-control-regex
const escaped = /["\\\u0000-\u001F\uD800-\uDFFF]/;
