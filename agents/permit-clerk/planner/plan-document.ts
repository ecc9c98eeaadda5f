import { findAreaSymbols } from "../../../src/core/identity/area-symbol.ts";
import { findDates } from "../../../src/core/identity/dates.ts";
import { nameStems } from "../../../src/core/identity/inflection.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import type { Sentence } from "../state.ts";
import type { Recorder } from "./recorder.ts";
import { split } from "./sentences.ts";

const mostPassages = 400;

export interface PlanSentence extends Sentence {
  /** Areas that the sentence speaks of: its own, or those of the part that it stands in. */
  areas: string[];
  /** Of a list's item: the lead-in above the list („obowiązuje maksymalna wysokość:”). */
  lead?: Sentence;
  /** The sentence that opened the part: „Dla terenu oznaczonego symbolem 3MN ustala się:”. */
  opening?: Sentence;
}

export interface Plan {
  document: string;
  /** From `UCHWAŁA NR …` to the end of its title. */
  title?: Sentence;
  /** `XLV/595/2013` */
  number?: string;
  /** Stems of all words of the title, and of the file's path. */
  nameStems: ReadonlySet<string>;
  isAmendment: boolean;
  /** Of an amendment: the number of the plan that it changes. */
  amends?: string;
  sentences: PlanSentence[];
  /** ISO day and the sentence that tells it. */
  inForce?: { date: string; sentence: Sentence };
  /** „traci moc uchwała nr …”: numbers of the plans that this one took out of force, with the sentence. */
  repeals: { numbers: string[]; sentence: Sentence }[];
}

/** Reads a local plan or an extract of one: its name, when it holds, and which areas each sentence speaks of. */
export async function readPlan(document: { id: string; path: string }, recorder: Recorder): Promise<Plan> {
  const passages = await recorder.read(document.id, mostPassages);
  const sentences = passages.flatMap((passage) => split(document.id, passage));
  const title = titleOf(sentences);
  const inForce = inForceOf(sentences);
  return {
    document: document.id,
    ...(title ? { title } : {}),
    ...(title ? numberIn(title.text) : {}),
    nameStems: new Set(nameStems(`${title?.text ?? ""} ${document.path.replace(/[_/.-]/gu, " ")}`)),
    ...amendedBy(title, sentences),
    isAmendment: isAmending(title),
    sentences: withLeads(withAreas(sentences)),
    ...(inForce ? { inForce } : {}),
    repeals: repealsOf(sentences),
  };
}

function isAmending(title: Sentence | undefined): boolean {
  return /w sprawie (?:uchwalenia )?zmian/u.test(foldDiacritics(title?.text ?? "").replace(/\s+/gu, " "));
}

function amendedBy(title: Sentence | undefined, sentences: readonly Sentence[]): { amends?: string } {
  if (!isAmending(title)) return {};
  const own = title?.text.match(resolution)?.[0];
  const other = sentences.flatMap(({ text }) => text.match(resolution) ?? []).find((number) => number !== own);
  return other ? { amends: other } : {};
}

const resolution = /(?<![\p{L}\d])[IVXLC]{1,8}\/\d{1,4}\/(?:\d{4}|\d{2})(?!\d)/gu;

function numberIn(text: string): { number?: string } {
  const number = text.match(resolution)?.[0];
  return number ? { number } : {};
}

/** The resolution's number, body, date and subject stand together as a rule. */
function titleOf(sentences: readonly Sentence[]): Sentence | undefined {
  const first = sentences.slice(0, 40);
  const subject = first.findIndex(({ text }) => /w\s+sprawie|wypis|plan\p{L}*\s+zagospodarowania/iu.test(text));
  const last = first[subject];
  if (!last) return undefined;
  const heading = first.findLastIndex(({ text }, at) => at <= subject && /^\s*(?:UCHWAŁA|Uchwała|WYPIS)/u.test(text));
  const begin = first[heading] ?? last;
  if (begin === last || begin.page !== last.page) return last;
  const text = first
    .slice(heading, subject + 1)
    .map((one) => one.text)
    .join("\n");
  return { ...begin, end: last.end, text };
}

function inForceOf(sentences: readonly Sentence[]): Plan["inForce"] {
  for (const sentence of sentences) {
    const text = sentence.text.replace(/\s+/gu, " ");
    const cue =
      /(?:obowiązuj\p{L}*|wchodzi w życie|wszed\p{L}* w życie|w życie)\s+(?:od dnia|z dniem|od|dnia|w dniu)/iu.exec(
        text,
      );
    const date = cue && findDates(text).find(({ start }) => start >= cue.index && start < cue.index + 60);
    if (date) return { date: date.value, sentence };
  }
  return undefined;
}

function repealsOf(sentences: readonly Sentence[]): Plan["repeals"] {
  return sentences.flatMap((sentence) => {
    if (!/trac\p{L}*\s+moc|uchyla\s+się/iu.test(sentence.text)) return [];
    return [{ numbers: sentence.text.match(resolution) ?? [], sentence }];
  });
}

const opens = /(?:teren|obszar|symbol|jednost)\p{L}*/iu;
const rules = /(?:ustala|obowiązuj|określa|przeznacz|następuj|wprowadza|:\s*$)/iu;

/**
 * An area's part runs from the sentence that opens it to the next such sentence, or to the next § that opens none. A
 * list that begins anew without a lead-in belongs to another part, whatever stands above it: columns read in the wrong
 * order must not lend one area's figure to another.
 */
function withAreas(sentences: readonly Sentence[]): PlanSentence[] {
  let part: { areas: string[]; opening: Sentence; unit: string | undefined; item: number } | undefined;
  /** The unit whose order was lost: its heading proves nothing any more. */
  let broken: string | undefined;
  return sentences.map((sentence, at) => {
    const own = [...new Set(findAreaSymbols(sentence.text).map(({ value }) => value))];
    const place = Number(/^\s*(\d{1,2})\)/u.exec(sentence.text)?.[1] ?? 0);
    const unit = unitOf(sentence) ?? "";
    if (isOpening(sentence, own)) {
      part = { areas: own, opening: sentence, unit, item: 0 };
      broken = undefined;
    } else if (part && beginsAnew(place, part.item, sentences[at - 1])) {
      part = undefined;
      broken = unit;
    } else if (part && unit !== part.unit) part = undefined;
    if (part && place > 0) part.item = place;
    if (isOwn(sentence)) return { ...sentence, areas: own };
    if (part) return { ...sentence, areas: part.areas, opening: part.opening };
    return { ...sentence, areas: broken === unit ? [] : areasOfHeading(sentence) };
  });
}

function areasOfHeading({ headingPath }: Sentence): string[] {
  return headingPath.flatMap((heading) => findAreaSymbols(heading).map(({ value }) => value));
}

const item = /^\s*(?:[-–•]|\p{Ll}\)|\d{1,2}[.)])\s/u;

function withLeads(sentences: readonly PlanSentence[]): PlanSentence[] {
  let lead: Sentence | undefined;
  let mark = "";
  return sentences.map((sentence) => {
    const own =
      item
        .exec(sentence.text)?.[0]
        .trim()
        .replace(/[\p{L}\d]+/u, "") ?? "";
    const isItem = lead !== undefined && own !== "" && (mark === "" || own === mark);
    const result = isItem && lead ? { ...sentence, lead } : sentence;
    if (isItem) mark = own;
    else lead = undefined;
    if (/:\s*$/u.test(sentence.text)) {
      lead = sentence;
      mark = "";
    }
    return result;
  });
}

function beginsAnew(item: number, before: number, above: Sentence | undefined): boolean {
  return item > 0 && item <= before && !/:\s*$|^\s*\d{1,2}[.)]?\s*$/u.test(above?.text ?? "");
}

function isOpening({ text }: Sentence, own: readonly string[]): boolean {
  if (own.length === 0 || text.includes("\t") || /^\s*(?:\d{1,2}[a-z]?\)|[-–•]|\p{Ll}\))/u.test(text)) return false;
  const alone = text.replace(/[\d\s.,;:/()–-]|[A-Z]/gu, "") === "";
  return alone || (opens.test(text) && rules.test(text) && text.length < 400);
}

/** A row or an item that begins with the symbol, a sentence on „teren oznaczony symbolem …”; not one that names a road beside. */
function isOwn({ text }: Sentence): boolean {
  const [first] = findAreaSymbols(text);
  if (!first) return false;
  if (text.includes("\t")) return first.start < 12;
  const before = text.slice(Math.max(0, first.start - 70), first.start);
  if (/(?:drog\p{L}*|rozgraniczając\p{L}*)[^.;]*$/iu.test(before)) return false;
  return first.start < 8 || /(?:teren|obszar|symbol)\p{L}*[^.;]*$/iu.test(before);
}

function unitOf({ headingPath }: Sentence): string | undefined {
  return headingPath.findLast((heading) => heading.startsWith("§"));
}

/** In force on the day, and not taken out of force by another of these by then. */
export function holdsOn(plan: Plan, day: string, all: readonly Plan[]): boolean {
  if (!plan.inForce || plan.inForce.date > day) return false;
  return !all.some((other) => repeals(other, plan) && other.inForce !== undefined && other.inForce.date <= day);
}

export function repeals(other: Plan, plan: Plan): boolean {
  return (
    plan.number !== undefined &&
    other !== plan &&
    other.repeals.some(({ numbers }) => numbers.includes(plan.number ?? ""))
  );
}
