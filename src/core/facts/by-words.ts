import type { DocumentKind, FactField } from "../document.ts";
import { findDates } from "../identity/dates.ts";

const company = String.raw`[„"]?\p{Lu}[\p{L}\d&."”„ -]{1,60}?\s(?:sp\.\s?z\s?o\.\s?o\.|Sp\.\s?z\s?o\.\s?o\.|S\.A\.|spółka\sz\sograniczoną\sodpowiedzialnością|spółka\s\p{L}+|sp\.\s?j\.|sp\.\s?k\.)`;
const byWords: readonly [FactField, RegExp][] = [
  [
    "applicationDate",
    /wnios\p{L}*\s+(?:nr\s+\S+\s+)?(?:z\s+dnia|złożonego\s+(?:w\s+)?dni[au])\s+(?<date>[^\n,;]{8,22})/iu,
  ],
  ["category", /[Kk]ategori\p{L}*(?:\s+obiekt\p{L}*)?(?:\s+budowlan\p{L}*)?\s*[:–-]?\s*(?<value>[IVX]{1,6})(?!\p{L})/u],
  ["volume", /kubatur\p{L}*[^\d\n]{0,30}(?<value>\d[\d\s.,]*\d|\d)\s*m/iu],
  [
    "applicant",
    new RegExp(
      String.raw`(?:przez|dla|rzecz|[Ii]nwestor\p{L}*|[Ww]nioskodawc\p{L}*)\s*:?\s+(?:(?:spółk|firm|przedsiębiorstw)\p{L}*\s+)?(?<value>${company})`,
      "u",
    ),
  ],
];
/** What the resolution, or the extract from it, says that it is about. */
const planSubject =
  /w\s+sprawie\s[^§]{0,400}?plan\p{L}*\s[^§]{0,400}?(?=\n\n|§|$)|plan\p{L}*\s+(?:miejscow|zagospodarowania)[^§\n]{0,300}/iu;
/** Its own name, in quotation marks or brackets; else the area that it is for. */
const planNames: readonly RegExp[] = [
  /[„"“[]\s?(?<value>\p{L}[^„”"“\]\n]{2,80}?)\s?[”"“\]]/u,
  /(?:dla|obejmując\p{L}*|pn\.|przestrzennego)\s+(?<value>(?:obszar|osiedl|teren|rejon|dzielnic|śródmieści|centr|ulic)\p{L}*\s[^§\n]{3,110}?)(?=[.,;]?(?:\n|$))/iu,
];

type Add = (field: FactField, value: string, start: number, end: number) => void;

/** Facts that a phrase introduces, wherever it stands. */
export function findByWords(text: string, kind: DocumentKind, add: Add): void {
  if (kind === "act") return;
  if (kind === "local_plan" || kind === "plan_extract") return addPlanName(text, add);
  for (const [field, pattern] of byWords) {
    const match = pattern.exec(text);
    const groups = match?.groups;
    if (!match || !groups) continue;
    const value = groups.date ? findDates(groups.date)[0]?.value : groups.value?.replace(/\s+/gu, " ").trim();
    if (value) add(field, value, match.index, match.index + match[0].length);
  }
}

function addPlanName(text: string, add: Add): void {
  const subject = planSubject.exec(text);
  if (!subject) return;
  for (const pattern of planNames) {
    const match = pattern.exec(subject[0]);
    const value = match?.groups?.value?.replace(/\s+/gu, " ").trim();
    if (!match || !value) continue;
    const start = subject.index + match.index;
    add("planName", value, start, start + match[0].length);
    return;
  }
}
