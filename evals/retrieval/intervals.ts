import { makeRng } from "../../data/generator/rng.ts";
import { wilsonInterval } from "../archive/wilson.ts";

export interface Estimate {
  mean: number;
  /** 95 % interval. */
  low: number;
  high: number;
}

const resamples = 2000;

/** Mean of scores from 0 to 1. Where each is 0 or 1 it is a share, with Wilson's interval; else by the bootstrap. */
export function estimate(scores: readonly number[]): Estimate {
  const mean = meanOf(scores);
  if (!scores.every((score) => score === 0 || score === 1)) return { mean, ...bootstrap(scores) };
  return { mean, ...wilsonInterval(scores.filter((score) => score === 1).length, scores.length) };
}

/**
 * Percentile bootstrap of a mean (B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", 1993, 13.3): 2.5 and
 * 97.5 % of the means of samples drawn with replacement. Seeded: the same scores give the same interval.
 */
function bootstrap(scores: readonly number[]): { low: number; high: number } {
  const { next } = makeRng("bootstrap");
  const means = Float64Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let draw = 0; draw < scores.length; draw += 1) sum += scores[Math.floor(next() * scores.length)] ?? 0;
    return sum / scores.length;
  }).sort();
  return { low: means[Math.floor(0.025 * resamples)] ?? 0, high: means[Math.ceil(0.975 * resamples) - 1] ?? 0 };
}

export interface Comparison {
  /** Mean of the one less mean of the other, with the bootstrap's 95 % interval over the questions. */
  difference: Estimate;
  /** Questions at which the one is better, and at which the other is. */
  better: number;
  worse: number;
  /** Two-sided, of so uneven a split of those questions, or a more uneven one, were neither better. */
  p: number;
}

/**
 * Two targets over the same questions, in the same order. The interval is of the differences question by question.
 * `p` is the exact sign test over the questions they differ at: with scores of 0 and 1 that is McNemar's exact test
 * (Q. McNemar, 1947, Psychometrika 12; exact by the binomial distribution of the discordant pairs).
 */
export function compare(one: readonly number[], other: readonly number[]): Comparison {
  if (one.length !== other.length) throw new RangeError(`${one.length} scores against ${other.length}`);
  const differences = one.map((score, index) => score - (other[index] as number));
  const better = differences.filter((difference) => difference > 0).length;
  const worse = differences.filter((difference) => difference < 0).length;
  return {
    difference: { mean: meanOf(differences), ...bootstrap(differences) },
    better,
    worse,
    p: Math.min(1, 2 * binomialTail(Math.min(better, worse), better + worse)),
  };
}

/** P(X <= k) of n fair coins, summed in logarithms: 2^-n of thousands is no double. */
function binomialTail(k: number, n: number): number {
  let logChoose = 0;
  let sum = 0;
  for (let heads = 0; heads <= k; heads += 1) {
    sum += Math.exp(logChoose - n * Math.LN2);
    logChoose += Math.log(n - heads) - Math.log(heads + 1);
  }
  return sum;
}

function meanOf(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}
