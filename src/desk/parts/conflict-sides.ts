import { html } from "hono/html";
import type { Conflict, RegisterCitation } from "../../core/draft.ts";
import { valueInWords } from "../../core/in-words.ts";
import { citationView, fieldTable } from "./citation.ts";
import type { CitedPages } from "./cited.ts";
import type { Html } from "./layout.ts";
import { rowPlace } from "./rows.ts";
import { toldColumns } from "./told-columns.ts";

/** What each source says, side by side, with the words it says it in. */
export function sidesView(field: string, values: Conflict["values"], pages: CitedPages): Html {
  return html`<ul class="sides">${values.map(({ value, citation }) => {
    const register = citation.kind === "register";
    return html`<li><p class="claim"><span class="origin">${register ? "Rejestr:" : "Pismo:"}</span> ${valueInWords(field, value)}</p>
${register ? registerSide(field, citation, pages) : citationView(citation, pages)}</li>`;
  })}</ul>`;
}

function registerSide(field: string, { register, rows, fields }: RegisterCitation, pages: CitedPages): Html {
  const { told, others } = toldColumns(field, fields);
  return html`<figure class="citation"><figcaption>${rowPlace(register.name, rows, pages !== undefined)}</figcaption>
${fieldTable(told)}
${Object.keys(others).length > 0 ? html`<details class="provenance"><summary>Pozostałe kolumny wiersza</summary>${fieldTable(others)}</details>` : ""}</figure>`;
}
