import { type Address, findAddresses } from "../identity/address.ts";
import { findAreaSymbols } from "../identity/area-symbol.ts";
import { findAuthorities } from "../identity/authority.ts";
import { findApplicationNumbers, findBareNumbers, findDecisionNumbers } from "../identity/decision-number.ts";
import type { Found } from "../identity/found.ts";
import { findLawReferences, type LawReference } from "../identity/law.ts";
import { findParcels, type Parcel } from "../identity/parcel.ts";
import { findSignatures } from "../identity/signature.ts";
import { type DatedThing, findDatedThings } from "./date-roles.ts";
import { findQuantities, type Quantity } from "./quantities.ts";
import { findOutcomes, type SaidOutcome } from "./said-outcomes.ts";
import { readWords, type Word } from "./words.ts";

/** All that the rules compare, found in one text: a claim, or a quote with the sentence around it. */
export interface Reading {
  text: string;
  signatures: Found<string>[];
  decisions: Found<string>[];
  applications: Found<string>[];
  /** Of the shape a/b, with nothing that says what they are. */
  bareNumbers: Found<string>[];
  authorities: Found<string>[];
  dates: DatedThing[];
  parcels: Found<Parcel>[];
  addresses: Found<Address>[];
  areas: Found<string>[];
  law: Found<LawReference>[];
  quantities: Found<Quantity>[];
  outcomes: SaidOutcome[];
  /** Content words outside of dates, numbers and figures; names of streets, towns and offices are words too. */
  words: Word[];
}

interface Range {
  start: number;
  end: number;
}

export function readText(text: string): Reading {
  const numbered = /\d/.test(text);
  const signatures = numbered ? findSignatures(text) : [];
  const dates = numbered ? findDatedThings(text) : [];
  const law = numbered ? findLawReferences(text) : [];
  const free = outside([...signatures, ...dates, ...law]);
  const parcels = numbered ? findParcels(text).filter(free) : [];
  const applications = numbered ? findApplicationNumbers(text).filter(free) : [];
  const decisions = numbered
    ? findDecisionNumbers(text).filter(outside([...signatures, ...dates, ...law, ...parcels]))
    : [];
  const addresses = findAddresses(text);
  const areas = numbered ? findAreaSymbols(text).filter(free) : [];
  const named = [...signatures, ...dates, ...law, ...parcels, ...applications, ...decisions];
  const bareNumbers = numbered ? findBareNumbers(text).filter(outside(named)) : [];
  const houses = addresses.flatMap((address) => houseNumber(address));
  const taken = [...named, ...areas, ...bareNumbers, ...houses];
  const quantities = findQuantities(text, taken);
  const outcomes = findOutcomes(text);
  const masks = [...taken, ...quantities, ...quantities.flatMap(({ value }) => value.cue ?? [])].sort(
    (a, b) => a.start - b.start,
  );
  const words = readWords(text, masks);
  const authorities = findAuthorities(text);
  return {
    text,
    signatures,
    decisions,
    applications,
    bareNumbers,
    authorities,
    dates,
    parcels,
    addresses,
    areas,
    law,
    quantities,
    outcomes,
    words,
  };
}

function outside(taken: readonly Range[]): (found: Range) => boolean {
  return (found) => !taken.some((other) => found.start < other.end && other.start < found.end);
}

/** From the first digit that ends the address: the street's name stays a word. */
function houseNumber({ value, start, end, text }: Found<Address>): Range[] {
  if (!value.number) return [];
  const at = text.lastIndexOf(value.number);
  return at < 0 ? [] : [{ start: start + at, end }];
}
