import { html } from "hono/html";
import type { Answer } from "../../core/draft.ts";
import { answerText } from "../parts/answer-text.ts";
import type { CitedPages } from "../parts/cited.ts";
import { claimsView, conflictsView } from "../parts/claims.ts";
import type { Html } from "../parts/layout.ts";
import { draftOutcomeWords, printTime } from "../../core/in-words.ts";

export function answerPage(answer: Answer, pages: CitedPages, sample: boolean): Html {
  const { id, question, outcome, claims, conflicts, approvedBy, approvedAt, sourcesChanged } = answer;
  return html`<p class="kicker">Odpowiedź zatwierdzona</p>
<h1 class="question">${question}</h1>
<p class="notice good" role="status">Zatwierdził(a): ${approvedBy}, <time datetime="${approvedAt}">${printTime(approvedAt)}</time>. <a href="/drafts/${id}">Projekt odpowiedzi</a></p>
${sourcesChanged ? html`<p class="notice bad">Po zatwierdzeniu zmieniła się treść cytowanych stron albo wierszy rejestru. Odpowiedź pozostaje taka, jaką zatwierdzono.</p>` : ""}
<section aria-labelledby="paste">
<h2 id="paste">Do wklejenia</h2>
<textarea class="paste" id="answer-text" readonly rows="12" aria-label="Tekst odpowiedzi">${answerText(answer, sample)}</textarea>
<button type="button" class="primary" data-copy="answer-text" hidden>Kopiuj</button>
<span role="status" data-copied></span>
</section>
${claims.length === 0 ? html`<p class="outcome ${outcome}">${draftOutcomeWords[outcome]}</p>` : claimsView(claims, answer.search, pages)}
${conflictsView(conflicts, pages)}`;
}
