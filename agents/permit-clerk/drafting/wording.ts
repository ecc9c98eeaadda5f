import type { DocumentFact, DocumentKind } from "../../../src/core/document.ts";
import { printDate } from "../../../src/core/identity/dates.ts";
import type { PaperDocument } from "../state.ts";

/** What an officer calls a paper of this kind. */
const names: Readonly<Record<DocumentKind, string>> = {
  permit_decision: "Decyzja",
  planning_decision: "Decyzja o warunkach zabudowy",
  appeal_decision: "Decyzja organu odwoławczego",
  order: "Postanowienie",
  local_plan: "Miejscowy plan",
  plan_extract: "Wypis z miejscowego planu",
  notification: "Zgłoszenie",
  notification_result: "Rozstrzygnięcie w sprawie zgłoszenia",
  application: "Wniosek",
  call: "Wezwanie",
  opinion: "Opinia",
  occupancy: "Pismo w sprawie użytkowania",
  finality: "Klauzula ostateczności",
  delivery: "Zwrotne potwierdzenie odbioru",
  parties: "Wykaz stron",
  design: "Projekt budowlany",
  site_plan: "Projekt zagospodarowania",
  case_log: "Metryka sprawy",
  appeal: "Odwołanie",
  letter: "Pismo",
  act: "Akt prawny",
  other: "Dokument",
};

export function factOf(paper: PaperDocument, field: DocumentFact["field"]): string | undefined {
  return paper.facts.find((fact) => fact.field === field)?.value;
}

/** `Decyzja nr 614/2014 z dnia 12 marca 2014 r. (znak AB.6740.1.234.2014.JK)`: only what the paper's own facts prove. */
export function paperName(paper: PaperDocument): string {
  const date =
    factOf(paper, "issueDate") ?? (paper.kind === "application" ? factOf(paper, "applicationDate") : undefined);
  return [
    paper.kind === "occupancy" && paper.decisionNumber ? "Decyzja o pozwoleniu na użytkowanie" : names[paper.kind],
    paper.decisionNumber && `nr ${paper.decisionNumber}`,
    date && `z dnia ${printDate(date)}`,
    paper.signature && `(znak ${paper.signature})`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** A sentence of a page as it reads in a note: one line, without the mark of its list item. */
export function inLine(text: string): string {
  return text
    .replace(/(\p{Ll})-\n(?=\p{Ll})/gu, "$1")
    .replace(/(?<=[^,;:.\s])\s*\n\n\s*(?=\p{Ll})/gu, "; ")
    .replace(/\s*\t\s*/gu, " | ")
    .replace(/\s+/gu, " ")
    .trim();
}

export function withStop(text: string): string {
  const said = text.replace(/[,;]$/u, "").replace(/(?<!\.)\.\.$/u, ".");
  return /[.!?…:]["”»)]*$/u.test(said) ? said : `${said}.`;
}

/** `STAROSTA RYBICZOWSKI` of a letterhead as it is written in a sentence. */
export function inTitleCase(name: string): string {
  if (name !== name.toUpperCase()) return name;
  const small = new Set(["w", "we", "i", "na", "do", "st."]);
  return name
    .toLowerCase()
    .split(" ")
    .map((word) => (small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(" ");
}

export function isDecision({ kind }: PaperDocument): boolean {
  return (
    kind === "permit_decision" || kind === "planning_decision" || kind === "appeal_decision" || kind === "occupancy"
  );
}
