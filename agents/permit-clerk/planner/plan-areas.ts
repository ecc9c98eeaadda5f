import { nameStems } from "../../../src/core/identity/inflection.ts";
import { findAreaSymbols } from "../../../src/core/identity/area-symbol.ts";
import { anyFits, tokensOf } from "../../../src/core/question/cues.ts";
import { type Topic, topicWords } from "../../../src/core/question/topics.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import type { FoundPassage } from "../../../tools/search-passages.ts";
import type { Evidence, Sentence } from "../state.ts";
import type { Recorder } from "./recorder.ts";
import { headsAbove, split } from "./sentences.ts";

const planKinds = ["local_plan", "plan_extract"] as const;
const mostPlans = 12;

/** What plans say of the asked areas: for each plan that has the area, the sentences of each topic. */
export async function collectAreas(asked: Understanding, recorder: Recorder): Promise<Evidence[]> {
  const found: Evidence[] = [];
  for (const symbol of asked.areaSymbols) {
    const plans = await plansWith(symbol, recorder);
    for (const plan of plans.slice(0, mostPlans)) found.push(...(await ofPlan(plan, symbol, asked, recorder)));
  }
  return found;
}

/** Plans that know the symbol, the fullest first. */
async function plansWith(symbol: string, recorder: Recorder): Promise<string[]> {
  const spaced = symbol.replace(/^(\d+)(\p{L})/u, "$1.$2");
  const found = await recorder.search({ query: `${symbol} ${spaced}`, kinds: [...planKinds], limit: 100 });
  const holding = found.filter(
    ({ text, headingPath }) => names(text, symbol) || headingPath.some((one) => names(one, symbol)),
  );
  return [...new Set(holding.map(({ document }) => document.id))];
}

async function ofPlan(plan: string, symbol: string, asked: Understanding, recorder: Recorder): Promise<Evidence[]> {
  const topics: Topic[] = asked.topics.length > 0 ? asked.topics : ["purpose"];
  const found: Evidence[] = [];
  for (const topic of topics) {
    const query = `${symbol} ${topicWords(topic).search}`;
    const passages = await recorder.search({ query, documents: [plan], limit: 60 });
    found.push(...bestOf(passages.flatMap((passage) => ofPassage(passage, symbol, topic))));
  }
  return found;
}

function ofPassage(passage: FoundPassage, symbol: string, topic: Topic): Evidence[] {
  const sentences = split(passage.document.id, passage);
  const underHeading = passage.headingPath.some((heading) => names(heading, symbol));
  return sentences.flatMap((sentence): Evidence[] => {
    const own = names(sentence.text, symbol);
    if (!own && !underHeading) return [];
    // A sentence that names other areas only speaks of those.
    if (!own && findAreaSymbols(sentence.text).length > 0) return [];
    const heads = headsAbove(sentences, sentence);
    const weight = answers(`${heads ?? ""}\n${sentence.text}`, topic) + (own ? 2 : 0);
    if (weight < 3) return [];
    return [{ ...sentence, role: "topic", weight, ...(heads ? { heads } : {}) }];
  });
}

function answers(text: string, topic: Topic): number {
  const { answered, unit } = topicWords(topic);
  if (!anyFits(answered, tokensOf(text))) return 0;
  return unit ? (unit.test(foldDiacritics(text)) ? 5 : 1) : 3;
}

function bestOf(found: readonly Evidence[]): Evidence[] {
  const highest = Math.max(0, ...found.map(({ weight }) => weight));
  return found.filter(({ weight }) => weight >= highest - 2).slice(0, 3);
}

function names(text: string, symbol: string): boolean {
  return findAreaSymbols(text).some(({ value }) => value === symbol);
}

/** Words of the question that may name a plan: neither of the trade nor of the topic. */
export function planNameWords(keywords: readonly string[], asked: Understanding): string[] {
  const searched = new Set(asked.topics.flatMap((topic) => nameStems(topicWords(topic).search)));
  return keywords.filter((word) => !nameStems(word).every((stem) => searched.has(stem)));
}

export function nearbyText(sentence: Sentence): string {
  return [...sentence.headingPath, sentence.text].join(" ");
}
