import { html } from "hono/html";
import type { DraftView } from "../../core/drafts/draft-view.ts";
import { counted } from "../../core/in-words.ts";
import type { Html } from "../parts/layout.ts";
import { draftTable } from "./queue.ts";

export interface AskPage {
  /** What the field holds at first. */
  question: string;
  counts: { documents: number; pages: number; unreadablePages: number };
  examples: readonly string[];
  latest: readonly DraftView[];
}

export function askPage({ question, counts, examples, latest }: AskPage): Html {
  return html`<h1>O co zapytać archiwum?</h1>
<form method="post" action="/drafts" class="ask" data-once>
<label for="question">Pytanie</label>
<textarea id="question" name="question" rows="4" maxlength="4000" required autofocus aria-describedby="question-hint" data-submit-on-ctrl-enter>${question}</textarea>
<p class="hint" id="question-hint">Podaj działkę, znak sprawy, numer decyzji, adres albo teren planu i to, co chcesz wiedzieć. Ctrl+Enter wysyła.</p>
<button class="primary">Zapytaj</button>
</form>
<p class="hint">${archiveInWords(counts)}</p>
<section aria-labelledby="examples"><h2 id="examples">Na przykład</h2>
<ul class="examples">${examples.map((example) => html`<li><a href="/?q=${encodeURIComponent(example)}">${example}</a></li>`)}</ul>
</section>
${
  latest.length > 0
    ? html`<section aria-labelledby="latest"><h2 id="latest">Czekają na decyzję</h2>${draftTable(latest)}</section>`
    : ""
}`;
}

function archiveInWords({ documents, pages, unreadablePages }: AskPage["counts"]): string {
  if (documents === 0) return "Archiwum jest puste: wczytaj dokumenty poleceniem teczka ingest KATALOG.";
  const all = `${counted(documents, "dokument", "dokumenty", "dokumentów")}, ${counted(pages, "strona", "strony", "stron")}`;
  return unreadablePages > 0 ? `W archiwum: ${all}, w tym nieczytelne: ${unreadablePages}.` : `W archiwum: ${all}.`;
}
