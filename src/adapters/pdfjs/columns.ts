import { medianHeight, rightOf, rowsOf, type Run } from "./runs.ts";

/** Narrowest gutter, in line heights. */
const gutterWidth = 0.5;
/** An indent of a list in a column is no deeper than this many line heights. */
const deepestIndent = 6;
/** Left edges that differ by less (points) are one edge. */
const edgeTolerance = 3;
/** Fewest lines that a column has. */
const fewestLines = 4;
/** So many lines that leave one gutter free are columns, wherever in theirs they begin. */
const sureLines = 10;
/** How much of their column the lines fill on average: in prose they break where it ends, in a table cells are short. */
const proseFill = 0.62;
const marginFill = 0.5;
/** A gap of more than this many line heights inside a column is one between a table's cells. */
const cellGap = 1.4;
/** Narrowest columns, in points: of prose, and of a margin whose lines stand between those of the text, and are many. */
const proseWidth = 100;
const marginWidth = 60;
const marginLines = 20;
/** A gap between baselines of more than this many line heights parts blocks of a column. */
const blockGap = 1.75;

/**
 * Runs in groups, in reading order: stretches of columns of prose come one column after the other, everything else
 * as it stands. A table's columns are not parted.
 */
export function columnGroups(runs: readonly Run[]): Run[][] {
  const rows = rowsOf(runs);
  if (rows.length < fewestLines) return [[...runs]];
  const height = medianHeight(runs);
  const stretch = longest(rightColumnEdges(runs, rows, height).flatMap((edge) => stretchesAt(rows, edge, height)));
  if (!stretch) return [[...runs]];
  const [before, after] = [rows.slice(0, stretch.from).flat(), rows.slice(stretch.to).flat()];
  return [before, stretch.left, stretch.right, after].filter((group) => group.length > 0).flatMap(columnGroups);
}

/** Left edges at which many lines begin behind a gap: where a right column may begin. */
function rightColumnEdges(runs: readonly Run[], rows: readonly Run[][], height: number): number[] {
  const pageLeft = Math.min(...runs.map(({ x }) => x));
  const edges: { at: number; count: number }[] = [];
  for (const row of rows) {
    for (const [index, run] of row.entries()) {
      const previous = row[index - 1];
      const gap = previous ? run.x - rightOf(previous) : Number.POSITIVE_INFINITY;
      if (run.x < pageLeft + marginWidth || gap < gutterWidth * height) continue;
      const edge = edges.find(({ at }) => Math.abs(at - run.x) <= edgeTolerance);
      if (edge) edge.count += 1;
      else edges.push({ at: run.x, count: 1 });
    }
  }
  const common = edges.filter(({ count }) => count >= fewestLines);
  // Most lines of a list are indented: the few that are not tell where the column begins.
  const begins = (at: number) => common.some((edge) => edge.at > at && edge.at - at <= deepestIndent * height);
  return edges
    .filter(({ at, count }) => count >= fewestLines || begins(at))
    .sort((a, b) => b.count - a.count)
    .slice(0, 12)
    .map(({ at }) => at);
}

interface Stretch {
  /** Rows, half open. */
  from: number;
  to: number;
  left: Run[];
  right: Run[];
}

/** Stretches of rows that leave the gutter before `edge` free and whose both sides are columns. */
function stretchesAt(rows: readonly Run[][], edge: number, height: number): Stretch[] {
  const gutter = { from: edge - gutterWidth * height, to: edge - 0.5 };
  const crosses = (row: readonly Run[]) => row.some((run) => run.x < gutter.to && rightOf(run) > gutter.from);
  const stretches: Stretch[] = [];
  for (let from = 0; from < rows.length; from += 1) {
    if (crosses(rows[from] ?? [])) continue;
    let to = from;
    while (to < rows.length && !crosses(rows[to] ?? [])) to += 1;
    stretches.push(stretchOf(rows, from, to, edge));
    from = to;
  }
  return stretches.filter((stretch) => areColumns(stretch, edge));
}

function longest(stretches: readonly Stretch[]): Stretch | undefined {
  return [...stretches].sort((a, b) => b.to - b.from - (a.to - a.from))[0];
}

/** What stands beside the first or last lines of neither column (a date on the right, a page number) is left outside. */
function stretchOf(rows: readonly Run[][], start: number, end: number, edge: number): Stretch {
  const side = (row: readonly Run[] | undefined, right: boolean) =>
    (row ?? []).some((run) => run.x >= edge - 1 === right);
  let from = start;
  let to = end;
  const lonely = (at: number) => isFar(rows, at, from, to) || (!side(rows[at], false) && at === from);
  while (from < to && lonely(from)) from += 1;
  while (to > from && isFar(rows, to - 1, from, to)) to -= 1;
  const runs = rows.slice(from, to).flat();
  return {
    from,
    to,
    left: runs.filter((run) => run.x < edge - 1),
    right: runs.filter((run) => run.x >= edge - 1),
  };
}

/** Parted from the next row towards the middle of the stretch by more than two blocks' gap: a head or foot of the page. */
function isFar(rows: readonly Run[][], at: number, from: number, to: number): boolean {
  const neighbour = rows[at === from ? at + 1 : at - 1];
  const row = rows[at];
  if (!row?.[0] || !neighbour?.[0] || to - from < 2) return false;
  return Math.abs(neighbour[0].y - row[0].y) > 2 * blockGap * Math.max(row[0].height, neighbour[0].height);
}

interface Column {
  lines: { y: number; height: number; left: number; right: number }[];
  left: number;
  right: number;
}

function columnOf(runs: readonly Run[]): Column {
  const lines = rowsOf(runs).map((row) => ({
    y: row[0]?.y ?? 0,
    height: Math.max(...row.map(({ height }) => height)),
    left: Math.min(...row.map(({ x }) => x)),
    right: Math.max(...row.map(rightOf)),
  }));
  return {
    lines,
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
  };
}

function areColumns(stretch: Stretch, edge: number): boolean {
  const [left, right] = [columnOf(stretch.left), columnOf(stretch.right)];
  if (Math.min(left.lines.length, right.lines.length) < fewestLines) return false;
  if (holdsCells(stretch.left) || holdsCells(stretch.right)) return false;
  const atEdge = right.lines.filter((line) => Math.abs(line.left - edge) <= edgeTolerance).length;
  // A gap in a few lines of one broad column may be chance.
  if (right.lines.length < sureLines && atEdge < 0.4 * right.lines.length) return false;
  const narrower = Math.min(left.right - left.left, right.right - right.left);
  const fill = Math.min(fillOf(left), fillOf(right));
  const apart = right.lines.filter((line) => !left.lines.some((other) => isLevel(line, other))).length;
  const isMargin = apart > 0.4 * right.lines.length && Math.min(left.lines.length, right.lines.length) >= marginLines;
  if (isMargin && narrower >= marginWidth && fill >= marginFill) return isClose(left, 0.6) && isClose(right, 0.6);
  return (
    narrower >= proseWidth && fill >= proseFill && isClose(left, 0.5) && isClose(right, 0.5) && !areCells(left, right)
  );
}

/** Wide gaps inside a column are a table's, unless it is parted into columns itself. */
function holdsCells(runs: readonly Run[]): boolean {
  const rows = rowsOf(runs);
  const gapped = rows.filter((row) =>
    row.some((run, index) => index > 0 && run.x - rightOf(row[index - 1] ?? run) > cellGap * run.height),
  );
  return gapped.length > 0.2 * rows.length && columnGroups(runs).length === 1;
}

function fillOf({ lines, left, right }: Column): number {
  return lines.reduce((sum, line) => sum + (line.right - line.left) / (right - left), 0) / lines.length;
}

function isLevel(a: { y: number; height: number }, b: { y: number }): boolean {
  return Math.abs(a.y - b.y) <= 0.15 * a.height;
}

/** Lines that follow close on the one before: in prose most, among labels beside a table's cells few. */
function isClose(column: Column, share: number): boolean {
  return blocksOf(column).length <= (1 - share) * column.lines.length + 1;
}

/** First lines of the blocks of a column. */
function blocksOf({ lines }: Column): Column["lines"] {
  return lines.filter((line, index) => {
    const previous = lines[index - 1];
    return !previous || line.y - previous.y > blockGap * Math.max(line.height, previous.height);
  });
}

/** Blocks that all begin side by side are the rows of a table. */
function areCells(left: Column, right: Column): boolean {
  const [one, two] = [blocksOf(left), blocksOf(right)];
  return one.length > 1 && one.length === two.length && one.every((line, index) => isLevel(line, two[index] ?? line));
}
