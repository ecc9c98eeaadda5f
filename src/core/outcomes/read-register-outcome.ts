import type { Outcome } from "../outcome.ts";
import type { RegisterFormat } from "../permit.ts";

/**
 * The Wrocław files tell by the description alone what was decided, in many wordings, cut off and misspelt. Most
 * telling first. A plain description of works is a permit; one that speaks of a decision in any other way is not read.
 */
const descriptions: readonly [RegExp, Outcome | null][] = [
  [/odm\p{L}*\s+(?:uchyl|zmian|przenies|stwierdz|wznow)/u, "change_refused"],
  [/stwierdz\p{L}*\s+(?:wydan|wydania)/u, null],
  [/stwierdz\p{L}*\s+niewa[żz]/u, "annulled"],
  [/wyga[śs]n|wyga[śs]ni[ęe]c/u, "expired"],
  [/uchyl\p{L}*.*umarza|uchyl\p{L}*.*umorz/u, "repealed"],
  [/uchyl\p{L}*.*(?:oraz|i)\s+pozwol/u, null],
  [/uchyl(?:am|enie|ono|enia)/u, "repealed"],
  [/um[oa]rz\p{L}*|umorzenie|umorzy[ćc]/u, "discontinued"],
  [/odm[oóa]w\p{L}*/u, "refused"],
  [/sprzeciw/u, null],
  [/bez rozpoznania/u, "left_unexamined"],
  [/zawiesz(?:am|enie)\s+post/u, "suspended"],
  [/prostuj|sprostowan/u, "corrected"],
  [/(?:przenosz[ęe]|przeniesieni\p{L}*)\s+(?:dec|pozwol)/u, "transferred"],
  [/zmian\p{L}*\s+(?:dec|pozwol)|zmieniam\s+dec/u, "amended"],
  [/wznow|odwo[łl]ani|cofni[ęe]ci/u, null],
];

/**
 * @returns null when the wording tells no outcome: then the row proves none
 * RWDZ publishes permits granted and notifications without objection only (GUNB), so the format tells it.
 */
export function readRegisterOutcome(format: RegisterFormat, description: string): Outcome | null {
  if (format === "rwdz-permits") return "granted";
  if (format === "rwdz-notifications") return "no_objection";
  const text = description.toLowerCase().replace(/\s+/gu, " ").trim();
  if (text === "") return null;
  const row = descriptions.find(([pattern]) => pattern.test(text));
  return row ? row[1] : "granted";
}
