import { html } from "hono/html";
import type { Problem } from "../../api/problem.ts";
import type { Html } from "../parts/layout.ts";

export function errorPage({ title, detail, hint, status }: Problem, back: string | undefined): Html {
  return html`<div class="narrow"><p class="kicker">Błąd ${status}</p>
<h1>${title}</h1>
<p class="notice bad" role="alert">${detail}</p>
<p>${hint}</p>
<p>${back ? html`<a class="button primary" href="${back}">Wróć</a> ` : ""}<a class="button" href="/">Strona główna</a></p>
</div>`;
}
