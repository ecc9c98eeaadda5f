import { html } from "hono/html";
import type { Html } from "./layout.ts";
import { type Excerpt, flowing } from "./quote.ts";

interface Run {
  text: string;
  marked: boolean;
  /** Id of the mark, to be jumped to. */
  anchor?: string | undefined;
}

/**
 * Canonical text as it is read on a page: lines stay lines, and lines with tabs between their cells become a table.
 * The quote stays marked through both; `anchor` is the id of its first mark.
 */
export function pageText({ before, quote, after }: Excerpt, anchor?: string): Html {
  const runs = [
    { text: before, marked: false },
    { text: quote, marked: true, anchor },
    { text: after, marked: false },
  ];
  const blocks: { table: boolean; lines: Run[][] }[] = [];
  for (const line of linesOf(runs)) {
    const table = line.some(({ text }) => text.includes("\t"));
    const last = blocks.at(-1);
    if (last?.table === table) last.lines.push(line);
    else blocks.push({ table, lines: [line] });
  }
  return html`${blocks.map(({ table, lines }) => (table ? tableView(lines) : textView(lines)))}`;
}

/** A passage with nothing marked, in little room. */
export function passageText(text: string): Html {
  return pageText({ before: flowing(text), quote: "", after: "" });
}

/** Each line with the line feed that ends it. */
function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    for (const [at, text] of run.text.split(/(?<=\n)/u).entries()) {
      if (lines.at(-1)?.at(-1)?.text.endsWith("\n")) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ ...run, text, anchor: at === 0 ? run.anchor : undefined });
    }
  }
  return lines;
}

function tableView(lines: readonly Run[][]): Html {
  const rows = lines.map((line) => html`<tr>${cellsOf(line).map((cell) => html`<td>${cell.map(runView)}</td>`)}</tr>`);
  return html`<div class="cells"><table><tbody>${rows}</tbody></table></div>`;
}

function cellsOf(line: readonly Run[]): Run[][] {
  const cells: Run[][] = [[]];
  for (const run of line) {
    for (const [at, text] of run.text.replace("\n", "").split("\t").entries()) {
      if (at > 0) cells.push([]);
      if (text !== "") cells.at(-1)?.push({ ...run, text, anchor: at === 0 ? run.anchor : undefined });
    }
  }
  return cells;
}

/** Runs of neighbouring lines are put together again, so that a quote is one mark. */
function textView(lines: readonly Run[][]): Html {
  const runs: Run[] = [];
  for (const run of lines.flat()) {
    const last = runs.at(-1);
    if (last?.marked === run.marked) last.text += run.text;
    else runs.push({ ...run });
  }
  return html`<span>${runs.map(runView)}</span>`;
}

function runView({ text, marked, anchor }: Run): Html {
  if (!marked) return html`${text}`;
  return anchor ? html`<mark id="${anchor}">${text}</mark>` : html`<mark>${text}</mark>`;
}
