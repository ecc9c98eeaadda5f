import { html } from "hono/html";
import type { Draft, SearchProof } from "../../core/draft.ts";
import { counted, toolInWords, unreadableInWords } from "../../core/in-words.ts";
import type { Html } from "./layout.ts";
import { passageText } from "./page-text.ts";

/** What was searched, with which words, and what could not be read: the proof behind "not found". */
export function proofView(search: SearchProof, outcome: Draft["outcome"]): Html {
  const { queries, tools, documentsSearched, nearest, unreadable } = search;
  return html`<section aria-labelledby="proof">
<h2 id="proof">Jak szukano</h2>
<details${outcome === "not_found" ? html` open` : ""}>
<summary>Przeszukano ${counted(documentsSearched, "dokument", "dokumenty", "dokumentów")}; nieczytelne miejsca: ${unreadable.length}</summary>
<dl>
<dt>Szukane</dt><dd>${queries.length > 0 ? html`<ul>${queries.map((query) => html`<li>„${query}”</li>`)}</ul>` : "–"}</dd>
<dt>Sposób</dt><dd>${tools.length > 0 ? html`<ul>${tools.map((tool) => html`<li>${toolInWords(tool)}</li>`)}</ul>` : "–"}</dd>
${nearest.length > 0 ? html`<dt>Najbliższe znalezione</dt><dd><ul>${nearest.map(nearestItem)}</ul></dd>` : ""}
${unreadable.length > 0 ? html`<dt>Nie odczytano</dt><dd><ul>${unreadable.map(unreadableItem)}</ul></dd>` : ""}
</dl>
</details>
</section>`;
}

function nearestItem({ document, page, text, why }: SearchProof["nearest"][number]): Html {
  return html`<li><a href="${pageAddress(document, page)}">${document.path}, s. ${page}</a>
<blockquote class="page-text">${passageText(text)}</blockquote><p class="remark">${why}</p></li>`;
}

function unreadableItem({ document, page, reason }: SearchProof["unreadable"][number]): Html {
  const where = page === undefined ? document.path : `${document.path}, s. ${page}`;
  return html`<li><a href="${pageAddress(document, page ?? 1)}">${where}</a> – ${unreadableInWords(reason)}</li>`;
}

function pageAddress({ id, version }: { id: string; version: number }, page: number): string {
  return `/documents/${encodeURIComponent(id)}/pages/${page}?version=${version}`;
}
