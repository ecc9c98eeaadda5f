import { html } from "hono/html";
import type { ReadPage } from "../../api/reading.ts";
import type { Html } from "../parts/layout.ts";
import { titleNote } from "../parts/names.ts";
import { pageText } from "../parts/page-text.ts";
import { excerptOf } from "../parts/quote.ts";
import { unreadableWords } from "../../core/in-words.ts";
import { fileLink } from "./documents.ts";

export interface PageView {
  read: ReadPage;
  /** UTF-16 offsets, half open, of what is to be marked. */
  mark?: { start: number; end: number } | undefined;
  /** Of the document today. */
  currentVersion: number;
  hasFile: boolean;
}

export function pageView({ read, mark, currentVersion, hasFile }: PageView): Html {
  const { document, page, pageCount, text, unreadable } = read;
  const excerpt = mark && excerptOf(text, mark.start, mark.end, text.length);
  const shown = excerpt ?? { before: text, quote: "", after: "" };
  const old = document.version !== currentVersion;
  return html`<p class="kicker"><a href="/documents/${document.id}">${document.path}</a></p>
<h1>Strona ${page} z ${pageCount}</h1>
<p class="meta">${titleNote(document)} wersja ${document.version}</p>
${old ? html`<p class="notice bad">To wersja, którą zacytowano. Obecna jest wersja ${currentVersion}: <a href="/documents/${document.id}/pages/${page}">otwórz ją</a>.</p>` : ""}
${pager(read, old)}
${unreadable ? html`<p class="notice bad">Strona nieczytelna: ${unreadableWords[unreadable]}. Obejrzyj plik źródłowy.</p>` : ""}
<article class="page-text sheet">${pageText(shown, "cytat")}</article>
${pager(read, old)}
${hasFile && !old ? html`<p>${fileLink(document.id, page)}</p>` : ""}`;
}

function pager({ document, page, pageCount }: ReadPage, old: boolean): Html {
  const href = (number: number) =>
    `/documents/${document.id}/pages/${number}${old ? `?version=${document.version}` : ""}`;
  return html`<nav class="pager" aria-label="Strony dokumentu">
${page > 1 ? html`<a rel="prev" href="${href(page - 1)}">← Strona ${page - 1}</a>` : ""}
${page < pageCount ? html`<a rel="next" href="${href(page + 1)}">Strona ${page + 1} →</a>` : ""}
</nav>`;
}
