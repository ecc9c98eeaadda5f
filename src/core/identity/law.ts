import type { Found } from "./found.ts";

export interface LawReference {
  /** Words that name the act behind the unit, when they are there: `KPA`, `ustawy … Prawo budowlane`, `WT`. */
  act?: string;
  /** Normalised: `art. 29 ust. 1 pkt 14 lit. a`, `§ 12 ust. 1`. */
  unit: string;
}

const label = String.raw`\d{1,4}(?:[a-z]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹])?(?![\d/])`;
const reference = new RegExp(
  String.raw`(?<![\p{L}\d])(art\.|§)\s*(${label})((?:\s*(?:§|ust\.|pkt|lit\.)\s*(?:\d{1,3}[a-z]?|[a-z](?![\p{L}])))*)`,
  "giu",
);
const acts: [pattern: RegExp, act: string][] = [
  [/^\s*(?:ustawy\s[^;§]{0,60}?)?(?:Kodeks\p{L}*\s+postępowania\s+administracyjnego|k\.?p\.?a\.?(?!\p{L}))/iu, "KPA"],
  [/^\s*(?:ustawy\s[^;§]{0,60}?)?[–—-]?\s*(?:Praw\p{L}* budowlan\p{L}*|(?:upb|p\.?b\.?)(?!\p{L}))/iu, "PB"],
  [/^\s*(?:rozporządzenia\s[^;§]{0,120}?warunków technicznych|WT(?!\p{L}))/u, "WT"],
  [
    /^\s*(?:ustawy\s[^;§]{0,60}?)?(?:o planowaniu i zagospodarowaniu przestrzennym|u\.?p\.?z\.?p\.?(?!\p{L}))/iu,
    "UPZP",
  ],
];

/** Units of law cited in running text. Which editions know them is the catalogue's question (rule 7). */
export function findLawReferences(text: string): Found<LawReference>[] {
  const found = [...text.matchAll(reference)].map((match): Found<LawReference> => {
    const [whole, kind = "", first = "", rest = ""] = match;
    const unit = `${kind.toLowerCase()} ${first}${rest}`.replace(/\s+/gu, " ").trim();
    const after = text.slice(match.index + whole.length, match.index + whole.length + 200);
    const act = acts.find(([pattern]) => pattern.test(after))?.[1];
    return { value: act ? { act, unit } : { unit }, start: match.index, end: match.index + whole.length, text: whole };
  });
  // „art. 28, art. 34 i art. 35 ustawy …”: the act behind the last unit is that of all.
  for (const [back, reference] of found.toReversed().entries()) {
    const next = found[found.length - back];
    const joined = next && /^\s*(?:,|,?\s(?:i|oraz|lub|albo))\s*$/u.test(text.slice(reference.end, next.start));
    if (joined && next.value.act && !reference.value.act) reference.value.act = next.value.act;
  }
  return found;
}
