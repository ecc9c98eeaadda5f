import type { CaseFile } from "../cases/join.ts";
import { type CasePaper, valuesOf } from "../cases/paper.ts";
import type { Outcome } from "../outcome.ts";
import type { PermitCase } from "../permit.ts";
import { type Compared, compared, differing } from "./compared.ts";
import type { CaseConflict } from "./conflict.ts";

/** Where a register and the paper of the decision that it records disagree. */
export function registerConflicts({ papers, entries }: CaseFile): CaseConflict[] {
  const decisions = papers.filter(({ kind, duplicateOf }) => kind === "permit_decision" && !duplicateOf);
  return entries.flatMap((entry) => {
    const others = entries.filter((other) => other.register.name === entry.register.name && other !== entry);
    const decision = decisionOf(entry, decisions, others);
    return decision ? compared.flatMap((one) => disagreement(one, entry, decision)) : [];
  });
}

/**
 * The decision that an entry records. A case may hold several, and a register need not hold all of them: one with
 * another number and another date is another decision, not one told wrongly.
 * @param others the case's other entries of the same register
 */
function decisionOf(
  entry: PermitCase,
  decisions: readonly CasePaper[],
  others: readonly PermitCase[],
): CasePaper | undefined {
  const numbered = decisions.filter((paper) => mayBeNumbered(entry, paper));
  const byNumber = numbered.filter(({ decisionNumber }) => decisionNumber === entry.number);
  const exact = [...byNumber, ...numbered].find((paper) => dayOf(paper) === entry.date);
  if (exact) return exact;
  if (byNumber[0]) return byNumber[0];
  const recorded = (paper: CasePaper) => others.some(({ number }) => number === paper.decisionNumber);
  const named = (paper: CasePaper) => paper.decisionNumber === entry.number;
  if (decisions.some(named)) return undefined;
  return decisions.find((paper) => dayOf(paper) === entry.date && !recorded(paper) && sameApplication(entry, paper));
}

/** The same number, or one that cannot be compared: mangled by a spreadsheet into what may be it, or not there. */
function mayBeNumbered({ number, rawNumber, possibleNumbers }: PermitCase, { decisionNumber }: CasePaper): boolean {
  if (decisionNumber === undefined) return true;
  if (number !== null) return number === decisionNumber;
  return rawNumber === undefined || (possibleNumbers?.includes(decisionNumber) ?? false);
}

/** Two decisions of one day on one plot may be two cases: their applications tell, where both tell. */
function sameApplication({ applicationNumber }: PermitCase, paper: CasePaper): boolean {
  const held = valuesOf(paper, "applicationNumber");
  return (
    !applicationNumber ||
    !/\d\/\d{4}$/u.test(applicationNumber) ||
    held.length === 0 ||
    held.includes(applicationNumber)
  );
}

function dayOf(paper: CasePaper): string | undefined {
  return valuesOf(paper, "issueDate")[0];
}

function disagreement(one: Compared, entry: PermitCase, paper: CasePaper): CaseConflict[] {
  const registered = one.registered(entry).map((value) => ({ value, entry }));
  const held = paper.facts
    .filter(({ field }) => field === one.fact)
    .map((fact) => ({ value: fact.value, paper, fact }));
  const sides = differing(one, registered, held);
  if (!sides || (one.field === "outcome" && isPermitOfRwdz(entry, sides[1].value))) return [];
  return [{ field: one.field, sides }];
}

/** RWDZ shows whatever let works begin as a permit: amendments and transfers as well. */
const asGranted: ReadonlySet<string> = new Set<Outcome>(["granted", "amended", "transferred", "repealed_and_decided"]);

function isPermitOfRwdz({ register }: PermitCase, decided: string): boolean {
  return register.format === "rwdz-permits" && asGranted.has(decided);
}
