import type { DocumentFact, DocumentKind, FactField, Page } from "../document.ts";
import type { Found } from "../identity/found.ts";
import { readOutcome } from "../outcomes/read-outcome.ts";
import { findByWords } from "./by-words.ts";
import { DocumentText } from "./document-text.ts";
import { findEffect, findFinality } from "./find-effect.ts";
import { findKind } from "./find-kind.ts";
import { findOwnIdentity, headLength, titleLine } from "./own-identity.ts";
import { findParcelChanges, type FoundChange, printChange } from "./parcel-changes.ts";
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
  const changes = general.has(kind) ? [] : findParcelChanges(text);
  if (!general.has(kind))
    findSubject(text, subject, kind, (field, value, start, end) => {
      if (field !== "parcel" || !namesOrigin(changes, start)) add(field, value, start, end);
    });
  addChanges(changes, add);
  const own = facts.find(({ field }) => field === "decisionNumber")?.value;
  const outcome = readOutcome(text.slice(part.start, part.end));
  // A letter decides nothing but that an application is left unexamined (KPA art. 64 § 2).
  if (outcome && (deciding.has(kind) || (kind === "letter" && outcome.outcome === "left_unexamined"))) {
    const at = { outcome: outcome.outcome, start: part.start + outcome.start, end: part.start + outcome.end };
    add("outcome", at.outcome, at.start, at.end);
    findEffect(text, { ...part, outcome: at }, own, add);
  }
  if (!general.has(kind) && kind !== "plan_extract")
    findFinality(text, { own, isOfOthers: !deciding.has(kind) && kind !== "finality" }, add);
  findByWords(text, kind, add);
  return { kind, facts };
}

/** „działka nr 87/14 powstała z podziału działki nr 87/3”: the paper is about the first. */
function namesOrigin(changes: readonly FoundChange[], start: number): boolean {
  return changes.some(({ former, isOrigin }) => isOrigin && former.some((one) => one.start === start));
}

/** Each pair under either number, so that one who knows the former finds the later and the other way round. */
function addChanges(
  changes: readonly FoundChange[],
  add: (field: FactField, value: string, start: number, end: number) => void,
): void {
  for (const { former, later, date, start, end } of changes) {
    for (const before of former) {
      for (const after of later) {
        const change = { former: before.value, later: after.value, ...(date ? { date } : {}) };
        for (const field of ["formerParcel", "laterParcel"] as const)
          add(field, printChange(change, field), start, end);
      }
    }
  }
}

/** From the title to the grounds; of a paper without a title, all of it before the grounds. */
function operativePart(text: string): { start: number; end: number } {
  const start = titleLine.exec(text.slice(0, headLength * 2))?.index ?? 0;
  const end = grounds.exec(text.slice(start))?.index;
  return { start, end: end === undefined ? Math.min(text.length, start + 6000) : start + end };
}
