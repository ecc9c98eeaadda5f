import type { Page } from "../document.ts";

const pageNumber =
  /^(?:[-–—\s]*\d{1,4}[-–—\s]*|(?:strona|str\.|s\.)\s*\d+(?:\s*(?:z|\/)\s*\d+)?\.?|.{0,40}\bs(?:tr)?\.\s*\d+\/\d+)$/iu;

/** Below this many pages a line that repeats is no running head. */
const fewestPages = 3;

/** Running heads, feet and page numbers of a document: lines at the edge of most pages, digits apart. */
export function furnitureOf(pages: readonly Page[]): (line: string) => boolean {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const lines = page.text.split("\n").filter((line) => line.trim() !== "");
    const edges = new Set([...lines.slice(0, 2), ...lines.slice(-2)].map(key));
    for (const line of edges) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const repeated = new Set(
    [...counts]
      .filter(([line, count]) => pages.length >= fewestPages && count > pages.length / 2 && line.length < 120)
      .map(([line]) => line),
  );
  return (line) => pageNumber.test(line.trim()) || repeated.has(key(line));
}

function key(line: string): string {
  return line.replace(/\d+/gu, "#").replace(/\s+/gu, " ").trim();
}
