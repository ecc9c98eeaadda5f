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
const statusTags: Record<StatusCode, string> = {
  undated: "bez daty",
  not_issued: "jeszcze niewydana",
  not_a_decision: "nie jest decyzją",
  finality_unknown: "nie wiadomo, czy ostateczna",
  not_final: "nieostateczna",
  appealed: "zaskarżona",
  final: "ostateczna",
  stayed: "wstrzymana",
  partly_ended: "uchylona w części albo niejednoznaczna",
  sent_back: "uchylona, do ponownego rozpatrzenia",
  replaced: "uchylona i zastąpiona",
  repealed: "uchylona",
  expired: "wygasła",
  annulled: "nieważna",
};

/** What tells for no colour, since it is neither force nor its loss. */
const plain: readonly StatusCode[] = ["undated", "not_issued", "not_a_decision", "finality_unknown", "not_final"];

function toneOf(code: StatusCode): string {
  if (code === "final") return "approved";
  return plain.includes(code) ? "" : "stop";
}

/** A decision on the day asked for, with what its status rests on and what is not known. */
export function historyDecision(decision: Decision): Html {
  const { date, authority, signature, parcels, sources, status, possible } = decision;
  const about = [authority, signature, ...parcels.map((parcel) => valueInWords("parcel", parcel))].filter(Boolean);
  return html`<li class="case"><p class="claim">${capital(decisionInWords(decision))}${date ? `, ${printDate(date)}` : ""} <span class="tag ${toneOf(status.code)}">${statusTags[status.code]}</span>${possible ? html` <span class="tag stop">możliwe, nie pewne</span>` : ""}</p>
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
