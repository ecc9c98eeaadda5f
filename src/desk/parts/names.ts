import { html } from "hono/html";
import type { DocumentFact, DocumentRef } from "../../core/document.ts";
import { printDate } from "../../core/identity/dates.ts";
import { describeParcel, parseParcel } from "../../core/identity/parcel.ts";
import { factWords, outcomeWords } from "../words.ts";
import type { Html } from "./layout.ts";

/**
 * A document goes by its place in the archive. The title inside a file is often a template's or another paper's, so
 * it is told beside, as what it is.
 */
export function titleNote({ title }: Pick<DocumentRef, "title">): Html {
  return title ? html`<span class="file">tytuł w pliku: „${title}”</span>` : html``;
}

/** The name of a fact, or of a field that two sources tell differently. */
export function fieldInWords(field: string): string {
  return (factWords as Record<string, string>)[field] ?? field;
}

/** A normalised value as an officer writes it. */
export function valueInWords(field: DocumentFact["field"] | string, value: string): string {
  if (field === "outcome") return (outcomeWords as Record<string, string>)[value] ?? value;
  if (field === "parcel") return describeParcel(parseParcel(value));
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? printDate(value) : value;
}
