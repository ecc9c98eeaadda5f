import { html } from "hono/html";
import type { FoundPermits } from "../../api/reading.ts";
import { printDate } from "../../core/identity/dates.ts";
import type { PermitCase, PermitQuery } from "../../core/permit.ts";
import { fieldTable } from "../parts/citation.ts";
import type { Html } from "../parts/layout.ts";
import { counted, outcomeWords, valueInWords } from "../../core/in-words.ts";

const fields: { name: keyof PermitQuery; label: string; example: string }[] = [
  { name: "parcel", label: "Działka", example: "87/14, AM-28" },
  { name: "number", label: "Numer decyzji", example: "614/2014" },
  { name: "signature", label: "Znak sprawy", example: "AB.6740.1.234.2018" },
  { name: "address", label: "Adres", example: "Krucza 64" },
];

export function permitsPage(query: PermitQuery, found: FoundPermits | undefined): Html {
  return html`<h1>Rejestr pozwoleń i zgłoszeń</h1>
<form method="get" action="/permits" class="grid">${fields.map(
    ({ name, label, example }) => html`<p><label for="${name}">${label}</label>
<input id="${name}" name="${name}" value="${query[name] ?? ""}" placeholder="${example}" maxlength="500"></p>`,
  )}
<button class="primary">Sprawdź</button></form>
${found ? foundView(found) : ""}`;
}

function foundView({ cases, registers }: FoundPermits): Html {
  return html`<p class="hint" role="status">Znaleziono: ${counted(cases.length, "sprawa", "sprawy", "spraw")}. Sprawdzone rejestry: ${registers.length > 0 ? registers.map(({ name }) => name).join(", ") : "żadnego nie wczytano"}.
Brak wpisu w RWDZ nie oznacza odmowy, a wpis nie dowodzi, że decyzja nadal wiąże.</p>
<ol class="claims">${cases.map(caseView)}</ol>`;
}

function caseView(permit: PermitCase): Html {
  const { register, authority, number, rawNumber, date, outcome, kind, address, parcels, match, rows } = permit;
  return html`<li><p class="claim">${number ?? (rawNumber ? `numer nieczytelny: „${rawNumber}”` : "bez numeru")}${date ? ` z ${printDate(date)}` : ""}
<span class="tag">${outcome ? outcomeWords[outcome] : "rozstrzygnięcie nieustalone"}</span>
${match === "possible" ? html`<span class="tag stop">możliwe dopasowanie</span>` : ""}</p>
<p class="meta">${[authority, kind, address, ...parcels.map((parcel) => valueInWords("parcel", parcel))].filter(Boolean).join(" · ")}</p>
<details><summary>${register.name}: ${rows.map(({ file, row }) => `${file}, wiersz ${row}`).join("; ")}</summary>${fieldTable(permit.fields)}</details></li>`;
}
