import { describe, expect, it } from "vitest";
import type { Claim, Draft } from "../../src/core/draft.ts";
import { type ExpectedAnswer, scoreDraft } from "./score.ts";
import { wilsonInterval } from "./wilson.ts";

const document = { id: "x", version: 1, fileName: "decyzja.pdf", path: "AB/decyzja.pdf", sha256: "0" };
function claim(text: string, page = 2): Claim {
  const citation = { kind: "passage" as const, document, page, quote: text, start: 0, end: text.length };
  const citations = [{ ...citation, pageTextSha256: "0", headingPath: [] }];
  return { id: "c1", text, verdict: "supported", reasons: [], citations };
}
function draft(outcome: Draft["outcome"], ...claims: Claim[]) {
  return { outcome, claims };
}
const expected: ExpectedAnswer = {
  outcome: "answered",
  sources: [{ document: "AB/decyzja.pdf", page: 2 }],
  values: [["12 m", "12,0 m"], ["614/2014"]],
  forbidden: ["87/1"],
};

describe("scoring a draft against ground truth", () => {
  it("wants outcome, every value and the page", () => {
    expect(scoreDraft(draft("answered", claim("Decyzja 614/2014: wysokość 12 m")), expected).correct).toBe(true);
    expect(scoreDraft(draft("answered", claim("Decyzja 614/2014")), expected).valuesRight).toBe(false);
    expect(scoreDraft(draft("answered", claim("614/2014, 12 m", 3)), expected).sourceRight).toBe(false);
    expect(scoreDraft(draft("not_found"), expected).correct).toBe(false);
  });

  it("does not find a figure inside another", () => {
    const score = scoreDraft(draft("answered", claim("614/2014 na działce 87/14, 112 m i 12,0 m")), expected);
    expect(score.wrong).toEqual([]);
    expect(score.valuesRight).toBe(true);
    expect(scoreDraft(draft("answered", claim("614/2014, 112 m, 12 mb")), expected).valuesRight).toBe(false);
    expect(scoreDraft(draft("answered", claim("614/2014, 12 m, dz. 87/1.")), expected).wrong).toEqual(["87/1"]);
  });
});

describe("the Wilson interval", () => {
  it("agrees with values worked by hand", () => {
    const { low, high } = wilsonInterval(50, 100);
    expect(low).toBeCloseTo(0.4038, 4);
    expect(high).toBeCloseTo(0.5962, 4);
    expect(wilsonInterval(0, 10).high).toBeCloseTo(0.2775, 4);
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});
