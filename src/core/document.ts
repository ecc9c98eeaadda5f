import { z } from "zod";
import type { Outcome } from "./outcome.ts";

/** A document of the archive in one of its versions. `id` comes of label and path, so one file at two paths is two documents. */
export const documentRefSchema = z.object({
  id: z.string(),
  /** Counts from 1. Versions never change: other bytes, or a better reader, add one. */
  version: z.int().positive(),
  fileName: z.string(),
  /** Path inside the archive, with `/`. */
  path: z.string(),
  /** Of the file's bytes, lower-case hex. */
  sha256: z.string(),
  title: z.string().optional(),
});
export type DocumentRef = z.infer<typeof documentRefSchema>;

export const documentKinds = [
  "permit_decision", // decision on a building permit, whatever its outcome, with its amendments and transfers
  "planning_decision", // decyzja o warunkach zabudowy (WZ), lokalizacja celu publicznego
  "appeal_decision", // second instance: wojewoda, SKO
  "order", // postanowienie
  "local_plan", // uchwała – MPZP
  "plan_extract", // wypis i wyrys
  "notification", // zgłoszenie
  "notification_result", // sprzeciw, zaświadczenie o braku sprzeciwu
  "application", // wniosek
  "call", // wezwanie do uzupełnienia
  "opinion", // opinia, uzgodnienie (fire, sanitary, monuments)
  "occupancy", // pozwolenie na użytkowanie, zawiadomienie o zakończeniu
  "finality", // klauzula / poświadczenie ostateczności
  "delivery", // zwrotne potwierdzenie odbioru
  "parties", // wykaz stron
  "design", // projekt, opis techniczny
  "site_plan", // projekt zagospodarowania – rysunek
  "case_log", // metryka, spis spraw
  "appeal", // odwołanie
  "letter", // other correspondence
  "act", // statute or regulation
  "other",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What was read out of a document, always with the words it was read from. */
export type FactField =
  | "signature"
  | "decisionNumber"
  | "applicationNumber"
  | "authority"
  | "issueDate"
  | "applicationDate"
  | "finalityDate"
  | "parcel"
  | "address"
  | "applicant"
  | "outcome"
  | "category"
  | "volume"
  | "refersToDecision"
  | "refersToSignature"
  | "decidesOn"
  | "finalityOfOther"
  | "transferredTo"
  | "formerParcel"
  | "laterParcel"
  | "planName";

export interface DocumentFact {
  field: FactField;
  /** Normalised by core/identity: `AB.6740.1.234.2018.JK`, `614/2014`, `2014-03-12`, `87/14;sheet=28;precinct=Poświętne`, an Outcome. Of a decision spoken of: `614/2014;date=2014-03-12` (core/facts). */
  value: string;
  page: number;
  /** Offsets into the page's canonical text, UTF-16, half open. */
  start: number;
  end: number;
  quote: string;
}

/** Why a page (or a file) could not be read. `reading scans` comes later; the mark comes now. */
export type UnreadableReason = "no_text_layer" | "broken_text_layer" | "empty_page" | "page_error";

export interface Page {
  /** From 1; HTML and text files have the one page 1. */
  number: number;
  /** Canonical text: reading order, hyphens mended, one `\n` a line, `\t` between the cells of a table row, blank line between blocks. */
  text: string;
  /** SHA-256 of `text` in UTF-8, hex. */
  textSha256: string;
  unreadable?: UnreadableReason;
}

export interface Passage {
  /** Counts from 0 inside the document version. */
  ordinal: number;
  page: number;
  /** Set when the passage runs over the turn to this page; `end` is then in that page. */
  endPage?: number;
  start: number;
  end: number;
  /** The text as it stands on the page(s); over a turn, the two parts joined by one space or mended hyphen. */
  text: string;
  /** From the outermost: ["Rozdział 2", "§ 5", "3MN"]. */
  headingPath: string[];
}

export type FileFormat = "pdf" | "html" | "text";

/** What a reader makes of a file. */
export interface ReadDocument {
  format: FileFormat;
  /** Name and version of the reader: another one makes another version of the document. */
  reader: string;
  title?: string;
  pages: Page[];
}

/** A document version ready to be stored: read, split, and its facts found. */
export interface PreparedDocument extends ReadDocument {
  id: string;
  fileName: string;
  path: string;
  sha256: string;
  /** Access labels: a reader sees the document when he holds all of them. Empty: everyone signed in. */
  labels: string[];
  kind: DocumentKind;
  facts: DocumentFact[];
  passages: Passage[];
}

/** A stored version without its text. */
export interface StoredDocument {
  ref: DocumentRef;
  kind: DocumentKind;
  format: FileFormat;
  reader: string;
  labels: string[];
  pageCount: number;
  passageCount: number;
  unreadablePages: { page: number; reason: UnreadableReason }[];
  facts: DocumentFact[];
  /** The document with the same bytes that came first, if any. */
  duplicateOf?: string;
  /** ISO 8601, UTC. */
  ingestedAt: string;
}

/** The one outcome of a document, when its operative part tells one. */
export function outcomeOf(document: { facts: readonly DocumentFact[] }): Outcome | undefined {
  return document.facts.find((fact) => fact.field === "outcome")?.value as Outcome | undefined;
}
