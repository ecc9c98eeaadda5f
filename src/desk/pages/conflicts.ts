import { html } from "hono/html";
import type { listConflicts } from "../../api/conflicts.ts";
import { conflictFields } from "../../core/conflicts/conflict.ts";
import { counted, fieldInWords, nothingToCompare, valueInWords } from "../../core/in-words.ts";
import type { CitedPages } from "../parts/cited.ts";
import { sidesView } from "../parts/conflict-sides.ts";
import { choiceField, type Fault, textField } from "../parts/field.ts";
import type { Html } from "../parts/layout.ts";
import { address } from "../parts/pager.ts";

type Found = Awaited<ReturnType<typeof listConflicts>>;
type Case = Found["conflicts"][number]["case"];

export interface ConflictsPage {
  asked: Readonly<Record<string, string>>;
  faults: Readonly<Record<string, Fault>>;
  /** The first document that was gone through, counted from 0. */
  from: number;
  found?: Found | undefined;
  pages: CitedPages;
}

const names = [
  { name: "signature", label: "Znak sprawy", example: "AB.6740.1.234.2018" },
  { name: "number", label: "Numer decyzji", example: "614/2014" },
  { name: "parcel", label: "Działka", example: "87/14, AM-28" },
  { name: "address", label: "Adres", example: "Krucza 64-66" },
];

export function conflictsPage({ asked, faults, from, found, pages }: ConflictsPage): Html {
  return html`<h1>Rozbieżności między źródłami</h1>
<p class="hint">Teczka porównuje pisma jednej sprawy między sobą i z wpisami rejestrów. Pokazuje obie strony; nie rozstrzyga, która ma rację.</p>
<form method="get" action="/conflicts#results" class="look-up" role="search" aria-label="Rozbieżności">
<div class="grid">${choiceField(
    { name: "field", label: "Co się różni" },
    [{ value: "", name: "wszystko" }, ...conflictFields.map((value) => ({ value, name: fieldInWords(value) }))],
    asked.field ?? "",
  )}</div>
<details${names.some(({ name }) => asked[name] ?? faults[name]) ? html` open` : ""}><summary>Tylko jedna sprawa</summary>
<div class="grid">${names.map((field) => textField(field, asked[field.name] ?? "", faults[field.name]))}</div></details>
<p class="buttons"><button class="primary">Porównaj</button> <a class="button quiet" href="/conflicts">Całe archiwum</a></p>
</form>
${found ? foundView(found, asked, from, pages) : ""}`;
}

function foundView(found: Found, asked: ConflictsPage["asked"], from: number, pages: CitedPages): Html {
  const { conflicts, withheld, documents, next } = found;
  return html`<p class="found" id="results" role="status"><strong>${countInWords(found)}</strong> <span class="hint">${comparedInWords(documents, from, next)}</span></p>
${conflicts.map(({ case: of, field, values }) => conflictView(of, field, sidesView(field, values, pages)))}
${withheld.map(({ case: of, field, values }) =>
  conflictView(
    of,
    field,
    html`<p class="remark">Nie udało się potwierdzić obu stron w źródłach; sprawdź je samodzielnie.</p>
<ul class="sides">${values.map(({ value, claim }) => html`<li><p class="claim">${valueInWords(field, value)}</p><p>${claim.text}</p><ul class="reasons">${claim.reasons.map(({ detail }) => html`<li>${detail}</li>`)}</ul></li>`)}</ul>`,
  ),
)}
${nextView(asked, next)}`;
}

function conflictView(of: Case, field: string, sides: Html): Html {
  const { signature, key } = of;
  return html`<section class="conflict"><h2>${fieldInWords(field)} <small>sprawa ${signature ?? key}</small></h2>
${sides}
${signature ? html`<p class="sources"><a href="${address("/history", { signature })}">Przebieg sprawy</a> · <a href="${address("/documents", { signature })}">Pisma sprawy</a></p>` : ""}</section>`;
}

function countInWords({ conflicts, withheld, documents, next }: Found): string {
  if (documents.all === 0) return nothingToCompare;
  const count = counted(conflicts.length, "rozbieżność", "rozbieżności", "rozbieżności");
  const open = withheld.length > 0 ? `, niepotwierdzonych: ${withheld.length}` : "";
  if (conflicts.length + withheld.length > 0) return `Znaleziono: ${count}${open}.`;
  return next === undefined ? "Nie znaleziono rozbieżności." : "W tej części nie znaleziono rozbieżności.";
}

function comparedInWords({ done, all }: Found["documents"], from: number, next: number | undefined): string {
  if (all === 0) return "";
  if (from === 0 && next === undefined) return `Porównano ${counted(done, "dokument", "dokumenty", "dokumentów")}.`;
  return `Porównano dokumenty ${from + 1}–${done} z ${all}.`;
}

/** The archive is gone through in parts, so that no page keeps anyone waiting for all of it. */
function nextView(asked: ConflictsPage["asked"], next: number | undefined): Html {
  if (next === undefined) return html``;
  return html`<p><a class="button primary" rel="next" href="${address("/conflicts", { ...asked, from: String(next) })}">Porównaj dalszą część archiwum →</a></p>`;
}
