import type { CaseFile } from "../cases/join.ts";
import { type CasePaper, valuesOf } from "../cases/paper.ts";
import type { DocumentFact, DocumentKind } from "../document.ts";
import { type DecisionReference, findDecisionReferences, parseReference } from "../facts/decision-references.ts";
import { type Compared, compared, differing, sameParcel } from "./compared.ts";
import type { CaseConflict } from "./conflict.ts";

/**
 * Where two papers of one case disagree: the case's decision with its application, with what attests or delivers it, with
 * another copy of it, and with later decisions on it.
 * @param later papers of other cases that decide on a decision of this one, or seem to
 */
export function paperConflicts({ papers }: CaseFile, later: readonly CasePaper[]): CaseConflict[] {
  const own = papers.filter(({ duplicateOf }) => !duplicateOf);
  const decisions = own.filter((paper) => paper.kind === "permit_decision" && isFirst(paper));
  return [
    ...decisions.flatMap((decision, at) => copyConflicts(decision, decisions.slice(at + 1))),
    ...applicationConflicts(decisions, own),
    ...referenceConflicts(decisions, own, later),
  ];
}

/** A decision on the application itself; one that amends, transfers or repeals another has reason to tell otherwise. */
function isFirst(paper: CasePaper): boolean {
  return !paper.facts.some(({ field }) => field === "decidesOn");
}

/** Two papers of one number are one decision, in two copies. */
function copyConflicts(decision: CasePaper, others: readonly CasePaper[]): CaseConflict[] {
  if (decision.decisionNumber === undefined) return [];
  const copies = others.filter(({ decisionNumber }) => decisionNumber === decision.decisionNumber);
  return copies.flatMap((copy) => compared.flatMap((one) => disagreement(one, [decision], copy)));
}

const asked: ReadonlySet<string> = new Set(["parcel", "address", "investor", "category", "volume"]);

/** What was asked for is what was decided on. Of several decisions in a case any may be the one that answers. */
function applicationConflicts(decisions: readonly CasePaper[], papers: readonly CasePaper[]): CaseConflict[] {
  const applications = papers.filter(({ kind }) => kind === "application");
  const [last] = applications.toSorted((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
  if (!last || decisions.length === 0) return [];
  return compared.filter(({ field }) => asked.has(field)).flatMap((one) => disagreement(one, decisions, last));
}

function disagreement(one: Compared, decisions: readonly CasePaper[], other: CasePaper): CaseConflict[] {
  const factsOf = (paper: CasePaper) => paper.facts.filter(({ field }) => field === one.fact);
  const found = differing(
    one,
    decisions.flatMap((paper) => factsOf(paper).map((fact) => ({ value: fact.value, paper, fact }))),
    factsOf(other).map((fact) => ({ value: fact.value, paper: other, fact })),
  );
  return found ? [{ field: one.field, sides: found }] : [];
}

/** Papers that speak of one decision, the case's. */
const ofDecision: ReadonlySet<DocumentKind> = new Set(["finality", "delivery"]);

interface Reference extends DecisionReference {
  paper: CasePaper;
  fact: DocumentFact;
}

/**
 * A decision named with its number and another day, or with its day and another number. With both of them different it
 * is another decision that is named.
 */
function referenceConflicts(
  decisions: readonly CasePaper[],
  papers: readonly CasePaper[],
  later: readonly CasePaper[],
): CaseConflict[] {
  const known = [...papers, ...later].flatMap(({ decisionNumber }) => decisionNumber ?? []);
  const named = [
    ...papers.filter(({ kind }) => ofDecision.has(kind)).flatMap(referencesIn),
    ...[...papers, ...later].flatMap(decidedOn),
  ];
  return named.flatMap((reference): CaseConflict[] => {
    if (decisions.some((decision) => isOf(reference, decision, "number") && isOf(reference, decision, "date")))
      return [];
    const { number, date, paper, fact } = reference;
    for (const decision of decisions.filter((one) => papers.includes(paper) || isOnOneGround(one, paper))) {
      const day = decision.facts.find(({ field }) => field === "issueDate");
      const title = decision.facts.find(({ field }) => field === "decisionNumber");
      if (day && date && isOf(reference, decision, "number"))
        return [
          {
            field: "date",
            sides: [
              { value: day.value, paper: decision, fact: day },
              { value: date, paper, fact },
            ],
          },
        ];
      if (title && isOf(reference, decision, "date") && !known.includes(number))
        return [
          {
            field: "number",
            sides: [
              { value: title.value, paper: decision, fact: title },
              { value: number, paper, fact },
            ],
          },
        ];
    }
    return [];
  });
}

function isOf({ number, date }: DecisionReference, decision: CasePaper, what: "number" | "date"): boolean {
  if (what === "number") return number === decision.decisionNumber;
  return date === undefined || valuesOf(decision, "issueDate").includes(date);
}

function isOnOneGround(a: CasePaper, b: CasePaper): boolean {
  return valuesOf(a, "parcel").some((one) => valuesOf(b, "parcel").some((other) => sameParcel(one, other)));
}

function referencesIn(paper: CasePaper): Reference[] {
  return paper.facts
    .filter(({ field }) => field === "refersToDecision")
    .flatMap((fact) =>
      findDecisionReferences(`decyzja nr ${fact.quote}`).map(({ value }) => ({ ...value, paper, fact })),
    );
}

function decidedOn(paper: CasePaper): Reference[] {
  return paper.facts
    .filter(({ field }) => field === "decidesOn")
    .map((fact) => ({ ...parseReference(fact.value), paper, fact }));
}
