import type { Answer, Citation } from "../../core/draft.ts";
import { fieldInWords, valueInWords } from "./names.ts";
import { counted, draftOutcomeWords, printTime } from "../words.ts";

/** Goes along wherever the text is pasted. */
const fiction = "ARCHIWUM PRZYKŁADOWE – FIKCJA. Miejscowość, osoby i sprawy są zmyślone.";

/** An approved answer as plain text, ready to be pasted into a case file. */
export function answerText(answer: Answer, sample: boolean): string {
  const { question, outcome, clarification, claims, conflicts, search, approvedBy, approvedAt, id } = answer;
  const lines = [...(sample ? [fiction, ""] : []), `Pytanie: ${question}`, ""];
  if (claims.length === 0) lines.push(`${draftOutcomeWords[outcome]}.`);
  if (clarification) lines.push(clarification.question, ...clarification.choices.map((choice) => `- ${choice}`));
  claims.forEach(({ text, citations }, at) => {
    lines.push(`${at + 1}. ${text}`, ...citations.flatMap(sources).map((source) => `   Źródło: ${source}`));
  });
  if (conflicts.length > 0) {
    lines.push("", "Rozbieżności między źródłami:");
    for (const { field, values } of conflicts) {
      for (const { value, citation } of values)
        lines.push(`- ${fieldInWords(field)}: ${valueInWords(field, value)} (${sources(citation).join("; ")})`);
    }
  }
  const { documentsSearched, unreadable } = search;
  lines.push("", `Przeszukano ${counted(documentsSearched, "dokument", "dokumenty", "dokumentów")} archiwum.`);
  if (unreadable.length > 0) {
    const places = unreadable.map(({ document, page }) => (page ? `${document.path}, s. ${page}` : document.path));
    lines.push(`Nie odczytano: ${places.join("; ")}.`);
  }
  lines.push(`Zatwierdził(a): ${approvedBy}, ${printTime(approvedAt)}. Odpowiedź nr ${id}.`);
  return lines.join("\n");
}

/** Where it stands and what it says, on one line each. */
function sources(citation: Citation): string[] {
  switch (citation.kind) {
    case "passage": {
      const { document, page, endPage, quote } = citation;
      const pages = endPage === undefined || endPage === page ? `${page}` : `${page}–${endPage}`;
      return [`${document.path}, s. ${pages}: „${quote.replaceAll(/\s+/gu, " ")}”`];
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
      return citation.inputs.length > 0 ? citation.inputs.flatMap(sources) : [citation.over];
  }
}
