import { findDates } from "../identity/dates.ts";
import { foldDiacritics } from "../text/plain.ts";
import { stopWords } from "./stop-words.ts";

/**
 * Text to search terms: **character 4-grams inside `^word$`**, which on Polish questions find more than lemmas or
 * beginnings of words, with no dictionary (evals/retrieval/README.md holds what was tried). Identifiers and figures are
 * one term each, so that 87/1 never meets 87/14; a day is one term, however it is written.
 */
export const analyserFingerprint = "grams4-3";

const gramLength = 4;
const months =
  "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrze[śs]nia|pa[źz]dziernika|listopada|grudnia";
/** A day in words; identifiers, figures and symbols: a digit somewhere, parts joined by / . - _; words. */
const token = new RegExp(
  String.raw`(?<![\d./-])\d{1,2}\s+(?:${months})\s+\d{4}(?!\d)|[\p{L}\d]+(?:[/._-][\p{L}\d]+)*`,
  "giu",
);

/** Words as they are written, stop words too. */
export function writtenWordsOf(text: string): string[] {
  return text.match(token) ?? [];
}

/** Terms that a word is indexed by: always the same for the same writing; none of a stop word. */
export function termsOf(written: string): string[] {
  if (/\s/u.test(written)) return [...dayOf(written), ...written.split(/\s+/u).flatMap(termsOf)];
  const plain = foldDiacritics(written);
  // Letters beyond the BMP (formula fonts) are not cut: half a surrogate pair is no character.
  if (/\d|[\uD800-\uDFFF]/.test(plain)) return identifierTerms(plain);
  return plain.split(/[/._-]/u).flatMap(gramsOf);
}

/** `AM-28` and `AM28` are one, `12,0` was cut at the comma by the token; leading zeros of sheets go. */
function identifierTerms(plain: string): string[] {
  const day = dayOf(plain);
  if (day.length > 0) return day;
  const whole = `=${plain.replace(/^(am|ar)[-_]?0*/u, "am")}`;
  const ofCase = initialled.exec(plain)?.[1];
  return ofCase === undefined ? [whole] : [whole, `=${ofCase}`];
}

/** A signature with the initials of who has the case: found without them, and by them. */
const initialled = /^(.+\.\d{3,4}\.\d{1,5}(?:\.\d{1,5})?\.(?:19|20)\d{2})\.\p{L}{2,5}$/u;

/** `12 marca 2014`, `12.03.2014` and `2014-03-12` are one term. */
function dayOf(written: string): string[] {
  if (!/^\d{1,4}[\s./-]/u.test(written)) return [];
  const [found] = findDates(written);
  return found && found.text === written ? [`=${found.value}`] : [];
}

function gramsOf(word: string): string[] {
  if (word.length < 2 || stopWords.has(word)) return [];
  const framed = `^${word}$`;
  if (framed.length <= gramLength) return [framed];
  const grams: string[] = [];
  for (let at = 0; at + gramLength <= framed.length; at += 1) grams.push(framed.slice(at, at + gramLength));
  return grams;
}
