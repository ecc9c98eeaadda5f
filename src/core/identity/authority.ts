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

/** The same office in any grammatical case; a longer name holds the shorter one (`Prezydent Miasta` of the same town). */
export function sameAuthority(a: string, b: string): boolean {
  const [few, many] = [nameStems(a), nameStems(b)].sort((x, y) => x.length - y.length);
  if (!few || !many || few.length < 2) return false;
  return few.every((stem) => many.some((other) => other === stem || alike(stem, other)));
}

/** Vowels and consonants change inside inflected names (Starosta, Starosty, Staroście): a long common beginning is enough. */
function alike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  return shorter >= 4 && a.slice(0, shorter - 1) === b.slice(0, shorter - 1);
}
