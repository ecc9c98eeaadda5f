import type { Intent } from "../../../src/core/question/intents.ts";
import { intentsOfParts } from "../../../src/core/question/clauses.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import type { Evidence, Gathered, Matter, PaperDocument, Proposal, ProposedPart, RegisterList } from "../state.ts";
import { findBareNumbers, widenYear } from "../../../src/core/identity/decision-number.ts";
import { askedOutcomes } from "../../../src/core/question/asked-outcomes.ts";
import { numbersDecidedAbout } from "../../../src/core/outcomes/decided-about.ts";
import type { PermitCase } from "../../../src/core/permit.ts";
import { coverage, isBroad, wordsInFocus } from "../planner/focus.ts";
import type { Role } from "../planner/roles.ts";
import { namedBy } from "../planner/register-list.ts";
import { clarify } from "./clarify.ts";
import { countPart, headPart, quotedPart, statusPart } from "./parts.ts";
import { asksForce, asksWho, registerPart } from "./register.ts";

/** Sentences with these roles are the answer; the others round it off. */
const mainRoles: Readonly<Partial<Record<Intent, readonly Role[]>>> = {
  permit_lookup: ["outcome"],
  decision_outcome: ["outcome"],
  issuer_and_date: ["head"],
  case_documents: ["head"],
  property_history: ["outcome", "origin"],
  parcel_division: ["origin"],
  decision_status: ["outcome"],
  finality: ["finality"],
  transfer: ["transfer"],
  replacement_design: ["change"],
  expiry: ["expiry"],
  objection: ["objection", "term", "filing"],
  agreement: ["opinion"],
  occupancy: ["occupancy"],
  refusal_ground: ["ground"],
  appeal: ["appeal"],
  party: ["party"],
  delivery: ["delivery"],
  call: ["deficiency", "term"],
  plan_parameter: ["plan"],
  plan_in_force: ["plan"],
  category_and_volume: ["change", "category", "volume"],
  planning_decision: ["outcome", "validity"],
  applicant: ["transfer", "applicant"],
  designer: ["designer"],
};
/** Share of the question's own words that an entry has to speak of. */
const halfOf = 0.5;

export function propose(asked: Understanding, gathered: Gathered): Proposal {
  const papers = new Map(gathered.documents.map((paper) => [paper.document.id, paper]));
  const { scope, evidence, nearest } = gathered;
  const nothing: Proposal = { parts: [], conflicts: [], incomplete: false, nearest };
  if (gathered.list) return { ...nothing, ...ofList(gathered.list, asked), conflicts: gathered.conflicts };
  const clarification = clarify(asked, gathered);
  if (clarification) return { ...nothing, clarification };
  if (scope.named.length === 0 || asked.areaSymbols.length > 0) {
    return { ...nothing, parts: evidence.map((one) => quotedPart(one, papers.get(one.document), true)) };
  }
  const parts = [
    ...gathered.statuses.map(statusPart),
    ...evidence.filter(({ role }) => role === "origin").map((one) => quotedPart(one, papers.get(one.document), true)),
    ...scope.matters.flatMap((matter) => ofMatter(matter, asked, gathered, papers)),
  ];
  if (!parts.some(({ main }) => main)) return nothing;
  return {
    ...nothing,
    parts: withFewBeside(withoutRepeats(parts)),
    conflicts: gathered.conflicts,
    incomplete:
      asked.intents[0] !== "parcel_division" &&
      (scope.missing.length > 0 ||
        scope.matters.every(({ match }) => match === "possible") ||
        restsOnRows(asked, scope.matters, parts) ||
        leavesPart(asked, evidence) ||
        namesNotBoth(asked, parts)),
  };
}

/** The number first where it is asked for, or where more cases meet the question than are told one by one. */
function ofList(list: RegisterList, { question }: Understanding): Pick<Proposal, "parts" | "incomplete"> {
  const { cases, counts, total, isCount } = list;
  const told = { intent: "permit_lookup" as const, question };
  const severalAuthorities = new Set(cases.flatMap(({ authority }) => authority ?? [])).size > 1;
  const rows = cases.flatMap(
    (entry) => registerPart(entry, { ...told, severalAuthorities, beside: namedBy(list, entry) }, true) ?? [],
  );
  const isWhole = total <= cases.length && cases.every(({ match }) => match === "exact");
  const isTold = isCount || total > cases.length;
  return { parts: [...(isTold ? counts.map(countPart) : []), ...rows], incomplete: !isWhole && !isCount };
}

/** A question of several parts of which one has no sentence of its kind. What a decision decided is told in any answer. */
function leavesPart({ question }: Understanding, evidence: readonly Evidence[]): boolean {
  return intentsOfParts(question).some((intent) => {
    const roles = isBroad(intent) ? undefined : mainRoles[intent];
    return roles !== undefined && !evidence.some(({ role }) => roles.includes(role));
  });
}

/** „Czy decyzja 8/2010 uchyliła 7/2010?” is answered by what speaks of both. */
function namesNotBoth({ question, decisionNumbers }: Understanding, parts: readonly ProposedPart[]): boolean {
  if (decisionNumbers.length < 2 || askedOutcomes(question) === undefined) return false;
  const named = ({ claim }: ProposedPart) =>
    findBareNumbers(claim.text).map(({ value }) => {
      const [number = "", year = ""] = value.split("/");
      return `${Number(number)}/${widenYear(year)}`;
    });
  return !parts.some((part) => decisionNumbers.every((number) => named(part).includes(number)));
}

/** What no row proves: that a decision binds, whom it was transferred to, an outcome that its description does not tell, a permit by a notification. */
function restsOnRows(asked: Understanding, matters: readonly Matter[], parts: readonly ProposedPart[]): boolean {
  const isOfRows = ({ claim, main }: ProposedPart) => !main || claim.citations.every((cited) => "register" in cited);
  if (!parts.every(isOfRows)) return false;
  const cases = matters.flatMap((matter) => matter.cases);
  const areNotified = cases.every(({ register }) => register.format === "rwdz-notifications");
  // Rows that speak of the decision asked for are not that decision.
  const numbers = [...asked.decisionNumbers, ...asked.bareNumbers.map(({ decisionNumber }) => decisionNumber)];
  const isHeld = ({ number }: PermitCase) => number !== null && numbers.includes(number);
  const areAbout = cases.every(({ description }) =>
    numbersDecidedAbout(description).some((one) => numbers.includes(one)),
  );
  return (
    asksForce(asked.question) ||
    // Whom a decision was transferred to no register names.
    (asked.intents[0] === "transfer" && asksWho(asked.question)) ||
    (numbers.length > 0 && areAbout && !cases.some(isHeld)) ||
    cases.some(({ outcome }) => outcome === null) ||
    (areNotified && /pozwole|pnb/iu.test(asked.question))
  );
}

function ofMatter(
  matter: Matter,
  asked: Understanding,
  { evidence, scope }: Gathered,
  papers: ReadonlyMap<string, PaperDocument>,
): ProposedPart[] {
  const [intent = "general"] = asked.intents;
  const own = evidence.filter(({ document }) => matter.documents.includes(document) || matter.later.includes(document));
  const main: readonly Role[] = [...(mainRoles[intent] ?? []), "topic", "general"];
  const parts = own.map((one) => partOf(one, papers.get(one.document), main.includes(one.role)));
  const words = wordsInFocus(asked);
  const isAnswered = parts.some((part) => part.main);
  const severalAuthorities =
    new Set(scope.matters.flatMap(({ cases }) => cases.flatMap((one) => one.authority ?? []))).size > 1;
  const registered = matter.cases
    .filter((entry) => !(isBroad(intent) || intent === "issuer_and_date") || isAbout(entry, asked, words))
    .flatMap(
      (entry) => registerPart(entry, { intent, question: asked.question, severalAuthorities }, !isAnswered) ?? [],
    );
  // Why it was refused is read after that it was.
  if (intent === "refusal_ground") return [...parts, ...registered];
  return [...parts.filter((part) => part.main), ...parts.filter((part) => !part.main), ...registered];
}

/** The same that is asked of papers: the words of the question, and the one outcome that it asks for. */
function isAbout(
  { description, kind, address, outcome }: PermitCase,
  asked: Understanding,
  words: readonly string[],
): boolean {
  const wanted = askedOutcomes(asked.question);
  if (wanted && !(outcome && wanted.includes(outcome))) return false;
  return coverage(words, `${description} ${kind} ${address}`) >= halfOf;
}

function partOf(evidence: Evidence, paper: PaperDocument | undefined, main: boolean): ProposedPart {
  return evidence.role === "head" && paper ? headPart(evidence, paper, main) : quotedPart(evidence, paper, main);
}

/** The same words of the same paper are said once, and a part of what is said already not at all. */
function withoutRepeats(parts: readonly ProposedPart[]): ProposedPart[] {
  const kept: ProposedPart[] = [];
  for (const part of parts) if (!kept.some((other) => holds(other, part))) kept.push(part);
  return kept;
}

function holds({ claim: whole }: ProposedPart, { claim: part }: ProposedPart): boolean {
  if (whole.text === part.text) return true;
  const [a] = whole.citations;
  const [b] = part.citations;
  if (!a || !b || !("document" in a) || !("document" in b)) return false;
  return a.document === b.document && a.page === b.page && b.quote.length < a.quote.length && a.quote.includes(b.quote);
}

/** What rounds an answer off is a few sentences, however much the papers hold. */
const mostBeside = 4;

function withFewBeside(parts: readonly ProposedPart[]): ProposedPart[] {
  let beside = 0;
  return parts.filter(({ main }) => main || (beside += 1) <= mostBeside);
}
