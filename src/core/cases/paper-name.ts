import type { DocumentKind } from "../document.ts";
import { printDate } from "../identity/dates.ts";
import { type CasePaper, valuesOf } from "./paper.ts";

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

/** `Decyzja nr 614/2014 z dnia 12 marca 2014 r. (znak AB.6740.1.234.2014.JK)`: only what the paper's own facts prove. */
export function paperName(paper: CasePaper): string {
  const date =
    valuesOf(paper, "issueDate")[0] ??
    (paper.kind === "application" ? valuesOf(paper, "applicationDate")[0] : undefined);
  return [
    paper.kind === "occupancy" && paper.decisionNumber ? "Decyzja o pozwoleniu na użytkowanie" : names[paper.kind],
    paper.decisionNumber && `nr ${paper.decisionNumber}`,
    date && `z dnia ${printDate(date)}`,
    paper.signature && `(znak ${paper.signature})`,
  ]
    .filter(Boolean)
    .join(" ");
}
