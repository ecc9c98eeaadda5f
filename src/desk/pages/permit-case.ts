import { html } from "hono/html";
import type { CasePaper } from "../../core/cases/paper.ts";
import { counted, fieldInWords, kindWords, outcomeWords, valueInWords } from "../../core/in-words.ts";
import { isSpoilt } from "../../core/identity/decision-number.ts";
import { printDate } from "../../core/identity/dates.ts";
import { renamingInWords } from "../../core/identity/street-names.ts";
import type { Outcome } from "../../core/outcome.ts";
import type { PermitCase, RegisterRowRef } from "../../core/permit.ts";
import { askedParcel } from "../parts/asked-parcel.ts";
import { fieldTable } from "../parts/citation.ts";
import type { Html } from "../parts/layout.ts";
import { rowPlace, rowsInWords } from "../parts/rows.ts";
import { address } from "../parts/pager.ts";

/** A line through a whole county has hundreds of parcels, and a case as many rows. */
const shownAtOnce = 6;
/** Papers named beside a case; the others are behind the link to all of them. */
const papersShown = 3;

/** @param papers of the archive, of this case; `undefined` when they were too many to be looked through */
export function permitCaseView(permit: PermitCase, papers: readonly CasePaper[] | undefined): Html {
  const { register, outcome, rows } = permit;
  const told = factsOf(permit).filter(([, value]) => value !== undefined && value !== "");
  return html`<li class="case"><p class="claim">${headOf(permit)}
<span class="tag ${toneOf(outcome)}">${outcome ? outcomeWords[outcome] : "rozstrzygnięcie nieustalone"}</span>
${permit.match === "possible" ? html`<span class="tag stop">możliwe dopasowanie</span>` : ""}</p>
${mangledNote(permit)}
${permit.related ? html`<p class="remark">${relationWords[permit.related.relation]}: ${valueInWords("parcel", permit.related.parcel)}.</p>` : ""}
${permit.streetRenaming ? html`<p class="remark">Znaleziono pod inną nazwą ulicy: ${renamingInWords(permit.streetRenaming)}.</p>` : ""}
${differingView(permit)}
<dl class="facts">${told.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${papersView(permit, papers)}
<details class="provenance"><summary>Źródło: ${register.name}: ${rowsInWords(rows)}</summary>
${rows.length > 1 ? html`<p class="hint">Wszystkie wiersze tej sprawy:</p><ul class="rows">${byFile(rows).map(([file, numbers]) => html`<li>${file}: ${counted(numbers.length, "wiersz", "wiersze", "wierszy")} ${numbers.join(", ")}</li>`)}</ul>` : ""}
<p class="hint">Kolumny ${rows.length > 1 ? "pierwszego wiersza" : "wiersza"}, tak jak stoją w rejestrze:</p>
${fieldTable(permit.fields)}</details></li>`;
}

const relationWords: Record<NonNullable<PermitCase["related"]>["relation"], string> = {
  former: "Sprawa działki, z której powstała ta, o którą pytasz",
  later: "Sprawa działki, która powstała z tej, o którą pytasz",
};

function headOf({ register, number, rawNumber, date, applicationDate }: PermitCase): string {
  if (register.format === "rwdz-notifications" && number === null && rawNumber === undefined)
    return applicationDate ? `Zgłoszenie z ${printDate(applicationDate)}` : "Zgłoszenie bez daty wpływu";
  const day = date ? ` z ${printDate(date)}` : ", bez daty decyzji";
  if (number !== null) return `Decyzja nr ${number}${day}`;
  if (rawNumber === undefined) return `Decyzja bez numeru${day}`;
  return isSpoilt(rawNumber) ? `Decyzja o nieczytelnym numerze${day}` : `Decyzja „${rawNumber}”${day}`;
}

/** What a spreadsheet spoilt is shown as it stands, its readings as no more than that; another shape is no damage. */
function mangledNote({ number, rawNumber, possibleNumbers = [] }: PermitCase): Html {
  if (number !== null || rawNumber === undefined) return html``;
  const readings = possibleNumbers.length > 0 ? `; możliwe odczyty: ${possibleNumbers.join(", ")}` : "";
  const told = isSpoilt(rawNumber) ? "numer nieczytelny" : "zapis numeru jak w rejestrze";
  return html`<p class="mangled">W rejestrze: „${rawNumber}”, ${told}${readings}.</p>`;
}

/** Rows of one case that disagree: below stands what the first of them says. */
function differingView({ register, differing = [] }: PermitCase): Html {
  if (differing.length === 0) return html``;
  return html`<div class="open"><p>Wiersze tej sprawy podają różnie:</p><ul>${differing.map(
    ({ field, values }) =>
      html`<li>${fieldInWords(field)}: ${values.map(
        ({ value, rows }, at) =>
          html`${at > 0 ? "; " : ""}„${valueInWords(field, value)}” <span class="sources">(${rowPlace(register.name, rows, true)})</span>`,
      )}</li>`,
  )}</ul></div>`;
}

const good: readonly (Outcome | null)[] = ["granted", "no_objection", "agreed"];
const stopping: readonly (Outcome | null)[] = ["refused", "objection", "repealed", "expired", "annulled", "not_agreed"];

function toneOf(outcome: Outcome | null): string {
  return good.includes(outcome) ? "approved" : stopping.includes(outcome) ? "stop" : "";
}

function factsOf(permit: PermitCase): (readonly [string, string | Html | undefined])[] {
  const { applicationNumber, applicationDate, kind, description } = permit;
  const filedAs = applicationNumber === permit.signature ? undefined : applicationNumber;
  const filed = [
    filedAs && (isSpoilt(filedAs) ? `„${filedAs}” (numer nieczytelny)` : `nr ${filedAs}`),
    applicationDate && `z ${printDate(applicationDate)}`,
  ];
  return [
    ["Organ", permit.authority],
    ["Znak sprawy", permit.signature],
    ["Wniosek", filed.filter(Boolean).join(" ")],
    ["Zamierzenie", [kind, description === kind ? "" : description].filter(Boolean).join(" – ")],
    ["Adres", permit.address.trim()],
    ["Działki", permit.parcels.length > 0 ? parcelsView(permit.parcels) : undefined],
    ["Działki zapisane nieczytelnie", permit.unreadParcels?.map((cell) => `„${cell}”`).join(", ")],
    ["Inwestor", permit.investor],
    ["Kategoria", permit.category],
    ["Uprawnienia projektanta", permit.licences?.join(", ")],
  ];
}

/** Each parcel leads to its history. */
function parcelsView(parcels: readonly string[]): Html {
  const links = parcels.map((parcel) => {
    const told = valueInWords("parcel", parcel).replace(/^dz\. nr /u, "");
    const href = address("/history", { parcel: askedParcel(parcel) });
    return html`<li><a href="${href}" title="Historia tej działki">${told}</a></li>`;
  });
  const rest = links.splice(shownAtOnce);
  return html`<ul class="parcels">${links}</ul>${
    rest.length > 0
      ? html`<details><summary>i ${counted(rest.length, "dalsza działka", "dalsze działki", "dalszych działek")}</summary><ul class="parcels">${rest}</ul></details>`
      : ""
  }`;
}

function papersView({ signature, number }: PermitCase, papers: readonly CasePaper[] | undefined): Html {
  if (papers === undefined) return html``;
  if (papers.length === 0) return html`<p class="hint">W archiwum nie znaleziono pism tej sprawy.</p>`;
  const asked: Record<string, string> = signature ? { signature } : { number: number ?? "" };
  return html`<p class="papers">Pisma w archiwum: ${papers
    .slice(0, papersShown)
    .map(
      ({ document, kind, date }, at) =>
        html`${at > 0 ? "; " : ""}<a href="/documents/${document.id}">${kindWords[kind]}${date ? ` z ${valueInWords("date", date)}` : ""}</a>`,
    )}${papers.length > papersShown ? html`; <a href="${address("/documents", asked)}">wszystkie (${papers.length})</a>` : ""} · <a href="${address("/history", asked)}">Przebieg sprawy</a> · <a href="${address("/conflicts", asked)}">Porównaj źródła</a></p>`;
}

function byFile(rows: readonly RegisterRowRef[]): [string, number[]][] {
  const files = Map.groupBy(rows, ({ file }) => file);
  return [...files].map(([file, own]) => [file, own.map(({ row }) => row)]);
}
