import { describe, expect, it } from "vitest";
import { judgeOn } from "../test-support/papers.ts";

const stamp = `DECYZJA Nr 5/2015
z dnia 4 maja 2015 r.

uchylam decyzję nr 8/2011 z dnia 1 lutego 2011 r. o pozwoleniu na budowę hali

Decyzja stała się ostateczna w dniu 2 czerwca 2015 r.
Brzegów, 15.07.2015 Jan Zmyślony`;
const clause = stamp.slice(stamp.indexOf("Decyzja stała"));
const repeal = stamp.slice(stamp.indexOf("uchylam"), stamp.indexOf("\n\nDecyzja stała"));
const of = (quote: string, claim: string) => judgeOn(stamp, quote, claim);

describe("rule 3: the date of this very thing", () => {
  it.each([
    [clause, "Decyzja stała się ostateczna 2 czerwca 2015 r."],
    [repeal, "Decyzją nr 5/2015 z 4 maja 2015 r. uchylono decyzję nr 8/2011 z 1.02.2011 r."],
    [repeal, "Decyzję nr 8/2011 uchylono 4 maja 2015 r."],
  ])("%#: %s", (quote, claim) => {
    expect(of(quote, claim)).toEqual(["supported"]);
  });

  it.each([
    ["the day of the stamp is not that of finality", clause, "Decyzja stała się ostateczna 15 lipca 2015 r."],
    ["the day of issue is not that of finality", clause, "Decyzja stała się ostateczna 4 maja 2015 r."],
    [
      "the day of the repealed decision is not that of the repeal",
      repeal,
      "Decyzję nr 8/2011 uchylono 1 lutego 2011 r.",
    ],
    [
      "the number of one and the date of the other",
      repeal,
      "Decyzją nr 5/2015 z dnia 1 lutego 2011 r. uchylono decyzję nr 8/2011.",
    ],
  ])("%s", (_, quote, claim) => {
    expect(of(quote, claim)[0]).toBe("contradicted");
  });

  it("takes no day that is in no calendar", () => {
    expect(of(clause, "Decyzja stała się ostateczna 31 czerwca 2015 r.")).toContain("date_impossible");
  });
});
