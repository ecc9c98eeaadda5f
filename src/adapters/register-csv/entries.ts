import { hash } from "node:crypto";
import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { formatReadings } from "./cases.ts";
import type { RegisterFileShape } from "./formats.ts";
import { knownCases } from "./known-cases.ts";
import { createFieldPrinter, type PrintedFields } from "./print-fields.ts";
import { beginningOf, type Beginnings, type Row } from "./split-rows.ts";

export interface RegisterContext {
  register: string;
  authority?: string | undefined;
}

type Case = RegisterEntry["case"];

/** What the first row of a case tells, for the rows that differ from it by their parcels alone. */
export interface KnownCase {
  /** Of the row, as it stands up to the columns of parcels. */
  text: string;
  values: readonly string[];
  caseKey: string;
  told: Omit<Case, "fields" | "parcels" | "unreadParcels">;
  printed: PrintedFields;
  alike: NonNullable<RegisterEntry["alike"]>;
}

export interface EntryMaker {
  /** Rows that begin as these do need not be split and read again. */
  beginnings: Beginnings<KnownCase> | undefined;
  /** @param values of the row by column, an empty one is "" */
  entryOf(values: readonly string[], number: number, row: Row<KnownCase>): RegisterEntry;
}

/** Makes entries of the rows of one file. */
export function createEntryMaker(shape: RegisterFileShape, context: RegisterContext): EntryMaker {
  const { columns, format } = shape;
  const { readCase, readOutcome, readParcels, parcelColumns } = formatReadings[format];
  const places = new Map(columns.map((column, at) => [column, at]));
  const known = knownCases<KnownCase>(shape);
  const behind = columns.flatMap((column, at) =>
    at < (known?.cells ?? 0) || parcelColumns.includes(column) ? [] : [at],
  );
  const fields = createFieldPrinter(columns, parcelColumns);
  let values: readonly string[] = [];
  const cells = (column: string): string | undefined => values[places.get(column) ?? -1] || undefined;

  const read = (text: string): KnownCase => {
    const told = readCase(cells);
    const withAuthority = context.authority && !told.authority ? { ...told, authority: context.authority } : told;
    const whole = { ...withAuthority, outcome: readOutcome(cells, told) };
    const caseKey = keyOf(whole, context.register);
    return { text, values, told: whole, caseKey, printed: fields.print(values), alike: { apart: parcelColumns } };
  };
  const caseOf = (row: Row<KnownCase>): KnownCase => {
    const { begun } = row;
    if (begun && behind.every((at) => begun.values[at] === values[at])) return begun;
    const fresh = read(begun?.text ?? (known ? beginningOf(row, known.cells) : ""));
    known?.add(fresh);
    return fresh;
  };
  return {
    beginnings: known,
    entryOf: (given, number, row) => {
      values = given;
      const { told, caseKey, printed, alike } = caseOf(row);
      return {
        row: number,
        caseKey,
        case: { ...told, ...readParcels(cells), fields: fields.fieldsOf(printed, values) },
        sha256: sha256(fields.canonicalOf(printed, values)),
        alike,
      };
    },
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

function sha256(text: string): string {
  return hash("sha256", text, "hex");
}
