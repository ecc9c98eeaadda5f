import { sentencesOf } from "../../../src/core/text/sentences.ts";
import type { PaperDocument, Sentence } from "../state.ts";
import type { Recorder } from "./recorder.ts";

/** Papers up to this many pages are read whole; longer ones (project descriptions, plans) are searched. */
const shortPages = 12;
const mostPassages = 160;

/** The sentences of a paper in order: all of a short one, of a long one those that the words bring. */
export async function sentencesOfPaper(paper: PaperDocument, search: string, recorder: Recorder): Promise<Sentence[]> {
  const { id } = paper.document;
  if (paper.pageCount <= shortPages) return (await recorder.read(id, mostPassages)).flatMap((one) => split(id, one));
  const found = await recorder.search({ query: search, documents: [id], limit: 12 });
  return found.sort((a, b) => a.page - b.page || a.start - b.start).flatMap((passage) => split(id, passage));
}

interface Cut {
  page: number;
  endPage?: number | undefined;
  start: number;
  text: string;
  headingPath: string[];
}

/** A passage's sentences; of one over a page turn all but the last stand on its first page. */
export function split(document: string, { page, start, text, headingPath }: Cut): Sentence[] {
  return sentencesOf(text).map((range) => ({
    document,
    page,
    start: start + range.start,
    end: start + range.end,
    text: text.slice(range.start, range.end),
    headingPath,
  }));
}

/**
 * The sentence in which a fact stands. An operative part is often broken into short lines („zatwierdzam … / na rzecz: /
 * obejmujące …”): what follows joins it until it ends.
 */
export function sentenceAt(sentences: readonly Sentence[], page: number, start: number): Sentence | undefined {
  const at = sentences.findIndex((one) => one.page === page && one.start <= start && start < one.end);
  const first = sentences[at];
  if (!first) return undefined;
  const parts = [first];
  for (const next of sentences.slice(at + 1)) {
    const last = parts.at(-1) ?? first;
    const length = next.end - first.start;
    const goesOn = /^\p{Ll}/u.test(next.text) && !/^(?:\p{L}\)|z zachowaniem)/u.test(next.text);
    const isOpen = (goesOn || !/[.!?]["”»)]*$/u.test(last.text)) && !last.text.includes("\t");
    if (!isOpen || next.page !== page || next.start < last.end || length > openLength) break;
    if (/^\s*(?:Otrzymuj|z up\.|\d{1,2}\)|z zachowaniem|U\s?Z\s?A\s?S|Uzasadn|POUCZ|Poucz)/u.test(next.text)) break;
    parts.push(next);
  }
  const last = parts.at(-1) ?? first;
  return { ...first, end: last.end, text: parts.map(({ text }) => text).join("\n\n") };
}

const openLength = 600;

/** The row of heads above a table row: the first row of the same run of rows. */
export function headsAbove(sentences: readonly Sentence[], row: Sentence): { page: number; text: string } | undefined {
  if (!row.text.includes("\t")) return undefined;
  let at = sentences.indexOf(row);
  while (at > 0 && sentences[at - 1]?.text.includes("\t") && sentences[at - 1]?.document === row.document) at -= 1;
  const heads = sentences[at];
  // Two columns are a form: its heads („Pole”, „Treść”) tell nothing.
  return heads && heads !== row && heads.text.split("	").length > 2
    ? { page: heads.page, text: heads.text }
    : undefined;
}
