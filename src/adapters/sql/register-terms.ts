import { type Address, parseAddress } from "../../core/identity/address.ts";
import { isSpoilt } from "../../core/identity/decision-number.ts";
import { housesOf } from "../../core/identity/house-number.ts";
import { parseParcel, printParcel } from "../../core/identity/parcel.ts";
import { signatureCase } from "../../core/identity/signature.ts";
import { streetKey } from "../../core/identity/street.ts";
import { buildingCategory } from "../../core/look-up/building-category.ts";
import { companyWords } from "../../core/look-up/company-name.ts";
import { licenceKey } from "../../core/look-up/licence.ts";
import { numbersDecidedAbout } from "../../core/outcomes/decided-about.ts";
import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { remembered } from "../../core/remembered.ts";

/**
 * What a row is found by; each term holds all that decides whether the row is meant, so that none is read for it.
 *
 * - `parcel`: as printed, `87/14;sheet=28;precinct=Górka`
 * - `old_parcel`: so, by the columns of RWDZ that tell the number before
 * - `unread_parcel`: a number that stands in a cell of parcels which is not understood to its end
 * - `about`: number of a decision that the row's own one is about, as printed
 * - `number`, `possible_number`: as printed; `raw_number`: the cell of what is none; `signature`: of the case; `licence`: its key
 * - `category`: Roman numeral; `outcome`: code
 * - `street`: a stem of the street's name and a house, and behind tabs town and street: `krucz 12⇥Olszany⇥ul. Krucza 12`
 * - `investor`: one word of the company's name and all of them behind it, a tab before and after each
 */
export type TermKind =
  | "parcel"
  | "old_parcel"
  | "unread_parcel"
  | "number"
  | "possible_number"
  | "raw_number"
  | "about"
  | "signature"
  | "street"
  | "investor"
  | "licence"
  | "category"
  | "outcome";

export type Term = [kind: TermKind, term: string];

type Case = RegisterEntry["case"];

type TermField =
  | "number"
  | "rawNumber"
  | "possibleNumbers"
  | "outcome"
  | "description"
  | "signature"
  | "address"
  | "investor"
  | "licences"
  | "category";

/** What terms are made of, but for those of parcels; and the day, which is none. */
export type TermCase = { [Field in TermField | "date"]: Case[Field] };

/** In place of a house: the cell names none, or so many that they are not listed. */
export const anyHouse = "*";

/** Those in which the rows of one case differ. */
export function parcelTerms(permit: Case): Term[] {
  const terms: Term[] = [];
  for (const parcel of permit.parcels) terms.push(["parcel", parcelTerm(parcel)]);
  for (const cell of permit.unreadParcels ?? [])
    for (const [number] of isSpoilt(cell) ? [] : cell.matchAll(parcelInside)) terms.push(["unread_parcel", number]);
  const old = permit.fields.stara_numeracja_dzialka_z_wniosku;
  if (old) for (const parcel of oldParcels(old, permit)) terms.push(["old_parcel", parcel]);
  return terms;
}

/** All others. */
export function caseTerms(permit: TermCase): Term[] {
  const terms: Term[] = [];
  if (permit.number) terms.push(["number", permit.number]);
  if (permit.rawNumber) terms.push(["raw_number", inLine(permit.rawNumber)]);
  for (const number of permit.possibleNumbers ?? []) terms.push(["possible_number", number]);
  if (permit.outcome !== "granted" && permit.outcome !== "no_objection")
    for (const number of numbersDecidedAbout(permit.description))
      if (number !== permit.number) terms.push(["about", number]);
  if (permit.signature) terms.push(["signature", signatureCase(permit.signature)]);
  for (const term of streetTerms(permit.address)) terms.push(["street", term]);
  if (permit.investor) for (const term of investorTerms(permit.investor)) terms.push(["investor", term]);
  for (const licence of permit.licences ?? []) {
    const key = licenceTerm(licence);
    if (key !== "") terms.push(["licence", key]);
  }
  const category = permit.category === undefined ? undefined : categoryTerm(permit.category);
  if (category) terms.push(["category", category]);
  if (permit.outcome) terms.push(["outcome", permit.outcome]);
  return terms;
}

/** For the sort by number: by year, then by what stands before the first stroke; 0 for a case without a number. */
export function numberKey(printed: string | null): number {
  const [, digits, year] = /^(\d{1,5})(?:\/.*)?\/(\d{4})$/u.exec(printed ?? "") ?? [];
  return Number(year ?? 0) * numbersInYear + Number(digits ?? 0);
}

/** Decision numbers have five digits at most. */
const numbersInYear = 100_000;

function streetTerms(address: string): string[] {
  return addressesIn(inLine(address)).flatMap(({ town = "", street, written }) =>
    stemsOf(street).flatMap((stem) => housesIn(street).map((house) => `${stem} ${house}\t${town}\t${written.trim()}`)),
  );
}

const investorTerms = remembered((name: string): string[] => {
  const words = companyWords(name);
  return words.map((word) => `${word}\t${words.join("\t")}\t`);
});

const licenceTerm = remembered(licenceKey);

const categoryTerm = remembered(buildingCategory);

function parcelTerm(printed: string): string {
  return /(?:^|\/)0|\s/u.test(printed) ? inLine(printParcel(parseParcel(printed))) : printed;
}

const parcelInside = /(?<![\d/])[1-9]\d{0,4}(?:\/\d{1,4})?(?![\d/])/gu;

/** Offices put the present number there as well: that one is no old one. */
function oldParcels(cell: string, { fields, parcels }: Case): string[] {
  const precinct = fields.stara_numeracja_obreb_z_wnioskiu?.trim();
  return cell.split(/[,;]/u).flatMap((written) => {
    const number = /^\s*(\d{1,5}(?:\/\d{1,4})?)\s*$/u.exec(written)?.[1];
    if (!number || parcels.some((parcel) => parseParcel(parcel).number === number)) return [];
    return [parcelTerm(printParcel({ number, ...(precinct ? { precinct } : {}) }))];
  });
}

/** Terms are kept one a line. */
export function inLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** An address cell of a register: its street and, where a comma parts them, the town. */
export interface TownAddress {
  town?: string;
  street: Address;
  /** The part that names the street, as it stands. */
  written: string;
}

/** `Lipowo, 64`: a house of a village without streets. */
const village = /^([^\d,]+),\s*(?=\d+\s?\p{L}?(?:\/\d+)?\s*$)/u;

/** `Olszany, Lipowa 4`, `Lipowa 4, Olszany`: where commas part several names, the street has the house or comes last. */
export function addressesIn(cell: string): TownAddress[] {
  const parts = cell.split(",");
  const read = parts.map(streetIn);
  const last = read.at(-1);
  if (parts.length > 1 && last) {
    const housed = last.number || !read.every(Boolean) ? -1 : read.findLastIndex((part) => part?.number);
    const at = housed < 0 || streetSign.test(parts.at(-1) ?? "") ? parts.length - 1 : housed;
    const town = parts.filter((_, other) => other !== at).join(" ");
    return [{ town, street: read[at] ?? last, written: parts[at] ?? "" }];
  }
  const whole = parseAddress(cell.replace(village, "$1 "));
  return whole ? [{ street: whole, written: cell }] : [];
}

const streetSign = /^\s*(?:ul|al|pl|os)\./iu;

/** One street of many towns has the same houses. */
const streetIn = remembered(parseAddress);

export function stemsOf({ street }: Address): string[] {
  return [...new Set(streetKey(street).split(" "))].filter(Boolean);
}

/** Numbers without letters; `anyHouse` for what only the cell itself can tell. */
export function housesIn({ number, flat }: Address): string[] {
  if (number === undefined) return [anyHouse];
  const houses = housesOf({ number, ...(flat ? { flat } : {}) });
  return houses.length === 0 || wideRange(number) ? [...houses, anyHouse] : houses;
}

/** Of a range with more houses than are listed only the ends are. */
function wideRange(number: string): boolean {
  return [...number.matchAll(/(\d+)\s*[-–]\s*(\d+)/gu)].some(([, low, high]) => Number(high) - Number(low) > 60);
}
