import { printTable } from "../archive/summary.ts";
import type { Asked } from "./ask.ts";
import type { Half } from "./half.ts";
import { compare, type Comparison, type Estimate, estimate } from "./intervals.ts";
import { type Metric, metrics } from "./metrics.ts";

/** What one target came to, over which answers. */
export interface TargetResult {
  name: string;
  about: string;
  /** Until it could be asked: reading, analysing, embedding; next to nothing when its store was filled before. */
  buildSeconds: number;
  asked: readonly Asked[];
}

/** What a target is, and how long a single search took, in milliseconds. */
type TargetFacts = Omit<TargetResult, "asked"> & { p50: number; p95: number };

/** One target against another over the same questions. */
interface Rivalry {
  one: string;
  other: string;
  metric: Metric;
  comparison: Comparison;
}

/** Questions of one sort: what each target scored on them, and our targets against the others. */
interface Section {
  /** Absent when the data set tells no sorts: these are all questions. */
  sort?: string;
  questions: number;
  targets: { name: string; scores: Record<Metric, Estimate> }[];
  rivalries: Rivalry[];
}

export interface Report {
  suite: string;
  half: Half;
  texts: number;
  sections: Section[];
  targets: TargetFacts[];
}

const compared = ["r@1", "r@5", "nDCG@10"] as const satisfies readonly Metric[];

export function makeReport(
  of: Pick<Report, "suite" | "half" | "texts">,
  ours: readonly TargetResult[],
  peers: readonly TargetResult[],
): Report {
  const results = [...ours, ...peers];
  const sorts = new Set(results[0]?.asked.map(({ question }) => question.sort));
  const sections = [...sorts].map((sort): Section => {
    const only = (result: TargetResult) => ({
      ...result,
      asked: result.asked.filter((one) => one.question.sort === sort),
    });
    const [own, other] = [ours.map(only), peers.map(only)];
    return {
      ...(sort === undefined ? {} : { sort }),
      questions: own[0]?.asked.length ?? 0,
      targets: [...own, ...other].map(({ name, asked }) => ({ name, scores: estimateAll(asked) })),
      rivalries: own.flatMap((one) => other.flatMap((another) => rivalriesOf(one, another))),
    };
  });
  return { ...of, sections, targets: results.map(factsOf) };
}

function rivalriesOf(one: TargetResult, other: TargetResult): Rivalry[] {
  return compared.map((metric) => ({
    one: one.name,
    other: other.name,
    metric,
    comparison: compare(scoresOf(one.asked, metric), scoresOf(other.asked, metric)),
  }));
}

function factsOf({ name, about, buildSeconds, asked }: TargetResult): TargetFacts {
  const times = asked.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { name, about, buildSeconds, p50: at(0.5), p95: at(0.95) };
}

function estimateAll(asked: readonly Asked[]): Record<Metric, Estimate> {
  const estimates = metrics.map((metric) => [metric, estimate(scoresOf(asked, metric))]);
  return Object.fromEntries(estimates) as Record<Metric, Estimate>;
}

function scoresOf(asked: readonly Asked[], metric: Metric): number[] {
  return asked.map(({ scores }) => scores[metric]);
}

const short = (value: number) => value.toFixed(2).replace(/^(-?)0(?=\.)|\.00$/u, "$1");
const exact = (value: number) => value.toFixed(3).replace(/^(-?)0(?=\.)/u, "$1");

/** `.863 [.84 .88]`: mean and its 95 % interval. */
function printEstimate({ mean, low, high }: Estimate): string {
  return `${exact(mean)} [${short(low)} ${short(high)}]`;
}

const reminder =
  "These figures are to be looked at once, when nothing is changed any more:\n" +
  "whoever tunes by them has none left to report.";

/** Tables of at most 100 columns. */
export function printReport({ suite, half, texts, sections, targets }: Report): string {
  const facts = targets.map(({ name, buildSeconds, p50, p95, about }) => [
    name,
    buildSeconds.toFixed(1),
    p50.toFixed(1),
    p95.toFixed(1),
    about,
  ]);
  return [
    `${suite}\nhalf: ${half}, against ${texts} texts`,
    ...sections.map(printScores),
    printTable([["", "build s", "p50 ms", "p95 ms", "what"], ...facts]),
    ...sections.filter(({ rivalries }) => rivalries.length > 0).map(printRivalries),
    ...(half === "tune" ? [] : [reminder]),
  ].join("\n\n");
}

function printScores({ sort, questions, targets }: Section): string {
  const rows = targets.map(({ name, scores }) => [name, ...metrics.map((metric) => printEstimate(scores[metric]))]);
  return `${sort ?? "all"}: ${questions} questions\n${printTable([["", ...metrics], ...rows])}`;
}

/** By how much the one is ahead of the other, and whether that may be chance. */
function printRivalries({ sort, rivalries }: Section): string {
  const rows = rivalries.map(({ one, other, metric, comparison: { difference, better, worse, p } }) => [
    `${one} – ${other}`,
    metric,
    printEstimate(difference),
    `${better}:${worse}`,
    p < 0.0001 ? "< .0001" : exact(p),
  ]);
  return `${sort ?? "all"}\n${printTable([["", "", "ahead by", "better:worse", "p"], ...rows])}`;
}
