import type { FactField } from "../document.ts";
import { matchAddress, parseAddress } from "../identity/address.ts";
import { matchParcel, parseParcel } from "../identity/parcel.ts";
import type { PermitCase } from "../permit.ts";
import type { ConflictField } from "./conflict.ts";
import { sameCompany } from "./same-company.ts";

/** A field that papers and registers both tell. */
export interface Compared {
  field: ConflictField;
  fact: FactField;
  /** What the entry tells; empty when its cell is empty, mangled or holds what cannot be compared. */
  registered: (entry: PermitCase) => string[];
  /** Whether the two may be one thing said in two ways: told in part, inflected, abbreviated. */
  same: (a: string, b: string) => boolean;
}

const isSame = (a: string, b: string) => a === b;

export const compared: readonly Compared[] = [
  { field: "number", fact: "decisionNumber", registered: ({ number }) => listOf(number), same: isSame },
  { field: "date", fact: "issueDate", registered: ({ date }) => listOf(date), same: isSame },
  { field: "parcel", fact: "parcel", registered: ({ parcels }) => parcels, same: sameParcel },
  {
    field: "address",
    fact: "address",
    // A street without a house, or a plot told by its parcel, is no address that another could contradict.
    registered: ({ address }) => (parseAddress(address)?.number ? [address] : []),
    same: sameAddress,
  },
  { field: "investor", fact: "applicant", registered: ({ investor }) => listOf(investor), same: sameCompany },
  { field: "category", fact: "category", registered: ({ category }) => categoriesIn(category), same: isSame },
  { field: "volume", fact: "volume", registered: ({ fields }) => volumeIn(fields.kubatura), same: sameVolume },
  { field: "outcome", fact: "outcome", registered: ({ outcome }) => listOf(outcome), same: isSame },
];

function listOf(value: string | null | undefined): string[] {
  return value ? [value] : [];
}

/** `XIII`, `kategoria XIII`, `I, III` */
function categoriesIn(cell = ""): string[] {
  return cell.match(/(?<!\p{L})[IVX]{1,6}(?!\p{L})/gu) ?? [];
}

/** Networks have none, and a register writes that as 0. */
function volumeIn(cell = ""): string[] {
  return figureOf(cell) > 0 ? [cell] : [];
}

/** Sheet or precinct untold is no difference, nor a precinct told by number here and by name there. */
export function sameParcel(a: string, b: string): boolean {
  return matchParcel(parseParcel(a), parseParcel(b)) !== "different";
}

export function sameAddress(a: string, b: string): boolean {
  const [one, other] = [parseAddress(a), parseAddress(b)];
  return !one || !other || matchAddress(one, other) !== "different";
}

/** `1 234,50` and `1234.5` are one; a register rounds to whole cubic metres. */
function sameVolume(a: string, b: string): boolean {
  return Math.abs(figureOf(a) - figureOf(b)) < 1;
}

/** NaN when it is no figure. */
function figureOf(text: string): number {
  return Number(text.replace(/\s/gu, "").replace(",", ".") || Number.NaN);
}

/**
 * What each side has and the other has not. A list of parcels may be told in part by either side, and that is no
 * contradiction. Of all else one agreement is enough: a corner house has two addresses.
 */
export function differing<A extends { value: string }, B extends { value: string }>(
  { field, same }: Compared,
  some: readonly A[],
  others: readonly B[],
): [A, B] | undefined {
  const one = some.find(({ value }) => !others.some((other) => same(value, other.value)));
  const other = others.find(({ value }) => !some.some((own) => same(own.value, value)));
  if (!one || !other) return undefined;
  const agree = some.some(({ value }) => others.some((side) => same(value, side.value)));
  return agree && field !== "parcel" ? undefined : [one, other];
}
