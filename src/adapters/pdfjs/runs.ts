/** A run of text as it is placed on the page, in points from the top left corner of the page as it is read. */
export interface Run {
  text: string;
  x: number;
  /** Baseline, growing downwards. */
  y: number;
  width: number;
  height: number;
}

/** Two runs stand on one line when their baselines differ by less than this share of the larger height. */
const sameBaseline = 0.45;

/** Runs of a page by baseline, from the top; in a row from the left. */
export function rowsOf(runs: readonly Run[]): Run[][] {
  const byBaseline = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Run[][] = [];
  for (const run of byBaseline) {
    const row = rows.at(-1);
    const anchor = row?.[0];
    if (row && anchor && Math.abs(run.y - anchor.y) <= sameBaseline * Math.max(run.height, anchor.height))
      row.push(run);
    else rows.push([run]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

export function rightOf({ x, width }: Run): number {
  return x + width;
}

export function medianHeight(runs: readonly Run[]): number {
  const heights = runs.map(({ height }) => height).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}
