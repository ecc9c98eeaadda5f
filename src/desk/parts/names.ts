import { html } from "hono/html";
import type { DocumentRef } from "../../core/document.ts";
import type { Html } from "./layout.ts";

/**
 * A document goes by its place in the archive. The title inside a file is often a template's or another paper's, so
 * it is told beside, as what it is.
 */
export function titleNote({ title }: Pick<DocumentRef, "title">): Html {
  return title ? html`<span class="file">tytuł w pliku: „${title}”</span>` : html``;
}
