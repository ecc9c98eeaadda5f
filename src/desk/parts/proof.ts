import { html } from "hono/html";
import type { AskedRegister, Draft, SearchProof } from "../../core/draft.ts";
import { counted, noRegisters, registerInWords, toolInWords, unreadableInWords } from "../../core/in-words.ts";
import type { Html } from "./layout.ts";
import { passageText } from "./page-text.ts";

/** What was searched, with which words, and what could not be read: the proof behind "not found". */
export function proofView(search: SearchProof, outcome: Draft["outcome"]): Html {
  const { queries, tools, documentsSearched, registers, nearest, unreadable, open = [] } = search;
  return html`<section aria-labelledby="proof">
<h2 id="proof">Jak szukano</h2>
<details${outcome === "not_found" || open.length > 0 ? html` open` : ""}>
<summary>Przeszukano ${counted(documentsSearched, "dokument", "dokumenty", "dokumentów")}; nieczytelne miejsca: ${unreadable.length}</summary>
<dl>
<dt>Szukane</dt><dd>${queries.length > 0 ? html`<ul>${queries.map((query) => html`<li>„${query}”</li>`)}</ul>` : "–"}</dd>
<dt>Sposób</dt><dd>${tools.length > 0 ? html`<ul>${tools.map((tool) => html`<li>${toolInWords(tool)}</li>`)}</ul>` : "–"}</dd>
${registers ? html`<dt>Rejestry</dt><dd>${registers.length > 0 ? html`<ul>${registers.map(registerItem)}</ul>` : noRegisters}</dd>` : ""}
${open.length > 0 ? html`<dt>Czego brakuje albo nie wiadomo</dt><dd><ul>${open.map((text) => html`<li>${text}</li>`)}</ul></dd>` : ""}
${nearest.length > 0 ? html`<dt>Najbliższe znalezione</dt><dd><ul>${nearest.map(nearestItem)}</ul></dd>` : ""}
${unreadable.length > 0 ? html`<dt>Nie odczytano</dt><dd><ul>${unreadable.map(unreadableItem)}</ul></dd>` : ""}
</dl>
</details>
</section>`;
}

function registerItem(register: AskedRegister): Html {
  return html`<li>${registerInWords(register)}<p class="remark">${register.note}</p></li>`;
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
