import type { DocumentKind } from "../document.ts";
import { printDate } from "../identity/dates.ts";
import { outcomeWords } from "../in-words.ts";
import type { Outcome } from "../outcome.ts";
import type { DecisionReference } from "../facts/decision-references.ts";

/** „nr 360/2010 z dnia 17 lutego 2010 r.”; that it bears no number is nothing that an unread one tells. */
export function referenceInWords({ number, date }: Partial<DecisionReference>): string {
  return [number && `nr ${number}`, date && `z dnia ${printDate(date)}`, !number && "(numeru nie odczytano)"]
    .filter(Boolean)
    .join(" ");
}

/** „decyzją nr 360/2010 z dnia 17 lutego 2010 r.” */
export function byDecision(reference: Partial<DecisionReference>): string {
  return `decyzją ${referenceInWords(reference)}`;
}

const named: Partial<Record<DocumentKind, string>> = {
  permit_decision: "decyzja",
  planning_decision: "decyzja o warunkach zabudowy",
  appeal_decision: "decyzja organu odwoławczego",
  occupancy: "decyzja o pozwoleniu na użytkowanie",
  order: "postanowienie",
};

interface Named {
  kind: DocumentKind;
  number?: string | undefined;
  rawNumber?: string | undefined;
  outcome: Outcome | null;
}

/** „decyzja nr 614/2014: pozwolenie udzielone”; a mangled number as it stands in its cell. */
export function decisionInWords({ kind, number, rawNumber, outcome }: Named): string {
  const name = kind === "notification_result" ? "rozstrzygnięcie zgłoszenia" : (named[kind] ?? "decyzja");
  const told = outcome === null ? "rozstrzygnięcie nieodczytane" : outcomeInWords(kind, outcome);
  const written = number ? `nr ${number}` : rawNumber && `nr „${rawNumber}”`;
  return `${[name, written].filter(Boolean).join(" ")}: ${told}`;
}

function outcomeInWords(kind: DocumentKind, outcome: Outcome): string {
  if (outcome !== "granted") return outcomeWords[outcome];
  return kind === "planning_decision" ? "warunki zabudowy ustalone" : outcomeWords.granted;
}

/** „… 2014 r.” ends with a stop already. */
export function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}

/** „dwa pisma podają różne dni ostateczności: 4 kwietnia 2014 r. i 14 kwietnia 2014 r.” */
export function contradictionInWords({ days }: { days: readonly string[] }): string {
  const told = days.map(printDate);
  return `${days.length === 2 ? "dwa pisma podają" : "pisma podają"} różne dni ostateczności: ${told.slice(0, -1).join(", ")} i ${told.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An act dated before what it acts on: neither day is taken for the right one. */
export function outOfOrder(
  act: Partial<DecisionReference> & { outcome: Outcome | null },
  { date }: Partial<DecisionReference>,
): string {
  const what = act.outcome ? ` (${outcomeWords[act.outcome]})` : "";
  return `do wyjaśnienia: decyzja ${referenceInWords(act)}${what} dotyczy tej decyzji, choć nosi dzień wcześniejszy niż ona${date ? ` (${printDate(date)})` : ""}`;
}
