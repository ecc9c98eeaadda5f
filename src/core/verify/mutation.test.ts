import { describe, expect, it } from "vitest";
import { bench } from "./test-support/papers.ts";
import { extractive, paraphrased, type Saying } from "./test-support/honest.ts";
import { type Mutation, mutations } from "./test-support/mutations.ts";
import { cases, papers } from "./test-support/town.ts";

const check = bench(papers, cases);
const verdictOf = ({ text, citations }: Saying) => check(text, ...citations);

describe("honest claims", () => {
  it.each(extractive)("extractive: $text", (saying) => {
    expect(verdictOf(saying)).toMatchObject({ verdict: "supported", reasons: [] });
  });

  it("lets at least 95 % of paraphrases pass", () => {
    const withheld = paraphrased.filter((saying) => verdictOf(saying).verdict !== "supported");
    process.stdout.write(`paraphrases supported: ${paraphrased.length - withheld.length} of ${paraphrased.length}\n`);
    expect(withheld.length / paraphrased.length).toBeLessThanOrEqual(0.05);
  });
});

describe("one fault in an honest claim", () => {
  it.each(mutations)("$fault", ({ mutate, codes, group, fault }) => {
    const { made, alive, wrongCode } = runMutation({ mutate, codes });
    process.stdout.write(`${fault}: ${made - alive.length} of ${made} caught\n`);
    expect(made).toBeGreaterThan(0);
    // Of identity, figures and outcome nothing may pass.
    const tolerated = group === "words" ? made * 0.05 : 0;
    expect(alive.slice(tolerated)).toEqual([]);
    expect(wrongCode).toEqual([]);
  });
});

function runMutation({ mutate, codes }: Pick<Mutation, "mutate" | "codes">) {
  const alive: string[] = [];
  const wrongCode: string[] = [];
  let made = 0;
  for (const saying of [...extractive, ...paraphrased]) {
    for (const text of mutate(saying.text).filter((changed) => changed !== saying.text)) {
      made += 1;
      const { verdict, reasons } = verdictOf({ ...saying, text });
      if (verdict === "supported") alive.push(text);
      else if (!reasons.some(({ code }) => codes.test(code)))
        wrongCode.push(`${text}: ${reasons.map(({ code }) => code).join()}`);
    }
  }
  return { made, alive, wrongCode };
}
