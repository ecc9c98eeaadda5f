import type { Citation, Draft } from "../../src/core/draft.ts";
import type { Asked } from "./evaluate.ts";
import { wilsonInterval } from "./wilson.ts";

export interface Share {
  hits: number;
  trials: number;
}

export interface FamilySummary {
  family: string;
  /** Questions that have an answer, and those of them answered with all values from the right place. */
  answerable: Share;
  /** Questions without an answer, and those of them told as not found. */
  unanswerable: Share;
  /** Questions that name several things, and those of them asked back. */
  ambiguous: Share;
  /** Supported claims that hold what only a wrong answer holds, over all questions. */
  wrongClaims: number;
}

/** By family, in the order in which the questions bring them, with the sum last. */
export function summarise(asked: readonly Asked[]): FamilySummary[] {
  const families = [...new Set(asked.map(({ question }) => question.family))];
  return [
    ...families.map((family) =>
      summaryOf(
        family,
        asked.filter(({ question }) => question.family === family),
      ),
    ),
    summaryOf("total", asked),
  ];
}

function summaryOf(family: string, asked: readonly Asked[]): FamilySummary {
  const share = (outcome: string): Share => {
    const some = asked.filter(({ question }) => question.expect.outcome === outcome);
    return { hits: some.filter(({ score }) => score.correct).length, trials: some.length };
  };
  return {
    family,
    answerable: share("answered"),
    unanswerable: share("not_found"),
    ambiguous: share("needs_clarification"),
    wrongClaims: asked.reduce((sum, { score }) => sum + score.wrong.length, 0),
  };
}

export function printSummary(summaries: readonly FamilySummary[]): string {
  const rows = [
    ["family", "answered right", "not found right", "asked back", "wrong claims"],
    ...summaries.map(({ family, answerable, unanswerable, ambiguous, wrongClaims }) => [
      family,
      printShare(answerable),
      printShare(unanswerable),
      printShare(ambiguous),
      String(wrongClaims),
    ]),
  ];
  return printTable(rows);
}

/** `12/14 .86 [.60 .96]`: hits of trials, share, and its 95 % Wilson interval. */
function printShare({ hits, trials }: Share): string {
  if (trials === 0) return "-";
  const { low, high } = wilsonInterval(hits, trials);
  const short = (share: number) => share.toFixed(2).replace(/^0/u, "");
  return `${hits}/${trials} ${short(hits / trials)} [${short(low)} ${short(high)}]`;
}

export function printTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Sorted times: the middle one, the 95th of a hundred, the longest. */
export function printTimes(milliseconds: readonly number[]): string {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms over ${sorted.length}`;
}

/** What was asked, what was expected, what came, and what was missing of it. */
export function printFailure({ question, draft, error, score }: Asked): string {
  const faults = [
    ...(score.outcomeRight ? [] : [`outcome ${draft?.outcome ?? "none"} instead of ${question.expect.outcome}`]),
    ...(score.sourceRight ? [] : ["right page or row not cited"]),
    ...(score.valuesRight ? [] : ["a value is missing"]),
    ...score.wrong.map((value) => `WRONG CLAIM holds „${value}”`),
  ];
  const lines = [
    `[${question.id} ${question.family}] ${question.question}`,
    `  fault: ${faults.join("; ")}`,
    ...(question.why ? [`  trap: ${question.why}`] : []),
    `  expected: ${JSON.stringify(question.expect.values)} at ${JSON.stringify(question.expect.sources)}`,
    ...(error === undefined ? [] : [`  ! ${error instanceof Error ? error.stack : String(error)}`]),
    ...(draft ? printDraft(draft) : []),
  ];
  return lines.join("\n");
}

function printDraft({ claims, withheld, clarification }: Draft): string[] {
  return [
    ...claims.map(({ text, citations }) => `  + ${text} ${placesOf(citations)}`),
    ...withheld.map(
      ({ text, citations, reasons }) =>
        `  - withheld (${reasons.map(({ code }) => code).join(", ")}): ${text} ${placesOf(citations)}`,
    ),
    ...(clarification ? [`  ? ${clarification.question} ${JSON.stringify(clarification.choices)}`] : []),
  ];
}

function placesOf(citations: readonly Citation[]): string {
  const places = citations.map((citation) => {
    if (citation.kind === "passage") return `${citation.document.path} p.${citation.page}`;
    if (citation.kind === "register") return citation.rows.map(({ file, row }) => `${file} row ${row}`).join(", ");
    return citation.kind === "law" ? `${citation.act} ${citation.unit}` : `${citation.op} of ${citation.inputs.length}`;
  });
  return `(${[...new Set(places)].join("; ")})`;
}
