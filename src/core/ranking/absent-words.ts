import { isIdentifier } from "../analysis/query-terms.ts";
import { termsOf, writtenWordsOf } from "../analysis/analyse.ts";
import type { QueryWord } from "../analysis/query-words.ts";
import { foldDiacritics } from "../text/plain.ts";
import type { Wording } from "./copies.ts";

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
export function absentWords(
  asked: readonly QueryWord[],
  found: readonly { text: string; wording: Pick<Wording, "counts"> }[],
): AbsentWord[] {
  const typed = asked.filter(({ addedFor }) => addedFor === undefined).map(({ text }) => text);
  const held = new Set(found.flatMap(({ wording }) => [...wording.counts.keys()]));
  const absent = typed.filter((word) => !isHeld(word, held));
  if (absent.length === 0) return [];
  const written = writtenIn(found);
  return absent.map((word) => ({
    word,
    suggestions: /\d/.test(word) ? [] : suggestionsFor(foldDiacritics(word), written),
  }));
}

/** A day is written in many ways: its parts tell. */
function isHeld(typed: string, held: ReadonlySet<string>): boolean {
  const word = foldDiacritics(typed);
  if (held.has(word)) return true;
  if (!/\d/.test(word)) return [...held].some((other) => isInflected(word, other));
  const terms = new Set(termsOf(typed));
  return /\s/u.test(word)
    ? word.split(/\s+/u).every((part) => held.has(part)) || [...held].some((other) => isTermOf(other, terms))
    : [...held].some((other) => isTermOf(other, terms));
}

function isTermOf(held: string, terms: ReadonlySet<string>): boolean {
  return /\d/.test(held) && termsOf(held).some((term) => isIdentifier(term) && terms.has(term));
}

function writtenIn(found: readonly { text: string }[]): Map<string, Written> {
  const written = new Map<string, Written>();
  for (const { text } of found)
    for (const word of writtenWordsOf(text)) {
      const folded = foldDiacritics(word);
      written.set(folded, { text: word.toLowerCase(), count: (written.get(folded)?.count ?? 0) + 1 });
    }
  return written;
}

interface Written {
  text: string;
  count: number;
}

function isInflected(word: string, other: string): boolean {
  const least = Math.max(Math.min(word.length, 3), word.length - ending);
  return other.length >= least && other.length <= word.length + ending && other.startsWith(word.slice(0, least));
}

function suggestionsFor(word: string, written: ReadonlyMap<string, Written>): string[] {
  const most = word.length >= longWord ? 2 : 1;
  return [...written]
    .filter(([other]) => other.length > 3 && other[0] === word[0] && !/\d/.test(other))
    .filter(([other]) => slips(word, other, most) <= most)
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
