import { foldDiacritics } from "../text/plain.ts";
import { stopWords } from "./stop-words.ts";
import { synonyms } from "./synonyms.ts";

/**
 * Text to search terms. What was measured on Polish questions (issue C holds the table): bare lemmas r@5 .82, five
 * letters of each word .89, **character 4-grams inside `^word$` .94**, with no dictionary. Identifiers and figures are
 * one term each, so that 87/1 never meets 87/14.
 */
export const analyserFingerprint = "grams4-1";

const gramLength = 4;
/** Identifiers, figures and symbols: a digit somewhere, parts joined by / . - _. */
const token = /[\p{L}\d]+(?:[/._-][\p{L}\d]+)*/gu;

export interface Word {
  /** As it stands in the text. */
  text: string;
  terms: string[];
}

/** Words of a text with the terms that each is indexed by; stop words are left out. */
export function wordsOf(text: string): Word[] {
  const words = writtenWordsOf(text).map((written) => ({ text: written, terms: termsOf(written) }));
  return words.filter(({ terms }) => terms.length > 0);
}

/** Words as they are written, stop words too. */
export function writtenWordsOf(text: string): string[] {
  return text.match(token) ?? [];
}

/** Terms that a word is indexed by: always the same for the same writing; none of a stop word. */
export function termsOf(written: string): string[] {
  const plain = foldDiacritics(written);
  // Letters beyond the BMP (formula fonts) are not cut: half a surrogate pair is no character.
  if (/\d|[\uD800-\uDFFF]/.test(plain)) return [identifierTerm(plain)];
  return plain.split(/[/._-]/u).flatMap(gramsOf);
}

/** `AM-28` and `AM28` are one, `12,0` was cut at the comma by the token; leading zeros of sheets go. */
function identifierTerm(plain: string): string {
  return `=${plain.replace(/^(am|ar)[-_]?0*/u, "am")}`;
}

function gramsOf(word: string): string[] {
  if (word.length < 2 || stopWords.has(word)) return [];
  const framed = `^${word}$`;
  if (framed.length <= gramLength) return [framed];
  const grams: string[] = [];
  for (let at = 0; at + gramLength <= framed.length; at += 1) grams.push(framed.slice(at, at + gramLength));
  return grams;
}

/** The query with the field's abbreviations spelt out; what was typed first. */
export function expandQuery(text: string): string[] {
  const typed = writtenWordsOf(text);
  const added = typed.flatMap((word) => synonyms[foldDiacritics(word)]?.split(" ") ?? []);
  return [...new Set([...typed, ...added])].filter((word) => termsOf(word).length > 0);
}
