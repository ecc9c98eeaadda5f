import type { DocumentKind, FactField } from "../document.ts";
import { findAuthorities } from "../identity/authority.ts";
import { findDates } from "../identity/dates.ts";
import { findApplicationNumbers, findDecisionNumbers } from "../identity/decision-number.ts";
import type { Found } from "../identity/found.ts";
import { findSignatures, signatureCase } from "../identity/signature.ts";
import { findDecisionReferences } from "./decision-references.ts";

/** The first page's beginning: letterhead, signature, date, title. */
export const headLength = 1600;
export const titleLine =
  /(?:^|\n)\s*(?:DECYZJ[AĘ]|D\s?E\s?C\s?Y\s?Z\s?J\s?A|POSTANOWIENIE|ZAŚWIADCZENIE|Decyzja|Postanowienie)\b/u;

/** Papers that come to the office from others: the authority that they name is whom they address. */
const fromOutside: ReadonlySet<DocumentKind> = new Set([
  "application",
  "appeal",
  "notification",
  "delivery",
  "design",
  "site_plan",
  "case_log",
]);

/** Papers about a decision: one that begins „Decyzja nr 614/2014 z dnia …” has not its number. */
const ofAnother: ReadonlySet<DocumentKind> = new Set(["finality", "delivery"]);

type Add = (field: FactField, found: Found<string> | undefined) => void;

/** What the paper itself is: its signature, number, authority and dates; other decisions and cases that it names apart. */
export function findOwnIdentity(text: string, kind: DocumentKind, add: Add): void {
  const head = text.slice(0, headLength);
  if (kind === "local_plan") return addResolution(head, add);
  const title = titleLine.exec(head) ?? undefined;
  addSignatures(text, head, add);
  addNumbers(text, ofAnother.has(kind) ? undefined : title, add);
  if (!fromOutside.has(kind)) add("authority", issuerOf(head, kind));
  add("issueDate", issueDateOf(head, title, kind));
}

const resolutionNumber = /\b[IVXLCM]+\/\d{1,4}\/(?:\d{4}|\d{2})(?![\d/])/u;

/**
 * A resolution is known by its title: number, council and day stand between „UCHWAŁA NR” and „w sprawie”. What it was
 * asked for by, or amends, stands below; a number that was never filled in is none.
 */
function addResolution(head: string, add: Add): void {
  const start = head.search(/(?:^|\n)\s*U\s?C\s?H\s?W\s?A\s?Ł\s?A(?!\p{L})/iu);
  if (start < 0) return;
  const length = head.slice(start).search(/\n\s*w\s+sprawie|\n\s*Na\s+podstawie/iu);
  const title = head.slice(start, length < 0 ? start + 300 : start + length);
  const move = (found: Found<string> | undefined) =>
    found && { ...found, start: found.start + start, end: found.end + start };
  const number = resolutionNumber.exec(title);
  if (number) {
    const [value] = number;
    add("decisionNumber", move({ value, text: value, start: number.index, end: number.index + value.length }));
  }
  add("authority", move(findAuthorities(title)[0]));
  add("issueDate", move(findDates(title)[0]));
}

function addSignatures(text: string, head: string, add: Add): void {
  const own = findSignatures(head)[0];
  add("signature", own);
  for (const other of findSignatures(text)) {
    if (own && signatureCase(other.value) === signatureCase(own.value)) continue;
    add(own ? "refersToSignature" : "signature", other);
  }
}

function addNumbers(text: string, title: RegExpExecArray | undefined, add: Add): void {
  const numbers = findDecisionNumbers(text);
  const own = title ? numbers.find(({ start }) => start >= title.index && start < title.index + 160) : undefined;
  add("decisionNumber", own);
  // A mention that tells the day tells more than one that does not.
  const others = findDecisionReferences(text).filter(({ value }) => value.number !== own?.value);
  for (const other of [...others].sort((a, b) => Number(!a.value.date) - Number(!b.value.date)))
    add("refersToDecision", { ...other, value: other.value.number });
  add("applicationNumber", findApplicationNumbers(text)[0]);
}

/** A decision names its authority somewhere above; a letter, a list or a note is the office's when the letterhead says so. */
function issuerOf(head: string, kind: DocumentKind): Found<string> | undefined {
  const [first] = findAuthorities(head);
  if (!first || !correspondence.has(kind)) return first;
  // Above a letterhead stand a date and a signature at most; above an addressee the sender's name.
  const above = head.slice(0, first.start).split("\n");
  return above.every((line) => line.trim() === "" || /\d/.test(line)) ? first : undefined;
}

const correspondence: ReadonlySet<DocumentKind> = new Set(["letter", "parties", "other"]);

function issueDateOf(head: string, title: RegExpExecArray | undefined, kind: DocumentKind): Found<string> | undefined {
  const dates = findDates(head);
  const after = (pattern: RegExp) =>
    dates.find(({ start }) => pattern.test(head.slice(Math.max(0, start - 40), start)));
  switch (kind) {
    // Its entries are dated, not the log.
    case "case_log":
      return undefined;
    case "delivery":
      return after(/(?:doręczon\p{L}*|odebra\p{L}*|odbioru|doręczenia)[^\d\n]{0,30}$/iu);
    case "parties":
      return after(/(?:stan\s+na\s+dzień|sporządzon\p{L}*[^\d\n]{0,20}|,\s*(?:dnia|dn\.)?)\s*$/iu);
    default: {
      const own = dates.filter(({ start }) => !isReference(head, start, ofAnother.has(kind)));
      if (!title) return after(/,\s*(?:dnia|dn\.)?\s*$/u) ?? own[0];
      return (
        own.find(({ start }) => start < title.index + 160) ??
        own.find(({ start }) => /dnia\s*$/u.test(head.slice(0, start)))
      );
    }
  }
}

/** „wniosku z dnia”, „decyzji nr 5/2014 z dnia”, „wpłynęło dnia”, „ostateczna z dniem”: dates of something else. */
const reference =
  /(?:wnios|decyzj|postanowie|pism|ustaw|rozporządz|uchwał|zgłosze|wpły|doręcz|przyj|ostateczn)\p{L}*[^.;\n]{0,40}?(?:z\s+dni(?:a|em)|(?:w|od)\s+dni[au]|dnia)?\s*$/iu;
/** „DECYZJA Nr 5/2014 z dnia”: a title of its own on the line. */
const ownTitle = /^\s*(?:decyzj|postanowie)\p{L}*\s*(?:nr\s*\S+\s*)?(?:z\s+dnia)?\s*$/iu;

function isReference(head: string, start: number, isOfAnother: boolean): boolean {
  const before = head.slice(Math.max(0, start - 60), start);
  return reference.test(before) && (isOfAnother || !ownTitle.test(before.split("\n").at(-1) ?? ""));
}
