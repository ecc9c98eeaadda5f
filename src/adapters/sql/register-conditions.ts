import { type Address, matchAddress, parseAddress } from "../../core/identity/address.ts";
import { parseDecisionNumber } from "../../core/identity/decision-number.ts";
import { sameName } from "../../core/identity/inflection.ts";
import { matchParcel, type Parcel, parseParcel, printedParcel } from "../../core/identity/parcel.ts";
import { parseParcels } from "../../core/identity/parcel-cell.ts";
import { findSignatures, signatureCase } from "../../core/identity/signature.ts";
import { otherNamesOf, type StreetRenaming } from "../../core/identity/street-names.ts";
import { companyWords } from "../../core/look-up/company-name.ts";
import { licenceKey } from "../../core/look-up/licence.ts";
import type { PermitQuery } from "../../core/permit.ts";
import { addressesIn, anyHouse, housesIn, inLine, stemsOf, type TermKind } from "./register-terms.ts";

type Match = "exact" | "possible" | "different";

/** Terms of one kind in an interval, both ends within it. */
export interface TermRange {
  kind: TermKind;
  from: string;
  to: string;
}

/** One thing asked for: the intervals that hold every term that may be meant, and what decides whether one is. */
export interface Condition {
  ranges: TermRange[];
  /** A term that is meant stands in each of the ranges, so that the shortest is enough. */
  oneRange?: true;
  match: (kind: TermKind, term: string) => Match;
}

/** What terms tell of a query, the most selective first; the rest is in memory (register-index.ts). */
export function conditionsOf(query: PermitQuery, renamings: readonly StreetRenaming[]): Condition[] {
  const conditions: Condition[] = [];
  if (query.signature)
    conditions.push(exactly("signature", signatureCase(findSignatures(query.signature)[0]?.value ?? query.signature)));
  if (query.number) conditions.push(numberCondition(query.number));
  if (query.about) conditions.push(exactly("about", printedNumber(query.about)));
  if (query.parcel) conditions.push(parcelCondition("parcel", query.parcel));
  if (query.oldParcel) conditions.push(parcelCondition("old_parcel", query.oldParcel));
  if (query.licence) conditions.push(exactly("licence", licenceKey(query.licence)));
  if (query.address) conditions.push(addressCondition(query.address, renamings));
  if (query.investor) conditions.push(investorCondition(query.investor));
  return conditions;
}

function exactly(kind: TermKind, asked: string): Condition {
  return { ranges: [only(kind, asked)], match: (_, term) => (term === asked ? "exact" : "different") };
}

function only(kind: TermKind, term: string): TermRange {
  return { kind, from: term, to: term };
}

/** Every term that begins so, and goes on with a character above those that part terms. */
function beginning(kind: TermKind, start: string): TermRange {
  return { kind, from: start, to: `${start}\uffff` };
}

/**
 * A mangled number that could be read as the asked one is possible, and never more (issue B); so is a cell that stands
 * as it was asked for.
 */
function numberCondition(asked: string): Condition {
  const number = printedNumber(asked);
  return {
    ranges: [only("number", number), only("possible_number", number), only("raw_number", inLine(asked))],
    match: (kind, term) => {
      if (kind === "raw_number") return term === inLine(asked) ? "possible" : "different";
      return term !== number ? "different" : kind === "number" ? "exact" : "possible";
    },
  };
}

function printedNumber(asked: string): string {
  const parsed = parseDecisionNumber(asked);
  return parsed && "number" in parsed ? parsed.number : asked.trim();
}

/** Of several parcels, each is meant. One that stands in a cell which is not understood to its end is possible. */
function parcelCondition(kind: "parcel" | "old_parcel", asked: string): Condition {
  const parcels = parcelsIn(asked);
  return {
    ranges: parcels.flatMap(({ number }) => [
      only(kind, number),
      beginning(kind, `${number};`),
      ...(kind === "parcel" ? [only("unread_parcel", number)] : []),
    ]),
    match: (from, term) => {
      if (from === "unread_parcel") return "possible";
      const held = parseParcel(term);
      return best(parcels.map((parcel) => matchedParcel(parcel, held)));
    },
  };
}

/** The name of a precinct against another's number: neither tells that it is the same one. */
function matchedParcel(asked: Parcel, held: Parcel): Match {
  const match = matched(matchParcel(asked, held));
  const both = (pattern: RegExp) => pattern.test(asked.precinct ?? "") && pattern.test(held.precinct ?? "");
  return match === "exact" && asked.precinct && !both(/\d/u) && !both(/\p{L}{2}/u) ? "possible" : match;
}

function parcelsIn(asked: string): Parcel[] {
  return printedParcel.test(asked) ? [parseParcel(asked)] : (parseParcels(asked) ?? []);
}

/** Each name of the street is meant, with the town that it holds for. */
function addressCondition(asked: string, renamings: readonly StreetRenaming[]): Condition {
  const [address] = addressesIn(asked);
  const street: Address = address?.street ?? parseAddress(asked) ?? { street: asked };
  const names = [
    { town: address?.town, address: street },
    ...otherNamesOf(street, renamings, address?.town).map((other) => ({ ...other, town: other.town ?? address?.town })),
  ].map(({ town, address }) => placeCondition(town, address));
  return {
    ranges: names.flatMap(({ ranges }) => ranges),
    match: (kind, term) => best(names.map(({ match }) => match(kind, term))),
  };
}

/** An address without its town is asked for in all of them; the town of another is another address. */
function placeCondition(asked: string | undefined, street: Address): Condition {
  // Many towns have the same streets with the same houses.
  const sameTown = perText((town) => !asked || town === "" || sameName(asked, town));
  const sameStreet = perText((written): Match => {
    const [held] = addressesIn(written);
    return held === undefined ? "different" : matched(matchAddress(street, held.street));
  });
  return {
    ranges: streetRanges(street),
    match: (_, term) => {
      const [, town = "", written = ""] = term.split("\t");
      return sameTown(town) ? sameStreet(written) : "different";
    },
  };
}

/** Rows whose address may be the one that is asked for: more than are meant, never fewer. */
function streetRanges(street: Address): TermRange[] {
  const houses = housesIn(street);
  return stemsOf(street).flatMap((stem) =>
    houses.includes(anyHouse)
      ? [beginning("street", `${stem} `)]
      : [...houses, anyHouse].map((house) => beginning("street", `${stem} ${house}\t`)),
  );
}

/** Every word asked for stands in the name. */
function investorCondition(asked: string): Condition {
  const words = companyWords(asked);
  return {
    ranges: words.map((word) => beginning("investor", `${word}\t`)),
    oneRange: true,
    match: (_, term) => (words.every((word) => term.includes(`\t${word}\t`)) ? "exact" : "different"),
  };
}

function matched(match: "same" | "possible" | "different"): Match {
  return match === "same" ? "exact" : match;
}

function best(matches: readonly Match[]): Match {
  return matches.includes("exact") ? "exact" : matches.includes("possible") ? "possible" : "different";
}

/** Told once a text, for as long as a look-up runs. */
function perText<T>(tell: (text: string) => T): (text: string) => T {
  const told = new Map<string, T>();
  return (text) => {
    let value = told.get(text);
    if (value === undefined) told.set(text, (value = tell(text)));
    return value;
  };
}
