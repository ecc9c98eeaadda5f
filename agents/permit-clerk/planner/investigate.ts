import type { DocumentKind } from "../../../src/core/document.ts";
import type { Intent } from "../../../src/core/question/intents.ts";
import { findDecisionNumbers } from "../../../src/core/identity/decision-number.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import { askedOutcomes } from "../../../src/core/question/asked-outcomes.ts";
import { statusDay } from "../../../src/core/question/status-day.ts";
import { planTopics } from "../../../src/core/question/topics.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import type { Evidence, Matter, Nearest, PaperDocument } from "../state.ts";
import { collectChanges } from "./changes.ts";
import { collect, collectTopics } from "./collect.ts";
import { collectFocus, coverage, isBroad, isOfCourtAlike, wordsInFocus } from "./focus.ts";
import { collectHead } from "./heads.ts";
import { collectParties } from "./party.ts";
import { collectPlans } from "./plan-history.ts";
import { collectAreas, collectFromPlans } from "./plans.ts";
import type { Recorder } from "./recorder.ts";
import { wantedBy } from "./wanted.ts";
import type { Scope } from "../state.ts";
import type { ResolvedScope } from "./scope.ts";
import { sentencesOfPaper } from "./sentences.ts";
import { searchByWords } from "./search.ts";

/** Intents answered by what a paper is, beside what it says. */
const wantsHeads: readonly Intent[] = ["case_documents", "issuer_and_date", "property_history"];

export interface Investigation {
  evidence: Evidence[];
  nearest: Nearest[];
}

/** What the question asks, sought where its scope says. */
export async function investigate(
  { asked, scope, documents }: ResolvedScope,
  recorder: Recorder,
): Promise<Investigation> {
  if (asked.intents[0] === "plan_in_force" && scope.named.length === 0)
    return { evidence: await collectPlans(asked, recorder), nearest: [] };
  if (asked.areaSymbols.length > 0) return { evidence: await collectAreas(asked, recorder), nearest: [] };
  if (scope.named.length === 0) return unnamed(asked, recorder);
  const evidence: Evidence[] = [];
  const papers = new Map(documents.filter(isOfTime(asked)).map((paper) => [paper.document.id, paper]));
  for (const matter of scope.matters) evidence.push(...(await ofMatter(matter, papers, asked, recorder)));
  if (scope.matters.length > 1 && asked.intents[0] === "decision_outcome")
    evidence.push(...(await issuers(scope, papers, asked, recorder)));
  return { evidence: await onlyOfFocus(evidence, asked, papers, recorder), nearest: [] };
}

/** Of a day asked for, what came later says nothing. */
function isOfTime(asked: Understanding): (paper: PaperDocument) => boolean {
  const day = asked.intents[0] === "decision_status" ? statusDay(asked) : undefined;
  return ({ date }) => day === undefined || date === undefined || date <= day;
}

/** An agreement is of one thing: who asks for that of a driveway is not answered by the fire brigade's. */
async function onlyOfFocus(
  evidence: Evidence[],
  asked: Understanding,
  papers: ReadonlyMap<string, PaperDocument>,
  recorder: Recorder,
): Promise<Evidence[]> {
  const words = wordsInFocus(asked);
  if (asked.intents[0] !== "agreement" || words.length === 0) return evidence;
  const shares = new Map<string, number>();
  for (const id of new Set(evidence.map(({ document }) => document))) {
    const paper = papers.get(id);
    const sentences = paper ? await sentencesOfPaper(paper, words.join(" "), recorder) : [];
    shares.set(
      id,
      coverage(
        words,
        [paper?.document.path.replace(/[_/.-]/gu, " ") ?? "", ...sentences.map(({ text }) => text)].join(" "),
      ),
    );
  }
  const best = Math.max(0, ...shares.values());
  return best < halfOf ? evidence : evidence.filter(({ document }) => shares.get(document) === best);
}

/** Cases of one number are told apart by who decided. */
async function issuers(
  { matters }: Scope,
  papers: ReadonlyMap<string, PaperDocument>,
  { decisionNumbers }: Understanding,
  recorder: Recorder,
): Promise<Evidence[]> {
  const heads: Evidence[] = [];
  for (const id of matters.flatMap(({ documents }) => documents)) {
    const paper = papers.get(id);
    if (!paper?.decisionNumber || !decisionNumbers.includes(paper.decisionNumber) || !issued.includes(paper.kind))
      continue;
    const head = await collectHead(paper, recorder);
    if (head) heads.push(head);
  }
  return heads;
}

const counting = /(?:^|\s)(?:ile|ilu)\s+(?:\p{L}+\s+)?(?:decyzji|pozwolen|odmow|spraw|wnioskow|zgloszen|postepowan)/u;

/** A plan may be named by its title alone; else the words of the question are all there is. */
async function unnamed(asked: Understanding, recorder: Recorder): Promise<Investigation> {
  // Papers are not counted: what mentions some decisions would pass for the number of all.
  if (counting.test(foldDiacritics(asked.question))) return { evidence: [], nearest: [] };
  if (asked.intents[0] === "plan_parameter") {
    const found = await collectFromPlans(asked, recorder);
    if (found.length > 0) return { evidence: found, nearest: [] };
  }
  return searchByWords(asked, recorder);
}

async function ofMatter(
  matter: Matter,
  papers: ReadonlyMap<string, PaperDocument>,
  asked: Understanding,
  recorder: Recorder,
): Promise<Evidence[]> {
  const [intent = "general"] = asked.intents;
  const words = wordsInFocus(asked);
  if (asked.topics.includes("phone")) return collectTopics(matter, papers, asked, recorder);
  const evidence: Evidence[] = [];
  if (intent === "party") evidence.push(...(await collectParties(matter, papers, asked, recorder)));
  if (intent === "replacement_design" || intent === "category_and_volume") {
    evidence.push(...(await collectChanges(matter, papers, asked, recorder)));
  }
  const outcomes = isBroad(intent) || intent === "issuer_and_date" ? askedOutcomes(asked.question) : undefined;
  for (const wanted of wantedBy[intent] ?? []) {
    const collected = await collect(wanted, matter, papers, asked, recorder);
    const decided = collected.filter(
      (one) => isOfCourtAlike(asked.question, one.text) && (intent !== "finality" || isOfDecision(one, papers, asked)),
    );
    const found = outcomes ? decided.filter(({ document }) => hasOutcome(papers.get(document), outcomes)) : decided;
    // Who asks for a garage is not answered by the permit for a house.
    const about = isBroad(intent) ? found.filter(({ text }) => coverage(words, text) >= halfOf) : found;
    evidence.push(...about.filter((one) => !evidence.some((other) => overlaps(one, other))));
  }
  if (asksTopic(asked)) evidence.push(...(await collectTopics(matter, papers, asked, recorder)));
  if (isBroad(intent) && words.length > 0 && evidence.length === 0) {
    evidence.push(...(await collectFocus(matter, papers, words, asked.question, recorder)));
  }
  if (wantsHeads.includes(intent)) {
    for (const id of inDateOrder([...matter.documents, ...matter.later], papers)) {
      const paper = papers.get(id);
      if (!paper || (intent === "issuer_and_date" && !issued.includes(paper.kind))) continue;
      if (outcomes && !hasOutcome(paper, outcomes)) continue;
      const head = await collectHead(paper, recorder);
      if (head) evidence.push(head);
    }
  }
  return evidence;
}

/** An appeal's decision lies with another office's papers and belongs between those of its time; undated papers stand last. */
function inDateOrder(ids: readonly string[], papers: ReadonlyMap<string, PaperDocument>): string[] {
  return [...ids].sort((a, b) => (papers.get(a)?.date ?? "9999").localeCompare(papers.get(b)?.date ?? "9999"));
}

/** The stamp on another decision of the case (a later one, a WZ) says nothing of the one asked for. */
function isOfDecision(
  { document, text }: Evidence,
  papers: ReadonlyMap<string, PaperDocument>,
  { decisionNumbers }: Understanding,
): boolean {
  const paper = papers.get(document);
  if (decisionNumbers.length === 0 || !paper) return true;
  const named = findDecisionNumbers(text).map(({ value }) => value);
  if (named.length > 0) return named.some((number) => decisionNumbers.includes(number));
  return paper.decisionNumber === undefined || decisionNumbers.includes(paper.decisionNumber);
}

/** One stamp is found by its date and by its words; it is told once. */
function overlaps(a: Evidence, b: Evidence): boolean {
  return a.role === b.role && a.document === b.document && a.page === b.page && a.start < b.end && b.start < a.end;
}

function hasOutcome(paper: PaperDocument | undefined, wanted: readonly Outcome[]): boolean {
  return paper?.outcome !== undefined && wanted.includes(paper.outcome);
}

/** Papers that an authority issues. */
const issued: readonly DocumentKind[] = [
  "permit_decision",
  "planning_decision",
  "appeal_decision",
  "notification_result",
  "occupancy",
];

const halfOf = 0.5;

/** A figure or a feature is asked: of a planning decision, a design, a permit. */
function asksTopic({ intents, topics }: Understanding): boolean {
  const [intent] = intents;
  if (intent === "agreement" || intent === "category_and_volume") return false;
  return (
    intent === "design_figure" ||
    topics.some((topic) => planTopics.includes(topic) || topic === "usable_area" || topic === "phone")
  );
}
