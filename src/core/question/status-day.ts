import { findDecisionReferences } from "../facts/decision-references.ts";
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
export function statusDay({ question, dates }: Pick<Understanding, "question" | "dates">): string | undefined {
  const ofDecisions = new Set(findDecisionReferences(question).flatMap(({ value }) => value.date ?? []));
  return dates.find((date) => !ofDecisions.has(date));
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
