import { type Address, parseAddress, streetKey } from "../../core/identity/address.ts";
import { parseParcel } from "../../core/identity/parcel.ts";
import { signatureCase } from "../../core/identity/signature.ts";
import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { remembered } from "../../core/remembered.ts";

/** What a row is found by. `street`: a stem of the street's name and a house, `krucz 12`; `case`: the key of its case. */
type TermKind = "parcel" | "number" | "possible_number" | "signature" | "street" | "case";

export type Term = [kind: TermKind, term: string];

/** Terms in an interval, both ends within it. */
export type TermRange = [kind: TermKind, from: string, to: string];

/** The row itself has to be read to know whether it is the house that is asked for. */
const anyHouse = "*";
/** Houses of one range that are listed one by one. */
const mostHouses = 60;

export function termsOf(entry: RegisterEntry): Term[] {
  const { case: permit, caseKey } = entry;
  const terms: Term[] = [["case", caseKey]];
  for (const parcel of permit.parcels) terms.push(["parcel", parcelTerm(parcel)]);
  if (permit.number) terms.push(["number", permit.number]);
  for (const number of permit.possibleNumbers ?? []) terms.push(["possible_number", number]);
  if (permit.signature) terms.push(["signature", signatureCase(permit.signature)]);
  for (const term of streetTerms(permit.address)) terms.push(["street", term]);
  return terms;
}

/** The rows of a case follow each other as a rule, and all have its address. */
const streetTerms = remembered((address: string): string[] =>
  addressesIn(address).flatMap(({ street }) =>
    stemsOf(street).flatMap((stem) => housesOf(street.number).map((house) => `${stem} ${house}`)),
  ),
);

function parcelTerm(printed: string): string {
  const end = printed.indexOf(";");
  return parseParcel(end < 0 ? printed : printed.slice(0, end)).number;
}

/** An address cell of a register: its street and, where a comma parts them, the town. */
export interface TownAddress {
  town?: string;
  street: Address;
}

/** `Lipowo, 64`: a house of a village without streets. */
const village = /^([^\d,]+),\s*(?=\d+\s?\p{L}?(?:\/\d+)?\s*$)/u;

/** The last part of a cell names the street, or where it does not, the whole of it. */
export function addressesIn(cell: string): TownAddress[] {
  const parts = cell.split(",");
  const last = parts.length > 1 ? parseAddress(parts.at(-1) ?? "") : undefined;
  if (last) return [{ town: parts.slice(0, -1).join(" "), street: last }];
  const whole = parseAddress(cell.replace(village, "$1 "));
  return whole ? [{ street: whole }] : [];
}

/** Rows whose address may be the one that is asked for: more than are meant, never fewer. */
export function streetRanges({ street, number }: Address): TermRange[] {
  const houses = number === undefined ? [anyHouse] : housesOf(number);
  return stemsOf({ street }).flatMap((stem): TermRange[] => {
    if (houses.includes(anyHouse)) return [["street", `${stem} `, `${stem}!`]];
    return [...houses, anyHouse].map((house) => ["street", `${stem} ${house}`, `${stem} ${house}`]);
  });
}

function stemsOf({ street }: Address): string[] {
  return [...new Set(streetKey(street).split(" "))].filter(Boolean);
}

/** As matchAddress compares them: as written, or every number of a range. */
function housesOf(number: string | undefined): string[] {
  if (number === undefined) return [anyHouse];
  const written = number.replace(/\s+/gu, "").replace(/–/gu, "-").toLowerCase();
  const range = /^(\d+)(?:-(\d+))?$/u.exec(written);
  if (!range) return [written];
  const [low, high] = [Number(range[1]), Number(range[2] ?? range[1])];
  if (high < low || high - low > mostHouses) return [anyHouse];
  return Array.from({ length: high - low + 1 }, (_, at) => String(low + at));
}
