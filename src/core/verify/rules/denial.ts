import { align, partsOf } from "../align.ts";
import type { ClaimReading } from "../claim-reading.ts";
import type { Fault } from "../evidence.ts";
import type { Range } from "../../text/sentences.ts";
import { type Case, unsupported } from "../rule.ts";
import { foldSameLength } from "../same-length.ts";
import { noNegation } from "../words.ts";

const negator = /(?<![a-z])(?:nie|bez|brak|braku|brakiem|ani|zad(?:en|na|ne|nej|nego|nych))(?![a-z])/g;

/**
 * Rule 5 of DESIGN §5: a negation that denies no word of the claim's own denies what is quoted beside it („Pismo nie
 * zawiera „…””, „… Brak.”). Such a denial must stand in the source too.
 */
export function checkDenial({ claim, grounds }: Case): Fault[] {
  const alignments = align(claim, grounds);
  return partsOf(claim).flatMap((part) => {
    const clause = alignments.find(({ range }) => range.start === part.start)?.clause;
    const found = grounds.filter((ground) => !ground.document && !ground.case);
    const sources = [...(clause ? [clause.text] : []), ...found.map(({ source }) => source.text)];
    const isDenied = sources.some((text) => foldSameLength(text).match(negator) !== null);
    return idleNegations(claim, part)
      .filter(({ quotes }) => quotes || !isDenied)
      .slice(0, 1)
      .map(({ text }) =>
        unsupported("denial_added", `Twierdzenie przeczy („${text}”) temu, co mówi cytowane miejsce.`),
      );
  });
}

/** Negations with no word of the claim's own to deny; `quotes`: what follows is a quotation. */
function idleNegations(claim: ClaimReading, part: Range): { text: string; quotes: boolean }[] {
  const folded = foldSameLength(claim.text);
  const all = [...folded.matchAll(negator)].map(({ index, 0: text }) => ({ start: index, end: index + text.length }));
  return all.flatMap((range, position) => {
    const { start, end } = range;
    const limits = claim.quantities.some(({ value }) => value.cue?.some((cue) => cue.start < end && start < cue.end));
    if (
      start < part.start ||
      end > part.end ||
      limits ||
      !claim.isFree(range) ||
      noNegation.test(folded.slice(end, end + 20))
    )
      return [];
    const until = Math.min(part.end, all[position + 1]?.start ?? part.end);
    const behind = claim.words.filter((word) => end <= word.start && word.end <= until && !word.frame);
    const denied = behind.filter(({ negated }) => negated === "yes");
    if (denied.some(claim.isFree)) return [];
    return [{ text: claim.text.slice(start, end), quotes: denied.length > 0 }];
  });
}
