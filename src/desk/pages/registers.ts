import { html } from "hono/html";
import type { CasePaper } from "../../core/cases/paper.ts";
import { printTime, registerInWords, registerLogicWords } from "../../core/in-words.ts";
import type { PermitCase, RegisterFormat, RegisterRowRef } from "../../core/permit.ts";
import type { HeldRegister } from "../../core/ports/permit-register.ts";
import type { Html } from "../parts/layout.ts";
import { address } from "../parts/pager.ts";
import { permitCaseView } from "./permit-case.ts";

const formatWords: Record<RegisterFormat, string> = {
  "rwdz-permits": "RWDZ: pozwolenia na budowę",
  "rwdz-notifications": "RWDZ: zgłoszenia",
  wroclaw: "rejestr miejski",
};

/** Which registers there are, what they reach over and what they cannot tell. */
export function registersPage(registers: readonly HeldRegister[]): Html {
  return html`<p class="kicker"><a href="/permits">Rejestr pozwoleń i zgłoszeń</a></p>
<h1>Wczytane rejestry</h1>
${
  registers.length === 0
    ? html`<p class="notice bad">Nie wczytano żadnego rejestru. Administrator wczytuje go poleceniem <code>teczka register import PLIK</code>.</p>`
    : html`<ul class="cases">${registers.map(registerView)}</ul>`
}
<p class="hint">Teczka nie bierze z rejestrów nazwisk osób: zostają nazwy firm i numery uprawnień.</p>`;
}

function registerView(register: HeldRegister): Html {
  const { holds, silence, row } = registerLogicWords[register.format];
  return html`<li class="case"><h2 class="claim">${register.name}</h2>
<p>${registerInWords(register)}</p>
${filesView(register.files)}
<dl class="facts"><dt>Rodzaj</dt><dd>${formatWords[register.format]}</dd>
<dt>Zawiera</dt><dd>${holds}</dd><dt>Brak wpisu</dt><dd>${silence}</dd><dt>Wpis</dt><dd>${row}</dd></dl>
<p class="sources"><a href="${address("/permits", { register: register.name, sort: "newest" })}">Najnowsze wpisy</a></p></li>`;
}

/** A register of a city comes in a dozen files, each of its years. */
function filesView(files: HeldRegister["files"]): Html {
  return html`<div class="cells"><table><thead><tr><th scope="col">Plik</th><th scope="col">Wiersze</th><th scope="col">Wczytano</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${files.map(
    ({ file, rows, importedAt, sha256 }) =>
      html`<tr><td>${file}</td><td>${rows}</td><td>${importedAt ? html`<time datetime="${importedAt}">${printTime(importedAt)}</time>` : "–"}</td><td><code title="${sha256}">${sha256.slice(0, 12)}…</code></td></tr>`,
  )}</tbody></table></div>`;
}

export interface RowPage {
  register: string;
  ref: RegisterRowRef;
  permit: PermitCase;
  papers: CasePaper[] | undefined;
}

/** The case that a row belongs to, as the row was cited. */
export function rowPage({ register, ref, permit, papers }: RowPage): Html {
  return html`<p class="kicker"><a href="/registers">${register}</a></p>
<h1>${ref.file}, wiersz ${ref.row}</h1>
<ol class="cases">${permitCaseView(permit, papers)}</ol>
<p class="hint">${registerLogicWords[permit.register.format].row}</p>`;
}
