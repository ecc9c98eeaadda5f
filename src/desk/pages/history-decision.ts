import { html } from "hono/html";
import type { z } from "zod";
import type { decisionSchema, StatusCode } from "../../core/history/model.ts";
import { decisionInWords } from "../../core/history/words.ts";
import { printDate } from "../../core/identity/dates.ts";
import { valueInWords } from "../../core/in-words.ts";
import { withStop } from "../../core/text/in-line.ts";
import type { Html } from "../parts/layout.ts";
import { sourceLinks } from "../parts/source.ts";

type Decision = z.infer<typeof decisionSchema>;

/** The shortest true word for where a decision stands; the sentence beside it says more. */
const statusWords: Record<StatusCode, { text: string; tone: string }> = {
  undated: { text: "bez daty", tone: "" },
  not_issued: { text: "jeszcze niewydana", tone: "" },
  not_a_decision: { text: "nie jest decyzją", tone: "" },
  finality_unknown: { text: "nie wiadomo, czy ostateczna", tone: "" },
  not_final: { text: "nieostateczna", tone: "" },
  appealed: { text: "zaskarżona", tone: "stop" },
  final: { text: "ostateczna", tone: "approved" },
  stayed: { text: "wstrzymana", tone: "stop" },
  sent_back: { text: "uchylona, do ponownego rozpatrzenia", tone: "stop" },
  replaced: { text: "uchylona i zastąpiona", tone: "stop" },
  repealed: { text: "uchylona", tone: "stop" },
  expired: { text: "wygasła", tone: "stop" },
  annulled: { text: "nieważna", tone: "stop" },
};

/** A decision on the day asked for, with what its status rests on and what is not known. */
export function historyDecision(decision: Decision): Html {
  const { kind, number, date, authority, signature, outcome, parcels, sources, status } = decision;
  const { text, tone } = statusWords[status.code];
  const about = [authority, signature, ...parcels.map((parcel) => valueInWords("parcel", parcel))].filter(Boolean);
  return html`<li class="case"><p class="claim">${capital(decisionInWords(kind, number, outcome))}${date ? `, ${printDate(date)}` : ""} <span class="tag ${tone}">${text}</span></p>
<p class="status">${withStop(capital(status.text))}</p>
${about.length > 0 ? html`<p class="meta">${about.join(" · ")}</p>` : ""}
${
  status.steps.length > 0
    ? html`<ul class="steps">${status.steps.map(
        (step) => html`<li>${step.text} <span class="sources">${sourceLinks(step.sources)}</span></li>`,
      )}</ul>`
    : ""
}
${
  status.open.length > 0
    ? html`<div class="open"><p>Nie wiadomo:</p><ul>${status.open.map((open) => html`<li>${open}</li>`)}</ul></div>`
    : ""
}
${status.steps.length === 0 ? html`<p class="sources">Źródło: ${sourceLinks(sources)}</p>` : ""}</li>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
