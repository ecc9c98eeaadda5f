import { html } from "hono/html";
import { type DocumentFact, type DocumentKind, outcomeOf, type StoredDocument } from "../../core/document.ts";
import { askedParcel } from "../parts/asked-parcel.ts";
import { choiceField, textField } from "../parts/field.ts";
import type { Html } from "../parts/layout.ts";
import { titleNote } from "../parts/names.ts";
import { address, pager, type Slice, sliceInWords } from "../parts/pager.ts";
import { counted, factWords, kindWords, outcomeWords, unreadableWords, valueInWords } from "../../core/in-words.ts";

export interface DocumentsPage {
  /** Those of the slice. */
  documents: readonly StoredDocument[];
  slice: Slice;
  /** What the list was narrowed by. */
  asked: Readonly<Record<string, string>>;
  /** Whether this person may bring papers in here. */
  takes: boolean;
}

export function documentsPage({ documents, slice, asked, takes }: DocumentsPage): Html {
  const narrowed = narrowedInWords(asked);
  const seen = sliceInWords(slice);
  return html`<h1>Dokumenty</h1>
<form method="get" action="/search" class="inline" role="search">
<label for="q">Szukaj w treści</label>
<input id="q" name="q" type="search" maxlength="4000" required>
<button>Szukaj</button>
</form>
${takes ? html`<p><a class="button" href="/upload">Wczytaj dokument</a></p>` : ""}
${filterForm(asked)}
<p class="hint" id="results" role="status">${narrowed ? `${narrowed}: ` : "W archiwum: "}${counted(slice.total, "dokument", "dokumenty", "dokumentów")}${seen ? `, ${seen}` : ""}.${narrowed ? html` <a href="/documents">Wszystkie dokumenty</a>` : ""}</p>
${
  documents.length > 0
    ? html`<table class="list"><thead><tr><th scope="col">Dokument</th><th scope="col">Rodzaj</th><th scope="col">Sprawa</th><th scope="col">Strony</th></tr></thead>
<tbody>${documents.map(documentRow)}</tbody></table>`
    : html`<p>Nie ma tu dokumentów, które możesz czytać.</p>`
}
${pager("/documents", asked, slice)}`;
}

function narrowedInWords({ signature, number, kind, unreadable }: DocumentsPage["asked"]): string {
  const told = [
    signature && `znak ${signature}`,
    number && `decyzja nr ${number}`,
    kind && kindWords[kind as DocumentKind],
    unreadable && "z nieczytelnymi stronami",
  ].filter(Boolean);
  return told.length > 0 ? `Tylko ${told.join(", ")}` : "";
}

function filterForm(asked: DocumentsPage["asked"]): Html {
  const kinds = Object.entries(kindWords).map(([value, name]) => ({ value, name }));
  const wanted = Object.keys(asked).length > 0;
  return html`<details${wanted ? html` open` : ""}><summary>Zawęź listę</summary>
<form method="get" action="/documents" class="look-up"><div class="grid">
${textField({ name: "signature", label: "Znak sprawy", example: "AB.6740.1.234.2018" }, asked.signature ?? "")}
${textField({ name: "number", label: "Numer decyzji", example: "614/2014" }, asked.number ?? "")}
${choiceField({ name: "kind", label: "Rodzaj pisma" }, [{ value: "", name: "każdy" }, ...kinds], asked.kind ?? "")}
${choiceField(
  { name: "unreadable", label: "Strony" },
  [
    { value: "", name: "wszystkie" },
    { value: "yes", name: "są nieczytelne" },
  ],
  asked.unreadable ?? "",
)}</div>
<p class="buttons"><button>Pokaż</button></p></form></details>`;
}

function documentRow(document: StoredDocument): Html {
  const { ref, kind, facts, pageCount, unreadablePages } = document;
  const outcome = outcomeOf(document);
  const about = (["signature", "decisionNumber", "issueDate"] as const).flatMap((field) => {
    const fact = facts.find((candidate) => candidate.field === field);
    return fact ? valueInWords(field, fact.value) : [];
  });
  return html`<tr>
<td><a href="/documents/${ref.id}">${ref.path}</a><br>${titleNote(ref)}</td>
<td>${kindWords[kind]}${outcome ? html`<br>${outcomeWords[outcome]}` : ""}</td>
<td>${about.length > 0 ? about.map((value) => html`<span class="whole">${value}</span><br>`) : "–"}</td>
<td>${pageCount}${unreadablePages.length > 0 ? html`<br><span class="tag stop">nieczytelne: ${unreadablePages.length}</span>` : ""}</td>
</tr>`;
}

export function documentPage(document: StoredDocument, hasFile: boolean): Html {
  const { ref, kind, labels, pageCount, unreadablePages, facts, duplicateOf } = document;
  return html`<p class="kicker">${kindWords[kind]}</p>
<h1>${ref.fileName}</h1>
<p>${titleNote(ref)}</p>
<p class="meta">${ref.path}, wersja ${ref.version}, ${counted(pageCount, "strona", "strony", "stron")}${labels.length > 0 ? `, etykiety: ${labels.join(", ")}` : ""}.</p>
${duplicateOf ? html`<p class="notice">Te same bajty ma <a href="/documents/${duplicateOf}">inny dokument</a>.</p>` : ""}
${unreadablePages.length > 0 ? html`<p class="notice bad">Nieczytelne strony: ${unreadablePages.map(({ page, reason }, at) => html`${at > 0 ? "; " : ""}${page} (${unreadableWords[reason]})`)}.</p>` : ""}
<p><a class="button primary" href="/documents/${ref.id}/pages/1">Czytaj od strony 1</a> ${hasFile ? fileLink(ref.id) : ""} ${caseLink(facts)}</p>
${
  facts.length > 0
    ? html`<h2>Odczytane z treści</h2><table class="fields"><tbody>${facts.map(
        ({ field, value, page, start, end, quote }) =>
          html`<tr><th scope="row">${factWords[field]}</th><td>${factView(field, value)}<br><a class="file" href="/documents/${ref.id}/pages/${page}?version=${ref.version}&start=${start}&end=${end}#cytat">s. ${page}: „${quote}”</a></td></tr>`,
      )}</tbody></table>`
    : ""
}`;
}

/** A parcel, a decision's number or a signature leads to its history. */
function factView(field: DocumentFact["field"], value: string): Html {
  const told = valueInWords(field, value);
  const asked = { parcel: "parcel", decisionNumber: "number", signature: "signature", address: "address" } as const;
  const name = asked[field as keyof typeof asked];
  if (!name) return html`${told}`;
  const href = address("/history", { [name]: name === "parcel" ? askedParcel(value) : value });
  return html`${told} <a class="file" href="${href}">historia</a>`;
}

/** From one paper to the others of its case, to what happened in it and to where its sources disagree. */
function caseLink(facts: StoredDocument["facts"]): Html {
  const signature = facts.find(({ field }) => field === "signature");
  if (!signature) return html``;
  const question = `Wymień pisma w sprawie ${signature.value}.`;
  const asked = { signature: signature.value };
  return html`<a class="button" href="/?q=${encodeURIComponent(question)}">Zapytaj o pisma tej sprawy</a> <a class="button" href="${address("/history", asked)}">Przebieg sprawy</a> <a class="button" href="${address("/conflicts", asked)}">Porównaj źródła</a>`;
}

/** Viewers of PDF open it at the page; for other files the fragment means nothing. */
export function fileLink(id: string, page = 1): Html {
  return html`<a class="button" href="/v1/documents/${id}/file#page=${page}">Plik źródłowy</a>`;
}
