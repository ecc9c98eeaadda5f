import { tokensOf } from "../../../src/core/question/cues.ts";
import { focusOf } from "../../../src/core/question/focus.ts";
import { nameStems } from "../../../src/core/identity/inflection.ts";
import type { Intent } from "../../../src/core/question/intents.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import type { Evidence, Matter, PaperDocument, Sentence } from "../state.ts";
import { isInstruction, stemOf } from "./collect.ts";
import type { Recorder } from "./recorder.ts";
import { headsAbove, sentencesOfPaper } from "./sentences.ts";

/** Share of the words in question that an answering sentence has to hold. */
const enough = 0.6;
const most = 4;

/** Words that the answer has to speak of: what is asked beyond the kind of answer, without the names of the scope itself. */
export function wordsInFocus(asked: Understanding): string[] {
  const named = new Set([
    ...asked.addresses.flatMap(({ street }) => nameStems(street)),
    ...asked.parcels.flatMap(({ precinct }) => nameStems(precinct ?? "")),
  ]);
  return focusOf(asked).filter((word) => !nameStems(word).every((stem) => named.has(stem)));
}

/** Kinds of answer told by a mere "decyzja" or "pnb": what else the question says has to be spoken of. */
export function isBroad(intent: Intent): boolean {
  return broad.includes(intent);
}

const broad: readonly Intent[] = ["permit_lookup", "decision_outcome", "design_figure", "general"];

export function coverage(words: readonly string[], text: string): number {
  if (words.length === 0) return 1;
  const tokens = tokensOf(text);
  const numbers = new Set(text.match(/\d+(?:[.,]\d+)*/gu));
  const held = (word: string) => {
    if (/\d/.test(word)) return numbers.has(word) || new RegExp(`(?<![\\p{L}\\d])${word}(?!\\d)`, "u").test(text);
    if (word.length === 1) return new RegExp(`(?<!\\p{L})${word}(?![\\p{L}-])`, "u").test(text);
    const stem = stemOf(word);
    return tokens.some((token) => (stem.endsWith("*") ? token.startsWith(stem.slice(0, -1)) : token === stem));
  };
  return words.filter(held).length / words.length;
}

/** Sentences of a case's papers that speak of the words in focus, best first. */
export async function collectFocus(
  matter: Matter,
  papers: ReadonlyMap<string, PaperDocument>,
  words: readonly string[],
  recorder: Recorder,
): Promise<Evidence[]> {
  const found: Evidence[] = [];
  for (const id of matter.documents) {
    const paper = papers.get(id);
    if (!paper || paper.duplicateOf) continue;
    const sentences = await sentencesOfPaper(paper, words.join(" "), recorder);
    for (const sentence of sentences) {
      const heads = headsAbove(sentences, sentence);
      const around = `${sentence.headingPath.join(" ")} ${heads?.text ?? ""} ${sentence.text}`;
      const share = coverage(words, around);
      if (share < enough || coverage(words, sentence.text) === 0 || isBare(sentence) || isInstruction(sentence))
        continue;
      found.push({ ...sentence, role: "general", weight: share, ...(heads ? { beside: [heads] } : {}) });
    }
  }
  const highest = Math.max(0, ...found.map(({ weight }) => weight));
  return found.filter(({ weight }) => weight === highest).slice(0, most);
}

/** A heading or a label tells nothing by itself. */
function isBare({ text }: Sentence): boolean {
  return !/\d/.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) < 20;
}
