import { html } from "hono/html";
import type { Actor } from "../../core/access.ts";
import { type DraftBrief, type DraftView, type DraftWhole, isMade, isWhole } from "../../core/drafts/draft-view.ts";
import type { CitedPages } from "../parts/cited.ts";
import { claimsView, conflictsView, withheldView } from "../parts/claims.ts";
import type { Html } from "../parts/layout.ts";
import { proofView } from "../parts/proof.ts";
import { draftOutcomeWords, originWords, printTime } from "../../core/in-words.ts";
import { statusTag } from "./queue.ts";

export function draftPage(draft: DraftView, actor: Actor, pages: CitedPages): Html {
  return html`${draftHead(draft)}
${isWhole(draft) && isMade(draft) ? wholeDraft(draft, actor, pages) : briefDraft(draft, actor)}`;
}

function draftHead({ id, question, status, askedBy, createdAt, origin }: DraftBrief): Html {
  return html`<p class="kicker">Projekt odpowiedzi ${statusTag(status)}</p>
<h1 class="question">${question}</h1>
<p class="meta">Zapytał(a): ${askedBy}, <time datetime="${createdAt}">${printTime(createdAt)}</time>, ${originWords[origin]}. Nr ${id}.</p>`;
}

/** In the making, never finished, or of someone who may not read it yet. */
function briefDraft(draft: DraftView, actor: Actor): Html {
  const { id, status, outcome, note } = draft;
  if (status === "running") {
    return html`<div class="notice" role="status" data-running="/v1/drafts/${id}"><p><span class="busy" aria-hidden="true"></span> Teczka szuka odpowiedzi i sprawdza cytaty. Strona odświeży się sama.</p></div>
${cancelForm(draft, actor)}`;
  }
  const told = [
    status === "failed" ? "Projekt nie powstał." : "",
    status === "cancelled" ? "Pytanie anulowano." : "",
    status === "rejected" ? "Urzędnik odrzucił projekt odpowiedzi." : "",
    status === "awaiting_approval" && outcome
      ? `${draftOutcomeWords[outcome]}. Treść będzie dostępna, gdy zatwierdzi ją urzędnik.`
      : "",
    note ?? "",
  ].filter((line) => line !== "");
  return html`${told.map((line) => html`<p class="notice${status === "failed" ? " bad" : ""}" role="status">${line}</p>`)}
${status === "approved" ? html`<p><a class="button primary" href="/answers/${id}">Odpowiedź</a></p>` : ""}
${status === "failed" || status === "cancelled" ? askAgain(draft) : ""}`;
}

function wholeDraft(draft: DraftWhole, actor: Actor, pages: CitedPages): Html {
  const { claims, withheld, conflicts, search, outcome, status } = draft;
  const decides = status === "awaiting_approval" && (actor.role === "clerk" || actor.role === "admin");
  return html`${decisionNotice(draft)}
<p class="outcome ${outcome}">${draftOutcomeWords[outcome]}${decides ? html` <a class="jump" href="#decision">Przejdź do decyzji</a>` : ""}</p>
${clarificationView(draft)}
${claimsView(claims, search, pages)}
${conflictsView(conflicts, pages)}
${withheldView(withheld, pages)}
${proofView(search, outcome)}
${decides ? decisionForms(draft) : ""}
${madeView(draft)}`;
}

function decisionNotice({ id, status, decision, note, question }: DraftWhole): Html {
  if (!decision) return html``;
  const who = html`${decision.by}, <time datetime="${decision.at}">${printTime(decision.at)}</time>`;
  const comment = decision.comment ? html` Uwaga: „${decision.comment}”.` : "";
  if (status === "approved") {
    return html`<div class="notice good" role="status"><p>Zatwierdzony: ${who}.${comment}</p><p><a class="button primary" href="/answers/${id}">Odpowiedź do wklejenia</a></p></div>`;
  }
  const word = status === "rejected" ? "Odrzucony" : "Anulowany";
  return html`<div class="notice bad" role="status"><p>${word}: ${who}.${comment}</p>${note ? html`<p>${note}</p>` : ""}${askAgain({ question })}</div>`;
}

function clarificationView({ clarification, question }: DraftWhole): Html {
  if (!clarification) return html``;
  const { question: asked, choices } = clarification;
  return html`<section class="notice" aria-labelledby="clarify"><h2 id="clarify">${asked}</h2>
<ul>${choices.map((choice) => html`<li><a href="/?q=${encodeURIComponent(`${question} – ${choice}`)}">${choice}</a></li>`)}</ul></section>`;
}

/** What the signature under it means. */
const approvalWords: Record<DraftWhole["outcome"], string> = {
  answered: "Zatwierdzasz to, co stoi wyżej w części „Odpowiedź”, z rozbieżnościami i opisem szukania.",
  partly_answered: "Zatwierdzasz to, co stoi wyżej w części „Odpowiedź”, jako odpowiedź na część pytania.",
  not_found: "Zatwierdzasz, że w archiwum nie znaleziono odpowiedzi, z opisem szukania.",
  needs_clarification: "Zatwierdzasz, że pytanie wymaga doprecyzowania.",
};

function decisionForms({ id, hash, outcome, conflicts }: DraftWhole): Html {
  return html`<section class="decision" id="decision" aria-labelledby="decide">
<h2 id="decide">Decyzja</h2>
<form method="post" action="/drafts/${id}/decision" data-once>
<input type="hidden" name="hash" value="${hash}">
<p>${approvalWords[outcome]}</p>
${conflicts.length > 0 ? html`<p class="notice bad">Źródła są rozbieżne. Zanim zatwierdzisz, porównaj obie strony: <a href="#conflicts">rozbieżności (${conflicts.length})</a>.</p>` : ""}
<button class="primary" name="decision" value="approve">Zatwierdź odpowiedź</button>
</form>
<form method="post" action="/drafts/${id}/decision" data-once>
<input type="hidden" name="hash" value="${hash}">
<label for="comment">Powód odrzucenia</label>
<textarea id="comment" name="comment" rows="2" maxlength="4000" required></textarea>
<button class="danger" name="decision" value="reject">Odrzuć</button>
</form>
</section>`;
}

function cancelForm({ id, askedBy }: DraftBrief, actor: Actor): Html {
  const may = askedBy === actor.id || actor.role === "clerk" || actor.role === "admin";
  if (!may) return html``;
  return html`<form method="post" action="/drafts/${id}/cancel" data-once><button class="quiet">Anuluj pytanie</button></form>`;
}

function askAgain({ question }: Pick<DraftBrief, "question">): Html {
  return html`<p><a class="button" href="/?q=${encodeURIComponent(question)}">Zapytaj ponownie</a></p>`;
}

/** What an evaluator needs to repeat it, out of the officer's way. */
function madeView({ hash, made, labels }: DraftWhole): Html {
  return html`<details class="made"><summary>Dane techniczne projektu</summary><dl>
<dt>Skrót (SHA-256)</dt><dd><code>${hash}</code></dd>
<dt>Etykiety dostępu</dt><dd>${labels.length > 0 ? labels.join(", ") : "brak"}</dd>
<dt>Archiwum</dt><dd><code>${made.archive}</code></dd>
<dt>Indeks</dt><dd><code>${made.index}</code></dd>
<dt>Program</dt><dd>${made.software}${made.model ? `, model ${made.model}` : ", bez modelu językowego"}</dd>
</dl></details>`;
}
