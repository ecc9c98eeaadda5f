import type { Answer, Citation } from "../../core/draft.ts";
import {
  counted,
  draftOutcomeWords,
  fieldInWords,
  printTime,
  registerInWords,
  valueInWords,
} from "../../core/in-words.ts";
import { rowNotesOf } from "../../core/drafts/register-notes.ts";

/** Goes along wherever the text is pasted. */
const fiction = "ARCHIWUM PRZYKŁADOWE – FIKCJA. Miejscowość, osoby i sprawy są zmyślone.";

/** An archive of scans has thousands of pages without text; nobody pastes their list. */
const mostPlaces = 10;

/** An approved answer as plain text, ready to be pasted into a case file. */
export function answerText(answer: Answer, sample: boolean): string {
  const { question, outcome, clarification, claims, conflicts, search, approvedBy, approvedAt, id } = answer;
  const lines = [...(sample ? [fiction, ""] : []), `Pytanie: ${question}`, ""];
  if (claims.length === 0) lines.push(`${draftOutcomeWords[outcome]}.`);
  if (clarification) lines.push(clarification.question, ...clarification.choices.map((choice) => `- ${choice}`));
  claims.forEach(({ text, citations }, at) => {
    const told = citations.flatMap((citation) => sources(citation, text));
    const notes = rowNotesOf({ citations }, search);
    lines.push(
      `${at + 1}. ${text}`,
      ...told.map((source) => `   Źródło: ${source}`),
      ...notes.map((note) => `   Uwaga: ${note}`),
    );
  });
  if (conflicts.length > 0) {
    lines.push("", "Rozbieżności między źródłami:");
    for (const { field, values } of conflicts) {
      for (const { value, citation } of values)
        lines.push(`- ${fieldInWords(field)}: ${valueInWords(field, value)} (${sources(citation).join("; ")})`);
    }
  }
  const { documentsSearched, unreadable, open = [] } = search;
  lines.push("", `Przeszukano ${counted(documentsSearched, "dokument", "dokumenty", "dokumentów")} archiwum.`);
  for (const register of search.registers ?? []) lines.push(`${registerInWords(register)} ${register.note}`);
  if (open.length > 0) lines.push("Czego brakuje albo nie wiadomo:", ...open.map((text) => `- ${text}`));
  if (unreadable.length > 0) {
    const places = unreadable.map(({ document, page }) => (page ? `${document.path}, s. ${page}` : document.path));
    const rest = places.splice(mostPlaces).length;
    lines.push(`Nie odczytano: ${places.join("; ")}${rest > 0 ? ` i ${rest} dalszych (spis w projekcie ${id})` : ""}.`);
  }
  lines.push(`Zatwierdził(a): ${approvedBy}, ${printTime(approvedAt)}. Odpowiedź nr ${id}.`);
  return lines.join("\n");
}

/** Where it stands and what it says, on one line each; a quote that the claim repeats whole is not told twice. */
function sources(citation: Citation, claim = ""): string[] {
  switch (citation.kind) {
    case "passage": {
      const { document, page, endPage, quote } = citation;
      const pages = endPage === undefined || endPage === page ? `${page}` : `${page}–${endPage}`;
      const place = `${document.path}, s. ${pages}`;
      const words = quote.replaceAll(/\s+/gu, " ").trim();
      return [wordsOf(claim).includes(wordsOf(quote)) ? `${place} (słowa jak wyżej)` : `${place}: „${words}”`];
    }
    case "register": {
      const { register, rows, fields } = citation;
      const places = rows.map(({ file, row }) => `${file}, wiersz ${row}`).join("; ");
      const told = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
      return [`${register.name} (${places}): ${told.join("; ")}`];
    }
    case "law":
      return [`${citation.unit} – ${citation.act}${citation.repealed ? " (dziś uchylony)" : ""}`];
    case "derived":
      return citation.inputs.length > 0 ? citation.inputs.flatMap((input) => sources(input)) : [citation.over];
  }
}

/** Without the marks that a claim puts between the lines of its quote. */
function wordsOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}
