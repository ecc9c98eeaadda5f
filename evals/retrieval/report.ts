import { printTable } from "../archive/summary.ts";
import type { Asked } from "./ask.ts";
import { compare, type Comparison, type Estimate, estimate } from "./intervals.ts";
import type { Half } from "./half.ts";
import { type Metric, metrics } from "./metrics.ts";

/** What one target came to, and over which answers. */
export interface TargetResult {
  name: string;
  about: string;
  /** Until it could be asked: reading, analysing, embedding; next to nothing when its store was filled before. */
  buildSeconds: number;
  asked: readonly Asked[];
}

export interface TargetSummary {
  name: string;
  about: string;
  buildSeconds: number;
  /** Of a single search, in milliseconds. */
  p50: number;
  p95: number;
  scores: Record<Metric, Estimate>;
}

export function summarise({ name, about, buildSeconds, asked }: TargetResult): TargetSummary {
  const times = asked.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  const scores = Object.fromEntries(metrics.map((metric) => [metric, estimate(scoresOf(asked, metric))])) as Record<
    Metric,
    Estimate
  >;
  return { name, about, buildSeconds, p50: at(0.5), p95: at(0.95), scores };
}

/** One target against another over the same questions. */
export interface Rivalry {
  one: string;
  other: string;
  metric: Metric;
  comparison: Comparison;
}

export interface Report {
  suite: string;
  half: Half;
  texts: number;
  questions: number;
  targets: TargetSummary[];
  rivalries: Rivalry[];
}

const compared = ["r@1", "r@5", "nDCG@10"] as const satisfies readonly Metric[];

export function compareAll(ones: readonly TargetResult[], others: readonly TargetResult[]): Rivalry[] {
  return ones.flatMap((one) =>
    others.flatMap((other) =>
      compared.map((metric) => ({
        one: one.name,
        other: other.name,
        metric,
        comparison: compare(scoresOf(one.asked, metric), scoresOf(other.asked, metric)),
      })),
    ),
  );
}

function scoresOf(asked: readonly Asked[], metric: Metric): number[] {
  return asked.map(({ scores }) => scores[metric]);
}

const short = (value: number) => value.toFixed(2).replace(/^(-?)0(?=\.)/u, "$1");
const exact = (value: number) => value.toFixed(3).replace(/^(-?)0(?=\.)/u, "$1");

/** `.863 [.84 .88]`: mean and its 95 % interval. */
function printEstimate({ mean, low, high }: Estimate): string {
  return `${exact(mean)} [${short(low)} ${short(high)}]`;
}

/** Scores, then what each target is; at most 100 columns wide as long as the names are short. */
function printSummaries(summaries: readonly TargetSummary[]): string {
  const scores = printTable([
    ["", ...metrics],
    ...summaries.map(({ name, scores }) => [name, ...metrics.map((metric) => printEstimate(scores[metric]))]),
  ]);
  const about = printTable([
    ["", "build s", "p50 ms", "p95 ms", "what"],
    ...summaries.map(({ name, buildSeconds, p50, p95, about }) => [
      name,
      buildSeconds.toFixed(1),
      p50.toFixed(1),
      p95.toFixed(1),
      about,
    ]),
  ]);
  return `${scores}\n\n${about}`;
}

/** By how much the one is ahead of the other, and whether that may be chance. */
function printRivalries(rivalries: readonly Rivalry[]): string {
  return printTable([
    ["", "", "ahead by", "better:worse", "p"],
    ...rivalries.map(({ one, other, metric, comparison: { difference, better, worse, p } }) => [
      `${one} – ${other}`,
      metric,
      printEstimate(difference),
      `${better}:${worse}`,
      p < 0.0001 ? "< .0001" : p.toFixed(4).replace(/^0/u, ""),
    ]),
  ]);
}

const reminder =
  "These figures are to be looked at once, when nothing is changed any more: whoever tunes by them has none left to report.";

export function printReport({ suite, half, texts, questions, targets, rivalries }: Report): string {
  return [
    `${suite}\nhalf: ${half}, ${questions} questions against ${texts} texts`,
    printSummaries(targets),
    ...(rivalries.length > 0 ? [printRivalries(rivalries)] : []),
    ...(half === "tune" ? [] : [reminder]),
  ].join("\n\n");
}
