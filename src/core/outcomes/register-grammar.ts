import { foldDiacritics } from "../text/plain.ts";
import { type Act, meaningOf, type WordMeaning } from "./register-words.ts";

/** A word of a description, folded. */
export interface Word {
  text: string;
  /** A dash, comma or the like parts it from the word before. */
  apart: boolean;
  means: WordMeaning;
}

/** An act that the description says was done, not one that it only speaks of. */
export interface DoneAct {
  act: Act;
  at: number;
  isVerb: boolean;
  /** „i”, „oraz” leads it in: it was done beside another, not about it. */
  beside: boolean;
}

export function wordsOf(description: string): Word[] {
  const folded = foldDiacritics(description);
  const words = [...folded.matchAll(/\d[\d/.-]*|[a-z]+/g)].map(
    ({ 0: text, index }): Word => ({
      text,
      apart: /[-–,;:/|(]\s*$/.test(folded.slice(0, index)),
      means: meaningOf(text),
    }),
  );
  return words.map((word, at) => ({ ...word, means: inPlace(words, at) }));
}

/** Words of building as well: an act only together with what an authority does it to. */
const objects: Readonly<Partial<Record<Act, (after: string, before: Word | undefined) => boolean>>> = {
  amend: (after) => /^(?:(?:w|ostat\w*|wlasn\w*|prawomocn\w*) )*(?:dec|decyz\w*|pozwol\w*|pnb)\b/.test(after),
  transfer: (after) =>
    /^(?:(?:praw\w*|uprawn\w*|obow\w*|i|z|ostat\w*|wlasn\w*) )*(?:dec|decyz\w*|pozwol\w*|pnb)\b|^na rzecz\b/.test(
      after,
    ),
  suspend: (after, before) =>
    /^(?:z urzedu |na wniosek (?:strony )?)?post/.test(after) || before?.means.is === "proceedings",
  leave: (after) => /^(?:[a-z]+ ){0,2}bez rozp/.test(after),
  stay: (after) => /^(?:[a-z]+ ){0,2}wykon/.test(after) && !/robot/.test(after),
  keep: (after) => /^(?:[a-z]+ ){0,3}w mocy/.test(after),
  send_back: (after) => /^(?:[a-z]+ ){0,6}ponown/.test(after),
  impose: (after) => /^(?:[a-z]+ ){0,3}obowiaz/.test(after),
};

function inPlace(words: readonly Word[], at: number): WordMeaning {
  const word = words[at] as Word;
  const { means } = word;
  const next = words[at + 1];
  if (
    word.text.startsWith("zamienn") &&
    [words[at - 1], next].some((near) => near && /^(?:proj|dec|pozw)/.test(near.text))
  )
    return { is: "unread" };
  if (means.is !== "act") return means;
  // „… zmiany”, cut off: of a decision, or of the use of a building?
  if (means.act === "amend" && !next && /^(?:noun|of)$/.test(means.form)) return { is: "unread" };
  const after = words
    .slice(at + 1, at + 9)
    .map(({ text }) => text)
    .join(" ");
  if (isInitial(word.text))
    return next && /^(?:act|decision|proceedings)$/.test(next.means.is) ? means : { is: "other" };
  const isOfDecision = means.form === "which" && words[at - 1]?.means.is === "decision";
  if (isOfDecision || objects[means.act]?.(after, words[at - 1]) !== false) return means;
  return means.act === "stay" || means.form === "verb" || /^(?:proj|zatwierdz)/.test(after)
    ? { is: "unread" }
    : { is: "other" };
}

/** „Um.”, „wyg.”: too short to tell anything but before what is acted on. */
function isInitial(text: string): boolean {
  return text.length <= 3 && text !== "odm" && text !== "zm";
}

/** „Nie wniesiono sprzeciwu”, „brak podstaw do umorzenia”; „bez” only of the very next word. */
export function isDeniedAct(words: readonly Word[], at: number): boolean {
  if (words[at]?.means.is !== "act") return false;
  const denial = words.findLastIndex(({ means }, place) => place < at && means.is === "denial");
  const reach = words[denial]?.text === "bez" ? 1 : 4;
  return denial >= 0 && at - denial <= reach && words.slice(denial + 1, at + 1).every(({ apart }) => !apart);
}

/** Each act once, in order. */
export function actsOf(words: readonly Word[]): DoneAct[] {
  const done: DoneAct[] = [];
  for (const [at, { means }] of words.entries()) {
    if (means.is !== "act" || !isDone(words, at, done.length > 0)) continue;
    if (done.some(({ act }) => act === means.act)) continue;
    const isVerb = means.form !== "noun" && means.form !== "of";
    done.push({ act: means.act, at, isVerb, beside: words[at - 1]?.means.is === "conjunction" });
  }
  return done;
}

function isDone(words: readonly Word[], at: number, isSecond: boolean): boolean {
  const { means, apart } = words[at] as Word;
  if (means.is !== "act") return false;
  const before = apart ? undefined : words[at - 1];
  const isOfDecision = before?.text === "o" && words[at - 2]?.means.is === "decision";
  switch (means.form) {
    case "verb":
      return true;
    case "noun":
      return before?.means.is !== "preposition" || isOfDecision;
    case "of":
      return isOfDecision && !isSecond;
    case "which":
      return !isSecond && before?.means.is === "decision";
    case "done":
      return !isSecond && isStateOf(words, at);
  }
}

/** „Postępowanie umorzone”, „umorzone post.”, at the head of its clause: not „wiata objęta uchyloną decyzją”. */
function isStateOf(words: readonly Word[], at: number): boolean {
  const isHead = (place: number) => place === 0 || words[place]?.apart === true;
  const isThing = (word: Word | undefined) => word?.means.is === "decision" || word?.means.is === "proceedings";
  const start = words.findLastIndex((_, place) => place <= at && isHead(place));
  const between = words.slice(start, at);
  if (between.length === 0) return isThing(words[at + 1]);
  return (
    isThing(between[0]) && between.slice(1).every(({ means }) => means.is === "qualifier" || means.is === "number")
  );
}
