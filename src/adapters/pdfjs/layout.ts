/** Page geometry to canonical text: reading order, columns, table rows, paragraphs, mended hyphens. */

/** A run of text as it is placed on the page, in points from the top left corner of the page as it is read. */
export interface Run {
  text: string;
  x: number;
  /** Baseline, growing downwards. */
  y: number;
  width: number;
  height: number;
}

interface Segment {
  text: string;
  left: number;
  right: number;
}

interface Line {
  y: number;
  height: number;
  segments: Segment[];
}

/** Two runs stand on one line when their baselines differ by less than this share of the larger height. */
const sameBaseline = 0.45;
/** A gap wider than this many heights parts columns or table cells. */
const cellGap = 1.4;
/** A gap between baselines of more than this many line heights parts paragraphs. */
const paragraphGap = 1.75;

export function layoutText(runs: readonly Run[]): string {
  const lines = linesOf(runs.filter((run) => run.text.trim() !== "" || run.width > 0));
  return mendHyphens(
    blocksOf(lines)
      .map(textOf)
      .filter((block) => block !== "")
      .join("\n\n"),
  );
}

function linesOf(runs: Run[]): Line[] {
  const byBaseline = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Run[][] = [];
  for (const run of byBaseline) {
    const row = rows.at(-1);
    const anchor = row?.[0];
    if (row && anchor && Math.abs(run.y - anchor.y) <= sameBaseline * Math.max(run.height, anchor.height))
      row.push(run);
    else rows.push([run]);
  }
  return rows.map(lineOf).filter((line) => line.segments.length > 0);
}

function lineOf(row: Run[]): Line {
  row.sort((a, b) => a.x - b.x);
  const height = Math.max(...row.map((run) => run.height));
  const segments: Segment[] = [];
  for (const run of row) {
    if (run.text.trim() === "") continue;
    const last = segments.at(-1);
    const gap = last ? run.x - last.right : Number.POSITIVE_INFINITY;
    if (!last || gap > cellGap * height) {
      segments.push({ text: run.text, left: run.x, right: run.x + run.width });
      continue;
    }
    const space = gap > 0.15 * height && !/\s$/.test(last.text) && !/^\s/.test(run.text) ? " " : "";
    last.text += space + run.text;
    last.right = Math.max(last.right, run.x + run.width);
  }
  const tidied = segments.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/gu, " ").trim() }));
  return { y: row[0]?.y ?? 0, height, segments: tidied.filter((segment) => segment.text !== "") };
}

/** Lines in reading order, in paragraphs: stretches of two columns are read one column after the other. */
function blocksOf(lines: Line[]): Line[][] {
  const blocks: Line[][] = [];
  let at = 0;
  while (at < lines.length) {
    const columns = columnsFrom(lines, at);
    if (columns) {
      blocks.push(...paragraphsOf(columns.left), ...paragraphsOf(columns.right));
      at = columns.end;
      continue;
    }
    const start = at;
    do at += 1;
    while (at < lines.length && !columnsFrom(lines, at));
    blocks.push(...paragraphsOf(lines.slice(start, at)));
  }
  return blocks;
}

/** Fewest lines of two columns, and how much of their column they must fill on average, to be prose and no table. */
const fewestColumnLines = 5;
const columnFill = 0.62;

/**
 * A stretch of lines from `start` with one common gutter. In prose the lines fill their column and break where it
 * ends; in a table cells are short. Lines of one segment that keep to one side of the gutter belong to the stretch.
 */
function columnsFrom(lines: readonly Line[], start: number): { left: Line[]; right: Line[]; end: number } | undefined {
  const first = lines[start];
  if (!first || first.segments.length !== 2) return undefined;
  let gutter = { from: first.segments[0]?.right ?? 0, to: first.segments[1]?.left ?? 0 };
  const left: Line[] = [];
  const right: Line[] = [];
  let end = start;
  let pairs = 0;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (!line) break;
    const [one, two] = line.segments;
    if (!one || line.segments.length > 2) break;
    const next = {
      from: Math.max(gutter.from, two ? one.right : gutter.from),
      to: Math.min(gutter.to, two?.left ?? gutter.to),
    };
    const narrow = next.to - next.from < 0.8 * line.height;
    if (two) {
      if (narrow) break;
      gutter = next;
      pairs += 1;
      left.push({ ...line, segments: [one] });
      right.push({ ...line, segments: [two] });
    } else if (one.right <= gutter.to && one.left < gutter.from) left.push(line);
    else if (one.left >= gutter.from) right.push(line);
    else break;
  }
  if (pairs < fewestColumnLines) return undefined;
  const filled = Math.min(fillOf(left), fillOf(right));
  return filled >= columnFill && widthOf(left) > 100 && widthOf(right) > 100 ? { left, right, end } : undefined;
}

function extentOf(lines: readonly Line[]): { left: number; right: number } {
  const segments = lines.flatMap((line) => line.segments);
  return {
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
  };
}

function widthOf(lines: readonly Line[]): number {
  const { left, right } = extentOf(lines);
  return right - left;
}

function fillOf(lines: readonly Line[]): number {
  const width = widthOf(lines);
  const filled = lines.map((line) => ((line.segments[0]?.right ?? 0) - (line.segments[0]?.left ?? 0)) / width);
  return filled.reduce((sum, share) => sum + share, 0) / Math.max(1, filled.length);
}

function paragraphsOf(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const gap = previous ? (line.y - previous.y) / Math.max(line.height, previous.height) : Number.POSITIVE_INFINITY;
    const paragraph = paragraphs.at(-1);
    if (paragraph && gap > 0 && gap <= paragraphGap) paragraph.push(line);
    else paragraphs.push([line]);
    previous = line;
  }
  return paragraphs;
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => line.segments.map(({ text }) => text).join("\t")).join("\n");
}

/** A word broken at the end of a line becomes whole; hyphens of compounds and of number ranges stay. */
function mendHyphens(text: string): string {
  return text.replace(/(\p{Ll}{2,})[-\u00AD‐]\n(?=\p{Ll}{2,})/gu, "$1").replace(/\u00AD/gu, "");
}
