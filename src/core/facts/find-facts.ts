import type { DocumentFact, DocumentKind, FactField, Page } from "../document.ts";
import type { Found } from "../identity/found.ts";
import { readOutcome } from "../outcomes/read-outcome.ts";
import { findByWords } from "./by-words.ts";
import { DocumentText } from "./document-text.ts";
import { findKind } from "./find-kind.ts";
import { findOwnIdentity, headLength, titleLine } from "./own-identity.ts";
import { findSubject } from "./subject.ts";

const grounds = /(?:^|\n)\s*(?:U\s?Z\s?A\s?S\s?A\s?D\s?N\s?I\s?E\s?N\s?I\s?E|Uzasadnienie)\s*:?\s*(?=\n)/u;
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

/** A paper that decides nothing tells what it is about at its beginning. */
const subjectLength = 6000;

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
  if (kind !== "act") findOwnIdentity(text, kind, addFound);
  const subject = deciding.has(kind) ? part : { start: 0, end: Math.min(text.length, subjectLength) };
  if (!general.has(kind)) findSubject(text, subject, kind, add);
  const outcome = readOutcome(text.slice(part.start, part.end));
  // A letter decides nothing but that an application is left unexamined (KPA art. 64 § 2).
  if (outcome && (deciding.has(kind) || (kind === "letter" && outcome.outcome === "left_unexamined")))
    add("outcome", outcome.outcome, part.start + outcome.start, part.start + outcome.end);
  findByWords(text, kind, add);
  return { kind, facts };
}

/** From the title to the grounds; of a paper without a title, all of it before the grounds. */
function operativePart(text: string): { start: number; end: number } {
  const start = titleLine.exec(text.slice(0, headLength * 2))?.index ?? 0;
  const end = grounds.exec(text.slice(start))?.index;
  return { start, end: end === undefined ? Math.min(text.length, start + 6000) : start + end };
}
