import type { Outcome } from "../outcome.ts";
import type { RegisterFormat } from "../permit.ts";
import { remembered } from "../remembered.ts";
import { actsOf, type DoneAct, isDeniedAct, type Word, wordsOf } from "./register-grammar.ts";
import type { Act } from "./register-words.ts";
import { isOfOffice, isOfWorks } from "./works-words.ts";

/**
 * @returns null when the wording tells no outcome: then the row proves none
 * RWDZ publishes permits granted and notifications without objection only (GUNB), so the format tells it.
 */
export function readRegisterOutcome(format: RegisterFormat, description: string): Outcome | null {
  if (format === "rwdz-permits") return "granted";
  if (format === "rwdz-notifications") return "no_objection";
  return readDescription(description);
}

/**
 * A city's register tells by the description alone what was decided, in many wordings, cut off and misspelt. A plain
 * description of works is a permit; one that speaks of a decision or of an end of the case, and not in a way that is
 * understood, tells nothing, and so does one that speaks of no works.
 */
const readDescription = remembered((description: string): Outcome | null => {
  if (!/\p{L}{3}/u.test(description)) return null;
  const words = wordsOf(description);
  if (words.some((_, at) => isDeniedAct(words, at))) return ofDenial(words);
  const acts = actsOf(words);
  const [only, ...more] = acts;
  if (!only && words.some(({ text }) => isOfOffice(text))) return null;
  if (!only) return words.some(isOfDecisions) ? ofGrant(words) : ofWorks(description, words);
  return more.length === 0 ? ofAct(only, words) : ofActs(acts, words);
});

/**
 * What a dash, a bracket or a semicolon sets apart has to speak of works as well: „budowa domu - <anything else>” may
 * tell how the case ended. „Bez” takes away a part of the works („bez przyłączy”) or tells the same („bez rozpoznania”).
 */
function ofWorks(description: string, words: readonly Word[]): Outcome | null {
  const isTold = words.every(({ text }, at) => text !== "bez" || isOfWorks(words[at + 1]?.text ?? ""));
  const parts = description.split(/\s[-–—/]\s*|[;(]/u).map((part) => wordsOf(part).filter(({ text }) => isName(text)));
  const areOfWorks = parts.every((part) => part.length === 0 || part.some(({ text }) => isOfWorks(text)));
  return isTold && areOfWorks && words.some(({ text }) => isOfWorks(text)) ? "granted" : null;
}

function isName(text: string): boolean {
  return /^[a-z]{3}/.test(text);
}

function isOfDecisions({ means }: Word): boolean {
  return /^(?:act|decision|proceedings|application|withdrawal|unread)$/.test(means.is);
}

/** „Brak sprzeciwu” alone is an outcome by being denied. */
function ofDenial(words: readonly Word[]): Outcome | null {
  const acts = words.flatMap(({ means }) => (means.is === "act" ? [means.act] : []));
  const isTaken = words.some(({ text }) => text.startsWith("anul"));
  return acts.length > 0 && acts.every((act) => act === "object") && !isTaken ? "no_objection" : null;
}

/** What ends a case, and what it may be about: a refusal of change, a discontinued case about expiry. */
const closing: ReadonlySet<Act> = new Set(["end", "refuse", "leave", "suspend"]);
const changing: ReadonlySet<Act> = new Set(["repeal", "amend", "transfer", "expire", "annul", "find", "reopen"]);

function ofActs(acts: readonly DoneAct[], words: readonly Word[]): Outcome | null {
  const [first, second] = acts;
  if (!first || !second || acts.length > 2) return null;
  if (first.act === "repeal" && second.act === "send_back") return "sent_back";
  if (first.act === "amend" && second.act === "grant") return "amended";
  if (first.act === "repeal" && second.act === "end" && (second.beside || first.isVerb)) return ofAct(first, words);
  if (first.act === "find") return first.isVerb === second.isVerb || second.beside ? null : ofAct(second, words);
  const closed = closing.has(first.act) ? first : second;
  const about = closed === first ? second : first;
  if (second.beside || about.isVerb || !closing.has(closed.act) || !changing.has(about.act)) return null;
  return closed.act === "refuse" ? "change_refused" : ofAct(closed, words);
}

function ofAct(done: DoneAct, words: readonly Word[]): Outcome | null {
  const clause = clauseOf(words, done.at);
  if (done.act === "refuse") return ofRefusal(done, words, clause);
  const withdrawn = clause.findIndex(({ means }) => means.is === "withdrawal");
  const isFirst = withdrawn >= 0 && withdrawn < clause.indexOf(words[done.at] as Word);
  if (isFirst || isUnread(done, clause) || isInPart(clause)) return null;
  switch (done.act) {
    case "end":
      if (clause.some(({ text }) => /^(?:oplat|kar[ayeo]$|grzywn|naleznosc)/.test(text))) return null;
      return clause.some(({ text }) => text.startsWith("odwolawcz")) ? "appeal_discontinued" : "discontinued";
    case "find":
      return ofFinding(done, words);
    case "grant":
      return ofGrant(words);
    case "repeal":
    case "expire":
      return actsOnDecision(done, words) ? (simple[done.act] ?? null) : null;
    default:
      return simple[done.act] ?? null;
  }
}

/** A change approves a replacement design; a repeal may grant another permit in the same breath. */
function isUnread({ act }: DoneAct, clause: readonly Word[]): boolean {
  if (act === "repeal" && clause.some(({ means }, at) => means.is === "decision" && isLedIn(clause, at))) return true;
  return act !== "amend" && act !== "leave" && act !== "object" && clause.some(({ means }) => means.is === "unread");
}

function isLedIn(clause: readonly Word[], at: number): boolean {
  return clause[at - 1]?.means.is === "conjunction";
}

const simple: Readonly<Partial<Record<Act, Outcome>>> = {
  leave: "left_unexamined",
  suspend: "suspended",
  repeal: "repealed",
  amend: "amended",
  transfer: "transferred",
  expire: "expired",
  annul: "annulled",
  correct: "corrected",
  stay: "stayed",
  object: "objection",
  keep: "upheld",
  impose: "imposed",
};

/** From the sign that parts it off to the next one. */
function clauseOf(words: readonly Word[], at: number): Word[] {
  const start = words.findLastIndex(({ apart }, place) => apart && place <= at);
  const end = words.findIndex(({ apart }, place) => apart && place > at);
  return words.slice(Math.max(0, start), end < 0 ? words.length : end);
}

/** „W części” behind the act, before any word of building: the rest of the case is not told. */
function isInPart(clause: readonly Word[]): boolean {
  return clause.some(
    ({ text }, at) =>
      text.startsWith("czesciow") ||
      (/^cz(?:esci)?$/.test(text) &&
        clause[at - 1]?.text === "w" &&
        clause.slice(0, at - 1).every(({ means }) => means.is !== "other")),
  );
}

function ofRefusal(done: DoneAct, words: readonly Word[], clause: readonly Word[]): Outcome | null {
  const about = words.slice(done.at + 1).flatMap(({ means }) => (means.is === "act" ? [means.act] : []));
  if (clause.some(({ text }) => text.startsWith("uzgodni"))) return "not_agreed";
  if (clause.some(({ means }) => means.is === "unread") || isInPart(clause) || isOfUse(words)) return null;
  if (about.some((act) => changing.has(act))) return "change_refused";
  if (about.some((act) => act !== "grant" && act !== "refuse")) return null;
  return "refused";
}

function ofFinding({ at }: DoneAct, words: readonly Word[]): Outcome | null {
  const found = words.slice(at + 1, at + 3).flatMap(({ means }) => (means.is === "act" ? [means.act] : []));
  if (words.some(({ text }, place) => text.startsWith("narusz") && place > at)) return "breach_found";
  if (found.includes("expire")) return "expired";
  return found.includes("annul") ? "annulled" : null;
}

/** What is repealed or expired is a decision, named or left out. */
function actsOnDecision({ at }: DoneAct, words: readonly Word[]): boolean {
  if (words[at - 1]?.means.is === "decision") return true;
  const object = words.slice(at + 1).find(({ means }) => means.is !== "qualifier");
  return !object || object.apart || object.means.is === "decision" || object.means.is === "number";
}

function isOfUse(words: readonly Word[]): boolean {
  return words.some(
    ({ text }, at) =>
      text.startsWith("uzytk") && words[at - 1]?.text === "na" && words[at - 2]?.means.is === "decision",
  );
}

/** „Zatwierdzenie projektu i pozwolenie na budowę”, „decyzja o pozwoleniu na …”: the whole of it tells a permit. */
function ofGrant(words: readonly Word[]): Outcome | null {
  const acts = words.flatMap(({ means }) => (means.is === "act" ? [means.act] : []));
  const isOther = words.some(
    ({ means, text }) =>
      /^(?:proceedings|application|withdrawal|unread)$/.test(means.is) || /^\d+\/(?:\d{2}|\d{4})$/.test(text),
  );
  if (isOther || acts.some((act) => act !== "grant") || isOfUse(words)) return null;
  const permit = words.findIndex(({ text }) => /^(?:pozw|zezw|pnb)/.test(text));
  const on = words[permit + 1];
  if (permit < 0 || (on && !on.apart && on.text !== "na" && on.means.is !== "qualifier")) return null;
  const start = words.findLastIndex(({ apart }, at) => apart && at <= permit);
  const before = words.slice(Math.max(0, start), permit);
  return before.every(
    ({ means, text }) =>
      /^(?:o|i|oraz|proj\w*|bud\w*|arch\w*)$/.test(text) || means.is === "act" || means.is === "decision",
  ) && before[0]?.text !== "o"
    ? "granted"
    : null;
}
