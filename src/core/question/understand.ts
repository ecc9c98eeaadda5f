import { type Address, findAddresses, findBareAddresses } from "../identity/address.ts";
import { findAreaSymbols } from "../identity/area-symbol.ts";
import { findDates } from "../identity/dates.ts";
import {
  findApplicationNumbers,
  findBareNumbers,
  findDecisionNumbers,
  findMangledNumbers,
  widenYear,
} from "../identity/decision-number.ts";
import type { Found } from "../identity/found.ts";
import { findParcels, type Parcel, printParcel } from "../identity/parcel.ts";
import { findSignatures } from "../identity/signature.ts";
import { foldDiacritics } from "../text/plain.ts";
import { anyFits, tokensOf } from "./cues.ts";
import { isCommon } from "./focus.ts";
import { intentsOf, tradeCues } from "./intents.ts";
import { asksStatusNow, withStatus } from "./status-day.ts";
import { findCompanies, findLicences } from "./register-names.ts";
import { questionStopWords } from "./stop-words.ts";
import { planTopics, topicsOf } from "./topics.ts";
import type { BareNumber, Understanding } from "./understanding.ts";

/**
 * Reads a question as an officer types it: shorthand, no diacritics, typing errors and inflection are the rule.
 * @param today ISO; without it no question is taken to mean the day on which it is asked
 */
export function understand(question: string, today?: string): Understanding {
  const rest = new Rest(question);
  const licences = rest.take(findLicences);
  const signatures = rest.take(findSignatures);
  const resolutions = rest.take(findResolutions);
  const mangledNumbers = rest.take(findMangledNumbers);
  const dates = rest.take(findDates);
  // "wniosek o uchylenie decyzji nr …" names a decision.
  const told = rest.take(findToldDecisionNumbers);
  const applicationNumbers = [...rest.take(findApplicationNumbers), ...rest.take(findNotificationNumbers)];
  const areaSymbols = rest.take(findAreaSymbols);
  const parcels = rest.take(findParcels).map(withoutPart);
  const asked = rest.take(findAskedParcels);
  const addresses = [...rest.take(findAddresses), ...rest.take(findStreets)];
  const companies = rest.take(findCompanies);
  const numbers = rest.take(findBareNumbers).map(bareNumber);
  const whole = rest.take(findWholeParcels);
  const years = rest.take(findYears);
  // An angle (kąt) without its diacritics reads like a category (kat.).
  const tokens = tokensOf(question.replace(/kąt\p{L}*/giu, "nachylenie"));
  const understanding: Understanding = {
    question,
    intents: intentsOf(tokens),
    topics: topicsOf(tokens),
    parcels: unique([...parcels, ...asked, ...whole, ...onlyParcels(numbers)], printParcel),
    signatures: unique(signatures, String),
    decisionNumbers: unique([...told, ...onlyDecisions(numbers)], String),
    applicationNumbers: unique(applicationNumbers, String),
    mangledNumbers: unique(mangledNumbers, String),
    bareNumbers: numbers.filter(({ kind }) => kind === "either").map(({ number }) => number),
    companies: unique(companies, String),
    licences: unique(licences, String),
    dates: unique(dates, String),
    years: unique(years, String),
    addresses,
    areaSymbols: unique(areaSymbols, String),
    resolutions,
    keywords: keywordsOf(rest.text, parcels),
  };
  if (today && asksStatusNow(understanding)) understanding.today = today;
  return { ...understanding, intents: weighed({ ...understanding, intents: withStatus(understanding) }) };
}

/** What is left of the question: each finder blanks out what it found, so that no number is read twice. */
class Rest {
  text: string;

  constructor(text: string) {
    this.text = text;
  }

  take<T>(find: (text: string) => Found<T>[]): T[] {
    const found = find(this.text);
    for (const { start, end } of found) {
      this.text = this.text.slice(0, start) + " ".repeat(end - start) + this.text.slice(end);
    }
    return found.map(({ value }) => value);
  }
}

/** "pnb 87/14" may ask of a parcel: only a word that means a decision and nothing else makes the number one. */
function findToldDecisionNumbers(text: string): Found<string>[] {
  return findDecisionNumbers(text).filter(({ start, text: written }) => {
    const before = foldDiacritics(text.slice(0, start));
    return !/(?:pnb|pozwolen\p{L}*|zezwolen\p{L}*|decyzje)\s+$/u.test(before) || yearOf(written) !== undefined;
  });
}

/** `działki: 21/2, 21/4` is the finder's; here is what only a question says: `sąsiad 22/3`, `wz 21/4`, `na 87/14 obr. Zatorze`. */
function findAskedParcels(text: string): Found<Parcel>[] {
  const pattern =
    /(?<!\p{L})(?:s[aą]siad\p{L}*|posesj\p{L}*|nieruchomo[sś]\p{L}*|grun\p{L}*)\s+(\d{1,5}(?:\/\d{1,3})?)(?![\d/])/giu;
  return [...text.matchAll(pattern)].map((match) => {
    const number = match[1] ?? "";
    const start = match.index + match[0].length - number.length;
    return { value: { number }, start, end: start + number.length, text: number };
  });
}

/** `pnb na 701?`: a number that ends what is asked and is no year, measure or count. */
function findWholeParcels(text: string): Found<Parcel>[] {
  const pattern =
    /(?<!\p{L})(?:(?:na|dla|pnb|decyzje|historia|wszystko)\s+(\d{1,5})(?=\s*(?:[?,;.]|$|am\b|ar\b|ark|obr))|wz\s+(?:na\s+|dla\s+)?(\d{1,5})(?![\d/.,])(?!\s*(?:m|mb|%|r|roku|dni|lat)(?!\p{L})))/giu;
  const beforePrecinct = /(?<!\p{L})(?:na|dla)\s+(\d{1,5})(?=\s+\p{Lu}\p{Ll}{3,})/gu;
  return [...text.matchAll(pattern), ...text.matchAll(beforePrecinct)].flatMap((match): Found<Parcel>[] => {
    const number = match[1] ?? match[2] ?? "";
    const start = match.index + match[0].length - number.length;
    if (/^(?:19|20)\d{2}$/u.test(number)) return [];
    return [{ value: { number }, start, end: start + number.length, text: number }];
  });
}

/** `zgł. 31017/2017`, `zgłoszenie nr 31017/17`: notifications are numbered like applications. */
function findNotificationNumbers(text: string): Found<string>[] {
  const pattern =
    /(?<!\p{L})zg[lł](?:osze[nń]\p{L}*|\.)?\s*(?:nr\.?\s*|numer\p{L}*\s*)?(\d{1,6})\/((?:19|20)\d{2}|\d{2})(?![\d/])/giu;
  return [...text.matchAll(pattern)].map((match) => {
    const [whole, number = "", year = ""] = match;
    const written = `${number}/${year}`;
    const end = match.index + whole.length;
    return { value: `${Number(number)}/${widenYear(year)}`, start: end - written.length, end, text: written };
  });
}

function findResolutions(text: string): Found<string>[] {
  return [...text.matchAll(/(?<![\p{L}\d])[IVXLC]{1,8}\/\d{1,4}\/(?:\d{4}|\d{2})(?!\d)/gu)].map((match) => ({
    value: match[0],
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

function findYears(text: string): Found<number>[] {
  return [...text.matchAll(/(?<![\d/.,-])(?:19|20)\d{2}(?![\d/]|[.,-]\d)/gu)].map((match) => ({
    value: Number(match[0]),
    start: match.index,
    end: match.index + 4,
    text: match[0],
  }));
}

const notStreets = new Set(
  (
    "tom karta strona kategoria kategorii paragraf artykul pozycja punkt ustep arkusz poziom budynek budynku " +
    "lata latach lokal lokale lokali segment etap zalacznik ustawa ostatnie ponad powyzej ponizej okolo"
  ).split(" "),
);

/** `krucza 64-66`: a word that is no word of the trade, then a house number. */
function findStreets(text: string): Found<Address>[] {
  return findBareAddresses(text).flatMap((found) => {
    // No house has the number 656/2010.
    if (/^(?:19|20)\d{2}$/u.test(found.value.flat ?? "")) return [];
    const words = found.value.street.split(/\s+/u);
    const street = words.slice(words.findLastIndex(isTradeWord) + 1).join(" ");
    if (street === "") return [];
    const start = found.start + found.text.indexOf(street);
    return [{ ...found, start, text: found.text.slice(start - found.start), value: { ...found.value, street } }];
  });
}

function isTradeWord(word: string): boolean {
  const [token = ""] = tokensOf(word);
  return (
    questionStopWords.has(token) ||
    notStreets.has(token) ||
    isCommon(word) ||
    anyFits(tradeCues, [token]) ||
    topicsOf([token]).length > 0
  );
}

interface ReadNumber {
  kind: "parcel" | "decision" | "either";
  number: BareNumber;
}

/** A four-digit year is a decision's, one digit or three a parcel's; `614/10` may be either. */
function bareNumber(text: string): ReadNumber {
  const [first = "", second = ""] = text.split("/");
  const decisionNumber = `${Number(first)}/${widenYear(second)}`;
  const number = { text, parcel: { number: `${Number(first)}/${Number(second)}` }, decisionNumber };
  if (yearOf(text) !== undefined) return { kind: "decision", number };
  return { kind: second.length === 2 ? "either" : "parcel", number };
}

function yearOf(number: string): string | undefined {
  return /\/((?:19|20)\d{2})$/u.exec(number)?.[1];
}

function onlyParcels(numbers: ReadNumber[]): Parcel[] {
  return numbers.filter(({ kind }) => kind === "parcel").map(({ number }) => number.parcel);
}

function onlyDecisions(numbers: ReadNumber[]): string[] {
  return numbers.filter(({ kind }) => kind === "decision").map(({ number }) => number.decisionNumber);
}

const keyword = /(?!(?:AM|AR|am|ar)-)\p{L}{1,3}-\d{1,4}(?![\p{L}\d])|\p{L}[\p{L}\d]*|\d+[.,]\d+/gu;
/** What a single capital may be the name of. */
const partBefore = /(?:sekcj|budyn|klat|segment|etap|warian|blok|cz[eę][sś][cć]|stref)\p{L}*\s+$/iu;

function keywordsOf(text: string, parcels: readonly Parcel[]): string[] {
  const precincts = parcels.flatMap(({ precinct }) => tokensOf(precinct ?? ""));
  return [...text.matchAll(keyword)].flatMap(({ 0: word, index }) => {
    const token = foldDiacritics(word);
    // A capital that stands alone names a section, a building, a variant; "A" and "W" are mostly words.
    const isName = /^[B-HJ-NP-TVX]$/u.test(word) || (/^[A-Z]$/u.test(word) && partBefore.test(text.slice(0, index)));
    if (isName) return [word];
    return word.length > 1 && !questionStopWords.has(token) && !precincts.includes(token) ? [word] : [];
  });
}

/** What the identities say of the intent: a parameter of an area is a plan's, a bare number with nothing else is a look-up. */
function weighed({ intents, topics, areaSymbols, ...asked }: Understanding): Understanding["intents"] {
  const ofPlan = topics.some((topic) => planTopics.includes(topic));
  if (areaSymbols.length > 0) {
    const asksPlan = topics.length === 0 && intents.includes("plan_in_force");
    const first = asksPlan ? "plan_in_force" : "plan_parameter";
    return [first, ...intents.filter((intent) => intent !== first)];
  }
  if (intents[0] === "decision_status") return intents;
  if (intents.includes("parcel_division")) {
    // "Podział" without a parcel is a plan's or an office's, and in a history only one thing of many.
    const isAsked = asked.parcels.length + asked.bareNumbers.length > 0 && !intents.includes("property_history");
    const others = intents.filter((one) => one !== "parcel_division");
    if (!isAsked) return weighed({ ...asked, intents: others.length > 0 ? others : ["general"], topics, areaSymbols });
    if (intents[0] === "parcel_division") return intents;
  }
  // "kat dachu" is an angle.
  if (intents[0] === "category_and_volume" && topics.includes("roof")) return ["design_figure", ...intents.slice(1)];
  // "mpzp dla dec. 614/2014" asks which plan it went by.
  const ofDecision = asked.decisionNumbers.length + asked.signatures.length > 0;
  if (intents[0] === "plan_parameter" && topics.length === 0 && ofDecision) return ["plan_in_force", ...intents];
  // A telephone number is no answer to "who is the investor", nor the other way round.
  if (topics.includes("phone")) return ["design_figure"];
  if (intents[0] !== "general") return intents;
  if (ofPlan) return ["plan_parameter"];
  if (asked.decisionNumbers.length + asked.signatures.length + asked.mangledNumbers.length > 0)
    return ["decision_outcome"];
  return asked.parcels.length + asked.addresses.length + asked.bareNumbers.length > 0 ? ["permit_lookup"] : intents;
}

function unique<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}

/** A part of a parcel is asked for as the parcel. */
function withoutPart({ number, sheet, precinct, unit }: Parcel): Parcel {
  return { number, ...(sheet ? { sheet } : {}), ...(precinct ? { precinct } : {}), ...(unit ? { unit } : {}) };
}
