import type { Citation, Claim, Conflict } from "../core/draft.ts";
import { isMade, type DraftView, type DraftWhole } from "../core/drafts/draft-view.ts";
import type { CheckedClaim, ProposedCitation } from "../core/verify/proposed.ts";
import {
  counted,
  draftOutcomeWords,
  fieldInWords,
  noRegisters,
  printTime,
  registerInWords,
  statusWords,
  unreadableInWords,
  valueInWords,
  verdictWords,
} from "../core/in-words.ts";
import { rowNotesOf } from "../core/drafts/register-notes.ts";
import { withStop } from "../core/text/in-line.ts";
import { toldColumns } from "../core/told-columns.ts";
import { paint, type Stream, widthOf, wrap } from "./terminal.ts";

/** Lines of one page, indented and broken to the width of the stream. */
class Printer {
  readonly #stream: Stream;
  readonly #width: number;
  #text = "";

  constructor(stream: Stream) {
    this.#stream = stream;
    this.#width = widthOf(stream);
  }

  line(text = "", indent = "", firstIndent = indent): void {
    this.#text += `${wrap(text, this.#width, indent, firstIndent)}\n`;
  }

  /** As it stands, for what is copied: never broken. */
  verbatim(text: string): void {
    this.#text += `${text}\n`;
  }

  heading(text: string): void {
    this.#text += `\n${paint("bold", text, this.#stream)}\n`;
  }

  paint(style: Parameters<typeof paint>[0], text: string): string {
    return paint(style, text, this.#stream);
  }

  get text(): string {
    return this.#text;
  }
}

/** One line of a list: id, how it stands, the question. */
export function printBrief(draft: DraftView, stream: Stream): string {
  const printer = new Printer(stream);
  const outcome =
    draft.outcome === undefined || ("hash" in draft && !isMade(draft))
      ? ""
      : `, ${draftOutcomeWords[draft.outcome].toLowerCase()}`;
  printer.line(`${printer.paint("bold", draft.id)}  ${printTime(draft.createdAt)}`);
  printer.line(`${statusWords[draft.status]}${outcome}`, "  ");
  printer.line(draft.question, "  ");
  return printer.text;
}

/** A whole draft as a clerk reads it in a terminal, with the command that approves it. */
export function printDraft(draft: DraftWhole, stream: Stream, sample: boolean): string {
  const printer = new Printer(stream);
  if (sample) printer.line(printer.paint("yellow", "ARCHIWUM PRZYKŁADOWE – miasto, sprawy i osoby są zmyślone."));
  printer.line(`${printer.paint("bold", "Pytanie:")} ${draft.question}`);
  printer.line(
    `Projekt ${draft.id}: ${statusWords[draft.status]}${isMade(draft) ? `, ${draftOutcomeWords[draft.outcome].toLowerCase()}` : ""}`,
  );
  if (draft.note) printer.line(draft.note);
  if (draft.clarification) {
    printer.heading(draft.clarification.question);
    for (const choice of draft.clarification.choices) printer.line(choice, "    ", "  – ");
  }
  if (draft.claims.length > 0) printer.heading("Odpowiedź");
  for (const [index, claim] of draft.claims.entries()) {
    claimLines(printer, claim, index + 1);
    for (const note of rowNotesOf(claim, draft.search)) printer.line(printer.paint("dim", `Uwaga: ${note}`), "   ");
  }
  conflictLines(printer, draft.conflicts);
  withheldLines(printer, draft.withheld);
  if (isMade(draft)) searchLines(printer, draft);
  decisionLines(printer, draft);
  return printer.text;
}

function claimLines(printer: Printer, claim: Claim, number: number): void {
  printer.line(`${number}. ${claim.text}`, "   ", "");
  for (const { detail } of claim.reasons) printer.line(printer.paint("dim", detail), "   ");
  for (const citation of claim.citations) citationLines(printer, citation, "   ");
}

/** @param field of a conflict: only the columns that tell it; the whole row is in `--json` and on the desk */
function citationLines(printer: Printer, citation: Citation, indent: string, field?: string): void {
  const inner = `${indent}  `;
  switch (citation.kind) {
    case "passage": {
      const { document, page, endPage, headingPath, quote } = citation;
      const place = `${document.path}, s. ${endPage ? `${page}–${endPage}` : page}`;
      printer.line(printer.paint("cyan", [place, ...headingPath].join(" › ")), inner, `${indent}• `);
      printer.line(`„${quote.replace(/\s+/gu, " ").trim()}”`, inner);
      return;
    }
    case "register": {
      const rows = citation.rows.map(({ file, row }) => `${file}, wiersz ${row}`).join("; ");
      printer.line(printer.paint("cyan", `rejestr ${citation.register.name}: ${rows}`), inner, `${indent}• `);
      for (const [name, value] of Object.entries(toldColumns(citation.fields, field).told))
        printer.line(`${name}: ${value}`, `${inner}  `, inner);
      return;
    }
    case "law": {
      const repealed = citation.repealed ? " (uchylony)" : "";
      printer.line(printer.paint("cyan", `${citation.act}, ${citation.unit}${repealed}`), inner, `${indent}• `);
      if (citation.quote) printer.line(`„${citation.quote}”`, inner);
      return;
    }
    case "derived":
      printer.line(printer.paint("cyan", `${derivedWords[citation.op]}: ${citation.over}`), inner, `${indent}• `);
      for (const input of citation.inputs) citationLines(printer, input, inner);
  }
}

const derivedWords = {
  count: "policzono",
  list: "zestawiono",
  absent: "nie ma",
  compare: "porównano",
  status: "stan ustalony z pism i wpisów",
};

function conflictLines(printer: Printer, conflicts: readonly Conflict[]): void {
  if (conflicts.length === 0) return;
  printer.heading("Rozbieżności między źródłami");
  for (const { field, values } of conflicts) {
    printer.line(`${fieldInWords(field)}:`, "  ");
    for (const { value, citation } of values) {
      printer.line(printer.paint("yellow", valueInWords(field, value)), "    ");
      citationLines(printer, citation, "      ", field);
    }
  }
}

function withheldLines(printer: Printer, withheld: readonly Claim[]): void {
  if (withheld.length === 0) return;
  printer.heading("Wstrzymane (nie wejdą do odpowiedzi)");
  for (const { text, verdict, reasons } of withheld) {
    printer.line(`${printer.paint("yellow", verdictWords[verdict])}: ${text}`, "    ", "  – ");
    for (const { detail } of reasons) printer.line(detail, "      ");
  }
}

function searchLines(printer: Printer, { search }: DraftWhole): void {
  printer.heading("Jak szukano");
  const count = counted(search.documentsSearched, "dokument", "dokumenty", "dokumentów");
  printer.line(withStop(`Przeszukano ${count}. Zapytania: ${search.queries.join("; ") || "brak"}`), "  ");
  for (const register of search.registers ?? []) {
    printer.line(`${registerInWords(register)} ${register.note}`, "    ", "  – ");
  }
  if (search.registers?.length === 0) printer.line(noRegisters, "  ");
  if (search.nearest.length > 0) printer.line("Najbliższe, które nie odpowiadają na pytanie:", "  ");
  for (const { document, page, why } of search.nearest)
    printer.line(`${document.path}, s. ${page}: ${why}`, "    ", "  – ");
  if (search.open && search.open.length > 0) printer.line("Czego brakuje albo nie wiadomo:", "  ");
  for (const text of search.open ?? []) printer.line(text, "      ", "    • ");
  if (search.unreadable.length > 0) printer.line("Nie odczytano (tam może coś być):", "  ");
  for (const { document, page, reason } of search.unreadable) {
    printer.line(
      `${document.path}${page === undefined ? "" : `, s. ${page}`}: ${unreadableInWords(reason)}`,
      "    ",
      "  – ",
    );
  }
}

function decisionLines(printer: Printer, { id, status, hash, decision }: DraftWhole): void {
  if (decision) {
    printer.heading("Decyzja");
    printer.line(`${statusWords[decision.status]}: ${decision.by}, ${printTime(decision.at)}`, "  ");
    if (decision.comment) printer.line(decision.comment, "  ");
  }
  if (status !== "awaiting_approval") return;
  printer.heading("Decyzja należy do urzędnika");
  printer.line("Zatwierdzenie:", "  ");
  printer.verbatim(`npx teczka drafts approve ${id} --hash ${hash}`);
  printer.line("Odrzucenie:", "  ");
  printer.verbatim(`npx teczka drafts reject ${id} --reason "…"`);
}

/** Verdicts of `teczka check`. */
export function printChecked(claims: readonly CheckedClaim[], stream: Stream): string {
  const printer = new Printer(stream);
  for (const [index, { text, verdict, reasons, citations }] of claims.entries()) {
    const style = verdict === "supported" ? "green" : "red";
    printer.line(`${index + 1}. ${printer.paint(style, verdictWords[verdict])}: ${text}`, "   ", "");
    for (const { detail } of reasons) printer.line(detail, "   ");
    for (const { found, proposed } of citations) {
      const looked = found ? "cytat stoi" : verdict === "abstained" ? "nie sprawdzono" : "cytatu nie ma";
      printer.line(`${looked}: ${proposedPlace(proposed)}`, "     ", "   • ");
    }
  }
  const supported = claims.filter(({ verdict }) => verdict === "supported").length;
  printer.line(`Potwierdzone: ${supported} z ${claims.length}.`);
  return printer.text;
}

function proposedPlace(citation: ProposedCitation): string {
  if ("document" in citation) return `${citation.document}, s. ${citation.page}`;
  if ("register" in citation) return `rejestr ${citation.register}`;
  if ("act" in citation) return `${citation.act}, ${citation.unit}`;
  return citation.over;
}
