import type { DocumentKind, FactField } from "../document.ts";
import { findAuthorities } from "../identity/authority.ts";
import { findDates } from "../identity/dates.ts";
import { findApplicationNumbers, findDecisionNumbers } from "../identity/decision-number.ts";
import type { Found } from "../identity/found.ts";
import { findSignatures, signatureCase } from "../identity/signature.ts";

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

type Add = (field: FactField, found: Found<string> | undefined) => void;

/** What the paper itself is: its signature, number, authority and dates; other decisions and cases that it names apart. */
export function findOwnIdentity(text: string, kind: DocumentKind, add: Add): void {
  const head = text.slice(0, headLength);
  const title = titleLine.exec(head) ?? undefined;
  addSignatures(text, head, add);
  addNumbers(text, title, add);
  if (!fromOutside.has(kind)) add("authority", issuerOf(head, kind));
  add("issueDate", issueDateOf(head, title, kind));
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
  for (const number of numbers) if (number.value !== own?.value) add("refersToDecision", number);
  add("applicationNumber", findApplicationNumbers(text)[0]);
}

/** A decision names its authority somewhere above; a letter, a list or a note is the office's when the letterhead says so. */
function issuerOf(head: string, kind: DocumentKind): Found<string> | undefined {
  const [first] = findAuthorities(head);
  if (!first || !correspondence.has(kind)) return first;
  const above = head.slice(0, first.start);
  return above.split("\n").filter((line) => line.trim() !== "").length <= 2 ? first : undefined;
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
      const placed = after(/,\s*(?:dnia|dn\.)?\s*$/u);
      if (!title) return placed ?? dates.find(({ start }) => !isReference(head, start));
      return dates.find(({ start }) => start < title.index + 160 && !isReference(head, start)) ?? after(/dnia\s*$/u);
    }
  }
}

/** „wniosku z dnia”, „decyzji nr 5/2014 z dnia”, „ustawy z dnia”, „wpłynęło dnia”: dates of something else. */
function isReference(head: string, start: number): boolean {
  const before = head.slice(Math.max(0, start - 60), start);
  return (
    /(?:wnios|decyzj|postanowie|pism|ustaw|rozporządz|uchwał|zgłosze|wpły|doręcz|przyj)\p{L}*[^.;\n]{0,40}?(?:z\s+dnia|dnia)?\s*$/iu.test(
      before,
    ) && !/^\s*(?:decyzj|postanowie)\p{L}*\s*(?:nr\s*\S+\s*)?(?:z\s+dnia)?\s*$/iu.test(before.split("\n").at(-1) ?? "")
  );
}
