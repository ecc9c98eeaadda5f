import { html } from "hono/html";
import type { Conflict } from "../../core/draft.ts";
import { valueInWords } from "../../core/in-words.ts";
import { citationView } from "./citation.ts";
import type { CitedPages } from "./cited.ts";
import type { Html } from "./layout.ts";

/** What each source says, side by side, with the words it says it in. */
export function sidesView(field: string, values: Conflict["values"], pages: CitedPages): Html {
  return html`<ul class="sides">${values.map(
    ({ value, citation }) =>
      html`<li><p class="claim"><span class="origin">${originOf(citation)}</span> ${valueInWords(field, value)}</p>${citationView(citation, pages)}</li>`,
  )}</ul>`;
}

function originOf({ kind }: Conflict["values"][number]["citation"]): string {
  return kind === "register" ? "Rejestr:" : kind === "passage" ? "Pismo:" : "";
}
