import { anyFits, tokensOf } from "../../../src/core/question/cues.ts";
import { type Topic, topicWords } from "../../../src/core/question/topics.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import type { Evidence } from "../state.ts";
import { coverage, wordsInFocus } from "./focus.ts";
import { cellFor, isUnset } from "./plan-cells.ts";
import type { Plan, PlanSentence } from "./plan-document.ts";

/** Sheds, garages, fences and signs have heights of their own: meant only when the question says so. */
const besides = ["gospodarcz*", "garaz*", "ogrodzen*", "reklam*", "maszt*", "anten*", "szyld*", "altan*", "podziemn*"];

/** What a plan says of an area on each topic, with what has to be quoted beside it. */
export function parametersOf(plan: Plan, symbol: string, asked: Understanding): Evidence[] {
  const topics: Topic[] = asked.topics.length > 0 ? asked.topics : ["purpose"];
  const own = plan.sentences.filter(({ areas }) => areas.includes(symbol));
  return topics.flatMap((topic) => bestOf(own.flatMap((sentence) => answer(sentence, plan, symbol, topic, asked))));
}

/** What a plan says for all of its ground: sentences that stand in no area's part. */
export function generalRulesOf(plan: Plan, asked: Understanding): Evidence[] {
  const common = plan.sentences.filter(({ areas, opening }) => areas.length === 0 && !opening);
  return asked.topics.flatMap((topic) =>
    bestOf(common.flatMap((sentence) => answer(sentence, plan, undefined, topic, asked))),
  );
}

function answer(
  sentence: PlanSentence,
  plan: Plan,
  symbol: string | undefined,
  topic: Topic,
  asked: Understanding,
): Evidence[] {
  const words = topicWords(topic);
  const { areas: _, opening, lead, ...bare } = sentence;
  const beside = [opening, lead].flatMap((one) =>
    one && one.start !== sentence.start ? [{ page: one.page, text: one.text }] : [],
  );
  const base = {
    ...bare,
    role: "topic" as const,
    ...(lead && lead !== opening ? { lead: lead.text } : {}),
    ...(symbol ? { area: symbol } : {}),
    beside,
  };
  const focus = wordsInFocus(asked).filter((word) => coverage([word], nameOf(plan)) === 0);
  const heads = headsOf(plan, sentence);
  if (heads) {
    const cell = cellFor(heads.text, sentence.text, words);
    if (!cell || isUnset(cell.value) || coverage(focus, heads.text) < 1) return [];
    return [{ ...base, beside: [{ page: heads.page, text: heads.text }], weight: 8, cell }];
  }
  const text = foldDiacritics(lead && lead !== opening ? `${lead.text} ${sentence.text}` : sentence.text);
  if (!anyFits(words.answered, tokensOf(text)) || (words.unit && !words.unit.test(text))) return [];
  if (coverage(focus, `${sentence.text} ${sentence.headingPath.join(" ")}`) < 1) return [];
  const isBeside = besides.filter((cue) => anyFits([cue], tokensOf(text)) && !anyFits([cue], tokensOf(asked.question)));
  return [{ ...base, weight: 8 - 4 * isBeside.length }];
}

function nameOf({ title }: Plan): string {
  return title?.text ?? "";
}

/** The heads of the run of rows that the row stands in, over a page turn too. */
function headsOf({ sentences }: Plan, row: PlanSentence): PlanSentence | undefined {
  if (!row.text.includes("\t")) return undefined;
  let at = sentences.indexOf(row);
  while (at > 0 && (sentences[at - 1]?.text.includes("\t") || isScrap(sentences[at - 1]))) at -= 1;
  while (at < sentences.length && !sentences[at]?.text.includes("\t")) at += 1;
  const heads = sentences[at];
  return heads && heads !== row ? heads : undefined;
}

/** What a wrapped cell leaves on a line of its own. */
function isScrap(sentence: PlanSentence | undefined): boolean {
  return sentence !== undefined && sentence.text.length < 24 && !/[.:;]$/u.test(sentence.text);
}

function bestOf(found: readonly Evidence[]): Evidence[] {
  const highest = Math.max(0, ...found.map(({ weight }) => weight));
  return found.filter(({ weight }) => weight === highest && weight > 0).slice(0, 3);
}
