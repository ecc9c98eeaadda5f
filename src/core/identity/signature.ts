import type { Found } from "./found.ts";

/** Since 2011 (instrukcja kancelaryjna, Dz.U. 2011 Nr 14, poz. 67): cell.class[.group].number.year[.initials or part]. */
const present =
  /(?<![\p{L}\d.])([A-ZĄĆĘŁŃÓŚŹŻ]{1,6}(?:-[A-Z0-9]{1,5}){0,4})\.\s?(\d{3,4})\.(\d{1,5}(?:\.\d{1,5})?)\.((?:19|20)\d{2})(?:\.([A-ZĄĆĘŁŃÓŚŹŻ]{2,5}(?![\p{L}])|\d{1,3}(?!\d)))?/giu;
/** Before 2011: `AB.II.7351-234/08`, `7351/234/2008`. */
const past =
  /(?<![\p{L}\d./])((?:[A-ZĄĆĘŁŃÓŚŹŻ]{1,6}[.-])?(?:[IVX]{1,4}[.-])?)(7\d{3})[-/](\d{1,5})\/((?:19|20)?\d{2})(?![\d/])/giu;

/** Case signatures in running text, normalised: upper case, no spaces. */
export function findSignatures(text: string): Found<string>[] {
  const found: Found<string>[] = [];
  for (const match of text.matchAll(present)) found.push(foundAt(match, normalise(match[0])));
  for (const match of text.matchAll(past)) {
    if (!found.some((other) => match.index < other.end && other.start < match.index + match[0].length))
      found.push(foundAt(match, normalise(match[0])));
  }
  return found.sort((a, b) => a.start - b.start);
}

function foundAt(match: RegExpExecArray, value: string): Found<string> {
  return { value, start: match.index, end: match.index + match[0].length, text: match[0] };
}

function normalise(text: string): string {
  return text.replace(/\s+/gu, "").toUpperCase();
}

/** The case without the initials or the number of the paper inside it; old years with four digits. */
export function signatureCase(signature: string): string {
  const text = normalise(signature);
  const modern = /^(.+?\.\d{3,4}\.\d{1,5}(?:\.\d{1,5})?\.(?:19|20)\d{2})(?:\..+)?$/u.exec(text);
  if (modern?.[1]) return modern[1];
  const old = /^(.*)\/(\d{2})$/u.exec(text);
  if (!old) return text;
  return `${old[1]}/${Number(old[2]) > 49 ? "19" : "20"}${old[2]}`;
}

export function sameSignature(a: string, b: string): boolean {
  return signatureCase(a) === signatureCase(b);
}
