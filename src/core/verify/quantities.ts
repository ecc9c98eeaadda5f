import type { Found } from "../identity/found.ts";
import { boundBefore, type Bound } from "./bounds.ts";
import { compoundNumber, readNumberWords } from "./number-words.ts";
import { foldSameLength } from "./same-length.ts";
import { unitAt } from "./units.ts";

export interface Quantity {
  /** In the base unit: 1200 cm → 12 with unit `m`. */
  value: number;
  /** Base unit of units.ts; `""` when none is written. */
  unit: string;
  /** How the figure limits: „nie więcej niż”, „co najmniej”, „około”; "" when it is said to be so. */
  bound: Bound;
  /** Words behind a figure without unit, folded: what is counted. */
  counted: string[];
  /** Where the words stand that limit it: they belong to the figure. */
  cue?: { start: number; end: number }[];
}

const digits = String.raw`\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|\d+`;
const number = String.raw`(?:${digits})(?:[.,]\d+)?`;
const notBefore = String.raw`(?<![\p{L}\d_/§]|[\p{L}\d][-–.,:/_]|\d[ \u00A0]?:[ \u00A0]?)`;
const notAfter = String.raw`(?![\d/]|[.,:]\d|[ \u00A0]?:[ \u00A0]?\d|-\p{L}{2}|_)`;
const figure = new RegExp(`${notBefore}(${number})${notAfter}`, "gu");
/** A range: the second figure stands behind a dash, so `notBefore` would not see it. */
const range = new RegExp(`${notBefore}(${number})\\s?[-–—÷]\\s?(${number})${notAfter}`, "gu");
const word = /\p{L}+/gu;
/** Words that no counted thing begins with. */
const noNoun =
  /^(?:i|oraz|lub|albo|a|w|we|z|ze|na|do|od|po|przy|dla|o|u|pod|nad|przed|za|przez|jest|sa|nie|to|nr|ust|pkt|lit|art|poz|r)$/;

interface Raw {
  value: number;
  start: number;
  end: number;
  range?: "low" | "high";
}

/**
 * Figures with their units in running Polish: digits (`1 234,5 m2`, `12-15 m`, `30%`), words („dwunastu metrów”) and
 * compounds („dwukondygnacyjny”). Numbers that are part of a name (`87/14`, `AM-28`, `1:500`, `3MN`) are none.
 * @param taken ranges of dates, numbers and other identities, where no figure is looked for
 */
export function findQuantities(text: string, taken: readonly { start: number; end: number }[] = []): Found<Quantity>[] {
  const folded = foldSameLength(text);
  const free = (start: number, end: number) => !taken.some((other) => start < other.end && other.start < end);
  const raws = [...digitFigures(text), ...wordFigures(text)]
    .filter(({ start, end }) => free(start, end))
    .sort((a, b) => a.start - b.start);
  const found: Found<Quantity>[] = [];
  for (const [index, raw] of raws.entries()) {
    const previous = found.at(-1);
    const compound = compoundEnd(raw, folded);
    const unit = compound ?? unitBehind(folded, raw, raws[index + 1]) ?? unitBefore(folded, raw);
    // Letters that stick to the figure and are no unit make it a name: `3MN`, `12a`.
    if (!unit && /^\p{L}/u.test(folded.slice(raw.end))) continue;
    const end = unit ? Math.max(raw.end, unit.end) : raw.end;
    const limit = limitOf(raw, end, folded, previous);
    found.push({
      value: {
        value: round(raw.value * (unit?.factor ?? 1)),
        unit: unit?.base ?? "",
        counted: unit ? [] : countedBehind(folded.slice(end, end + 60)),
        ...limit,
      },
      start: raw.start,
      end,
      text: text.slice(raw.start, end),
    });
  }
  return found;
}

function digitFigures(text: string): Raw[] {
  const raws: Raw[] = [];
  for (const match of text.matchAll(range)) {
    const [whole, low = "", high = ""] = match;
    const start = match.index;
    const end = start + whole.length;
    if (/^(?:19|20)\d{2}$/.test(low) && /^\d{2}$/.test(high)) continue;
    raws.push({ value: parseFigure(low), start, end: start + low.length, range: "low" });
    raws.push({ value: parseFigure(high), start: end - high.length, end, range: "high" });
  }
  for (const match of text.matchAll(figure)) {
    const start = match.index;
    const end = start + match[0].length;
    if (raws.some((other) => start < other.end && other.start < end)) continue;
    raws.push({ value: parseFigure(match[0]), start, end });
  }
  return raws;
}

/** `1 234,50` → 1234.5. A point before exactly three digits may be either; it is read as written, so `1.250` is 1.25. */
function parseFigure(written: string): number {
  return Number(written.replace(/[ \u00A0\u202F]/gu, "").replace(",", "."));
}

function wordFigures(text: string): Raw[] {
  const words = [...text.matchAll(word)];
  const raws: Raw[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (!first) break;
    const run = readNumberWords(words.slice(at, at + 8).map((match) => match[0]));
    if (run) {
      const last = words[at + run.taken - 1] ?? first;
      raws.push({ value: run.value, start: first.index, end: last.index + last[0].length });
      at += run.taken - 1;
      continue;
    }
    const compound = compoundNumber(first[0]);
    if (compound && /^(?:kondygn|lokal|pietr|stanowisk|metrow|letni|dniow|procent|miesieczn)/.test(compound.rest)) {
      raws.push({ value: compound.value, start: first.index, end: first.index + first[0].length });
    }
  }
  return raws;
}

function compoundEnd(raw: Raw, folded: string): { base: string; factor: number; end: number } | undefined {
  const compound = compoundNumber(folded.slice(raw.start, raw.end));
  const unit = compound && compound.rest !== "" ? unitAt(compound.rest) : undefined;
  return unit ? { base: unit.base, factor: unit.factor, end: raw.end } : undefined;
}

function unitBehind(
  folded: string,
  raw: Raw,
  next: Raw | undefined,
): { base: string; factor: number; end: number } | undefined {
  const rest = folded.slice(raw.end, raw.end + 40);
  const scale = /^[\s-]*(tys\.|tysiec\p{L}*|tysiac\p{L}*|mln|milion\p{L}*)/u.exec(rest);
  const gap = scale ?? /^[\s-]*(?:\(\p{L}+(?:\s\p{L}+)*\)\s*)?/u.exec(rest);
  const skipped = gap?.[0].length ?? 0;
  const space = /^\s*/u.exec(rest.slice(skipped))?.[0].length ?? 0;
  const factor = scale ? (scale[1]?.startsWith("t") ? 1_000 : 1_000_000) : 1;
  const unit = unitAt(rest.slice(skipped + space));
  if (unit) return { base: unit.base, factor: unit.factor * factor, end: raw.end + skipped + space + unit.length };
  if (scale) return { base: "", factor, end: raw.end + skipped };
  // `12–15 m`, `od 20 do 30%`, `4 x 5 m`: the first figure is in the unit of the second.
  if (!next || !/^\s*(?:[-–—÷x×]|do|a|lub|albo|i|oraz)\s*$/u.test(folded.slice(raw.end, next.start))) return undefined;
  const later = unitBehind(folded, next, undefined);
  return later && { ...later, end: raw.end };
}

/** „od 3 miesięcy do lat 5”: the unit stands before its figure. */
function unitBefore(folded: string, raw: Raw): { base: string; factor: number; end: number } | undefined {
  const word = /(?<!\d\s?)(?<![a-z])(lat|miesiecy|dni)\s+$/u.exec(folded.slice(Math.max(0, raw.start - 20), raw.start));
  const unit = word?.[1] ? unitAt(word[1]) : undefined;
  if (unit) return { base: unit.base, factor: unit.factor, end: raw.end };
  // „ust. 5” is no „5 dni”: the label is to the number what a unit is.
  const label = /(?<![a-z])(ust|pkt|poz|rozdz|art|par)\.?\s*$/u.exec(
    folded.slice(Math.max(0, raw.start - 8), raw.start),
  );
  return label?.[1] ? { base: `${label[1]}.`, factor: 1, end: raw.end } : undefined;
}

function limitOf(
  raw: Raw,
  end: number,
  folded: string,
  previous: Found<Quantity> | undefined,
): Pick<Quantity, "bound" | "cue"> {
  if (raw.range) return { bound: raw.range === "low" ? "min" : "max" };
  const from = Math.max(previous?.end ?? 0, raw.start - 80);
  const { bound, cue } = boundBefore(folded.slice(from, raw.start), previous?.value.bound);
  if (bound) return { bound, ...(cue ? { cue: [{ start: from + cue.start, end: from + cue.end }] } : {}) };
  for (const [behind, pattern] of limitsBehind) {
    const match = pattern.exec(folded.slice(end, end + 24));
    if (match) return { bound: behind, cue: [{ start: end, end: end + match[0].length }] };
  }
  return { bound: "" };
}

const limitsBehind: readonly [Bound, RegExp][] = [
  ["max", /^[\s,(]*(?:maks\p{L}*|max|lub mniej|i mniej|najwyzej)/u],
  ["min", /^[\s,(]*(?:minim\p{L}*|min\.|lub wiecej|i wiecej|co najmniej)/u],
];

function countedBehind(behind: string): string[] {
  const phrase = /^\s+([\p{L}\s]+)/u.exec(behind)?.[1] ?? "";
  const counted: string[] = [];
  for (const next of phrase.split(/\s+/u)) {
    if (noNoun.test(next) || next.length < 3 || counted.length === 3) break;
    counted.push(next);
  }
  return counted;
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
