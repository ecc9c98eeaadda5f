import { findDates } from "../identity/dates.ts";
import { findDecisionNumbers } from "../identity/decision-number.ts";
import type { Found } from "../identity/found.ts";

/** A decision that a paper speaks of. A number alone stands for several (DOMAIN.md): the day tells which, where it is given. */
export interface DecisionReference {
  /** `614/2014` */
  number: string;
  /** Day of issue, ISO. */
  date?: string;
}

/** „nr 614/14 z dnia 12 marca 2014 r.”, „z dnia 12.03.2014 r. nr 614/14”: from the first to the last word that tells. */
export function findDecisionReferences(text: string): Found<DecisionReference>[] {
  return findDecisionNumbers(text).map(({ value: number, start, end }) => {
    const behind = dayBehind(text, end);
    const ahead = behind ? undefined : dayAhead(text, start);
    const date = behind?.value ?? ahead?.value;
    const range = { start: ahead?.start ?? start, end: behind?.end ?? end };
    return { value: { number, ...(date ? { date } : {}) }, ...range, text: text.slice(range.start, range.end) };
  });
}

function dayBehind(text: string, end: number): Found<string> | undefined {
  const after = text.slice(end, end + 60);
  const [first] = findDates(after);
  if (!first || !/^[\s,]*(?:\([^)]{0,20}\)\s*)?z\s*(?:dnia|dn\.)?\s*$/iu.test(after.slice(0, first.start)))
    return undefined;
  return { ...first, start: end + first.start, end: end + first.end };
}

function dayAhead(text: string, start: number): Found<string> | undefined {
  const from = Math.max(0, start - 60);
  const before = text.slice(from, start);
  const last = findDates(before).at(-1);
  if (!last || !/^\s*(?:r\.|roku)?[\s,]*(?:nr|numer)\s*[:.]?\s*$/iu.test(before.slice(last.end))) return undefined;
  if (!/decyzj\p{L}*[^.;\d]{0,40}z\s+(?:dnia|dn\.)\s*$/iu.test(before.slice(0, last.start))) return undefined;
  return { ...last, start: from + last.start, end: from + last.end };
}

/** `614/2014;date=2014-03-12`: read back by parseReference. */
export function printReference({ number, date }: DecisionReference): string {
  return date ? `${number};date=${date}` : number;
}

export function parseReference(printed: string): DecisionReference {
  const [number = "", date] = printed.split(";date=");
  return { number, ...(date ? { date } : {}) };
}
