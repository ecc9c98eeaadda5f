import { html } from "hono/html";
import type { Conflict } from "../../core/draft.ts";
import { valueInWords } from "../../core/in-words.ts";
import { citationView, registerView } from "./citation.ts";
import type { CitedPages } from "./cited.ts";
import type { Html } from "./layout.ts";

/** What each source says, side by side, with the words it says it in. */
export function sidesView(field: string, values: Conflict["values"], pages: CitedPages): Html {
  return html`<ul class="sides">${values.map(({ value, citation }) => {
    const register = citation.kind === "register";
    return html`<li><p class="claim"><span class="origin">${register ? "Rejestr:" : "Pismo:"}</span> ${valueInWords(field, value)}</p>
${register ? registerView(citation, pages, field) : citationView(citation, pages)}</li>`;
  })}</ul>`;
}
