import type { Found } from "./found.ts";
import { nameStems } from "./inflection.ts";

const place = String.raw`\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2}`;
/** A word by its beginning, as a letterhead (capitals) or a sentence writes it. */
const word = (stem: string) =>
  String.raw`(?:${stem.toUpperCase()}|[${stem.charAt(0).toUpperCase()}${stem.charAt(0)}]${stem.slice(1)})\p{L}*`;
const words = (...stems: string[]) => stems.map(word).join(String.raw`\s+`);
/** „w Brzegowie”, „dla miasta Brzegowa”; offices that are known by their name alone may lack it. */
const seat = String.raw`(?:\s+(?:[Ww]e?|WE?|[Dd]la|DLA)\s+(?:${word("miasta")}\s+|${word("powiat")}\s+)?${place})?`;
const authority = new RegExp(
  [
    String.raw`${words("prezydent", "miast")}\s+(?:st\.\s|na prawach powiatu\s)?${place}`,
    String.raw`${word("starost")}\s+${place}`,
    String.raw`${word("wojewod")}\s+${place}`,
    String.raw`${word("burmistrz")}\s+(?:(?:${word("miasta")}|${word("gminy")}|i)\s+)*${place}`,
    String.raw`${word("wójt")}\s+(?:${word("gminy")}\s+)?${place}`,
    String.raw`(?:RAD[AYZĄĘ]\p{L}*|[Rr]ad(?:a|y|zie|ę|ą))\s+(?:${word("miast")}|${word("miejsk")}|${word("gminy")})\s+(?:(?:[Ww]e?|WE?)\s+)?${place}`,
    String.raw`(?:${word("państwow")}\s+)?(?:${word("powiatow")}|${word("wojewódzk")}|${word("graniczn")})\s+${words("inspektor", "sanitarn")}${seat}`,
    String.raw`(?:${word("powiatow")}|${word("wojewódzk")})\s+${words("inspektor", "nadzor", "budowlan")}${seat}`,
    String.raw`(?:${word("miejsk")}|${word("wojewódzk")}|${word("powiatow")})\s+${words("konserwator", "zabytk")}${seat}`,
    String.raw`${words("samorządow", "kolegi", "odwoławcz")}${seat}`,
    String.raw`${word("komendant")}\s+(?:${word("miejsk")}|${word("powiatow")}|${word("wojewódzk")})\s+(?:${word("państwow")}\s+)?${words("straż", "pożarn")}${seat}`,
  ]
    .map((pattern) => `(?<!\\p{L})(?:${pattern})`)
    .join("|"),
  "gu",
);

/** Authorities named in running text, as they are written there. */
export function findAuthorities(text: string): Found<string>[] {
  return [...text.matchAll(authority)].map((match) => ({
    value: match[0].replace(/\s+/gu, " "),
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

const abbreviations: readonly [short: RegExp, whole: string][] = [
  [/(?<!\p{L})SKO(?!\p{L})/gu, "Samorządowe Kolegium Odwoławcze"],
  [/(?<!\p{L})PINB(?!\p{L})/gu, "Powiatowy Inspektor Nadzoru Budowlanego"],
  [/(?<!\p{L})WINB(?!\p{L})/gu, "Wojewódzki Inspektor Nadzoru Budowlanego"],
  [/(?<!\p{L})GINB(?!\p{L})/gu, "Główny Inspektor Nadzoru Budowlanego"],
  [/(?<!\p{L})GUNB(?!\p{L})/gu, "Główny Urząd Nadzoru Budowlanego"],
  // The office of the starosta, named by its seat.
  [/(?<!\p{L})starostw\p{L}{1,2}\s+powiatow\p{L}{1,3}(?=\s)/giu, "Starosta"],
];
/** Between the words of a name. */
const joining = new Set(["w", "we", "dla", "i"]);

/** The same office in any grammatical case; a longer name holds the shorter one (`Prezydent Miasta` of the same town). */
export function sameAuthority(a: string, b: string): boolean {
  const [few, many] = [a, b].map(stemsOf).sort((x, y) => x.length - y.length);
  if (!few || !many || few.length < 2) return false;
  return few.every((stem) => many.some((other) => alike(stem, other)));
}

function stemsOf(name: string): string[] {
  const whole = abbreviations.reduce((text, [short, words]) => text.replace(short, words), name);
  return nameStems(whole).filter((stem) => !joining.has(stem));
}

/** Starosta, Staroście; Wojewoda, Wojewodzie; Brzegów, brzegowski. A town is no other that begins alike (Lipowo, Lipno). */
function alike(a: string, b: string): boolean {
  if (hardened(a) === hardened(b)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.startsWith(short) && /^(?:s|c)k$/u.test(long.slice(short.length));
}

/** Consonants that soften before the ending of the locative. */
function hardened(stem: string): string {
  return stem.replace(/sc$/u, "st").replace(/rz$/u, "r").replace(/dz$/u, "d").replace(/c$/u, "t");
}
