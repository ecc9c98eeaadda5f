import type { Page, Passage } from "../document.ts";
import { furnitureOf } from "../passages/furniture.ts";
import { findFolded, foldForMatch, type Folded } from "../text/fold.ts";
import { type Range, sentencesOf } from "../text/sentences.ts";
import type { Fault, PassageEvidence } from "./evidence.ts";
import { findLookAlike, describeLookAlike } from "./look-alikes.ts";

/** Where a quote stands: offsets into the canonical text of its page, `end` in `endPage` when it runs over the turn. */
export interface QuotePlace {
  start: number;
  end: number;
  endPage?: Page;
  /** The quoted words as they stand there. */
  text: string;
  /** The text that the offsets below count in: the page, or both pages without what stands between them. */
  context: { text: string; start: number; end: number };
}

const foldedPages = new WeakMap<Page, Folded>();

function foldedPage(page: Page): Folded {
  const known = foldedPages.get(page);
  if (known) return known;
  const folded = foldForMatch(page.text);
  foldedPages.set(page, folded);
  return folded;
}

/**
 * Rule 1 of DESIGN §5: the quote stands, contiguous, on the cited page or runs over the turn to the next one. A quote
 * that begins or ends inside a word or a number („87/1” in „87/14”) does not stand there.
 * @returns every place, those first that `preferred` (offsets into the page) overlaps
 */
export function locateQuote(
  quote: string,
  evidence: PassageEvidence,
  preferred: readonly { start: number; end: number }[] = [],
): QuotePlace | Fault {
  const { page, nextPage } = evidence;
  const wanted = foldForMatch(quote);
  const spots = findFolded(foldedPage(page), wanted);
  const whole = spots.filter(({ start, end }) => !cutsToken(page.text, start, end));
  const place = whole.find((spot) => preferred.some((other) => spot.start < other.end && other.start < spot.end));
  const chosen = place ?? wholeSentence(page.text, whole) ?? asWritten(quote, page.text);
  if (chosen)
    return { ...chosen, text: page.text.slice(chosen.start, chosen.end), context: { text: page.text, ...chosen } };
  const turned = nextPage ? overTurn(wanted, page, nextPage, evidence.passages) : undefined;
  return turned ?? notFound(quote, wanted, evidence, spots[0]);
}

/** Of several places the one where the quote is a whole sentence: elsewhere it is cut out of one. */
function wholeSentence(text: string, spots: readonly Range[]): Range | undefined {
  if (spots.length < 2) return spots[0];
  const sentences = sentencesOf(text);
  const isWhole = ({ start, end }: Range) =>
    sentences.some((sentence) => sentence.start === start) && sentences.some((sentence) => sentence.end === end);
  return spots.find(isWhole) ?? spots[0];
}

/** A quote that ends with the hyphen of a broken word is found by its letters alone. */
function asWritten(quote: string, text: string): Range | undefined {
  const written = quote.trim();
  const start = /[-\u00AD]$/u.test(written) ? text.indexOf(written) : -1;
  const end = start + written.length;
  return start < 0 || cutsToken(text, start, end) ? undefined : { start, end };
}

/** The running foot of one page and the head of the next stand in no passage, so the text goes on without them. */
function overTurn(wanted: Folded, page: Page, next: Page, passages: readonly Passage[]): QuotePlace | undefined {
  const { headEnd, tailStart } = withoutFurniture(page, next, turnBetween(page, next, passages));
  const text = `${page.text.slice(0, headEnd)}\n${next.text.slice(tailStart)}`;
  const spot = findFolded(foldForMatch(text), wanted).find(
    ({ start, end }) => start < headEnd && end > headEnd + 1 && !cutsToken(text, start, end),
  );
  if (!spot) return undefined;
  const end = spot.end - headEnd - 1 + tailStart;
  return { start: spot.start, end, endPage: next, text: text.slice(spot.start, spot.end), context: { text, ...spot } };
}

function turnBetween(page: Page, next: Page, passages: readonly Passage[]): { headEnd: number; tailStart: number } {
  const turning = passages.find((passage) => passage.page === page.number && passage.endPage === next.number);
  if (turning) {
    let shared = 0;
    while (shared < turning.text.length && turning.text[shared] === page.text[turning.start + shared]) shared += 1;
    const hyphen = page.text[turning.start + shared] === "-" ? 1 : 0;
    const tail = turning.text.slice(shared).trimStart();
    return { headEnd: turning.start + shared + hyphen, tailStart: turning.end - tail.length };
  }
  const ends = passages.filter((passage) => (passage.endPage ?? passage.page) === page.number).map(({ end }) => end);
  const starts = passages.filter((passage) => passage.page === next.number).map(({ start }) => start);
  return {
    headEnd: ends.length > 0 ? Math.max(...ends) : page.text.length,
    tailStart: starts.length > 0 ? Math.min(...starts) : 0,
  };
}

/** A page number that no blank line parts from the text stands in the passage; it is none of the text. */
function withoutFurniture(page: Page, next: Page, turn: { headEnd: number; tailStart: number }) {
  const isFurniture = furnitureOf([page, next]);
  let { headEnd, tailStart } = turn;
  for (;;) {
    const lineStart = page.text.lastIndexOf("\n", headEnd - 1);
    const line = page.text.slice(lineStart + 1, headEnd);
    if (lineStart < 0 || (line.trim() !== "" && !isFurniture(line))) break;
    headEnd = lineStart;
  }
  for (;;) {
    const lineEnd = next.text.indexOf("\n", tailStart);
    const line = next.text.slice(tailStart, lineEnd);
    if (lineEnd < 0 || (line.trim() !== "" && !isFurniture(line))) break;
    tailStart = lineEnd + 1;
  }
  return { headEnd, tailStart };
}

/** Does a range begin or end inside a word, a number or an identifier? */
export function cutsToken(text: string, start: number, end: number): boolean {
  return joined(text, start) || joined(text, end);
}

function joined(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at, at + 2);
  if (/[\p{L}\d]$/u.test(before) && /^[\p{L}\d]/u.test(after)) return true;
  if (/\d$/.test(before) && /^[/.,:]\d/.test(after)) return true;
  if (/\d[/.,:]$/.test(before) && /^\d/.test(after)) return true;
  // Signatures and sheets: AB.6740, AM-28, 234.2014.JK
  return (
    (/[\p{L}\d]$/u.test(before) && /^[./_-]\d/.test(after)) || (/[\p{L}\d][./_-]$/u.test(before) && /^\d/.test(after))
  );
}

function notFound(
  quote: string,
  wanted: Folded,
  evidence: PassageEvidence,
  cut: { start: number; end: number } | undefined,
): Fault {
  const { page, otherPages = [] } = evidence;
  const fault = (code: string, detail: string): Fault => ({ verdict: "unsupported", code, detail });
  if (page.unreadable !== undefined) {
    const detail = `Strony ${page.number} nie da się odczytać, więc cytatu nie można sprawdzić.`;
    return { verdict: "abstained", code: "page_unreadable", detail };
  }
  if (cut) {
    const around = page.text.slice(Math.max(0, cut.start - 12), cut.end + 12).replace(/\s+/gu, " ");
    return fault(
      "quote_cuts_word",
      `Cytat zaczyna się albo kończy wewnątrz słowa lub numeru: „…${tail(around, 60)}…”.`,
    );
  }
  const lookAlike = findLookAlike(quote);
  if (lookAlike)
    return fault("quote_look_alike", `Cytatu nie ma na stronie ${page.number}. ${describeLookAlike(lookAlike)}`);
  const elsewhere = otherPages.find((other) => findFolded(foldedPage(other), wanted).length > 0);
  if (elsewhere) {
    return fault("quote_on_other_page", `Cytat stoi na stronie ${elsewhere.number}, a nie na stronie ${page.number}.`);
  }
  return fault("quote_not_on_page", departure(wanted.text.trim(), foldedPage(page).text, page.number));
}

/** Names the word with which the quote leaves the page. */
function departure(wanted: string, page: string, number: number): string {
  let low = 0;
  let high = wanted.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (page.includes(wanted.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  const from = wanted.lastIndexOf(" ", low) + 1;
  const word = /^\S+/u.exec(wanted.slice(from))?.[0] ?? "";
  if (from < 12) return `Cytatu „${head(wanted, 60)}” nie ma na stronie ${number}.`;
  return `Cytat odbiega od strony ${number}: po słowach „…${tail(wanted.slice(0, from).trim(), 40)}” nie ma „${word}”.`;
}

function head(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}

function tail(text: string, length: number): string {
  return text.slice(-length);
}
