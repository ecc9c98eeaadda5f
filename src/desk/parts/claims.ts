import { html } from "hono/html";
import type { Claim, Conflict, SearchProof } from "../../core/draft.ts";
import { rowNotesOf } from "../../core/drafts/register-notes.ts";
import { fieldInWords, verdictWords } from "../../core/in-words.ts";
import type { CitedPages } from "./cited.ts";
import { citationView } from "./citation.ts";
import { sidesView } from "./conflict-sides.ts";
import type { Html } from "./layout.ts";

export function claimsView(claims: readonly Claim[], search: SearchProof, pages: CitedPages): Html {
  if (claims.length === 0) return html``;
  return html`<section aria-labelledby="claims">
<h2 id="claims">Odpowiedź</h2>
<ol class="claims">${claims.map(
    ({ text, citations, reasons }) => html`<li><p class="claim">${text}</p>
${reasons.map(({ detail }) => html`<p class="remark">${detail}</p>`)}
${rowNotesOf({ citations }, search).map((note) => html`<p class="remark">${note}</p>`)}
${citations.map((citation) => citationView(citation, pages))}</li>`,
  )}</ol>
</section>`;
}

/** What the check has stopped: shown to the clerk, and set well apart from the answer. */
export function withheldView(withheld: readonly Claim[], pages: CitedPages): Html {
  if (withheld.length === 0) return html``;
  return html`<section class="withheld" aria-labelledby="withheld">
<h2 id="withheld">Zatrzymane – nie wejdą do odpowiedzi</h2>
<ul class="claims">${withheld.map(
    ({
      text,
      verdict,
      reasons,
      citations,
    }) => html`<li><p class="claim"><span class="tag stop">${verdictWords[verdict]}</span> ${text}</p>
<ul class="reasons">${reasons.map(({ detail }) => html`<li>${detail}</li>`)}</ul>
${citations.length > 0 ? html`<details><summary>Wskazane źródła (${citations.length})</summary>${citations.map((citation) => citationView(citation, pages))}</details>` : ""}</li>`,
  )}</ul>
</section>`;
}

/** Before what is decided: neither side is declared right, so whoever decides has to have seen both. */
export function conflictsView(conflicts: readonly Conflict[], pages: CitedPages): Html {
  if (conflicts.length === 0) return html``;
  return html`<section class="conflicts" aria-labelledby="conflicts">
<h2 id="conflicts">Rozbieżności między źródłami (${conflicts.length})</h2>
<p class="hint">Źródła tej sprawy mówią co innego. Teczka nie rozstrzyga, które ma rację.</p>
${conflicts.map(({ field, values }) => html`<h3>${fieldInWords(field)}</h3>${sidesView(field, values, pages)}`)}
</section>`;
}
