import { stopWords } from "../../src/core/analysis/stop-words.ts";
import { foldDiacritics } from "../../src/core/text/plain.ts";

/** Letters by which words are kin: fewer than a search by the beginnings of words would take (five). */
const kin = 4;

/**
 * Content words of a question that a passage bears, in any inflection: words with the same first four letters, marks
 * folded, stop words aside. Shorter words are the same when they are equal.
 */
export function sharedWords(question: string, passage: string): string[] {
  const borne = new Set(contentWords(passage).map(beginning));
  return contentWords(question).filter((word) => borne.has(beginning(word)));
}

const beginning = (word: string): string => word.slice(0, kin);

function contentWords(text: string): string[] {
  return (foldDiacritics(text).match(/\p{L}{2,}/gu) ?? []).filter((word) => !stopWords.has(word));
}
