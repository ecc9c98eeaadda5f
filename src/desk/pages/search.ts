import { html } from "hono/html";
import type { FoundPassages } from "../../api/reading.ts";
import { type DocumentKind, documentKinds } from "../../core/document.ts";
import { counted, kindWords } from "../../core/in-words.ts";
import { reasonsInWords, searchInWords } from "../../core/ranking/told-reasons.ts";
import { choiceField, type Fault, textField } from "../parts/field.ts";
import type { Html } from "../parts/layout.ts";
import { titleNote } from "../parts/names.ts";
import { passageText } from "../parts/page-text.ts";
import { address } from "../parts/pager.ts";

export interface SearchPage {
  /** What stands in the form, `q` among it. */
  asked: Readonly<Record<string, string>>;
  /** By the name of the field. */
  faults: Readonly<Record<string, Fault>>;
  /** Absent until something was looked for. */
  found?: FoundPassages | undefined;
}

export function searchPage({ asked, faults, found }: SearchPage): Html {
  return html`<h1>Szukaj w dokumentach</h1>
${searchForm(asked, faults)}
${found ? foundView(asked, found) : ""}`;
}

/** Sent by GET, so that what was asked is in the address. */
function searchForm(asked: SearchPage["asked"], faults: SearchPage["faults"]): Html {
  const kinds = documentKinds.map((value) => ({ value, name: kindWords[value] }));
  const text = (name: string, label: string, example: string) =>
    textField({ name, label, example }, asked[name] ?? "", faults[name]);
  const isNarrowed = Object.keys(asked).some((name) => name !== "q");
  return html`<form method="get" action="/search" class="look-up" role="search" aria-label="Szukanie w dokumentach">
${textField({ name: "q", label: "Słowa, numer albo działka", example: "wysokość zabudowy 3MN" }, asked.q ?? "", faults.q)}
<details${isNarrowed ? html` open` : ""}><summary>Zawęź</summary>
<div class="grid">${text("parcel", "Działka", "87/14, AM-28")}
${text("signature", "Znak sprawy", "AB.6740.1.234.2018")}
${choiceField({ name: "kind", label: "Rodzaj pisma" }, [{ value: "", name: "każdy" }, ...kinds], asked.kind ?? "")}
${text("from", "Z dnia i później", "12.03.2014 albo 2014")}
${text("to", "Do dnia", "31.12.2014")}</div></details>
<p class="buttons"><button class="primary">Szukaj</button> <a class="button quiet" href="/search">Wyczyść</a></p></form>`;
}

function foundView(asked: SearchPage["asked"], found: FoundPassages): Html {
  const { passages } = found;
  const count = counted(passages.length, "fragment", "fragmenty", "fragmentów");
  return html`<div role="status" id="results">
<p class="hint">${passages.length === 0 ? html`<strong>Nie znaleziono.</strong>` : html`Znaleziono: ${count}.`} ${searchInWords(found).join(" ")}</p>
${suggested(asked, found)}</div>
<ol class="claims">${passages.map((passage) => passageView(passage, found))}</ol>`;
}

/** What a word may be a slip of, each as the same search with it in its place. */
function suggested(asked: SearchPage["asked"], { absent }: FoundPassages): Html {
  const meant = absent.flatMap(({ word, suggestions }) =>
    suggestions.map((other) => (asked.q ?? "").replace(word, other)),
  );
  if (meant.length === 0) return html``;
  return html`<p>Czy chodziło o: ${meant.map((q, at) => html`${at > 0 ? ", " : ""}<a href="${address("/search", { ...asked, q })}">${q}</a>`)}?</p>`;
}

function passageView(passage: FoundPassages["passages"][number], { absent }: FoundPassages): Html {
  const { document, kind, page, endPage, start, end, text, headingPath, why } = passage;
  return html`<li><figure class="citation">
<figcaption><a href="/documents/${document.id}/pages/${page}?version=${document.version}&start=${start}&end=${end}${endPage ? `&endPage=${endPage}` : ""}#cytat">${document.path}, s. ${page}</a>
${titleNote(document)} <span class="tag">${kindWords[kind satisfies DocumentKind]}</span>
${headingPath.length > 0 ? html`<span class="path">${headingPath.join(" › ")}</span>` : ""}</figcaption>
<blockquote class="page-text">${passageText(text)}</blockquote>
${reasonsInWords(why, absent).map((reason) => html`<p class="remark">${reason}</p>`)}</figure></li>`;
}
