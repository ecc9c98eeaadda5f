import { hash } from "node:crypto";
import { canonicalJson } from "../../core/canonical-json.ts";
import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { formatReadings } from "./cases.ts";
import { isCompany } from "./company.ts";
import type { RegisterFileShape } from "./formats.ts";

export interface RegisterContext {
  register: string;
  authority?: string | undefined;
}

type Case = RegisterEntry["case"];

/** Cases kept for the rows that are to come: those of one case stand near each other as a rule. */
const mostKnown = 5000;

interface KnownCase {
  values: readonly string[];
  caseKey: string;
  told: Omit<Case, "fields" | "parcels" | "unreadParcels">;
}

/**
 * Makes entries of the rows of one file.
 * @returns of a row's values by column (an empty one is ""), and its number, its entry
 */
export function createEntryMaker(
  shape: RegisterFileShape,
  context: RegisterContext,
): (values: readonly string[], row: number) => RegisterEntry {
  const { columns, format } = shape;
  const { readCase, readOutcome, readParcels, parcelColumns, caseColumn } = formatReadings[format];
  const places = new Map(columns.map((column, at) => [column, at]));
  const shared = columns.flatMap((column, at) => (parcelColumns.includes(column) ? [] : [at]));
  const casePlace = places.get(caseColumn ?? "");
  const known = new Map<string, KnownCase>();
  const printFields = createFieldPrinter(columns);
  let values: readonly string[] = [];
  const cells = (column: string): string | undefined => values[places.get(column) ?? -1] || undefined;

  const read = (): KnownCase => {
    const told = readCase(cells);
    const withAuthority = context.authority && !told.authority ? { ...told, authority: context.authority } : told;
    const whole = { ...withAuthority, outcome: readOutcome(cells, told) };
    return { values, told: whole, caseKey: keyOf(whole, context.register) };
  };
  const caseOfRow = (): KnownCase => {
    const name = casePlace === undefined ? "" : (values[casePlace] as string);
    if (name === "") return read();
    const near = known.get(name);
    if (near && shared.every((at) => near.values[at] === values[at])) return near;
    if (known.size >= mostKnown) known.clear();
    const fresh = read();
    known.set(name, fresh);
    return fresh;
  };
  return (given, row) => {
    values = given;
    const { told, caseKey } = caseOfRow();
    const { fields, canonical } = printFields(values);
    return { row, caseKey, case: { ...told, ...readParcels(cells), fields }, sha256: sha256(canonical) };
  };
}

/**
 * DOMAIN.md: a case is register + authority + number + date, and the application's number. A mangled or missing
 * number is no identity: then all that the row tells of itself has to agree.
 */
function keyOf(permit: Omit<Case, "fields" | "parcels" | "unreadParcels">, register: string): string {
  // Of strings alone JSON.stringify is canonical, and this runs for each of a million rows.
  const base = [register, permit.authority ?? "", permit.date ?? "", applicationOf(permit)];
  const identity =
    permit.number === null
      ? [permit.rawNumber ?? "", permit.address, permit.description, permit.kind]
      : [permit.number];
  return sha256(JSON.stringify([...base, ...identity])).slice(0, 32);
}

/**
 * One application in two files of the city, mangled by two spreadsheets, is `16-wrz` in one and `wrz-16` in the other:
 * nothing else of 42 such pairs differs. Spaces and coordinates are no part of a key at all.
 */
function applicationOf({ applicationNumber = "" }: Pick<Case, "applicationNumber">): string {
  return mangled.test(applicationNumber) ? applicationNumber.split("-").sort().join("-") : applicationNumber;
}

const mangled = /^(?:\d{1,4}-\p{L}{3}|\p{L}{3}-\d{1,4})$/u;

const personal = /projektant_nazwisko|projektant_imie|nazwisko_projektanta|imie_projektanta|projektant_pozostali/u;
const investor = /nazwa_inwestor|nazwa inwestora/u;

/** Columns as they stand, but for those that name a person; `canonical` is their canonical JSON. */
function createFieldPrinter(columns: readonly string[]) {
  const open = columns.flatMap((column, at) =>
    column === "" || personal.test(column) ? [] : [{ column, at, ofInvestor: investor.test(column) }],
  );
  const sorted = [...open]
    .sort((a, b) => (a.column < b.column ? -1 : 1))
    .map((one) => ({ ...one, printed: `${canonicalJson(one.column)}:` }));
  const shown = (value: string, ofInvestor: boolean) => value !== "" && (!ofInvestor || isCompany(value));
  return (values: readonly string[]): { fields: Record<string, string>; canonical: string } => {
    const fields: Record<string, string> = {};
    for (const { column, at, ofInvestor } of open) {
      const value = values[at] as string;
      if (shown(value, ofInvestor)) fields[column] = value;
    }
    let canonical = "";
    for (const { printed, at, ofInvestor } of sorted) {
      const value = values[at] as string;
      if (!shown(value, ofInvestor)) continue;
      canonical += `${canonical === "" ? "" : ","}${printed}${escaped.test(value) ? JSON.stringify(value) : `"${value}"`}`;
    }
    return { fields, canonical: `{${canonical}}` };
  };
}

/** What JSON does not print as it stands. */
// oxlint-disable-next-line no-control-regex
const escaped = /["\\\u0000-\u001F\uD800-\uDFFF]/;

function sha256(text: string): string {
  return hash("sha256", text, "hex");
}
