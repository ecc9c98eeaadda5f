import { isIdentifier } from "../analysis/query-terms.ts";
import { termsOf, writtenWordsOf } from "../analysis/analyse.ts";
import type { QueryWord } from "../analysis/query-words.ts";
import { foldDiacritics } from "../text/plain.ts";

/** Letters that an inflected word may differ by at its end. */
const ending = 3;
const mostSuggestions = 3;
/** From this length on a word may have two slips. */
const longWord = 8;

/** A typed word that none of the texts bears, in any inflection, with words of theirs that it may be a slip of. */
export interface AbsentWord {
  word: string;
  suggestions: string[];
}

/**
 * Grams bring what is written nearly alike, so the texts found hold what was meant by a slip of the keyboard. They are
 * texts that the asker may see, and nothing else is looked at.
 */
export function absentWords(asked: readonly QueryWord[], texts: readonly string[]): AbsentWord[] {
  const typed = asked.filter(({ addedFor }) => addedFor === undefined);
  if (texts.length === 0) return typed.map(({ text: word }) => ({ word, suggestions: [] }));
  const written = new Map<string, { text: string; count: number }>();
  for (const text of texts)
    for (const word of writtenWordsOf(text)) {
      const folded = foldDiacritics(word);
      written.set(folded, { text: word.toLowerCase(), count: (written.get(folded)?.count ?? 0) + 1 });
    }
  const held = [...written.keys()];
  const identifiers = new Set(held.filter((word) => /\d/.test(word)).flatMap(termsOf));
  return typed.flatMap(({ text }) => {
    const word = foldDiacritics(text);
    const isHeld = /\d/.test(word)
      ? termsOf(text).some((term) => identifiers.has(term) && (isIdentifier(term) || !/\s/u.test(text)))
      : held.some((other) => isInflected(word, other));
    return isHeld ? [] : [{ word: text, suggestions: /\d/.test(word) ? [] : suggestionsFor(word, written) }];
  });
}

function isInflected(word: string, other: string): boolean {
  const least = Math.max(Math.min(word.length, 3), word.length - ending);
  return other.length >= least && other.length <= word.length + ending && other.startsWith(word.slice(0, least));
}

function suggestionsFor(word: string, written: ReadonlyMap<string, { text: string; count: number }>): string[] {
  const most = word.length >= longWord ? 2 : 1;
  return [...written]
    .filter(([other]) => other.length > 3 && !/\d/.test(other) && slips(word, other, most) <= most)
    .sort(([, a], [, b]) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, mostSuggestions)
    .map(([, { text }]) => text);
}

/**
 * Letters left out, put in, taken for another or swapped (F. J. Damerau, 1964) between a word and another one, whose
 * ending may be that of another case; or more than `most`.
 */
function slips(a: string, b: string, most: number): number {
  if (a.length - b.length > most || b.length - a.length > most + ending) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(isSwap ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost);
    }
    before = last;
    last = row;
  }
  return Math.min(...last.slice(Math.max(ending + 1, b.length - ending)));
}
