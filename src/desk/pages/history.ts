import { html } from "hono/html";
import type { findHistory } from "../../api/reading.ts";
import type { HistoryEvent } from "../../core/history/model.ts";
import { printDate } from "../../core/identity/dates.ts";
import { counted, registerInWords, registerLogicWords, valueInWords } from "../../core/in-words.ts";
import { type Fault, textField } from "../parts/field.ts";
import type { Html } from "../parts/layout.ts";
import { sourceLinks } from "../parts/source.ts";
import { historyDecision } from "./history-decision.ts";

type History = Awaited<ReturnType<typeof findHistory>>;

export interface HistoryPage {
  asked: Readonly<Record<string, string>>;
  /** By the name of the field; under `subject` what is wrong with all of them together. */
  faults: Readonly<Record<string, Fault>>;
  /** ISO, for the field. */
  on: string;
  told?: History | undefined;
}

const fields = [
  { name: "parcel", label: "Działka", example: "87/14, AM-28, obręb Poświętne" },
  { name: "address", label: "Adres", example: "Krucza 64-66" },
  { name: "number", label: "Numer decyzji", example: "614/2014 albo 614/14" },
  { name: "signature", label: "Znak sprawy", example: "AB.6740.1.234.2018" },
];

export function historyPage({ asked, faults, on, told }: HistoryPage): Html {
  return html`<h1>Historia nieruchomości albo decyzji</h1>
<form method="get" action="/history#results" class="look-up" role="search" aria-label="Historia">
<fieldset><legend>Czego dotyczy: wypełnij jedno pole</legend>
${faults.subject ? html`<p class="fault" role="alert">${faults.subject.message} ${faults.subject.hint}</p>` : ""}
<div class="grid">${fields.map((field) => textField(field, asked[field.name] ?? "", faults[field.name]))}</div></fieldset>
<div class="day">${textField({ name: "on", label: "Stan na dzień" }, on, faults.on, "date")}</div>
<p class="buttons"><button class="primary">Pokaż</button> <a class="button quiet" href="/history">Wyczyść</a></p>
</form>
${told ? historyView(told) : ""}`;
}

function historyView(told: History): Html {
  const { subject, on, decisions, events, undated, truncated } = told;
  const nothing = decisions.length + events.length + undated.length === 0;
  return html`<h2 class="subject" id="results">${capital(subject.label)}</h2>
${
  nothing
    ? html`<p class="notice" role="status">Ani dokumenty, ani rejestry nie mówią nic o tym, o co pytasz. To nie dowód, że niczego nie wydano: zobacz niżej, co przejrzano.</p>`
    : html`<p class="hint" role="status">Decyzje: ${decisions.length}, zdarzenia: ${events.length + undated.length}.</p>`
}
${truncated ? html`<p class="notice bad">Spraw jest więcej, niż tu pokazano. Zapytaj o numer decyzji albo znak sprawy.</p>` : ""}
${
  decisions.length > 0
    ? html`<section aria-labelledby="status"><h2 id="status">Stan decyzji na dzień ${printDate(on)}</h2>
<ul class="cases">${decisions.map(historyDecision)}</ul></section>`
    : ""
}
${parcelsView(told)}
${events.length > 0 ? html`<section aria-labelledby="events"><h2 id="events">Przebieg</h2>${timeline(events, on)}</section>` : ""}
${undated.length > 0 ? html`<section aria-labelledby="undated"><h2 id="undated">Bez odczytanej daty</h2>${timeline(undated, on)}</section>` : ""}
${missingView(told)}
${unknownView(told)}
${coverageView(told)}`;
}

const dateWords: Record<HistoryEvent["dateOf"], string> = {
  filing: "wpływ",
  issue: "wydano",
  delivery: "doręczono",
  finality: "ostateczność",
  parcel: "działka",
};

const certaintyWords: Record<HistoryEvent["certainty"], { text: string; tone: string } | undefined> = {
  agreed: { text: "pismo i rejestr zgodne", tone: "approved" },
  one_source: undefined,
  dates_differ: { text: "daty się różnią", tone: "stop" },
  possible: { text: "możliwe, nie pewne", tone: "stop" },
};

function timeline(events: readonly HistoryEvent[], on: string): Html {
  return html`<ol class="timeline">${events.map(
    ({ date, dateOf, what, authority, signature, certainty, note, formerParcel, sources }) => {
      const sure = certaintyWords[certainty];
      const late = date !== null && date > on;
      return html`<li${late ? html` class="later"` : ""}><p class="when">${
        date ? html`<time datetime="${date}">${printDate(date)}</time>` : "bez daty"
      } <span class="tag">${dateWords[dateOf]}</span>${late ? html` <span class="hint">po dniu, o który pytasz</span>` : ""}</p>
<p class="claim">${capital(what)} ${sure ? html`<span class="tag ${sure.tone}">${sure.text}</span>` : ""}</p>
${note ? html`<p class="remark">${note}</p>` : ""}
<p class="meta">${[authority, signature, formerParcel && `dotyczy dawnej: ${formerParcel}`].filter(Boolean).join(" · ")}</p>
<p class="sources">${sourceLinks(sources)}</p></li>`;
    },
  )}</ol>`;
}

function parcelsView({ parcels }: History): Html {
  if (parcels.length === 0) return html``;
  return html`<section aria-labelledby="parcels"><h2 id="parcels">Podziały i połączenia działek</h2>
<ul>${parcels.map(
    ({ former, later, date, sources }) =>
      html`<li>${valueInWords("parcel", former)} → ${valueInWords("parcel", later)}${date ? `, ${printDate(date)}` : ", bez daty"} <span class="sources">${sourceLinks(sources)}</span></li>`,
  )}</ul></section>`;
}

function missingView({ missing }: History): Html {
  if (missing.length === 0) return html``;
  return html`<section class="notice bad" aria-labelledby="missing"><h2 id="missing">Czego brakuje w archiwum</h2>
<ul>${missing.map(({ text, sources }) => html`<li>${text}${sources.length > 0 ? html` <span class="sources">${sourceLinks(sources)}</span>` : ""}</li>`)}</ul></section>`;
}

function unknownView({ unknownHere }: History): Html {
  if (unknownHere.length === 0) return html``;
  return html`<section class="notice" aria-labelledby="unknown"><h2 id="unknown">Czego to archiwum nie może wiedzieć i kto to wie</h2>
<dl>${unknownHere.map(({ authority, text }) => html`<dt>${authority}</dt><dd>${text}</dd>`)}</dl></section>`;
}

function coverageView({ coverage: { documents, years, registers } }: History): Html {
  const [first, last] = [years?.from.slice(0, 4), years?.to.slice(0, 4)];
  const span = first === undefined ? "" : first === last ? ` z roku ${first}` : ` z lat ${first}–${last}`;
  return html`<section class="register-notes" aria-labelledby="coverage"><h2 id="coverage">Co przejrzano</h2>
<ul><li>${counted(documents, "pismo", "pisma", "pism")} tych spraw${span}.</li>
${registers.map((register) => html`<li>${registerInWords(register)} ${registerLogicWords[register.format].silence}</li>`)}
</ul></section>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
