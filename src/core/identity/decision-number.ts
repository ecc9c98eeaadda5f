import { foldDiacritics } from "../text/plain.ts";
import type { Found } from "./found.ts";

const number = String.raw`(\d{1,5})((?:\/[A-ZŁŚŻ]{1,5})?)\/((?:19|20)\d{2}|\d{2})(?![\d/]|-\d)`;
const decisionCue = String.raw`(?<!\p{L})(?:decyzj\p{L}*|dec\.?|postanowieni\p{L}*|pozwole[nń]\p{L}*|pnb|zezwole[nń]\p{L}*)`;
/** Between cue and number: an authority, a subject; but no parcel, no signature, no application, no end of sentence. */
const filler = String.raw`(?:(?!dzia[łl]|dz\.|wnios|rozporz|dyrektyw|uchwa[łl]|znak|sygn|poz\.|rep\.|upraw|Dz\.\s?U)[^.;:\n\d]|\n(?!\n)|(?<=ul|im|gen|św|r)\.|\d{1,2} \p{Ll}+ (?:19|20)\d{2}(?= r)|\d{1,2}\.\d{1,2}\.\d{4}){0,110}?`;
const decision = new RegExp(
  String.raw`${decisionCue}(?:${filler}(?:\bnr|\bnumer\p{L}*|\bNr|\bNR|\bnr\.|\bn-r)\s*[:.]?\s*|\s+(?:z\s+)?)${number}`,
  "giu",
);
const application = new RegExp(
  String.raw`(?<!\p{L})(?:wnios\p{L}*${filler}(?:nr|numer\p{L}*)|(?:nr|numer\p{L}*)\s+wnios\p{L}*)\s*[:.]?\s*${number}`,
  "giu",
);
const bare = new RegExp(String.raw`(?<![\p{L}\d./-])(\d{1,5}\/\d{1,4})(?![\d/]|\.\d)`, "gu");

/** Decision numbers that words call so (`decyzją … nr 614/14`), with a four-digit year: `614/2014`, `123/MOK/2014`. */
export function findDecisionNumbers(text: string): Found<string>[] {
  return find(text, decision);
}

/** Numbers that words call an application's (`wniosek nr 42298/08`). */
export function findApplicationNumbers(text: string): Found<string>[] {
  return find(text, application);
}

/** Numbers of the shape a/b that say nothing of what they are: a parcel, a decision, a house. */
export function findBareNumbers(text: string): Found<string>[] {
  return [...text.matchAll(bare)].map((match) => ({
    value: match[1] ?? "",
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

function find(text: string, pattern: RegExp): Found<string>[] {
  const found: Found<string>[] = [];
  for (const match of text.matchAll(pattern)) {
    const [first = "", infix = "", year = ""] = match.slice(-3);
    const written = `${first}${infix}/${year}`;
    const end = match.index + match[0].length;
    found.push({ value: decisionNumber(first, infix, year), start: end - written.length, end, text: written });
  }
  return found;
}

function decisionNumber(first: string, infix: string, year: string): string {
  return `${Number(first)}${infix.replace(/\s/gu, "").toUpperCase()}/${widenYear(year)}`;
}

/** Two digits up to 49 are of this century. */
export function widenYear(year: string): string {
  if (year.length !== 2) return year;
  return `${Number(year) <= 49 ? "20" : "19"}${year}`;
}

const wholeNumber = /^(?:(?:nr|numer)\.?\s?)?(\d{1,6})((?:\s?\/\s?[A-ZŁŚŻ]{1,5})?)\s?\/\s?((?:19|20)\d{2}|\d{2})$/iu;
/** A number with a year inside another shape: `312/2017/AB`, `DEC-312/2017`. */
const inside = /(?<![\d/\p{L}])(\d{1,6})\/((?:19|20)\d{2})(?!\d)/gu;

export type ParsedNumber = { number: string } | { mangled: string; possible: string[] };

/** Numbers that a spreadsheet made dates of, as they stand in a register and are typed from there: `09-sty`, `gru-67`. */
export function findMangledNumbers(text: string): Found<string>[] {
  return [...text.matchAll(mangledNumber)].map(({ index, 0: written }) => ({
    value: written.toLowerCase(),
    start: index,
    end: index + written.length,
    text: written,
  }));
}

const months = ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paz", "lis", "gru"];
const monthName = "sty|lut|mar|kwi|maj|cze|lip|sie|wrz|pa[zź]|lis|gru";
const mangledNumber = new RegExp(
  String.raw`(?<![\p{L}\d./-])(?:\d{2}-(?:${monthName})|(?:${monthName})-\d{2})(?![\p{L}\d/-])`,
  "giu",
);

/**
 * A register's cell. A spreadsheet turned a fifth of the Wrocław numbers into dates: `1/09` became `09-sty`, `1967/12`
 * became `gru-67`. Such a cell is mangled: the readings it allows are offered and none is taken. So is one of another
 * shape, which is no number of a decision as it stands (`312/2017/AB`); `isSpoilt` tells the two apart.
 * @param decidedIn year of the decision's date, which rules readings out
 * @returns undefined for an empty cell
 */
export function parseDecisionNumber(cell: string, decidedIn?: number): ParsedNumber | undefined {
  const text = cell.trim();
  if (text === "") return undefined;
  const plain = wholeNumber.exec(text);
  if (plain) return { number: decisionNumber(plain[1] ?? "", plain[2] ?? "", plain[3] ?? "") };
  const dates = readings(text).filter((reading) => decidedIn === undefined || reading.endsWith(`/${decidedIn}`));
  const others = [...text.matchAll(inside)].map(([, first = "", year = ""]) => decisionNumber(first, "", year));
  return { mangled: text, possible: [...new Set([...dates, ...others])] };
}

/** `09-sty`, `2014-01-05`, `8,7E+01`, `#ADR!`. */
const spoilt =
  /^(?:\d{1,4}[-. ]\p{L}{3,4}|\p{L}{3,4}[-. ]\d{1,4})$|^\d{4}-\d{2}-\d{2}|^\d{1,2}[.-]\d{1,2}[.-]\d{2,4}$|\dE[+-]?\d|^#|\uFFFD/iu;

/** Whether a number's cell was spoilt on its way; what is of another shape (`312/2017/AB`, a signature) was not. */
export function isSpoilt(cell: string): boolean {
  return spoilt.test(cell.trim());
}

function readings(text: string): string[] {
  const yearFirst = /^(\d{2})-(\p{L}{3})$/u.exec(text);
  const monthFirst = /^(\p{L}{3})-(\d{2})$/u.exec(text);
  const month = months.indexOf(foldDiacritics(yearFirst?.[2] ?? monthFirst?.[1] ?? "")) + 1;
  if (month === 0) return [];
  const digits = yearFirst?.[1] ?? monthFirst?.[2] ?? "";
  const asYear = `20${String(month).padStart(2, "0")}`;
  if (yearFirst) return [`${month}/20${digits}`, `20${digits}/${asYear}`];
  return [`19${digits}/${asYear}`, `20${digits}/${asYear}`];
}
