import type { Found } from "./found.ts";

export interface LawReference {
  /** Words that name the act behind the unit, when they are there: `KPA`, `ustawy … Prawo budowlane`, `WT`. */
  act?: string;
  /** Normalised: `art. 29 ust. 1 pkt 14 lit. a`, `§ 12 ust. 1`. */
  unit: string;
}

const label = String.raw`\d{1,4}(?:[a-z]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]|\([1-9]\)|\^[1-9])?(?![\d/])`;
const reference = new RegExp(
  String.raw`(?<![\p{L}\d])(art\.|§)\s*(${label})((?:\s*(?:§|ust\.|pkt|lit\.)\s*(?:\d{1,3}[a-z]?(?![\d/])|[a-z](?![\p{L}])))*)`,
  "giu",
);
/** Behind a unit of a list: the next one, the end of the list, or the act; never a word that the number counts. */
const listed = String.raw`(?=\s*(?:$|[.,;:)\]–-]|(?:i|oraz|lub|albo|do)\s|ustaw|kodeks|praw|rozp|cyt|w\s+zw|k\.?\s?p\.?\s?a|u\.?\s?p|p\.?\s?b\.?(?!\p{L})|WT(?!\p{L})))`;
const more = new RegExp(
  String.raw`^(\s*(?:,|,?\s(?:i|oraz|lub|albo)\s|(–|-|\sdo\s))\s*)(${label}|[a-z](?![\p{L}.]))(?![\p{L}\d]|[.,]\d)${listed}`,
  "iu",
);
/** „art. 28–30” is all of them; a longer stretch names its ends. */
const longestStretch = 30;
const acts: [pattern: RegExp, act: string][] = [
  [/^\s*(?:ustawy\s[^;§]{0,60}?)?(?:Kodeks\p{L}*\s+postępowania\s+administracyjnego|k\.?p\.?a\.?(?!\p{L}))/iu, "KPA"],
  [/^\s*(?:ustawy\s[^;§]{0,60}?)?[–—-]?\s*(?:Praw\p{L}* budowlan\p{L}*|(?:upb|p\.?b\.?)(?!\p{L}))/iu, "PB"],
  [/^\s*(?:rozporządzenia\s[^;§]{0,120}?warunków technicznych|WT(?!\p{L}))/u, "WT"],
  [
    /^\s*(?:ustawy\s[^;§]{0,60}?)?(?:o planowaniu i zagospodarowaniu przestrzennym|u\.?p\.?z\.?p\.?(?!\p{L}))/iu,
    "UPZP",
  ],
];

/**
 * Units of law cited in running text, those of a list or a range one by one (`art. 28–30`, `ust. 1 i 2`, `lit. a–c`).
 * Which editions know them is the catalogue's question (rule 7).
 */
export function findLawReferences(text: string): Found<LawReference>[] {
  const found = [...text.matchAll(reference)].flatMap((match) => {
    const [whole, kind = "", first = "", rest = ""] = match;
    const unit = normalised(`${kind.toLowerCase()} ${first}${rest}`);
    const end = match.index + whole.length;
    const units = [{ value: { unit }, start: match.index, end, text: whole }, ...listBehind(unit, text, end)];
    return withAct(units, text);
  });
  // „art. 28, art. 34 i art. 35 ustawy …”: the act behind the last unit is that of all.
  for (const [back, reference] of found.toReversed().entries()) {
    const next = found[found.length - back];
    const joined =
      next && /^\s*(?:,|,?\s(?:i|oraz|lub|albo|do)|[–-])?\s*$/u.test(text.slice(reference.end, next.start));
    if (joined && next.value.act && !reference.value.act) reference.value.act = next.value.act;
  }
  return found;
}

/** One way of writing an index: `art. 5(1)`, `art. 5^1` and `art. 5¹` are one unit; labels stand apart. */
function normalised(unit: string): string {
  return unit
    .replace(/\(([1-9])\)|\^([1-9])/gu, (_, a?: string, b?: string) => "¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(a ?? b) - 1))
    .replace(/\s*(§|ust\.|pkt|lit\.)\s*/giu, (_, sign: string) => ` ${sign.toLowerCase()} `)
    .replace(/\s+/gu, " ")
    .trim();
}

function withAct(units: Found<LawReference>[], text: string): Found<LawReference>[] {
  const last = units.at(-1);
  const after = text.slice(last?.end ?? 0, (last?.end ?? 0) + 200);
  const act = acts.find(([pattern]) => pattern.test(after))?.[1];
  return act ? units.map((one) => ({ ...one, value: { act, ...one.value } })) : units;
}

/** Units that go on at the level of the last label: behind „art. 28 ust. 1” a 2 is a paragraph, behind „art. 28” an article. */
function listBehind(unit: string, text: string, end: number): Found<LawReference>[] {
  const units: Found<LawReference>[] = [];
  const level = unit.slice(0, unit.lastIndexOf(" ") + 1);
  let label = unit.slice(level.length);
  let at = end;
  for (let next = more.exec(text.slice(at)); next; next = more.exec(text.slice(at))) {
    const [whole, joint = "", range, written = ""] = next;
    const value = normalised(written);
    if (isLetter(value) !== isLetter(label)) break;
    const [start, stop] = [at + joint.length, at + whole.length];
    const between = range ? stretch(label, value) : [];
    for (const one of [...between, value])
      units.push({ value: { unit: `${level}${one}` }, start, end: stop, text: written });
    [label, at] = [value, stop];
  }
  return units;
}

function isLetter(label: string): boolean {
  return /^[a-z]$/iu.test(label);
}

/** What stands between two labels of a range, without both. */
function stretch(from: string, to: string): string[] {
  const [first, last] = isLetter(from)
    ? [from.charCodeAt(0), to.charCodeAt(0)]
    : [from, to].map((label) => (/^\d+$/u.test(label) ? Number(label) : Number.NaN));
  if (first === undefined || last === undefined || !(last > first) || last - first > longestStretch) return [];
  return Array.from({ length: last - first - 1 }, (_, at) =>
    isLetter(from) ? String.fromCharCode(first + at + 1) : String(first + at + 1),
  );
}
