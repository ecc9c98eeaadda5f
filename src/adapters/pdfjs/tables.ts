/** A piece of a line between two wide gaps: the whole line, or a cell's text on it. */
export interface Segment {
  text: string;
  left: number;
  right: number;
}

export interface Line {
  y: number;
  height: number;
  segments: Segment[];
}

interface Span {
  left: number;
  right: number;
}

/** More lines than this in one row are no cell that wraps. */
const mostLines = 12;

/**
 * Paragraphs that hold rows of cells, one after the other, become one table. Where the rows stand apart like
 * paragraphs, each paragraph is a row, and cells that wrap become one line. A compact table stays as it is, line by
 * line: which of its lines go on with a cell cannot be told.
 * @param paragraphs lines that follow close on each other
 */
export function joinTables(paragraphs: readonly Line[][]): Line[][] {
  const joined: Line[][] = [];
  for (let from = 0; from < paragraphs.length; ) {
    let to = from;
    while (to < paragraphs.length && isRow(paragraphs[to])) to += 1;
    const rows = paragraphs.slice(from, to);
    if (rows.length > 0) joined.push(wrappedRows(rows) ?? rows.flat());
    from = to;
    for (; from < paragraphs.length && !isRow(paragraphs[from]); from += 1) joined.push(paragraphs[from] ?? []);
  }
  return joined;
}

function isRow(paragraph: readonly Line[] | undefined): boolean {
  return paragraph?.some(({ segments }) => segments.length > 1) ?? false;
}

/** Each paragraph as one row; undefined when they are not the rows of a table with clear columns. */
function wrappedRows(rows: readonly Line[][]): Line[] | undefined {
  const low = rows.filter((row) => row.length <= 2).length;
  if (rows.length < 2 || low * 2 < rows.length || rows.some((row) => row.length > mostLines)) return undefined;
  const columns = columnsOf(rows.flat());
  const widest = Math.max(...rows.flat().map(({ segments }) => segments.length));
  // A head that spans columns runs them together.
  return columns.length < widest ? undefined : rows.map((row) => rowOf(row, columns));
}

/** Spans of x that no line leaves free, from the left. */
function columnsOf(lines: readonly Line[]): Span[] {
  const spans = lines
    .flatMap(({ segments }) => segments)
    .map(({ left, right }) => ({ left, right }))
    .sort((a, b) => a.left - b.left);
  const columns: Span[] = [];
  for (const span of spans) {
    const last = columns.at(-1);
    if (last && span.left <= last.right) last.right = Math.max(last.right, span.right);
    else columns.push({ ...span });
  }
  return columns;
}

function rowOf(lines: readonly Line[], columns: readonly Span[]): Line {
  const segments = columns.map(({ left, right }) => {
    const pieces = lines.flatMap((line) => line.segments.filter((one) => one.left >= left && one.right <= right));
    return { left, right, text: pieces.map(({ text }) => text).join("\n") };
  });
  const [first] = lines;
  return { y: first?.y ?? 0, height: first?.height ?? 0, segments };
}
