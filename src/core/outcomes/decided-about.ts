import { findBareNumbers, findDecisionNumbers, widenYear } from "../identity/decision-number.ts";

/** `uchylam dec.nr 614/2010`, `zm.dec.ostat.227/07`: the decisions that a row of another outcome than a permit is about, as printed. */
export function numbersDecidedAbout(description: string): string[] {
  if (!/\d\/\d/.test(description)) return [];
  const named = findDecisionNumbers(description).map(({ value }) => value);
  const bare = findBareNumbers(description.replace(/(?<=\p{L}\.)(?=\d)/gu, " ")).flatMap(({ value }) => {
    const [first = "", year = ""] = value.split("/");
    return /^(?:\d{2}|(?:19|20)\d{2})$/.test(year) ? [`${Number(first)}/${widenYear(year)}`] : [];
  });
  return [...new Set([...named, ...bare])];
}
