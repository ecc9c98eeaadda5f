import { foldDiacritics } from "../text/plain.ts";
import { termsOf, writtenWordsOf } from "./analyse.ts";
import { namesOfField, synonyms } from "./synonyms.ts";

/** A word to search for. */
export interface QueryWord {
  text: string;
  /** What was typed that this word was added for; absent of a typed one. */
  addedFor?: string;
  /** Typed with a capital inside the sentence: a name, which tells more than other words. */
  isName?: boolean;
}

/** Words that frame a question, and in an archive stand everywhere; left out unless nothing else was asked. */
const framing: ReadonlySet<string> = new Set(
  "rok roku lata latach nazywa nazywal nazywala nazywaja sposob jakiego czego czym szukam interesuje".split(" "),
);

/** The words of a query, those typed first; then the field's other names for what was typed. */
export function queryWordsOf(text: string): QueryWord[] {
  const typed = typedWords(text);
  const known = new Set(typed.map((word) => word.text));
  const words = [...typed];
  for (const { text: added, addedFor } of [...spelledOut(typed), ...otherNames(typed), ...longYears(text)]) {
    if (known.has(added) || termsOf(added).length === 0) continue;
    known.add(added);
    words.push({ text: added, addedFor });
  }
  return words;
}

function typedWords(text: string): QueryWord[] {
  const written = writtenWordsOf(text);
  const searched = [...new Set(written)].filter((word) => termsOf(word).length > 0);
  const telling = searched.filter((word) => !framing.has(foldDiacritics(word)));
  const inside = new Set(written.slice(1));
  return (telling.length > 0 ? telling : searched).map((word) =>
    inside.has(word) && /^\p{Lu}\p{L}/u.test(word) ? { text: word, isName: true } : { text: word },
  );
}

interface Added {
  text: string;
  addedFor: string;
}

function spelledOut(typed: readonly QueryWord[]): Added[] {
  return typed.flatMap(({ text }) => {
    const meant = synonyms[foldDiacritics(text)];
    return meant === undefined ? [] : meant.split(" ").map((word) => ({ text: word, addedFor: text }));
  });
}

/** A name of several words, typed in any inflection: all of its stems, wherever in the query. */
function otherNames(typed: readonly QueryWord[]): Added[] {
  const plain = typed.map(({ text }) => foldDiacritics(text));
  return namesOfField.flatMap(({ stems, added }) => {
    const places = stems.map((stem) => plain.findIndex((word) => word.startsWith(stem)));
    if (places.includes(-1)) return [];
    const addedFor = places.map((place) => typed[place]?.text ?? "").join(" ");
    return added.split(" ").map((text) => ({ text, addedFor }));
  });
}

/** `dec 614/14`, `decyzja nr 614/2014`: behind any other word it may be a parcel. */
const decisionNumber =
  /(?<!\p{L})(?:dec|decyzj\p{L}*|postanowieni\p{L}*)\.?\s+(?:(?:nr|numer)\.?\s+)?(\d{1,5})\/(\d{2})(?![\d/])/giu;
/** No parcel: the year tells. */
const longNumber = /(?<![\p{L}\d./-])(\d{1,5})\/((?:19|20)\d{2})(?![\d/])/gu;

/** A decision's number by its long year and its short one. */
function longYears(query: string): Added[] {
  const long = [...query.matchAll(longNumber)].map(([typed, number = "", year = ""]) => ({
    text: `${number}/${year.slice(2)}`,
    addedFor: typed,
  }));
  const short = [...query.matchAll(decisionNumber)].map(([, number = "", year = ""]) => ({
    text: `${number}/${Number(year) > 49 ? "19" : "20"}${year}`,
    addedFor: `${number}/${year}`,
  }));
  return [...long, ...short];
}
