import type { Page, Passage } from "../document.ts";
import { sentencesOf } from "../text/sentences.ts";
import { furnitureOf } from "./furniture.ts";
import { type Heading, headingsOf } from "./headings.ts";

/** A passage is closed when the next sentence would take it over this many characters. */
const targetLength = 700;

interface Piece {
  page: number;
  start: number;
  end: number;
  headingPath: string[];
  /** A heading or a change of part: nothing before it joins it. */
  opens: boolean;
}

/**
 * Cuts pages into passages that follow the document's structure: whole sentences, list items and table rows under one
 * heading path. A sentence that runs over a page turn makes one passage with `endPage`.
 */
export function splitIntoPassages(pages: readonly Page[]): Passage[] {
  const readable = pages.filter((page) => page.unreadable === undefined);
  const texts = new Map(readable.map((page) => [page.number, page.text]));
  const passages: Passage[] = [];
  let group: Piece[] = [];
  const close = () => {
    const passage = passageOf(group, texts, passages.length);
    if (passage) passages.push(passage);
    group = [];
  };
  for (const piece of piecesOf(readable)) {
    const first = group[0];
    const last = group.at(-1);
    if (first && last && !joins(first, last, piece, texts)) close();
    group.push(piece);
  }
  close();
  return passages;
}

function joins(first: Piece, last: Piece, next: Piece, texts: Map<number, string>): boolean {
  if (next.page !== last.page) {
    if (next.page !== last.page + 1 || next.opens || first.page !== last.page) return false;
    const before = texts.get(last.page)?.slice(last.start, last.end) ?? "";
    const after = texts.get(next.page)?.charAt(next.start) ?? "";
    return !/[.!?:;]["”»)]*$/u.test(before) && /[\p{Ll}\d(„]/u.test(after) && !before.includes("\t");
  }
  if (next.opens || last.page !== first.page) return false;
  return next.end - first.start <= targetLength;
}

function* piecesOf(pages: readonly Page[]): Generator<Piece> {
  const isFurniture = furnitureOf(pages);
  let open: Heading[] = [];
  for (const page of pages) {
    for (const { start, end } of sentencesOf(page.text)) {
      const sentence = page.text.slice(start, end);
      if (sentence.split("\n").every(isFurniture)) continue;
      const [line = ""] = sentence.split("\n");
      const headings = headingsOf(line, sentence);
      for (const heading of headings) open = [...open.filter(({ level }) => level < heading.level), heading];
      yield { page: page.number, start, end, headingPath: open.map(({ label }) => label), opens: headings.length > 0 };
    }
  }
}

function passageOf(group: readonly Piece[], texts: Map<number, string>, ordinal: number): Passage | undefined {
  const first = group[0];
  const last = group.at(-1);
  if (!first || !last) return undefined;
  const headingPath = first.headingPath;
  if (first.page === last.page) {
    const text = texts.get(first.page)?.slice(first.start, last.end) ?? "";
    return { ordinal, page: first.page, start: first.start, end: last.end, text, headingPath };
  }
  const turn = group.find((piece) => piece.page === last.page) ?? last;
  const before = group.filter((piece) => piece.page === first.page).at(-1) ?? first;
  const head = texts.get(first.page)?.slice(first.start, before.end) ?? "";
  const tail = texts.get(last.page)?.slice(turn.start, last.end) ?? "";
  return {
    ordinal,
    page: first.page,
    endPage: last.page,
    start: first.start,
    end: last.end,
    text: joinOverTurn(head, tail),
    headingPath,
  };
}

/** A word may be broken by the page turn as by a line end. */
export function joinOverTurn(head: string, tail: string): string {
  return /\p{Ll}{2}-$/u.test(head) && /^\p{Ll}/u.test(tail) ? head.slice(0, -1) + tail : `${head} ${tail}`;
}
