import type { DocumentFact, DocumentKind, DocumentRef, FactField, StoredDocument } from "../document.ts";

/** A paper as far as joining it to its case needs it: what it is, and what was read out of it. */
export interface CasePaper {
  document: DocumentRef;
  kind: DocumentKind;
  signature?: string | undefined;
  decisionNumber?: string | undefined;
  /** ISO: date of issue, or of the application for one. */
  date?: string | undefined;
  facts: readonly DocumentFact[];
  /** The document with the same bytes that came first. */
  duplicateOf?: string | undefined;
}

export function casePaperOf({ ref, kind, facts, duplicateOf }: StoredDocument): CasePaper {
  const first = (field: FactField) => facts.find((fact) => fact.field === field)?.value;
  return {
    document: ref,
    kind,
    signature: first("signature"),
    decisionNumber: first("decisionNumber"),
    date: first("issueDate") ?? first("applicationDate"),
    facts,
    duplicateOf,
  };
}

export function valuesOf({ facts }: Pick<CasePaper, "facts">, wanted: FactField): string[] {
  return facts.filter(({ field }) => field === wanted).map(({ value }) => value);
}

/** A copy with the same bytes at another path tells nothing more. */
export function isOriginal({ duplicateOf }: Pick<CasePaper, "duplicateOf">): boolean {
  return duplicateOf === undefined;
}

/** Papers that decide: what their operative part names is what the case is about. */
export const decidingKinds: readonly DocumentKind[] = [
  "permit_decision",
  "planning_decision",
  "appeal_decision",
  "notification_result",
  "occupancy",
];
const asking: readonly DocumentKind[] = ["application", "notification", "site_plan", "plan_extract"];

/**
 * The papers that tell what a case is about. A list of parties, a delivery receipt or a letter names neighbours, and
 * a neighbour's parcel is never the case's.
 */
export function tellingSubject<P extends CasePaper>(papers: readonly P[], told: "parcel" | "address" = "parcel"): P[] {
  for (const kinds of [decidingKinds, asking]) {
    const own = papers.filter(({ kind, facts }) => kinds.includes(kind) && facts.some(({ field }) => field === told));
    if (own.length > 0) return own;
  }
  const others = papers.filter(({ kind }) => !["parties", "delivery", "letter", "appeal"].includes(kind));
  return others.length > 0 ? others : papers.filter(({ kind }) => kind === "letter");
}
