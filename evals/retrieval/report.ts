import { printTable } from "../archive/summary.ts";
import type { Asked } from "./ask.ts";
import { compare, type Comparison, type Estimate, estimate } from "./intervals.ts";
import { type Metric, metrics } from "./metrics.ts";
import type { CorpusText } from "./suite.ts";

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

/** The first target against each of the others, over the same questions. */
export interface Rivalry {
  one: string;
  other: string;
  metric: Metric;
  comparison: Comparison;
}

export function compareAll(results: readonly TargetResult[], compared: readonly Metric[]): Rivalry[] {
  return results.flatMap((one, index) =>
    results.slice(index + 1).flatMap((other) =>
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

const short = (value: number) => value.toFixed(2).replace(/^(-?)0/u, "$1");
const exact = (value: number) => value.toFixed(3).replace(/^(-?)0/u, "$1");

/** `.863 [.84 .88]`: mean and its 95 % interval. */
function printEstimate({ mean, low, high }: Estimate): string {
  return `${exact(mean)} [${short(low)} ${short(high)}]`;
}

/** Scores, then what each target is; at most 100 columns wide as long as the names are short. */
export function printSummaries(summaries: readonly TargetSummary[]): string {
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

/** Questions with no answer among the first five: what was wanted, at which rank it came, and what came first. */
export function printFailures({ asked }: TargetResult, texts: readonly CorpusText[]): string {
  const textOf = new Map(texts.map(({ id, text }) => [id, text.replace(/\s+/gu, " ")]));
  const begin = (id: string) => (textOf.get(id) ?? "").slice(0, 240);
  return asked
    .filter(({ question, ranked }) => !ranked.slice(0, 5).some((id) => question.relevant.has(id)))
    .map(({ question: { id, text, relevant }, ranked }) =>
      [
        `\n[${id}] ${text}`,
        ...[...relevant.keys()].map(
          (wanted) => `  wanted, rank ${ranked.indexOf(wanted) + 1 || "-"}: ${begin(wanted)}`,
        ),
        ...ranked.slice(0, 2).map((came) => `  came: ${begin(came)}`),
      ].join("\n"),
    )
    .join("\n");
}
