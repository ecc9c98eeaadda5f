import type { Outcome } from "../../outcome.ts";
import type { ClaimReading } from "../claim-reading.ts";
import type { Fault } from "../evidence.ts";
import { type Case, contradicted } from "../rule.ts";
import { foldSameLength } from "../same-length.ts";
import { widened } from "./identity.ts";

/** What one decision does to another. */
const acting: ReadonlySet<Outcome> = new Set([
  "repealed",
  "amended",
  "transferred",
  "expired",
  "annulled",
  "stayed",
  "breach_found",
  "change_refused",
]);
const asObject = /(?<![a-z])(?:decyzje|decyzji|pozwoleni[ea])\s+(?:[a-z]+\s+){0,2}?$/;
const asSubject = /(?<![a-z])(?:decyzja|pozwolenie)\s+(?:[a-z]+\s+){0,2}?$/;
const asMeans = /(?<![a-z])decyzja\s+(?:[a-z]+\s+){0,2}?$/;
const undone =
  /^[^:,;.]{0,40}(?<![a-z])(?:uchylon[ae]|zmienion[ae]|przeniesion[ae]|uniewaznion[ae]|wygasl[ao]|wstrzyman[ae]|wydan[ae]\s+z\s+naruszeniem)(?![a-z])/;

/**
 * A row of a repeal, a change or a transfer bears the number of the decision that does it, and its description that of
 * the one that it is done to: told the wrong way round, each is about another decision.
 */
export function checkRowActs({ claim, grounds }: Case): Fault[] {
  if (grounds.some(({ document }) => document)) return [];
  const acts = grounds.filter(({ own }) => own.outcomes.some((outcome) => acting.has(outcome)));
  const own = new Set(acts.flatMap((row) => row.own.decisions));
  const done = new Set(
    acts.flatMap((row) => row.source.decisions.map(({ value }) => value)).filter((n) => !own.has(n)),
  );
  if (own.size === 0) return [];
  const told = claim.outcomes.some(({ value }) => acting.has(value));
  return numbersOf(claim).flatMap(({ value, before, behind, isMeans }) => {
    const isObject =
      own.has(value) &&
      ((told && asObject.test(before)) || (asSubject.test(before) && !isMeans && undone.test(behind)));
    if (!isObject && !(told && isMeans && done.has(value))) return [];
    const detail = isObject
      ? `Decyzja nr ${value} jest w cytowanym wierszu tą, która rozstrzyga o innej, a nie tą, której to dotyczy.`
      : `Decyzja nr ${value} jest w cytowanym wierszu tą, której rozstrzygnięcie dotyczy, a nie tą, która rozstrzyga.`;
    return [contradicted("row_acts_on_other", detail)];
  });
}

function numbersOf({ decisions, bareNumbers, text, isFree }: ClaimReading) {
  const folded = foldSameLength(text);
  const bare = bareNumbers.map((number) => ({ ...number, value: widened(number.value) }));
  return [...decisions, ...bare].filter(isFree).map(({ value, start, end }) => {
    const before = folded.slice(0, start).replace(/(?:nr|numer)\s*$/, "");
    return {
      value,
      before,
      behind: folded.slice(end),
      isMeans: asMeans.test(before) && /decyzją\s+(?:\p{L}+\s+){0,2}?(?:nr|numer)?\s*$/iu.test(text.slice(0, start)),
    };
  });
}
