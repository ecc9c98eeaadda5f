import type { DocumentKind, FactField } from "../document.ts";
import { findDates } from "../identity/dates.ts";

const company = String.raw`[„"]?\p{Lu}[\p{L}\d&."”„ -]{1,60}?\s(?:sp\.\s?z\s?o\.\s?o\.|Sp\.\s?z\s?o\.\s?o\.|S\.A\.|spółka\s\p{L}+|sp\.\s?j\.|sp\.\s?k\.)`;
const byWords: readonly [FactField, RegExp][] = [
  ["finalityDate", /ostateczn\p{L}*[^.;]{0,60}?(?:z\s+dniem|w\s+dniu|od\s+dnia|dnia)\s+(?<date>[^\n,;]{8,22})/iu],
  [
    "applicationDate",
    /wnios\p{L}*\s+(?:nr\s+\S+\s+)?(?:z\s+dnia|złożonego\s+(?:w\s+)?dni[au])\s+(?<date>[^\n,;]{8,22})/iu,
  ],
  ["category", /kategori\p{L}*(?:\s+obiekt\p{L}*)?(?:\s+budowlan\p{L}*)?\s*[:–-]?\s*(?<value>[IVX]{1,6})(?!\p{L})/u],
  ["volume", /kubatur\p{L}*[^\d\n]{0,30}(?<value>\d[\d\s.,]*\d|\d)\s*m/iu],
  [
    "applicant",
    new RegExp(String.raw`(?:przez|dla|rzecz|inwestor\p{L}*|wnioskodawc\p{L}*)\s*:?\s+(?<value>${company})`, "u"),
  ],
];
const planName =
  /planu(?:\s+zagospodarowania\s+przestrzennego)?[^.§]{0,80}?(?:dla|obejmując\p{L}*|w\s+rejonie|obszaru|osiedla|pn\.)\s+(?<value>[^§\n]{3,110})/iu;

/** Facts that a phrase introduces, wherever it stands. */
export function findByWords(
  text: string,
  kind: DocumentKind,
  add: (field: FactField, value: string, start: number, end: number) => void,
): void {
  const patterns =
    kind === "local_plan" || kind === "plan_extract"
      ? ([["planName", planName]] as const)
      : kind === "act"
        ? []
        : byWords;
  for (const [field, pattern] of patterns) {
    const match = pattern.exec(text);
    const groups = match?.groups;
    if (!match || !groups) continue;
    const value = groups.date ? findDates(groups.date)[0]?.value : groups.value?.replace(/\s+/gu, " ").trim();
    if (value) add(field, value, match.index, match.index + match[0].length);
  }
}
