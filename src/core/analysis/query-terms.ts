import { TeczkaError } from "../errors.ts";
import { expandQuery, wordsOf, writtenWordsOf } from "./analyse.ts";

/** What an added synonym counts against a word that was typed. */
const synonymWeight = 0.5;
/** A figure or identifier is worth several words. */
const identifierWeight = 6;

export interface QueryTerm {
  weight: number;
  /** The word of the query, typed or added, that it stands for. */
  word: string;
}

export interface AnalysedQuery {
  /** Typed and added words, stop words left out. */
  words: string[];
  /** By term: of one that several words have, the weightiest. */
  terms: ReadonlyMap<string, QueryTerm>;
}

/**
 * A question as every index is asked it, embedded or not.
 * @throws TeczkaError `query_empty` when no word is left to search for
 */
export function analyseQuery(text: string): AnalysedQuery {
  const words = expandQuery(text);
  if (words.length === 0) {
    throw new TeczkaError(
      "invalid",
      "query_empty",
      "Pytanie nie zawiera słów, których można szukać.",
      "Podaj choć jedno słowo, numer albo działkę.",
    );
  }
  const typed = new Set(writtenWordsOf(text));
  const weighed = new Map<string, QueryTerm>();
  for (const word of words) {
    const terms = wordsOf(word).flatMap((part) => part.terms);
    const base = typed.has(word) ? 1 : synonymWeight;
    for (const term of terms) {
      const weight = base * (term.startsWith("=") ? identifierWeight : 1 / Math.sqrt(terms.length));
      const known = weighed.get(term);
      if (!known || known.weight < weight) weighed.set(term, { weight, word });
    }
  }
  return { words, terms: weighed };
}
