import { counted } from "../in-words.ts";
import type { HitReason } from "../ports/passage-index.ts";
import type { AbsentWord } from "./absent-words.ts";

/**
 * Why a passage came, in an officer's words: one sentence a line.
 *
 * @param absent words that no passage found bears: one that counts for this passage only resembles a word of it
 */
export function reasonsInWords(why: HitReason, absent: readonly AbsentWord[]): string[] {
  const { words, added = [], identifiers = [], dense, lexical, reranked, folded = [] } = why;
  const typed = words.filter((word) => !identifiers.includes(word) && !added.some((one) => one.word === word));
  const isAbsent = (word: string) => absent.some((one) => one.word === word);
  const [alike, borne] = [typed.filter(isAbsent), typed.filter((word) => !isAbsent(word))];
  const parts = [
    identifiers.length > 0 && `ma oznaczenie: ${identifiers.join(", ")}`,
    borne.length > 0 && `znaleziono po słowach: ${borne.join(", ")}`,
    alike.length > 0 && `znaleziono po słowach podobnych do: ${alike.join(", ")}`,
    added.length > 0 && `dodano do pytania: ${addedInWords(added)}`,
    dense && `bliskie znaczeniem (${dense.rank}. miejsce${lexical ? `, wśród słów ${lexical.rank}.` : ""})`,
    reranked && `model porządkujący przeniósł z ${reranked.rank}. miejsca`,
  ].filter((part) => typeof part === "string");
  const copies = folded.map(({ document, page }) => `${document.path}, s. ${page}`);
  return [
    sentence(parts.join("; ")),
    ...(copies.length > 0 ? [`Tę samą treść ma też: ${copies.join("; ")}.`] : []),
  ].filter((told) => told !== "");
}

function addedInWords(added: NonNullable<HitReason["added"]>): string {
  return [...Map.groupBy(added, ({ addedFor }) => addedFor)]
    .map(([addedFor, own]) => `${own.map(({ word }) => word).join(", ")} (za „${addedFor}”)`)
    .join("; ");
}

function sentence(text: string): string {
  return text === "" ? "" : `${(text[0] ?? "").toUpperCase()}${text.slice(1)}.`;
}

export interface SearchTold {
  /** What was found; only whether there is any counts here. */
  passages: readonly unknown[];
  words: readonly string[];
  absent: readonly AbsentWord[];
  documentsSearched: number;
  tried?: { excluded: number; unreadable: number } | undefined;
}

/** What was looked for and where, for a search that may have found too little: one sentence a line. */
export function searchInWords({ passages, words, absent, documentsSearched, tried }: SearchTold): string[] {
  const papers = (count: number) => counted(count, "dokument", "dokumenty", "dokumentów");
  // Words that were looked for nowhere are not said to be missing.
  if (tried && tried.excluded > 0 && documentsSearched === 0)
    return [`Żaden dokument nie pasuje do zawężenia: pominęło ${papers(tried.excluded)}. Zmień je albo usuń.`];
  const missing = passages.length === 0 ? [] : absent;
  return [
    `Przeszukano ${papers(documentsSearched)}.`,
    ...(tried ? [`Szukano słów: ${words.join(", ")}.`] : []),
    ...missing.map(
      ({ word, suggestions }) =>
        `Słowa „${word}” nie ma w żadnym ze znalezionych fragmentów${suggestions.length > 0 ? `; podobne: ${suggestions.join(", ")}` : ""}.`,
    ),
    ...(tried && tried.excluded > 0 ? [`Zawężenie pominęło ${papers(tried.excluded)}.`] : []),
    ...(tried && tried.unreadable > 0
      ? [`Stron nieczytelnych nie przeszukano: ma je ${papers(tried.unreadable)}.`]
      : []),
  ];
}
