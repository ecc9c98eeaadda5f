import type { DocumentFact } from "../../../src/core/document.ts";
import type { PaperDocument } from "../state.ts";

export function factOf(paper: PaperDocument, field: DocumentFact["field"]): string | undefined {
  return paper.facts.find((fact) => fact.field === field)?.value;
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
