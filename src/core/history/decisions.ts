import type { CaseFile } from "../cases/join.ts";
import { type CasePaper, decidingKinds, valuesOf } from "../cases/paper.ts";
import type { DocumentFact, DocumentKind, FactField } from "../document.ts";
import { type DecisionReference, findDecisionReferences, parseReference } from "../facts/decision-references.ts";
import type { Outcome } from "../outcome.ts";
import { numbersDecidedAbout } from "../outcomes/decided-about.ts";
import type { PermitCase } from "../permit.ts";
import type { Source } from "./model.ts";

/** One decision, out of its papers and register rows. */
export interface DecisionRecord {
  id: string;
  caseKey: string;
  kind: DocumentKind;
  number?: string;
  /** What stands in the number's cell when it is mangled. */
  rawNumber?: string;
  /** Day of issue: the paper's, or else the register's. */
  date?: string;
  /** Days that other sources of the same decision tell. */
  otherDates: string[];
  authority?: string;
  signature?: string;
  outcome: Outcome | null;
  /** What it decides is not all one: it ends a part only, or ends one thing and refuses to end another. */
  scope?: "part" | "mixed";
  parcels: string[];
  sources: Source[];
  /** The decision that it is about: one that it transfers, changes, repeals, reviews. */
  decidesOn?: DecisionReference & { source: Source };
  /** PB art. 40: to whom. */
  holder?: string;
  /** A stamp on the decision itself. */
  finality?: { date: string; source: Source };
  possible: boolean;
}

/** Papers that decide, each once, with the register rows of the same decision; rows of which there is no paper for themselves. */
export function decisionsOf(file: CaseFile): DecisionRecord[] {
  const records: DecisionRecord[] = [];
  for (const paper of file.papers) {
    if (!isDecision(paper)) continue;
    const same = records.find((known) => known.number === paper.decisionNumber && known.date === paper.date);
    if (same) same.sources.push(...sourcesOf(paper));
    else records.push(recordOfPaper(paper, file.key, records.length));
  }
  for (const entry of file.entries) {
    const own = records.find((record) => isSameDecision(record, entry, records));
    if (own) join(own, entry);
    else records.push(recordOfEntry(entry, file.key, records.length));
  }
  return records;
}

function isDecision(paper: CasePaper): boolean {
  if (paper.duplicateOf !== undefined) return false;
  if (paper.kind === "order") return valuesOf(paper, "outcome").includes("stayed");
  return decidingKinds.includes(paper.kind) && valuesOf(paper, "outcome").length > 0;
}

function recordOfPaper(paper: CasePaper, caseKey: string, at: number): DecisionRecord {
  const first = (field: FactField) => paper.facts.find((fact) => fact.field === field);
  const decidesOn = first("decidesOn");
  const finality = first("finalityDate");
  const date = first("issueDate")?.value;
  return {
    id: `${caseKey} #${at + 1}`,
    caseKey,
    kind: paper.kind,
    otherDates: [],
    ...optional("number", paper.decisionNumber),
    ...optional("date", date),
    ...optional("authority", first("authority")?.value),
    ...optional("signature", paper.signature),
    outcome: (first("outcome")?.value as Outcome | undefined) ?? null,
    ...scopeOf(first("outcome")),
    parcels: valuesOf(paper, "parcel"),
    sources: sourcesOf(paper),
    ...(decidesOn ? { decidesOn: { ...parseReference(decidesOn.value), source: paperSource(paper, decidesOn) } } : {}),
    ...optional("holder", first("transferredTo")?.value),
    ...(finality ? { finality: { date: finality.value, source: paperSource(paper, finality) } } : {}),
    possible: false,
  };
}

/** By the words that tell the outcome: they run to „w części …”, or to the other verb. */
function scopeOf(outcome: DocumentFact | undefined): Pick<DecisionRecord, "scope"> {
  if (!outcome || !["repealed", "annulled", "expired"].includes(outcome.value)) return {};
  if (/\sw\s+(?:części|pozosta)/iu.test(outcome.quote)) return { scope: "part" };
  return /\sodm/iu.test(outcome.quote) ? { scope: "mixed" } : {};
}

/** The words of the outcome tell most; else whatever tells the paper's own identity. */
function sourcesOf(paper: CasePaper): Source[] {
  const fact = (["outcome", "decisionNumber", "issueDate", "signature"] as const)
    .map((field) => paper.facts.find((one) => one.field === field))
    .find((one) => one !== undefined);
  return fact ? [paperSource(paper, fact)] : [];
}

export function paperSource({ document }: Pick<CasePaper, "document">, fact: DocumentFact): Source {
  const { page, start, end, quote } = fact;
  return { kind: "paper", document, page, start, end, quote };
}

export function rowSource({ register, rows }: PermitCase): Source {
  return { kind: "row", register: register.name, format: register.format, rows };
}

/** By number; a number that is missing or mangled, or one that differs, by the day, when the case has one decision of that day. */
function isSameDecision(record: DecisionRecord, entry: PermitCase, records: readonly DecisionRecord[]): boolean {
  if (record.sources.every(({ kind }) => kind === "row")) return false;
  if (entry.register.format === "rwdz-notifications") return record.kind === "notification_result";
  if (entry.number !== null && record.number === entry.number) return true;
  if (entry.number !== null && records.some(({ number }) => number === entry.number)) return false;
  return (
    entry.date !== null && record.date === entry.date && records.filter(({ date }) => date === entry.date).length === 1
  );
}

function join(record: DecisionRecord, entry: PermitCase): void {
  record.sources.push(rowSource(entry));
  if (!entry.date || entry.date === record.date) return;
  if (record.date === undefined) record.date = entry.date;
  else if (!record.otherDates.includes(entry.date)) record.otherDates.push(entry.date);
}

/** Outcomes of which a row that names another decision tells what was done to it. */
const isNothingDone: ReadonlySet<Outcome> = new Set([
  "granted",
  "refused",
  "no_objection",
  "discontinued",
  "suspended",
]);

/** The decision that a row is about. One whose outcome is not understood is about it all the same. */
function decidedAboutBy({ outcome, description, number }: PermitCase): DecisionReference | undefined {
  if (outcome !== null && isNothingDone.has(outcome)) return undefined;
  const [named] = findDecisionReferences(description).flatMap(({ value }) => (value.number === number ? [] : value));
  if (named) return named;
  const [bare] = numbersDecidedAbout(description).filter((one) => one !== number);
  return bare ? { number: bare } : undefined;
}

function recordOfEntry(entry: PermitCase, caseKey: string, at: number): DecisionRecord {
  const source = rowSource(entry);
  const named = decidedAboutBy(entry);
  return {
    id: `${caseKey} #${at + 1}`,
    caseKey,
    kind: entry.register.format === "rwdz-notifications" ? "notification_result" : "permit_decision",
    otherDates: [],
    ...optional("number", entry.number ?? undefined),
    ...(entry.number === null ? optional("rawNumber", entry.rawNumber) : {}),
    ...optional("date", entry.date ?? undefined),
    ...optional("authority", entry.authority),
    ...optional("signature", entry.signature),
    outcome: entry.outcome,
    parcels: entry.parcels,
    sources: [source],
    ...(named ? { decidesOn: { ...named, source } } : {}),
    possible: entry.match === "possible",
  };
}

/** Is it this decision that is spoken of? The day parts decisions of one number, where both tell it. */
export function isMeant(reference: DecisionReference, { number, date, otherDates }: DecisionRecord): boolean {
  if (number !== reference.number) return false;
  return !reference.date || !date || reference.date === date || otherDates.includes(reference.date);
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}
