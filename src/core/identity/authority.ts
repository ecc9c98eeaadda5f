import type { Found } from "./found.ts";
import { nameStems } from "./inflection.ts";

const place = String.raw`\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2}`;
const authority = new RegExp(
  [
    String.raw`(?:PREZYDENT\p{L}*|[Pp]rezydent\p{L}*)\s+(?:MIASTA|[Mm]iasta)\s+(?:st\.\s|na prawach powiatu\s)?${place}`,
    String.raw`(?:STAROST\p{L}*|[Ss]tarost\p{L}*)\s+${place}`,
    String.raw`(?:WOJEWOD\p{L}*|[Ww]ojewod\p{L}*)\s+${place}`,
    String.raw`(?:BURMISTRZ\p{L}*|[Bb]urmistrz\p{L}*)\s+(?:(?:[Mm]iasta|[Gg]miny|i)\s+)*${place}`,
    String.raw`(?:WÓJT\p{L}*|[Ww]ójt\p{L}*)\s+(?:[Gg]miny\s+)?${place}`,
    String.raw`(?:RAD[AYZĄĘ]\p{L}*|[Rr]ad(?:a|y|zie|ę|ą))\s+(?:MIASTA|MIEJSK\p{L}*|GMINY|[Mm]iasta|[Mm]iejsk\p{L}*|[Gg]miny)\s+(?:[Ww]e?\s+)?${place}`,
    String.raw`(?:POWIATOW\p{L}*|[Pp]owiatow\p{L}*|WOJEWÓDZK\p{L}*|[Ww]ojewódzk\p{L}*)\s+(?:INSPEKTOR\p{L}*|[Ii]nspektor\p{L}*)\s+(?:NADZORU BUDOWLANEGO|[Nn]adzoru [Bb]udowlanego)(?:\s+(?:w|we|dla)\s+(?:[Mm]iasta\s+|[Pp]owiatu\s+)?${place})?`,
    String.raw`(?:Miejsk\p{L}*|Wojewódzk\p{L}*|Powiatow\p{L}*)\s+[Kk]onserwator\p{L}*\s+[Zz]abytków(?:\s+we?\s+${place})?`,
    String.raw`(?:Samorządow\p{L}*|SAMORZĄDOW\p{L}*)\s+(?:Kolegi\p{L}*|KOLEGI\p{L}*)\s+(?:Odwoławcz\p{L}*|ODWOŁAWCZ\p{L}*)(?:\s+we?\s+${place})?`,
    String.raw`(?:Komendant\p{L}*)\s+(?:Miejsk\p{L}*|Powiatow\p{L}*)\s+(?:Państwowej\s+)?Straży\s+Pożarnej(?:\s+we?\s+${place})?`,
  ]
    .map((pattern) => `(?:${pattern})`)
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
  return shorter >= 5 && a.slice(0, shorter - 1) === b.slice(0, shorter - 1);
}
