import type { DocumentFact, FactField, Page } from "../document.ts";

/** The readable pages of a document as one text, with the way back to page and offset. */
export class DocumentText {
  readonly text: string;
  readonly #pages: { number: number; start: number; length: number }[] = [];

  constructor(pages: readonly Page[]) {
    let text = "";
    for (const page of pages) {
      if (page.unreadable !== undefined) continue;
      this.#pages.push({ number: page.number, start: text.length, length: page.text.length });
      text += `${page.text}\n\n`;
    }
    this.text = text;
  }

  /** A fact with its quote; what runs over a page turn is quoted to the end of its first page. */
  fact(field: FactField, value: string, start: number, end: number): DocumentFact | undefined {
    const page = this.#pages.findLast((candidate) => candidate.start <= start);
    if (!page) return undefined;
    const from = start - page.start;
    const to = Math.min(end - page.start, page.length);
    if (to <= from) return undefined;
    return { field, value, page: page.number, start: from, end: to, quote: this.text.slice(start, page.start + to) };
  }
}
