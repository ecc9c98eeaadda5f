import { TeczkaError } from "../errors.ts";
import { termsOf } from "./analyse.ts";
import { type QueryWord, queryWordsOf } from "./query-words.ts";

/** What an added synonym counts against a word that was typed. */
const synonymWeight = 0.5;
/** An identifier (`87/14`, `AB.6740.1.234.2018`, a day) is worth several words, a bare figure little more than one. */
const identifierWeight = 6;
const figureWeight = 1.5;
/** A name tells more of what is meant than the words around it. */
const nameWeight = 1.4;

export interface QueryTerm {
  weight: number;
  /** The word of the query, typed or added, that it stands for. */
  word: string;
}

export interface AnalysedQuery {
  /** Typed and added words, stop words left out. */
  words: string[];
  /** The same, each with what it was added for. */
  asked: QueryWord[];
  /** By term: of one that several words have, the weightiest. */
  terms: ReadonlyMap<string, QueryTerm>;
}

/**
 * A question as every index is asked it, embedded or not.
 * @throws TeczkaError `query_empty` when no word is left to search for
 */
export function analyseQuery(text: string): AnalysedQuery {
  const asked = queryWordsOf(text);
  if (asked.length === 0) {
    throw new TeczkaError(
      "invalid",
      "query_empty",
      "Pytanie nie zawiera słów, których można szukać.",
      "Podaj choć jedno słowo, numer albo działkę.",
    );
  }
  const weighed = new Map<string, QueryTerm>();
  for (const { text: word, addedFor, isName } of asked) {
    const terms = termsOf(word);
    const base = (addedFor === undefined ? 1 : synonymWeight) * (isName ? nameWeight : 1);
    for (const term of terms) {
      const weight = base * termWeight(term, terms.length);
      const known = weighed.get(term);
      if (!known || known.weight < weight) weighed.set(term, { weight, word });
    }
  }
  return { words: asked.map(({ text: word }) => word), asked, terms: weighed };
}

/** Grams of a long word are many and tell of each other: together they weigh as the root of their number. */
function termWeight(term: string, terms: number): number {
  if (isIdentifier(term)) return identifierWeight;
  return term.startsWith("=") ? figureWeight : 1 / Math.sqrt(terms);
}

/** More than a bare figure: 87/14, AM-28, a signature, a day. */
export function isIdentifier(term: string): boolean {
  return term.startsWith("=") && /[^=\d]/u.test(term);
}
