import { html } from "hono/html";
import type { DraftStatus } from "../../core/draft.ts";
import type { DraftView } from "../../core/drafts/draft-view.ts";
import { draftOutcomeWords, printTime, statusWords } from "../../core/in-words.ts";
import type { Html } from "../parts/layout.ts";

const filters: { status: DraftStatus | undefined; name: string }[] = [
  { status: "awaiting_approval", name: "Czekające" },
  { status: "approved", name: "Zatwierdzone" },
  { status: "rejected", name: "Odrzucone" },
  { status: "running", name: "W przygotowaniu" },
  { status: "failed", name: "Przerwane" },
  { status: "cancelled", name: "Anulowane" },
  { status: undefined, name: "Wszystkie" },
];

export function queuePage(drafts: readonly DraftView[], status: DraftStatus | undefined): Html {
  return html`<h1>Projekty odpowiedzi</h1>
<nav aria-label="Stan projektów" class="filters"><ul>${filters.map(
    (filter) =>
      html`<li><a href="/drafts?status=${filter.status ?? "all"}"${filter.status === status ? html` aria-current="true"` : ""}>${filter.name}</a></li>`,
  )}</ul></nav>
${drafts.length > 0 ? draftTable(drafts) : html`<p>Nie ma tu żadnych projektów.</p>`}`;
}

export function draftTable(drafts: readonly DraftView[]): Html {
  return html`<table class="list">
<thead><tr><th scope="col">Pytanie</th><th scope="col">Wynik</th><th scope="col">Stan</th><th scope="col">Kto i kiedy</th></tr></thead>
<tbody>${drafts.map(draftRow)}</tbody>
</table>`;
}

function draftRow({ id, question, outcome, status, askedBy, createdAt }: DraftView): Html {
  const made = status !== "running" && status !== "failed" && outcome !== undefined;
  return html`<tr>
<td><a class="question" href="/drafts/${id}">${question}</a></td>
<td>${made ? draftOutcomeWords[outcome] : "–"}</td>
<td>${statusTag(status)}</td>
<td>${askedBy}<br><time datetime="${createdAt}">${printTime(createdAt)}</time></td>
</tr>`;
}

export function statusTag(status: DraftStatus): Html {
  return html`<span class="tag ${status}">${statusWords[status]}</span>`;
}
