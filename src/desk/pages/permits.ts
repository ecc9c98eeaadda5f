import { html } from "hono/html";
import type { FoundPermits } from "../../api/reading.ts";
import type { CasePaper } from "../../core/cases/paper.ts";
import { counted } from "../../core/in-words.ts";
import type { PermitCase } from "../../core/permit.ts";
import type { Html } from "../parts/layout.ts";
import { address, pager, type Slice, sliceInWords } from "../parts/pager.ts";
import { registerNotes } from "../parts/register-note.ts";
import { permitCaseView } from "./permit-case.ts";
import { type PermitForm, permitForm } from "./permit-form.ts";

export interface PermitsPage extends PermitForm {
  /** Absent when nothing was asked, or what was asked cannot be read. */
  found?: FoundPermits | undefined;
  slice: Slice;
  papersOf: (permit: PermitCase) => CasePaper[] | undefined;
}

export function permitsPage({ asked, faults, registers, found, slice, papersOf }: PermitsPage): Html {
  return html`<h1>Rejestr pozwoleń i zgłoszeń</h1>
${permitForm({ asked, faults, registers })}
${found ? foundView(found, { asked, slice, papersOf }) : Object.keys(faults).length > 0 ? notLookedUp() : registerNotes(registers, false)}`;
}

function notLookedUp(): Html {
  return html`<p class="notice bad" role="alert">Niczego nie sprawdzono: popraw zaznaczone pole.</p>`;
}

type Shown = Pick<PermitsPage, "asked" | "slice" | "papersOf">;

function foundView(found: FoundPermits, { asked, slice, papersOf }: Shown): Html {
  const { cases, total, possible, registers } = found;
  const list = (shown: readonly PermitCase[]) =>
    html`<ol class="cases">${shown.map((permit) => permitCaseView(permit, papersOf(permit)))}</ol>`;
  const exact = cases.filter(({ match }) => match === "exact");
  const unsure = cases.filter(({ match }) => match === "possible");
  if (registers.length === 0) return registerNotes(registers, true);
  return html`<p class="found" id="results" role="status"><strong>${totalInWords(total, possible)}</strong> <span class="hint">${sliceInWords(slice)}</span></p>
${total === 0 ? nextSteps(asked) : ""}
${exact.length > 0 ? list(exact) : ""}
${
  unsure.length > 0
    ? html`<section class="possible" aria-labelledby="possible"><h2 id="possible">Możliwe dopasowania</h2>
<p class="hint">Rejestr nie rozstrzyga, czy to sprawy, o które pytasz: numer jest w nim nieczytelny albo brakuje arkusza, obrębu lub numeru domu. Sprawdź je w źródle.</p>
${list(unsure)}</section>`
    : ""
}
${pager("/permits", asked, slice)}
${relatedView(found, papersOf)}
${registerNotes(registers, total === 0)}`;
}

/** Of a parcel that was divided or joined: what stands under the numbers before and after, apart from what was asked. */
function relatedView({ related = [] }: FoundPermits, papersOf: Shown["papersOf"]): Html {
  if (related.length === 0) return html``;
  return html`<section aria-labelledby="related"><h2 id="related">Działki sprzed podziału i po podziale</h2>
<p class="hint">Tak mówią pisma archiwum lub rejestr; te sprawy nie są wliczone wyżej.</p>
<ol class="cases">${related.map((permit) => permitCaseView(permit, papersOf(permit)))}</ol></section>`;
}

const subjects = ["parcel", "address", "number", "signature"];

/** What may find it after all. */
function nextSteps(asked: Shown["asked"]): Html {
  const { parcel } = asked;
  const given = Object.keys(asked).filter((name) => name !== "sort");
  const words = subjects.flatMap((name) => asked[name] ?? []).join(" ");
  const [bare] = /\d+(?:\/\d+)?/u.exec(parcel ?? "") ?? [];
  const steps = [
    given.length > 1 ? html`Wpis musiał spełnić wszystkie pola naraz: zostaw jedno z nich.` : undefined,
    bare && bare !== parcel?.trim()
      ? html`Szukaj działki bez arkusza i obrębu: <a href="${address("/permits", { ...asked, parcel: bare })}">${bare}</a>.`
      : undefined,
    words ? html`Szukaj w treści pism: <a href="${address("/search", { q: words })}">${words}</a>.` : undefined,
  ].filter((step) => step !== undefined);
  return steps.length > 0 ? html`<ul>${steps.map((step) => html`<li>${step}</li>`)}</ul>` : html``;
}

function totalInWords(total: number, possible: number): string {
  if (total === 0) return "Nie znaleziono wpisu.";
  const exact = total - possible;
  const all = counted(total, "sprawa", "sprawy", "spraw");
  if (possible === 0) return `Znaleziono: ${all}.`;
  return exact === 0
    ? `Pewnego wpisu nie znaleziono; możliwe dopasowania: ${possible}.`
    : `Znaleziono: ${all}, w tym możliwe dopasowania: ${possible}.`;
}
