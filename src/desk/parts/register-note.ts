import { html } from "hono/html";
import { noRegisters, registerInWords, registerLogicWords } from "../../core/in-words.ts";
import type { RegisterLookup } from "../../core/ports/permit-register.ts";
import type { Html } from "./layout.ts";

type Register = RegisterLookup["registers"][number];

/** What each of the registers asked holds, and what its silence and its rows mean; the silence first when there was one. */
export function registerNotes(registers: readonly Register[], silent: boolean): Html {
  if (registers.length === 0) {
    return html`<p class="notice bad">${noRegisters} Administrator wczytuje rejestr poleceniem <code>teczka register import PLIK</code>.</p>`;
  }
  const rows = Map.groupBy(registers, ({ format }) => registerLogicWords[format].row);
  return html`<section class="register-notes" aria-labelledby="registers-asked">
<h2 id="registers-asked">Co sprawdzono i co z tego wynika</h2>
<ul>${registers.map((register) => registerNote(register, silent))}</ul>
<p>${[...rows].map(([row, own]) => (rows.size > 1 ? `${own.map(({ name }) => `„${name}”`).join(", ")}: ${row}` : row)).join(" ")} <a href="/registers">Wczytane rejestry</a></p>
</section>`;
}

function registerNote(register: Register, silent: boolean): Html {
  const { holds, silence } = registerLogicWords[register.format];
  return html`<li>${registerInWords(register)} ${holds} ${silent ? html`<strong>${silence}</strong>` : silence}</li>`;
}
