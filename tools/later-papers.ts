import { type CasePaper, tellingSubject, valuesOf } from "../src/core/cases/paper.ts";
import type { listCaseDocuments } from "./list-case-documents.ts";
import type { z } from "zod";

type Query = z.input<typeof listCaseDocuments.input>;

/** Of each kind so many are looked up. */
const most = 3;

/**
 * Papers of other cases that decide on a decision of this one: they name it, or lie on its ground and decide on some
 * decision, which may be this one with its number told wrongly.
 */
export async function laterPapersOf(
  papers: readonly CasePaper[],
  list: (query: Query) => Promise<CasePaper[]>,
): Promise<CasePaper[]> {
  const decisions = papers.filter(({ kind }) => kind === "permit_decision");
  const numbers = new Set(decisions.flatMap(({ decisionNumber }) => decisionNumber ?? []));
  const parcels = new Set(tellingSubject(decisions).flatMap((paper) => valuesOf(paper, "parcel")));
  const queries: Query[] = [
    ...[...numbers].slice(0, most).map((decisionNumber) => ({ decisionNumber })),
    ...[...parcels].slice(0, most).map((parcel) => ({ parcel })),
  ];
  const own = new Set(papers.map(({ document }) => document.id));
  const later = new Map<string, CasePaper>();
  for (const query of queries) {
    for (const paper of await list({ ...query, wholeCase: false }))
      if (!own.has(paper.document.id) && valuesOf(paper, "decidesOn").length > 0) later.set(paper.document.id, paper);
  }
  return [...later.values()];
}
