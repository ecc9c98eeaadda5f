import { html } from "hono/html";
import type { Html } from "../parts/layout.ts";

/**
 * A link is used up by its button, not by opening it: a terminal, a mail filter or a chat that looks the address up
 * beforehand does not take it away from the person it was meant for.
 */
export function signInByLink(link: string, next: string): Html {
  return html`<div class="narrow">
<h1>Logowanie do Teczki</h1>
<p>Link działa raz, przez 15 minut od wydania.</p>
<form method="post" action="/sign-in">
<input type="hidden" name="secret" value="${link}">
<input type="hidden" name="next" value="${next}">
<button class="primary" autofocus>Zaloguj się</button>
</form>
</div>`;
}

export function signInByKey(next: string, refused?: string): Html {
  return html`<div class="narrow">
<h1>Logowanie do Teczki</h1>
${refused ? html`<p class="notice bad" role="alert">${refused}</p>` : ""}
<form method="post" action="/sign-in">
<input type="hidden" name="next" value="${next}">
<label for="secret">Klucz dostępu</label>
<input id="secret" name="secret" type="password" autocomplete="current-password" required autofocus aria-describedby="secret-hint">
<p class="hint" id="secret-hint">Klucz wydaje administrator (polecenie <code>teczka token create</code>). Jednorazowy link do logowania wypisuje Teczka przy starcie.</p>
<button class="primary">Zaloguj się</button>
</form>
</div>`;
}
