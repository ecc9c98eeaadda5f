import { describe, expect, it } from "vitest";
import { judgeOn } from "../test-support/papers.ts";

const source =
  "Organ ustalił, że zarządca wspólnoty zamknął przejazd przed odbiorem, a wykonawca nie zgłosił szkody, którą wyrządził.";
const of = (claim: string) => judgeOn(source, source, claim);

describe("rule 6: who did it", () => {
  it.each(["Wykonawca zamknął przejazd przed odbiorem.", "Zarządca nie zgłosił szkody.", "Organ zamknął przejazd."])(
    "not so: %s",
    (claim) => {
      expect(of(claim)).toEqual(expect.arrayContaining(["contradicted", "subject_other"]));
    },
  );

  it.each([
    "Zarządca zamknął przejazd przed odbiorem.",
    "Wykonawca nie zgłosił szkody.",
    "Wykonawca wyrządził szkodę.",
  ])("%s is not called another's", (claim) => {
    expect(of(claim)).not.toContain("subject_other");
  });

  it("a verb that stands before its subject has it all the same", () => {
    const text = "Inwestorowi doręczył organ odpis projektu.";
    expect(judgeOn(text, text, "Organ doręczył odpis projektu.")).toEqual(["supported"]);
  });
});
