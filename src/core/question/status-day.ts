import { findDecisionReferences } from "../facts/decision-references.ts";
import { foldDiacritics } from "../text/plain.ts";
import type { Intent } from "./intents.ts";
import type { Understanding } from "./understanding.ts";

/** Questions of another kind may name a day too: which plan held on it, when something was delivered. */
const besideStatus: ReadonlySet<Intent> = new Set([
  "decision_outcome",
  "permit_lookup",
  "property_history",
  "finality",
]);

/** The day of which a status is asked: not the one that tells which decision is meant („nr 614/2010 z dnia …”). */
export function statusDay({
  question,
  dates,
  today,
}: Pick<Understanding, "question" | "dates" | "today">): string | undefined {
  const ofDecisions = new Set(findDecisionReferences(question).flatMap(({ value }) => value.date ?? []));
  return dates.find((date) => !ofDecisions.has(date)) ?? today;
}

const state =
  /(?<!\p{L})(?:status\p{L}*|(?:jaki|aktualn\p{L}*|obecn\p{L}*)\s+(?:jest\s+)?stan|stan\s+(?:prawny\s+)?decyzji)(?!\p{L})/u;
const past = /(?<!\p{L})(?:byl[aoy]?|wtedy|wowczas)(?!\p{L})/u;

/** „Jaki jest status decyzji nr 614/2010?”: no day is told, so the day of the question is meant. */
export function asksStatusNow({ question, dates, ...named }: Omit<Understanding, "intents">): boolean {
  const text = foldDiacritics(question);
  const isNamed = named.decisionNumbers.length + named.signatures.length + named.bareNumbers.length > 0;
  return isNamed && state.test(text) && !past.test(text) && statusDay({ question, dates }) === undefined;
}

/** `decision_status` first where a day and a thing are named, and nowhere else. */
export function withStatus(asked: Understanding): Intent[] {
  const { intents, decisionNumbers, signatures, bareNumbers, parcels, addresses } = asked;
  const others = intents.filter((intent) => intent !== "decision_status");
  const [next] = others;
  const named = [decisionNumbers, signatures, bareNumbers, parcels, addresses].some((things) => things.length > 0);
  const isAsked = intents.length > others.length && named && statusDay(asked) !== undefined;
  if (isAsked && (next === undefined || besideStatus.has(next))) return ["decision_status", ...others];
  return others.length > 0 ? others : ["general"];
}
