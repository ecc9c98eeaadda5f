import { foldDiacritics } from "../../../src/core/text/plain.ts";
import type { DocumentFact } from "../../../src/core/document.ts";
import { findAreaSymbols } from "../../../src/core/identity/area-symbol.ts";
import { anyFits, tokensOf } from "../../../src/core/question/cues.ts";
import { topicWords } from "../../../src/core/question/topics.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import type { Evidence, Matter, PaperDocument, Sentence } from "../state.ts";
import type { Recorder } from "./recorder.ts";
import { isHeads, isStatement } from "./statements.ts";
import type { Wanted } from "./roles.ts";
import { headsAbove, sentenceAt, sentencesOfPaper } from "./sentences.ts";

/** The sentences of a case's papers that tell what is wanted, in the order of the papers. */
export async function collect(
  wanted: Wanted,
  matter: Matter,
  papers: ReadonlyMap<string, PaperDocument>,
  asked: Understanding,
  recorder: Recorder,
): Promise<Evidence[]> {
  const found: Evidence[] = [];
  for (const id of [...matter.documents, ...matter.later]) {
    const paper = papers.get(id);
    if (!paper || paper.duplicateOf || (wanted.kinds && !wanted.kinds.includes(paper.kind))) continue;
    if (wanted.outcomes && !(paper.outcome && wanted.outcomes.includes(paper.outcome))) continue;
    const sentences = await sentencesOfPaper(paper, searchOf(wanted, asked), recorder);
    found.push(...(wanted.fact ? ofFact(wanted, paper, sentences) : ofWords(wanted, sentences, asked)));
  }
  // Beside the sentence that says why, weaker ones are law retold.
  const highest = Math.max(0, ...found.map(({ weight }) => weight));
  return best(wanted.rank ? found.filter(({ weight }) => 2 * weight >= highest) : found, wanted.most);
}

function searchOf({ search }: Wanted, asked: Understanding): string {
  return [search, ...asked.topics.map((topic) => topicWords(topic).search)].join(" ");
}

function ofFact(wanted: Wanted, paper: PaperDocument, sentences: readonly Sentence[]): Evidence[] {
  return paper.facts.flatMap((fact): Evidence[] => {
    if (fact.field !== wanted.fact) return [];
    const sentence = sentenceAt(sentences, fact.page, fact.start);
    return sentence ? [{ ...cutBehind(sentence, fact), role: wanted.role, weight: 10 }] : [];
  });
}

/** A stamp („… ostateczna z dniem 3.04.2014 r.”) is followed by place, day and name of the clerk: no part of what it says. */
function cutBehind(sentence: Sentence, { field, end }: DocumentFact): Sentence {
  if (field !== "finalityDate") return sentence;
  const line = sentence.text.indexOf("\n", end - sentence.start);
  const told = line < 0 ? "" : sentence.text.slice(0, line).trimEnd();
  return /(?:r\.|roku|\d{4})\.?$/u.test(told)
    ? { ...sentence, end: sentence.start + told.length, text: told }
    : sentence;
}

function ofWords(wanted: Wanted, sentences: readonly Sentence[], asked: Understanding): Evidence[] {
  return sentences.flatMap((sentence): Evidence[] => {
    const text = foldDiacritics(sentence.text).replace(/\s+/gu, " ");
    const rank = wanted.rank?.(text) ?? 0;
    const tells = wanted.rank ? rank > 1 : wanted.says?.test(text);
    if (!tells || wanted.not?.test(text) || isFurniture(text) || isInstruction(sentence)) return [];
    if (!isStatement(sentence) || isHeads(sentence, sentences)) return [];
    if (wanted.symbol && findAreaSymbols(sentence.text).length === 0) return [];
    if (wanted.name && !personal.test(sentence.text)) return [];
    if (wanted.grounds !== undefined && isGrounds(sentence) !== wanted.grounds) return [];
    const heads = headsAbove(sentences, sentence);
    return [
      { ...sentence, role: wanted.role, weight: rank + weightOf(text, asked), ...(heads ? { beside: [heads] } : {}) },
    ];
  });
}

function weightOf(text: string, asked: Understanding): number {
  const tokens = tokensOf(text);
  const topics = asked.topics.filter((topic) => anyFits(topicWords(topic).answered, tokens)).length;
  const words = asked.keywords.filter((word) => anyFits([stemOf(word)], tokens)).length;
  return 3 * topics + words;
}

/** A word of the question as a cue: its beginning, so that other cases of it fit. */
export function stemOf(word: string): string {
  const plain = foldDiacritics(word);
  const ending = plain.length >= 12 ? 4 : plain.length >= 10 ? 3 : 2;
  return plain.length <= 4 ? plain : `${plain.slice(0, Math.max(4, plain.length - ending))}*`;
}

export function isGrounds({ headingPath }: Sentence): boolean {
  return headingPath.some((heading) => /uzasadnienie/iu.test(heading.replace(/\s/gu, "")));
}

/** A first name and a surname, or the number of a licence. */
const personal = /\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+|upr\.|uprawnie\p{L}*\s*(?:nr|bud)/u;

/** What anyone is told of his rights under any decision. */
export function isInstruction({ headingPath, text }: Sentence): boolean {
  return (
    headingPath.some((heading) => /^pouczenie/iu.test(heading.replace(/\s/gu, ""))) &&
    !/ostateczn\p{L}*.{0,40}\d{4}/su.test(text)
  );
}

/** Too short to tell anything, or a heading. */
function isFurniture(text: string): boolean {
  return (text.match(/\p{L}/gu)?.length ?? 0) < 12;
}

function best(found: readonly Evidence[], most: number): Evidence[] {
  const kept = [...found].sort((a, b) => b.weight - a.weight).slice(0, most);
  return found.filter((one) => kept.includes(one));
}

/** Sentences of the case's papers that answer a topic: a height, a category, an agreement. */
export async function collectTopics(
  matter: Matter,
  papers: ReadonlyMap<string, PaperDocument>,
  asked: Understanding,
  recorder: Recorder,
): Promise<Evidence[]> {
  const found: Evidence[] = [];
  if (asked.topics.length === 0) return found;
  const search = asked.topics.map((topic) => topicWords(topic).search).join(" ");
  for (const id of matter.documents) {
    const paper = papers.get(id);
    if (!paper || paper.duplicateOf || paper.kind === "local_plan") continue;
    for (const sentence of await sentencesOfPaper(paper, search, recorder)) {
      const tokens = tokensOf(sentence.text);
      const fits = asked.topics.filter((topic) => {
        const { answered, unit } = topicWords(topic);
        return anyFits(answered, tokens) && (!unit || unit.test(foldDiacritics(sentence.text)));
      });
      if (fits.length > 0 && !isGrounds(sentence))
        found.push({ ...sentence, role: "topic", weight: 5 * fits.length + weightOf(sentence.text, asked) });
    }
  }
  return best(found, 6);
}
