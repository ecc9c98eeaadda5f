import type { Intent } from "../../../src/core/question/intents.ts";
import { planTopics } from "../../../src/core/question/topics.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import type { Evidence, Matter, Nearest, PaperDocument } from "../state.ts";
import { collect, collectTopics } from "./collect.ts";
import { collectFocus, coverage, wordsInFocus } from "./focus.ts";
import { collectHead } from "./heads.ts";
import { collectParties } from "./party.ts";
import { collectPlans } from "./plan-history.ts";
import { collectAreas, collectFromPlans } from "./plans.ts";
import type { Recorder } from "./recorder.ts";
import { wantedBy } from "./roles.ts";
import type { ResolvedScope } from "./scope.ts";
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
  if (asked.intents[0] === "plan_in_force") return { evidence: await collectPlans(asked, recorder), nearest: [] };
  if (asked.areaSymbols.length > 0) return { evidence: await collectAreas(asked, recorder), nearest: [] };
  if (scope.named.length === 0) return unnamed(asked, recorder);
  const papers = new Map(documents.map((paper) => [paper.document.id, paper]));
  const evidence: Evidence[] = [];
  for (const matter of scope.matters) evidence.push(...(await ofMatter(matter, papers, asked, recorder)));
  return { evidence, nearest: [] };
}

/** A plan may be named by its title alone; else the words of the question are all there is. */
async function unnamed(asked: Understanding, recorder: Recorder): Promise<Investigation> {
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
  const evidence: Evidence[] = [];
  if (intent === "party") evidence.push(...(await collectParties(matter, papers, asked, recorder)));
  for (const wanted of wantedBy[intent] ?? []) {
    const found = await collect(wanted, matter, papers, asked, recorder);
    // Who asks for a garage is not answered by the permit for a house.
    const about = broad.includes(intent) ? found.filter(({ text }) => coverage(words, text) >= halfOf) : found;
    evidence.push(...about);
  }
  if (asksTopic(asked)) evidence.push(...(await collectTopics(matter, papers, asked, recorder)));
  if (broad.includes(intent) && words.length > 0 && evidence.length === 0) {
    evidence.push(...(await collectFocus(matter, papers, words, recorder)));
  }
  if (wantsHeads.includes(intent)) {
    for (const id of matter.documents) {
      const paper = papers.get(id);
      const head = paper && (await collectHead(paper, recorder));
      if (head) evidence.push(head);
    }
  }
  return evidence;
}

/** Kinds of answer told by a mere "decyzja" or "pnb": what else the question says has to be spoken of. */
const broad: readonly Intent[] = ["permit_lookup", "decision_outcome", "design_figure", "general"];
const halfOf = 0.5;

/** A figure or a feature is asked: of a planning decision, a design, a permit. */
function asksTopic({ intents, topics }: Understanding): boolean {
  const [intent] = intents;
  if (intent === "agreement" || intent === "category_and_volume") return false;
  return intent === "design_figure" || topics.some((topic) => planTopics.includes(topic) || topic === "usable_area");
}
