import { type Range, sentencesOf } from "../text/sentences.ts";
import type { ClaimReading } from "./claim-reading.ts";
import type { Ground } from "./ground.ts";
import { meansTheSame, sharesMeaning } from "./vocabulary.ts";
import { readWords, type Word } from "./words.ts";

/** A clause of a source: a sentence, or what a semicolon parts of one. */
export interface Clause {
  ground: Ground;
  range: Range;
  text: string;
  /** Content words of its quoted part; what stands before them in the clause has turned their sense already. */
  words: readonly Word[];
}

/** What one sentence of the claim, or a part between semicolons, says in words of its own, and the clause of the sources that says most of it. */
export interface Alignment {
  range: Range;
  words: readonly Word[];
  clause: Clause | undefined;
}

/** Two words that may be forms of one; numerals and abbreviations in capitals only when they are equal. */
export function sameWord(a: Word, b: Word): boolean {
  if (a.folded === b.folded) return true;
  return isExact(a.text) || isExact(b.text) ? sharesMeaning(a.folded, b.folded) : meansTheSame(a.folded, b.folded);
}

function isExact(written: string): boolean {
  return written.length <= 4 && written.length > 1 && written === written.toUpperCase();
}

const clauses = new WeakMap<Ground, Clause[]>();

export function clausesOf(ground: Ground): Clause[] {
  const known = clauses.get(ground);
  if (known) return known;
  const { source } = ground;
  const found = ground.sentences
    .flatMap((sentence) => splitAtSemicolons(source.text, sentence))
    .map((range) => ({
      ground,
      range,
      text: source.text.slice(range.start, range.end),
      words: [
        ...source.words.filter(
          ({ start, end }) =>
            Math.max(range.start, ground.quoted.start) <= start && end <= Math.min(range.end, ground.quoted.end),
        ),
        ...investorWords(ground, range),
      ],
    }));
  clauses.set(ground, found);
  return found;
}

/** „dla: …” in the operative part of a permit names the investor (DOMAIN.md). */
function investorWords({ document, source }: Ground, { start, end }: Range): Word[] {
  const named = document?.kind === "permit_decision" && /^\s*dla:?\s+\p{Lu}/u.test(source.text.slice(start, end));
  return named ? readWords("inwestor, wnioskodawca").map((word) => ({ ...word, start, end: start })) : [];
}

/** Where a part of the claim numbers a decision that a cited place is, places of other decisions prove nothing of it. */
export function groundsOfPart(range: Range, claim: ClaimReading, grounds: readonly Ground[]): readonly Ground[] {
  const numbers = claim.decisions.filter(({ start, end }) => range.start <= start && end <= range.end);
  const owned = numbers
    .map(({ value }) => value)
    .filter((value) => grounds.some(({ own }) => own.decisions.includes(value)));
  if (owned.length === 0) return grounds;
  return grounds.filter(
    ({ own, source, document }) =>
      own.decisions.length === 0 ||
      own.decisions.some((number) => owned.includes(number)) ||
      source.decisions.some(({ value }) => owned.includes(value)) ||
      document?.facts.some(({ field, value }) => field === "refersToDecision" && owned.includes(value)),
  );
}

/** Sentences of the claim, and what semicolons part of them. */
export function partsOf({ text }: ClaimReading): Range[] {
  return sentencesOf(text).flatMap((sentence) => splitAtSemicolons(text, sentence));
}

function splitAtSemicolons(text: string, { start, end }: Range): Range[] {
  const ranges: Range[] = [];
  let from = start;
  for (let at = text.indexOf(";", start); at >= 0 && at < end; at = text.indexOf(";", at + 1)) {
    ranges.push({ start: from, end: at });
    from = at + 1;
  }
  ranges.push({ start: from, end });
  return ranges;
}

const alignments = new WeakMap<ClaimReading, Alignment[]>();

/** Made once for a claim: several rules ask for it. */
export function align(claim: ClaimReading, grounds: readonly Ground[]): Alignment[] {
  const known = alignments.get(claim) ?? alignAnew(claim, grounds);
  alignments.set(claim, known);
  return known;
}

function alignAnew(claim: ClaimReading, grounds: readonly Ground[]): Alignment[] {
  const all = grounds.flatMap(clausesOf);
  return partsOf(claim).flatMap((range) => {
    const words = claim.words.filter(
      (word) => range.start <= word.start && word.end <= range.end && claim.isFree(word),
    );
    if (words.length === 0) return [];
    let best: { clause: Clause; score: number } | undefined;
    for (const clause of all) {
      const score = words.filter((word) => clause.words.some((other) => sameWord(word, other))).length;
      if (score > (best?.score ?? 0)) best = { clause, score };
    }
    return [{ range, words, clause: best?.clause }];
  });
}
