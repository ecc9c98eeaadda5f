import { findDates } from "./dates.ts";
import { findParcels, type Parcel, parseParcel } from "./parcel.ts";
import { placeWords } from "./parcel-words.ts";

/** What may stand beside parcels and their places: „działki nr”, „część”, „i”, „położone w obrębie”, „jednostka ewidencyjna”. */
const saysNothing =
  /(?<![\p{L}\p{N}])(?:dzia[łl]k\p{L}{0,3}|dzia[łl]ek|dzia[łl]c\p{L}|dz|cz|cz[ęe][śs][ćc]\p{L}?|fragment\p{L}?|nry?|nr-?y|numer\p{L}{0,6}|m?r|ew|ewid|ewidencyjn\p{L}{1,3}|geod|grunt\p{L}{1,2}|drogow\p{L}{1,3}|o|i|oraz|od|do|na|dla|w|we|z|ze|po[łl]o[żz]on\p{L}{1,3}|jedn|jednostk\p{L})(?![\p{L}\p{N}])/giu;

/**
 * The parcels of a cell or of what an officer typed, when the whole of it is about parcels: `87/14`, `87/14 i 87/15`,
 * `87/14–87/18`, `dz. nr 44/5 AM-3`, a full identifier. Nothing is taken out of a text that is not understood to its
 * end: a date that a spreadsheet made (`sty-14`, `2014-01-05`), an exponent, `10/1/2`, `87-14`, a road's number.
 * @returns undefined for such a text, and for one that names none
 */
export function parseParcels(text: string): Parcel[] | undefined {
  if (text.length > longest) return undefined;
  if (plainNumbers.test(text)) return text.split(/[,;]/u).map((number) => parseParcel(number));
  const plain = text
    .replace(/\s{0,9}\n\s{0,9}| \+ /gu, ", ")
    .replace(/(?<=\d)\s?\/\s?(?=\d)/gu, "/")
    .replace(/(?<=\d)(?=cz(?!\p{L}))/gu, " ")
    .replace(/[[\]]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  if (findDates(plain).length > 0 || countsDown(plain)) return undefined;
  // A bare number needs a word that calls it so.
  return understood(plain) ?? understood(`dz. ${plain}`);
}

/** What nearly all of a million cells are: read without the words of a sentence. */
const plainNumbers = /^[1-9]\d{0,4}(?:\/[1-9]\d{0,3})?(?:[,;] ?[1-9]\d{0,4}(?:\/[1-9]\d{0,3})?){0,300}$/u;

/** Hundreds of parcels; more is no cell. */
const longest = 5000;

function understood(text: string): Parcel[] | undefined {
  const found = findParcels(text);
  if (found.length === 0) return undefined;
  let rest = text;
  for (const { start, end } of found) rest = blanked(rest, start, end);
  for (const match of rest.matchAll(placeWords)) rest = blanked(rest, match.index, match.index + match[0].length);
  rest = rest.replace(identifierHead, "").replace(saysNothing, "");
  return /[^\s,;.:()–_/?„”"-]/u.test(rest) ? undefined : found.map(({ value }) => value);
}

/** Of a full identifier, and of a unit named by itself. */
const identifierHead = /(?<!\d)\d{6}_\d(?:\.\d{4}(?:\.A[RM]_\d{1,3})?\.)?(?!\d)/gu;

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
}

/** `87-14` may be 87/14 that someone mistyped; a range counts up. */
function countsDown(text: string): boolean {
  return [...text.matchAll(/(?<![\d/_-])(\d+) ?[-–] ?(\d+)(?![\d/])/gu)].some(
    ([, from, to]) => Number(to) <= Number(from),
  );
}
