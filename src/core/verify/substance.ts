import type { DocumentFact } from "../document.ts";
import { boilerplateKey } from "../text/boilerplate.ts";
import type { Fault } from "./evidence.ts";
import type { QuotePlace } from "./locate-quote.ts";

const fewestLetters = 12;

/**
 * Rule 2 of DESIGN §5: a quote is long enough to mean something, and is no line that stands in half of the documents.
 * What the document's own metadata were read from (its number, its date, its operative words) is exempt from both.
 */
export function checkSubstance(
  place: QuotePlace,
  facts: readonly DocumentFact[],
  boilerplate: ReadonlySet<string>,
): Fault | undefined {
  if (facts.some((fact) => place.text.includes(fact.quote))) return undefined;
  const letters = place.text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < fewestLetters && !isTableCell(place)) {
    const detail = `Cytat „${place.text.trim()}” jest za krótki, żeby czegoś dowodzić (co najmniej ${fewestLetters} liter albo cała komórka tabeli).`;
    return { verdict: "unsupported", code: "quote_too_short", detail };
  }
  const lines = quotedLines(place);
  if (lines.length > 0 && lines.every((line) => boilerplate.has(boilerplateKey(line)))) {
    const detail = `Cytat „${place.text.trim().slice(0, 80)}” stoi w co najmniej połowie dokumentów archiwum: niczego o tym jednym nie mówi.`;
    return { verdict: "unsupported", code: "quote_boilerplate", detail };
  }
  return undefined;
}

/** Between tabs or line ends of a table row, and a row has more cells than one. */
function isTableCell({ context: { text, start, end } }: QuotePlace): boolean {
  if (!/(?:^|[\t\n])[ ]*$/u.test(text.slice(Math.max(0, start - 20), start))) return false;
  if (!/^[ ]*(?:[\t\n]|$)/u.test(text.slice(end))) return false;
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, lineEnd(text, end));
  return line.includes("\t");
}

/** Whole lines that the quote touches; a line of which it takes but a word or two says nothing of the quote. */
function quotedLines({ context: { text, start, end } }: QuotePlace): string[] {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  return text
    .slice(from, lineEnd(text, end))
    .split("\n")
    .filter((line) => /\p{L}{3}/u.test(line));
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at;
}
