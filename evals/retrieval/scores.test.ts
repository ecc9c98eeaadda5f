import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { halves, inHalf } from "./half.ts";
import { compare, estimate } from "./intervals.ts";
import { metrics, scoreRanking } from "./metrics.ts";
import type { Question } from "./suite.ts";

const relevant = (grades: Record<string, number>) => ({ relevant: new Map(Object.entries(grades)) });

describe("scores of a ranking", () => {
  it("are those of the rank of the one text that answers", () => {
    const others = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
    const at = (rank: number) => others.toSpliced(rank - 1, 0, "x");
    expect(scoreRanking(at(1), relevant({ x: 1 }))).toEqual({
      "r@1": 1,
      "r@5": 1,
      "r@10": 1,
      "nDCG@10": 1,
      "MRR@10": 1,
    });
    expect(scoreRanking(at(3), relevant({ x: 1 }))).toEqual({
      "r@1": 0,
      "r@5": 1,
      "r@10": 1,
      "nDCG@10": 1 / Math.log2(4),
      "MRR@10": 1 / 3,
    });
    expect(Object.values(scoreRanking(at(11), relevant({ x: 1 })))).toEqual([0, 0, 0, 0, 0]);
    expect(Object.values(scoreRanking([], relevant({ x: 1 })))).toEqual([0, 0, 0, 0, 0]);
  });

  it("weigh grades and places as nDCG is defined, and cap recall where more texts answer than places are", () => {
    const {
      "nDCG@10": ndcg,
      "r@1": first,
      "r@5": five,
      "MRR@10": reciprocal,
    } = scoreRanking(["b", "z", "a"], relevant({ a: 3, b: 1, c: 2 }));
    const ideal = 3 / Math.log2(2) + 2 / Math.log2(3) + 1 / Math.log2(4);
    expect(ndcg).toBeCloseTo((1 / Math.log2(2) + 3 / Math.log2(4)) / ideal, 12);
    expect([first, five, reciprocal]).toEqual([1, 2 / 3, 1]);
  });

  it("stay between 0 and 1, and are all 1 for the best order", () => {
    const grades = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/u), fc.integer({ min: 1, max: 4 }), { minKeys: 1 });
    fc.assert(
      fc.property(grades, fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/u)), (wanted, ranked) => {
        const scores = scoreRanking(ranked, relevant(wanted));
        for (const metric of metrics) expect(scores[metric] >= 0 && scores[metric] <= 1 + 1e-12).toBe(true);
        const best = Object.keys(wanted).sort((a, b) => (wanted[b] ?? 0) - (wanted[a] ?? 0));
        for (const score of Object.values(scoreRanking(best, relevant(wanted)))) expect(score).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("intervals", () => {
  it("of shares are Wilson's", () => {
    const { mean, low, high } = estimate([...Array(8).fill(1), ...Array(2).fill(0)]);
    expect([mean, low.toFixed(3), high.toFixed(3)]).toEqual([0.8, "0.490", "0.943"]);
  });

  it("of other means are the same at each run, hold the mean, and narrow with more questions", () => {
    const scores = Array.from({ length: 40 }, (_, index) => 1 / (1 + (index % 5)));
    const once = estimate(scores);
    expect(estimate(scores)).toEqual(once);
    expect(once.low).toBeLessThan(once.mean);
    expect(once.high).toBeGreaterThan(once.mean);
    const more = estimate([...scores, ...scores, ...scores, ...scores]);
    expect(more.high - more.low).toBeLessThan(once.high - once.low);
  });
});

describe("a comparison", () => {
  const pairs = (better: number, worse: number, equal: number) =>
    [
      [...Array(better).fill(1), ...Array(worse).fill(0), ...Array(equal).fill(1)],
      [...Array(better).fill(0), ...Array(worse).fill(1), ...Array(equal).fill(1)],
    ] as [number[], number[]];

  it("is McNemar's exact test on what they differ at", () => {
    // Twice the binomial tail: of 8 differing pairs 1 or fewer, 2 * (1 + 8) / 256.
    expect(compare(...pairs(7, 1, 30))).toMatchObject({ better: 7, worse: 1, p: expect.closeTo(18 / 256, 10) });
    expect(compare(...pairs(1, 7, 30)).p).toBeCloseTo(18 / 256, 10);
    expect(compare(...pairs(0, 0, 30)).p).toBe(1);
    expect(compare(...pairs(4, 4, 0)).p).toBe(1);
    expect(compare(...pairs(2000, 1000, 0)).p).toBeLessThan(1e-60);
  });

  it("tells the difference with an interval that leaves out 0 when one is plainly ahead", () => {
    const { difference } = compare(...pairs(20, 2, 18));
    expect(difference.mean).toBeCloseTo(18 / 40, 12);
    expect(difference.low).toBeGreaterThan(0);
    const even = compare(...pairs(5, 5, 30)).difference;
    expect(even.low).toBeLessThan(0);
    expect(even.high).toBeGreaterThan(0);
  });

  it("is refused for other questions", () => {
    expect(() => compare([1], [1, 0])).toThrow(/1 scores against 2/u);
  });
});

describe("halves", () => {
  const questions: Question[] = Array.from({ length: 400 }, (_, index) => ({
    id: String(index),
    text: `Pytanie ${index}?`,
    ...relevant({ x: 1 }),
    group: `Akapit ${Math.floor(index / 4)}.`,
  }));

  it("part the questions by their paragraph, each in one, and stay as they are when questions are added", () => {
    const [tune, report, all] = halves.map((half) => inHalf(questions, half));
    expect(all).toEqual(questions);
    expect((tune?.length ?? 0) + (report?.length ?? 0)).toBe(questions.length);
    expect(tune?.length).toBeGreaterThan(questions.length / 3);
    expect(report?.length).toBeGreaterThan(questions.length / 3);
    const groups = new Set(tune?.map(({ group }) => group));
    expect(report?.some(({ group }) => groups.has(group))).toBe(false);
    expect(inHalf(questions.slice(0, 40), "tune")).toEqual(tune?.filter(({ id }) => Number(id) < 40));
  });

  it("both hold a question that belongs to no group", () => {
    const { group: _, ...loose } = questions[0] as Question;
    expect(halves.map((half) => inHalf([loose], half).length)).toEqual([1, 1, 1]);
  });
});
