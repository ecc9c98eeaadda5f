/** Page geometry to canonical text: reading order, columns, table rows, paragraphs, mended hyphens. */

import { columnGroups } from "./columns.ts";
import { rightOf, rowsOf, type Run } from "./runs.ts";
import { settleSuperscripts } from "./superscripts.ts";
import { joinTables, type Line, type Segment } from "./tables.ts";

/** A gap wider than this many heights parts table cells. */
const cellGap = 1.4;
/** A gap between runs wider than this many heights is a space. */
const wordGap = 0.15;
/** A gap between baselines of more than this many line heights parts paragraphs. */
const paragraphGap = 1.75;

export function layoutText(runs: readonly Run[]): string {
  const visible = settleSuperscripts(runs.filter(({ text }) => text.trim() !== ""));
  return columnGroups(visible)
    .map((group) =>
      joinTables(paragraphsOf(rowsOf(group).map(lineOf)))
        .map(textOf)
        .join("\n\n"),
    )
    .reduce(continueText, "")
    .replace(/\u00AD/gu, "");
}

/** A sentence that runs from the foot of one column to the head of the next stays one paragraph. */
function continueText(text: string, next: string): string {
  const broken = /[\p{L}\d,–—-]$/u.test(text) && /^\p{Ll}/u.test(next) && !/\t.*$/u.test(text);
  return broken ? joinLines(text, next) : [text, next].filter((part) => part !== "").join("\n\n");
}

function lineOf(row: readonly Run[]): Line {
  const height = Math.max(...row.map((run) => run.height));
  const segments: Segment[] = [];
  for (const run of row) {
    const last = segments.at(-1);
    const gap = last ? run.x - last.right : Number.POSITIVE_INFINITY;
    if (!last || gap > cellGap * height) {
      segments.push({ text: run.text, left: run.x, right: rightOf(run) });
      continue;
    }
    const space = gap > wordGap * height && !/\s$/.test(last.text) && !/^\s/.test(run.text) ? " " : "";
    last.text += space + run.text;
    last.right = Math.max(last.right, rightOf(run));
  }
  const tidied = segments.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/gu, " ").trim() }));
  return { y: row[0]?.y ?? 0, height, segments: tidied };
}

function paragraphsOf(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const gap = previous ? (line.y - previous.y) / Math.max(line.height, previous.height) : Number.POSITIVE_INFINITY;
    const paragraph = paragraphs.at(-1);
    if (paragraph && gap <= paragraphGap) paragraph.push(line);
    else paragraphs.push([line]);
    previous = line;
  }
  return paragraphs;
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ segments }) => segments.map(cellOf).join("\t").trimEnd()).reduce(joinLines);
}

/** A cell that wraps is one line, whole words again. */
function cellOf({ text }: Segment): string {
  return text.split("\n").reduce(joinLines).replaceAll("\n", " ");
}

/**
 * First parts of adjectives that keep their hyphen when the line ends at it: „architektoniczno-budowlany” is never
 * written together.
 */
const firstParts =
  /(?:^|[^\p{L}])(?:architektoniczno|budowlano|społeczno|administracyjno|usługowo|mieszkalno|mieszkaniowo|handlowo|techniczno|materialno|gospodarczo|produkcyjno|magazynowo|urbanistyczno|konstrukcyjno|sanitarno|wodno|rolno|krajobrazowo|kulturalno|sportowo|oświatowo|biurowo|parkingowo|pieszo|jezdno|rekreacyjno|analityczno|ogólno|finansowo|prawno|organizacyjno|północno|południowo|północno|żelbetowo|stalowo|elektryczno|cieplno)$/iu;

const hyphens = "-\u00AD‐";
const brokenWord = /\p{L}*\p{Ll}{2}$/u;

/**
 * A word broken at the end of a line becomes whole; hyphens of compounds and of number ranges stay, and so do those
 * at the end of a table's cell, whose word does not go on in the next line.
 */
function joinLines(text: string, next: string): string {
  const whole = `${text}\n${next}`;
  if (!hyphens.includes(text.at(-1) ?? " ")) return whole;
  const last = text.slice(text.lastIndexOf("\n") + 1, -1);
  const word = brokenWord.exec(last)?.[0];
  if (word === undefined || last.includes("\t") || !/^\p{Ll}{2}[^\t\n]*(?:\n|$)/u.test(next)) return whole;
  return text.slice(0, firstParts.test(word) ? undefined : -1) + next;
}
