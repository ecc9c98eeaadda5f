import type { DocumentFact, DocumentKind, FactField, Page } from "../document.ts";
import { findAddresses, printAddress } from "../identity/address.ts";
import { findAuthorities } from "../identity/authority.ts";
import { findDates } from "../identity/dates.ts";
import { findApplicationNumbers, findDecisionNumbers } from "../identity/decision-number.ts";
import type { Found } from "../identity/found.ts";
import { findParcels, printParcel } from "../identity/parcel.ts";
import { findSignatures, signatureCase } from "../identity/signature.ts";
import { readOutcome } from "../outcomes/read-outcome.ts";
import { DocumentText } from "./document-text.ts";
import { findKind } from "./find-kind.ts";

/** The first page's beginning: letterhead, signature, date, title. */
const headLength = 1600;
const grounds = /(?:^|\n)\s*(?:U\s?Z\s?A\s?S\s?A\s?D\s?N\s?I\s?E\s?N\s?I\s?E|Uzasadnienie)\s*:?\s*(?=\n)/u;
const titleLine =
  /(?:^|\n)\s*(?:DECYZJ[AĘ]|D\s?E\s?C\s?Y\s?Z\s?J\s?A|POSTANOWIENIE|ZAŚWIADCZENIE|Decyzja|Postanowienie)\b/u;
/** Papers that decide something themselves. */
const deciding: ReadonlySet<DocumentKind> = new Set([
  "permit_decision",
  "planning_decision",
  "appeal_decision",
  "order",
  "notification_result",
  "occupancy",
  "opinion",
]);
/** Papers that name far too many parcels and addresses for one to be theirs. */
const general: ReadonlySet<DocumentKind> = new Set(["act", "local_plan"]);

/** Kind and facts of a document, each fact with the words it was read from. */
export function findFacts(pages: readonly Page[], fileName: string): { kind: DocumentKind; facts: DocumentFact[] } {
  const document = new DocumentText(pages);
  const { text } = document;
  const part = operativePart(text);
  const kind = findKind(text.slice(0, headLength), text.slice(part.start, part.end), fileName);
  const facts: DocumentFact[] = [];
  const add = (field: FactField, value: string, start: number, end: number) => {
    const fact = document.fact(field, value, start, end);
    const known = facts.some((other) => other.field === field && other.value === value);
    if (fact && !known) facts.push(fact);
  };
  const addFound = (field: FactField, found: Found<string> | undefined, offset = 0) => {
    if (found) add(field, found.value, found.start + offset, found.end + offset);
  };
  if (kind !== "act") findOwnIdentity(text, addFound);
  if (!general.has(kind)) findSubject(text, part, kind, add);
  if (deciding.has(kind)) {
    const outcome = readOutcome(text.slice(part.start, part.end));
    if (outcome) add("outcome", outcome.outcome, part.start + outcome.start, part.start + outcome.end);
  }
  findByWords(text, kind, add);
  return { kind, facts };
}

/** From the title to the grounds; of a paper without a title, all of it before the grounds. */
function operativePart(text: string): { start: number; end: number } {
  const start = titleLine.exec(text.slice(0, headLength * 2))?.index ?? 0;
  const end = grounds.exec(text.slice(start))?.index;
  return { start, end: end === undefined ? Math.min(text.length, start + 6000) : start + end };
}

type AddFound = (field: FactField, found: Found<string> | undefined, offset?: number) => void;

function findOwnIdentity(text: string, add: AddFound): void {
  const head = text.slice(0, headLength);
  const signatures = findSignatures(head);
  const own = signatures[0];
  add("signature", own);
  for (const other of findSignatures(text)) {
    if (own && signatureCase(other.value) === signatureCase(own.value)) continue;
    add(own ? "refersToSignature" : "signature", other);
  }
  const title = titleLine.exec(head);
  const numbers = findDecisionNumbers(text);
  const ownNumber = title ? numbers.find(({ start }) => start >= title.index && start < title.index + 160) : undefined;
  add("decisionNumber", ownNumber);
  for (const number of numbers) if (number.value !== ownNumber?.value) add("refersToDecision", number);
  add("applicationNumber", findApplicationNumbers(text)[0]);
  add("authority", findAuthorities(head)[0]);
  const dates = findDates(head);
  const stated = (pattern: RegExp) =>
    dates.find(({ start }) => pattern.test(head.slice(Math.max(0, start - 24), start)));
  const beforeTitle = dates.find(
    ({ start }) =>
      title !== null && start < title.index + 160 && !/wnios\p{L}*\s+z\s+dnia\s*$/u.test(head.slice(0, start)),
  );
  add("issueDate", title ? (beforeTitle ?? stated(/dnia\s*$/u)) : (stated(/,\s*(?:dnia|dn\.)?\s*$/u) ?? dates[0]));
}

function findSubject(
  text: string,
  part: { start: number; end: number },
  kind: DocumentKind,
  add: (field: FactField, value: string, start: number, end: number) => void,
): void {
  const [from, to] = deciding.has(kind) ? [part.start, part.end] : [0, Math.min(text.length, 6000)];
  const body = text.slice(from, to);
  for (const { value, start, end } of findParcels(body)) add("parcel", printParcel(value), from + start, from + end);
  for (const { value, start, end } of findAddresses(body)) {
    const before = body.slice(Math.max(0, start - 12), start);
    if (/przy\s+$|adres\p{L}*:?\s+$|położon\p{L}*\s+$/u.test(before))
      add("address", printAddress(value), from + start, from + end);
  }
}

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

function findByWords(
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
