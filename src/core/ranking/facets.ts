import type { DocumentFact, FactField } from "../document.ts";
import { nameStems } from "../identity/inflection.ts";
import { type Parcel, parseParcel, precinctParts } from "../identity/parcel.ts";
import { signatureCase } from "../identity/signature.ts";
import type { PassageFilter } from "../ports/passage-index.ts";

/** What a document is filtered by beside its id, kind and labels: keywords, as an index of any make can hold them. */
export interface DocumentFacets {
  /** Keys of the parcels that it is about: one of a filter's keys among them says that it may be that parcel. */
  parcels: string[];
  /** Its case, as `signatureCase` has it; a paper that only speaks of another case is not of it. */
  cases: string[];
  /** ISO day: of issue, or of the application. */
  date?: string;
}

export function facetsOf({ facts }: { facts: readonly Pick<DocumentFact, "field" | "value">[] }): DocumentFacets {
  const valuesOf = (wanted: FactField) => facts.filter(({ field }) => field === wanted).map(({ value }) => value);
  const [date] = [...valuesOf("issueDate"), ...valuesOf("applicationDate")];
  return {
    parcels: distinct(valuesOf("parcel").flatMap((value) => heldKeys(parseParcel(value)))),
    cases: distinct(valuesOf("signature").map(signatureCase)),
    ...(date ? { date } : {}),
  };
}

/** The filter in the same keywords: lists of which one has to be borne; the days are compared as text. */
export interface AskedFacets {
  parcels?: string[];
  cases?: string[];
  from?: string;
  to?: string;
}

export function askedFacets({ parcels, cases, from, to }: PassageFilter): AskedFacets {
  return {
    ...(parcels ? { parcels: distinct(parcels.flatMap(askedKeys)) } : {}),
    ...(cases ? { cases: distinct(cases.map(signatureCase)) } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

/** Does a document with these facets meet the filter? What every index must come to. */
export function meetsFacets(held: DocumentFacets, { parcels, cases, from, to }: AskedFacets): boolean {
  if (parcels && !parcels.some((key) => held.parcels.includes(key))) return false;
  if (cases && !cases.some((one) => held.cases.includes(one))) return false;
  if (from === undefined && to === undefined) return true;
  return held.date !== undefined && (from ?? "") <= held.date && (to === undefined || held.date <= to);
}

/**
 * Keys of a parcel, such that those of an asked and a held one meet exactly when `matchParcel` does not tell them
 * apart. `*`: what was not asked for, `?`: what the paper does not tell.
 */
function heldKeys({ number, unit, sheet, precinct }: Parcel): string[] {
  return keysOf(number, ["*", unit ?? "?"], ["*", sheet ?? "?"], ["*", ...heldPrecinct(precinct)]);
}

function askedKeys({ number, unit, sheet, precinct }: Parcel): string[] {
  const orUntold = (asked: string | undefined) => (asked ? [asked, "?"] : ["*"]);
  return keysOf(number, orUntold(unit), orUntold(sheet), askedPrecinct(precinct));
}

function keysOf(number: string, units: readonly string[], sheets: readonly string[], precincts: readonly string[]) {
  return units.flatMap((unit) =>
    sheets.flatMap((sheet) => precincts.map((precinct) => [number, unit, sheet, precinct].join("|"))),
  );
}

/** `c…` by code, `n…` by name, `o…` by the name of one that has no code; `n?` of one that has no name. */
function heldPrecinct(precinct: string | undefined): string[] {
  if (!precinct) return ["?"];
  const { code, name } = precinctParts(precinct);
  const names = heldNames(name);
  return [...names.map((one) => `n${one}`), ...(code ? [`c${code}`] : ["c?", ...names.map((one) => `o${one}`)])];
}

function askedPrecinct(precinct: string | undefined): string[] {
  if (!precinct) return ["*"];
  const { code, name } = precinctParts(precinct);
  const names = askedNames(name);
  if (code === "") return ["?", ...names.map((one) => `n${one}`)];
  return ["?", `c${code}`, ...(name ? names.map((one) => `o${one}`) : ["c?"])];
}

/** Names are one when the words of the shorter are among those of the longer: `=` all of them, `<` some of them. */
function heldNames(name: string): string[] {
  const stems = stemsOf(name);
  return stems.length === 0 ? ["?"] : [`=${stems.join(" ")}`, ...subsetsOf(stems).map((some) => `<${some}`)];
}

function askedNames(name: string): string[] {
  const stems = stemsOf(name);
  return ["?", `<${stems.join(" ")}`, ...subsetsOf(stems).map((some) => `=${some}`)];
}

/** No precinct has a name of more words; what stands behind them is not its name. */
const mostWords = 4;

function stemsOf(name: string): string[] {
  return distinct(nameStems(name)).slice(0, mostWords).sort();
}

function subsetsOf(words: readonly string[]): string[] {
  const subsets = words.reduce<string[][]>((sets, word) => [...sets, ...sets.map((set) => [...set, word])], [[]]);
  return subsets.filter((set) => set.length > 0).map((set) => set.join(" "));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
