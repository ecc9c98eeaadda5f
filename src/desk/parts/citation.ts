import { html } from "hono/html";
import type { Citation, DerivedCitation, LawCitation, PassageCitation, RegisterCitation } from "../../core/draft.ts";
import type { CitedPages } from "./cited.ts";
import type { Html } from "./layout.ts";
import { rowPlace } from "./rows.ts";
import { toldColumns } from "../../core/told-columns.ts";
import { titleNote } from "./names.ts";
import { pageText } from "./page-text.ts";
import { type Excerpt, excerptOf, flowing } from "./quote.ts";

/** One citation as a clerk checks it: where it stands, and the words with what stands around them. */
export function citationView(citation: Citation, pages: CitedPages): Html {
  switch (citation.kind) {
    case "passage":
      return passageView(citation, pages);
    case "register":
      return registerView(citation, pages);
    case "law":
      return lawView(citation);
    case "derived":
      return derivedView(citation, pages);
  }
}

type Place = Pick<PassageCitation, "document" | "page" | "endPage" | "start" | "end">;

/** Address of the cited page with the quote marked: `/documents/ID/pages/3?version=1&start=120&end=180#cytat`. */
export function pageHref({ document, page, endPage, start, end }: Place): string {
  const query = new URLSearchParams({ version: String(document.version), start: String(start), end: String(end) });
  if (endPage !== undefined && endPage !== page) query.set("endPage", String(endPage));
  return `/documents/${encodeURIComponent(document.id)}/pages/${page}?${query}#cytat`;
}

function passageView(citation: PassageCitation, pages: CitedPages): Html {
  const { document, page, endPage, headingPath } = citation;
  const place = `${document.path}, s. ${endPage === undefined || endPage === page ? page : `${page}–${endPage}`}`;
  return html`<figure class="citation">
<figcaption>${pages ? html`<a href="${pageHref(citation)}">${place}</a>` : html`<span>${place}</span>`}
${titleNote(document)}
${headingPath.length > 0 ? html`<span class="path">${headingPath.join(" › ")}</span>` : ""}</figcaption>
<blockquote class="page-text">${excerptsOf(citation, pages).map(excerptView)}</blockquote>
</figure>`;
}

/** Of the page, and of the next one when the quote runs over the turn; the bare quote when the page is not to be had. */
function excerptsOf(citation: PassageCitation, pages: CitedPages): Excerpt[] {
  const { page, endPage, start, end, quote } = citation;
  const over = endPage !== undefined && endPage !== page;
  const first = pages?.(citation, page);
  const last = over ? pages?.(citation, endPage) : undefined;
  const excerpts = [
    first === undefined ? undefined : excerptOf(first, start, over ? first.length : end),
    last === undefined ? undefined : excerptOf(last, 0, end),
  ].filter((excerpt) => excerpt !== undefined);
  return excerpts.length > 0 ? excerpts : [{ before: "", quote, after: "" }];
}

function inFlow({ before, quote, after }: Excerpt): Excerpt {
  return { before: flowing(before), quote: flowing(quote), after: flowing(after) };
}

function excerptView(excerpt: Excerpt, at: number): Html {
  return html`${at > 0 ? html`<span class="turn">następna strona</span>` : ""}${pageText(inFlow(excerpt))}`;
}

/** The columns that tell the field, or else what a case is known by; the others a click away. */
export function registerView({ register, rows, fields }: RegisterCitation, pages: CitedPages, field?: string): Html {
  const { told, others } = toldColumns(fields, field);
  return html`<figure class="citation">
<figcaption>${rowPlace(register.name, rows, pages !== undefined)}</figcaption>
${fieldTable(told)}
${Object.keys(others).length > 0 ? html`<details class="provenance"><summary>Pozostałe kolumny wiersza</summary>${fieldTable(others)}</details>` : ""}
</figure>`;
}

/** Columns of a register by its own names. */
export function fieldTable(fields: Record<string, string>): Html {
  const rows = Object.entries(fields).map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  );
  return html`<table class="fields"><tbody>${rows}</tbody></table>`;
}

function lawView({ act, unit, edition, repealed, quote }: LawCitation): Html {
  return html`<figure class="citation">
<figcaption>${unit} – ${act}${edition ? `, brzmienie: ${edition}` : ""}${repealed ? html` <strong>(dziś uchylony)</strong>` : ""}</figcaption>
${quote ? html`<blockquote class="page-text"><mark>${quote}</mark></blockquote>` : ""}
</figure>`;
}

const opWords: Record<DerivedCitation["op"], string> = {
  count: "Policzono",
  list: "Zestawiono",
  absent: "Sprawdzono brak",
  compare: "Porównano",
  status: "Stan ustalony z pism i wpisów",
};

function derivedView({ op, over, inputs }: DerivedCitation, pages: CitedPages): Html {
  return html`<div class="citation derived">
<p>${opWords[op]}: ${over}.</p>
${
  inputs.length > 0
    ? html`<details><summary>Na podstawie (${inputs.length})</summary>${inputs.map((input) => citationView(input, pages))}</details>`
    : ""
}
</div>`;
}
