import { dateInWords, numberInWords } from "./dates-in-words.ts";
import type { Found } from "./found.ts";

const genitive = [
  "stycznia",
  "lutego",
  "marca",
  "kwietnia",
  "maja",
  "czerwca",
  "lipca",
  "sierpnia",
  "września",
  "października",
  "listopada",
  "grudnia",
];
const plainNames = genitive.map((name) => name.replace("ś", "s").replace("ź", "z"));
const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

const monthNames = [...genitive, ...plainNames].join("|");

const patterns = [
  new RegExp(
    String.raw`(?<![\d./-])(?<day>\d{1,2})(?:-?(?:ego|go))?\.?\s+(?<month>${monthNames})\s+(?<year>\d{4})(?!\d)`,
    "giu",
  ),
  new RegExp(
    String.raw`(?<![\d./-])(?<day>\d{1,2})[\s.](?<month>${[...roman].reverse().join("|")})[\s.](?<year>\d{4})(?!\d)`,
    "gu",
  ),
  /(?<![\d./-])(?<day>\d{1,2})(?<mark>[./-])(?<month>\d{1,2})\k<mark>(?<year>(?:19|20)\d{2})(?![\d/-]|\.\d)/gu,
  /(?<![\d./-])(?<year>(?:19|20)\d{2})(?<mark>[.-])(?<month>\d{2})\k<mark>(?<day>\d{2})(?![\d/-]|\.\d)/gu,
];

/** Dates in running text as ISO 8601 days; a day that no calendar has is no date. */
export function findDates(text: string): Found<string>[] {
  const found: Found<string>[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const { day = "", month = "", year = "" } = match.groups ?? {};
      const value = isoDate(Number(year), monthNumber(month), Number(day));
      if (value) found.push({ value, start: match.index, end: match.index + match[0].length, text: match[0] });
    }
  }
  if (wordyDay.test(text)) found.push(...datesInWords(text));
  return found.sort((a, b) => a.start - b.start);
}

/** The words of a day, cheaply: most texts have none. */
const wordyDay = /(?:ego|iego)\s{1,3}(?:sty|lut|mar|kwi|maj|cze|lip|sie|wrz|pa[zź]|lis|gru)/iu;
const inWords = dateInWords(monthNames);

function datesInWords(text: string): Found<string>[] {
  return [...text.matchAll(inWords)].flatMap((match) => {
    const { day = "", month = "", year = "" } = match.groups ?? {};
    const value = isoDate(numberInWords(year), monthNumber(month), numberInWords(day));
    return value ? [{ value, start: match.index, end: match.index + match[0].length, text: match[0] }] : [];
  });
}

function monthNumber(month: string): number {
  if (/^\d+$/.test(month)) return Number(month);
  const lower = month.toLowerCase();
  const byName = Math.max(genitive.indexOf(lower), plainNames.indexOf(lower));
  return (byName >= 0 ? byName : roman.indexOf(month)) + 1;
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/** `2014-03-12` → `12 marca 2014 r.` */
export function printDate(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${Number(day)} ${genitive[Number(month) - 1]} ${year} r.`;
}
