import { tokensOf } from "../../../src/core/question/cues.ts";
import { focusOf } from "../../../src/core/question/focus.ts";
import { synonyms } from "../../../src/core/analysis/synonyms.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import { sameLemma } from "../../../src/core/verify/inflected.ts";
import { nameStems } from "../../../src/core/identity/inflection.ts";
import type { Intent } from "../../../src/core/question/intents.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import type { Evidence, Matter, PaperDocument, Sentence } from "../state.ts";
import { isInstruction, stemOf } from "./collect.ts";
import type { Recorder } from "./recorder.ts";
import { isHeads, isStatement } from "./statements.ts";
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
    const own = tokens.some((token) => (stem.endsWith("*") ? token.startsWith(stem.slice(0, -1)) : token === stem));
    const spelt = own ? undefined : synonyms[foldDiacritics(word)];
    return (
      own ||
      tokens.some((token) => isAspectPair(foldDiacritics(word), token)) ||
      (spelt !== undefined && coverage(spelt.split(" "), text) === 1)
    );
  };
  return words.filter(held).length / words.length;
}

/** A perfective verb with the prefix s- or z- and the imperfective one without it: „straciły” – „tracą”. Both folded. */
function isAspectPair(perfective: string, token: string): boolean {
  return perfective.length >= 6 && /^[sz][^aeiouy]/u.test(perfective) && sameLemma(perfective.slice(1), token);
}

/** Sentences of a case's papers that speak of the words in focus, best first. */
export async function collectFocus(
  matter: Matter,
  papers: ReadonlyMap<string, PaperDocument>,
  words: readonly string[],
  question: string,
  recorder: Recorder,
): Promise<Evidence[]> {
  const found: Evidence[] = [];
  const asksWho = whoAsked.test(foldDiacritics(question));
  for (const id of matter.documents) {
    const paper = papers.get(id);
    if (!paper || paper.duplicateOf) continue;
    const sentences = await sentencesOfPaper(paper, words.join(" "), recorder);
    for (const sentence of sentences) {
      const heads = headsAbove(sentences, sentence);
      const around = `${sentence.headingPath.join(" ")} ${heads?.text ?? ""} ${sentence.text}`;
      const share = coverage(words, around);
      if (!isStatement(sentence) || isHeads(sentence, sentences)) continue;
      if (asksWho && !someone.test(sentence.text)) continue;
      if (share < enough || coverage(words, sentence.text) === 0 || isBare(sentence) || isInstruction(sentence))
        continue;
      found.push({ ...sentence, role: "general", weight: share, ...(heads ? { beside: [heads] } : {}) });
    }
  }
  const highest = Math.max(0, ...found.map(({ weight }) => weight));
  return found.filter(({ weight }) => weight === highest).slice(0, most);
}

/** "Kto" or a person's part in the works: only a name is an answer. */
const whoAsked =
  /(?:^|[^\p{L}])(?:kto|kim|jaka firma|czyj\p{L}*|kierownik\p{L}* budowy|wykonawc\p{L}*|geodet\p{L}*|inspektor\p{L}* nadzoru|pelnomocnik\p{L}*)(?![\p{L}])/u;

/** A first name with a surname, or a company. */
const someone = /\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+|sp\.\s*z\s*o|S\.\s?A\.|sp\.\s?[jk]\./u;

/** Courts are no authority of appeal: what is asked of them no appeal answers. */
const courts = /(?:^|[^\p{L}])(?:sad(?:u|em|owi|y)?|skarg[aieou]\p{L}*|wsa|nsa|wyrok\p{L}*|kasac\p{L}*)(?![\p{L}])/u;

export function isOfCourtAlike(question: string, text: string): boolean {
  return !courts.test(foldDiacritics(question)) || courts.test(foldDiacritics(text));
}

/** A heading or a label tells nothing by itself. */
function isBare({ text }: Sentence): boolean {
  return !/\d/.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) < 20;
}
