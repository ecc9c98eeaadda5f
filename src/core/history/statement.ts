import { type DecisionReference, findDecisionReferences } from "../facts/decision-references.ts";
import { findDates, printDate } from "../identity/dates.ts";
import type { Status } from "./model.ts";
import { referenceInWords, sentence } from "./words.ts";

/** What a derived citation `status` is made over: „decyzja nr 614/2010 z dnia 1 marca 2010 r. na dzień 5 maja 2016 r.” */
export function statusOver(decision: Partial<DecisionReference>, on: string): string {
  return `decyzja ${referenceInWords(decision)} na dzień ${printDate(on)}`;
}

/** Read back; undefined when it names no decision or no day to tell the status of. */
export function parseStatusOver(over: string): { decision: DecisionReference; on: string } | undefined {
  const decision = findDecisionReferences(over)[0]?.value;
  const at = over.lastIndexOf("na dzień");
  const on = at < 0 ? undefined : findDates(over.slice(at))[0]?.value;
  return decision && on ? { decision, on } : undefined;
}

/** The whole of it in one sentence: nothing of what happened by that day is left out. */
export function statusStatement(
  decision: Partial<DecisionReference>,
  { on, text }: Pick<Status, "on" | "text">,
): string {
  return sentence(`Na dzień ${printDate(on)} decyzja ${referenceInWords(decision)}: ${text}`);
}
