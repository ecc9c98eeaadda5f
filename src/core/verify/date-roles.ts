import { findDates } from "../identity/dates.ts";
import type { Found } from "../identity/found.ts";

/**
 * Filing, issue, dispatch, delivery, finality are different dates of one case (DOMAIN.md). `act`: the day on which
 * something was decided („przeniesiono 3 czerwca”), which is the issue of the paper that decides it.
 */
export type DateRole =
  | "act"
  | "issue"
  | "application"
  | "finality"
  | "delivery"
  | "filing"
  | "force"
  | "expiry"
  | "until"
  | "";

export interface DatedThing extends Found<string> {
  role: DateRole;
}

const cues: readonly [DateRole, RegExp][] = [
  ["finality", /(?:ostateczn|prawomocn|uostateczni)\p{L}*/giu],
  ["delivery", /(?:doręcz|odebran|odebrał|odbior)\p{L}*/giu],
  ["filing", /(?:wpłyn|wystąpi|złoż|wniesion|wniósł|wniosł|nadan|zgłoszon)\p{L}*/giu],
  ["application", /(?:wnios(?:ek|k)|podani[ea]|zgłoszeni[ea]|odwołani[ea])\p{L}*/giu],
  ["force", /(?:w życie|wejści|obowiązuj)\p{L}*/giu],
  ["expiry", /(?:wygas|ważn|upływ)\p{L}*/giu],
  [
    "act",
    /(?:przen(?:iesi|iós|ios|os)|uchyl|umorz|odmó?w|zmieni|unieważni|wygasł|udziel(?:o|i[lł])|wniesiono\s+sprzeciw|sprzeciwu)\p{L}*/giu,
  ],
  [
    "issue",
    /(?:decyzj|dec\.|(?<!\so\s)pozwoleni|postanowieni|uchwał|zaświadczeni|wydan|wydał|pism|opini|zarządzeni)\p{L}*/giu,
  ],
];

/** Dates with what they are the date of, as the words before tell it. */
export function findDatedThings(text: string): DatedThing[] {
  const dates = findDates(text);
  return dates.map((date, index) => {
    const from = Math.max(dates[index - 1]?.end ?? 0, date.start - 110);
    return { ...date, role: roleOf(text.slice(from, date.start), text.slice(date.end, date.end + 40)) };
  });
}

function roleOf(before: string, behind: string): DateRole {
  if (/(?:klauzul|poświadczeni)\p{L}*\s+ostateczności\s+(?:z\s+)?(?:dnia\s+)?$/iu.test(before)) return "issue";
  if (/(?<!\p{L})do(?:\s+dnia)?\s*$/iu.test(before)) return "until";
  // A full stop parts the date from what the sentence before spoke of, but not after an abbreviation or a number.
  const clause = before.split(/[;\n]\s*\n|(?<=\p{L}{5})\.\s+(?=\p{Lu})/u).at(-1) ?? "";
  let found: { role: DateRole; at: number } | undefined;
  for (const [role, pattern] of cues) {
    for (const match of clause.matchAll(pattern)) {
      if (!found || match.index >= found.at) found = { role, at: match.index };
    }
  }
  if (found) return found.role;
  if (/^\s*(?:r\.|roku)?\s*(?:przenies|uchyl|umorz|odmówi|zmieni|udziel|wyda[ln])/u.test(behind)) return "act";
  return /^\s*(?:r\.|roku)?\s*(?:stał\p{L}* się|jest)\s+ostateczn/u.test(behind) ? "finality" : "";
}
