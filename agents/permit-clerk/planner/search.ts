import type { Understanding } from "../../../src/core/question/understanding.ts";
import type { FoundPassage } from "../../../tools/search-passages.ts";
import type { Evidence, Nearest, Sentence } from "../state.ts";
import { coverage, wordsInFocus } from "./focus.ts";
import type { Recorder } from "./recorder.ts";
import { headsAbove, split } from "./sentences.ts";
import { glimpse, isHeads, isStatement } from "./statements.ts";

/** Of many content words an answering passage may lack a few, of few it has to hold each. */
const manyWords = 5;
const enoughOfMany = 0.8;

/** Passages on what the question is about, for a question that names nothing to look up. */
export async function searchByWords(
  asked: Understanding,
  recorder: Recorder,
): Promise<{ evidence: Evidence[]; nearest: Nearest[] }> {
  const words = contentWords(asked);
  const passages = await recorder.search({ query: asked.question, limit: 24 });
  const ranked = passages
    .map((passage) => ({
      passage,
      share: coverage(words, [...passage.headingPath, passage.text, nameOf(passage)].join(" ")),
    }))
    .filter(
      ({ share, passage }) =>
        words.length > 0 && isStatement(passage) && share >= (words.length < manyWords ? 1 : enoughOfMany),
    )
    .sort((a, b) => b.share - a.share || b.passage.score - a.passage.score);
  const evidence: Evidence[] = [];
  for (const { passage } of ranked.slice(0, 3))
    evidence.push(...(await bestSentence(passage, words, asked.question, recorder)));
  return {
    evidence,
    nearest: passages
      .filter(isStatement)
      .slice(0, 3)
      .map((passage) => nearestOf(passage, words)),
  };
}

function contentWords(asked: Understanding): string[] {
  const focus = wordsInFocus(asked);
  // "Decyzja" alone asks for nothing.
  const said =
    focus.length > 0 || asked.keywords.length > 1 ? [...focus, ...(focus.length > 0 ? [] : asked.keywords)] : [];
  return [...new Set(said)];
}

function nameOf({ document: { title = "", path } }: FoundPassage): string {
  return `${title} ${path.replace(/[_/.-]/gu, " ")}`;
}

/** How many passages of a document are looked through for what follows a sentence. */
const mostRead = 200;

async function bestSentence(
  passage: FoundPassage,
  words: readonly string[],
  question: string,
  recorder: Recorder,
): Promise<Evidence[]> {
  const asksFigure = figureAsked.test(question);
  const own = split(passage.document.id, passage);
  const scored = own
    .map((sentence) => ({
      sentence,
      share: coverage(words, sentence.text) + (asksFigure && figure.test(sentence.text) ? 0.3 : 0),
    }))
    .sort((a, b) => b.share - a.share);
  const best = scored[0]?.sentence;
  if (!best) return [];
  const below = own[own.indexOf(best) + 1];
  // A lead-in to a table says nothing, and its heads no more.
  if (/:\s*$/u.test(best.text) && below && isHeads(below, own)) return [];
  const heads = headsAbove(own, best);
  // The figure may stand in the next part of the page.
  const isLast = best === own.at(-1) && asksFigure && !figure.test(best.text);
  const all = isLast
    ? (await recorder.read(passage.document.id, mostRead)).flatMap((one) => split(passage.document.id, one))
    : own;
  const sentences = all.some(({ page, start }) => page === best.page && start === best.start) ? all : own;
  return [
    {
      ...withNeighbour(best, sentences, asksFigure),
      role: "general",
      weight: scored[0]?.share ?? 0,
      ...(heads ? { beside: [heads] } : {}),
    },
  ];
}

/** A sum, a measure, a span of time. */
const figure =
  /\d[\d\s]*(?:[.,]\d+)?\s*(?:zł|złot|gr|%|proc|m|km|ha|dni|dnia|miesi|lat|rok|godzin|tygodni)|(?:siedmiu|czternastu|trzydziestu|dwudziestu\s+jeden|miesiąca|dwóch\s+\p{L}+)\s+(?:dni|miesi|lat)/u;
const figureAsked = /(?:^|\s)(?:ile|ilu|kiedy|jak\p{L}*\s+(?:wysoko|kwot|stawk|termin|koszt|opłat|oplat))/iu;

/** A heading or a lead-in („Ustala się:”) tells nothing without what follows. */
function withNeighbour(sentence: Sentence, sentences: readonly Sentence[], asksFigure: boolean): Sentence {
  const next =
    sentences[sentences.findIndex(({ page, start }) => page === sentence.page && start === sentence.start) + 1];
  if (!next || next.page !== sentence.page) return sentence;
  const tellsLess = asksFigure && !figure.test(sentence.text) && figure.test(next.text);
  if (!tellsLess && !/:\s*$/u.test(sentence.text) && sentence.text.length > 60) return sentence;
  return { ...sentence, end: next.end, text: `${sentence.text}\n${next.text}` };
}

function nearestOf({ document, page, text }: FoundPassage, words: readonly string[]): Nearest {
  const absent = words.filter((word) => coverage([word], text) === 0);
  const why =
    absent.length > 0
      ? `Fragment nie mówi o: ${absent.join(", ")}.`
      : "Fragment ma słowa pytania, ale na nie nie odpowiada.";
  return { document, page, text: glimpse(text), why };
}
