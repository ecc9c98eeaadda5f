import { findFolded, foldForMatch } from "../text/fold.ts";
import { type Range, sentencesOf } from "../text/sentences.ts";
import type { Ground } from "./ground.ts";
import { cutsToken } from "./locate-quote.ts";
import { type Reading, readText } from "./reading.ts";

/** A stretch of the claim that stands word for word in a quote, and where in the ground's `source`. */
export interface Verbatim extends Range {
  ground: Ground;
  source: Range;
}

export interface ClaimReading extends Reading {
  verbatim: readonly Verbatim[];
  /** Not inside a verbatim stretch: what the claim says in words of its own. */
  isFree: (range: Range) => boolean;
}

/** Shorter stretches are no quotation; they are read as words. */
const fewestLetters = 12;

export function readClaim(text: string, grounds: readonly Ground[]): ClaimReading {
  const verbatim = findVerbatim(text, grounds);
  return {
    ...readText(text),
    verbatim,
    isFree: (range) => !verbatim.some((other) => other.start <= range.start && range.end <= other.end),
  };
}

/** Quotations between marks, whole sentences, and the claim as a whole, each looked for in every quote. */
function findVerbatim(text: string, grounds: readonly Ground[]): Verbatim[] {
  const candidates: Range[] = [
    { start: 0, end: text.length },
    ...quotations(text),
    ...behindLead(text),
    ...sentencesOf(text),
  ];
  const found: Verbatim[] = [];
  for (const candidate of candidates) {
    if (found.some((other) => other.start <= candidate.start && candidate.end <= other.end)) continue;
    const wanted = text.slice(candidate.start, candidate.end);
    // A bar stands for the line between two cells of a table.
    const folded = foldForMatch(withoutFullStop(wanted).replace(/\s+\|\s+/gu, " "));
    const isLong = (wanted.match(/\p{L}/gu)?.length ?? 0) >= fewestLetters;
    for (const ground of grounds) {
      const isWhole = folded.text.trim() === ground.folded.text.trim();
      if (!ground.document || !(isLong || isWhole)) continue;
      const { start, end } = ground.quoted;
      const quote = ground.source.text.slice(start, end);
      const spot = findFolded(ground.folded, folded).find((place) => !cutsToken(quote, place.start, place.end));
      if (!spot) continue;
      found.push({ ...candidate, ground, source: { start: start + spot.start, end: start + spot.end } });
      break;
    }
  }
  return found;
}

/** A lead-in names a paper and says nothing that turns or limits what follows. */
const lead = /(?:\)|\d|r\.)$/u;
const turning =
  /(?<!\p{L})(?:nie|bez|brak\p{L}*|zakaz\p{L}*|mo[żg]\p{L}*|mus\p{L}*|należy|co\s+naj\p{L}+|maks\p{L}*|minim\p{L}*|najw\p{L}*|ponad|poniżej|powyżej|odm\p{L}+)(?!\p{L})/iu;

/** „Decyzja nr 614/2014 (znak …): zatwierdzam …”: what a lead-in introduces may be a quotation without marks. */
function behindLead(text: string): Range[] {
  return [...text.matchAll(/:\s+/gu)]
    .slice(0, 3)
    .filter(({ index }) => lead.test(text.slice(0, index)) && !turning.test(text.slice(0, index)))
    .map(({ index, 0: colon }) => ({ start: index + colon.length, end: text.length }));
}

function quotations(text: string): Range[] {
  return [...text.matchAll(/[„“”"«]([^„“”"»]+)[”“"»]/gu)].map((match) => ({
    start: match.index + 1,
    end: match.index + 1 + (match[1]?.length ?? 0),
  }));
}

/** A sentence quoted from inside another may end where that goes on. */
function withoutFullStop(text: string): string {
  return text.trim().replace(/[.;,]$/u, "");
}
