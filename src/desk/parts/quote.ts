/** A stretch of a page's text as it is shown: what stands around the quote, and the quote. */
export interface Excerpt {
  before: string;
  quote: string;
  after: string;
}

/** Characters of a page that are shown around a quote. */
const around = 280;

/**
 * The quote at these UTF-16 offsets (half open) of a page's text, with what stands around it, cut at the ends of
 * words; `…` says that the page goes on. `undefined` when the text has no such place.
 */
export function excerptOf(text: string, start: number, end: number, reach: number = around): Excerpt | undefined {
  if (start < 0 || start >= end || end > text.length) return undefined;
  const from = start <= reach ? 0 : wordStart(text, start - reach, start);
  const to = text.length - end <= reach ? text.length : wordEnd(text, end + reach, end);
  return {
    before: `${from > 0 ? "… " : ""}${text.slice(from, start)}`,
    quote: text.slice(start, end),
    after: `${text.slice(end, to)}${to < text.length ? " …" : ""}`,
  };
}

/**
 * For reading in little room: paragraphs without the blank lines between them, and lines that were broken only
 * because the paper ended joined again. Rows of a table and short lines stay.
 */
export function flowing(text: string): string {
  return text
    .replaceAll(/\n\s*\n\s*/gu, "\n\n")
    .replaceAll(/(?<=[^\n\t]{50})\n(?!\n|[^\n]*\t)/gu, " ")
    .replaceAll("\n\n", "\n");
}

function wordStart(text: string, at: number, limit: number): number {
  const space = text.slice(at, limit).search(/\s/u);
  return space < 0 ? at : at + space + 1;
}

function wordEnd(text: string, at: number, limit: number): number {
  const space = text.slice(limit, at).search(/\s\S*$/u);
  return space < 0 ? at : limit + space;
}
