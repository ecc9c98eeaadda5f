import { describe, expect, it } from "vitest";
import { bench, judgeOn, paper } from "../test-support/papers.ts";

const text = "Projekt przewiduje ogrzewanie gazowe, kocioł K-24 i kategorię XIII obiektu w strefie B.";

describe("rule 6: no more than the quote says", () => {
  it("takes inflected words and synonyms of the trade", () => {
    expect(judgeOn(text, text, "W projekcie przewidziano gazowe ogrzewanie obiektu kat. XIII.")).toEqual(["supported"]);
  });

  it("names the words that nothing covers", () => {
    const claim = bench([paper("p.txt", text)])("Projekt przewiduje ogrzewanie olejowe i rekuperację.", {
      document: "p.txt",
      page: 1,
      quote: text,
    });
    expect(claim).toMatchObject({ verdict: "unsupported", reasons: [{ code: "words_not_covered" }] });
    expect(claim.reasons[0]?.detail).toContain("„olejowe”, „rekuperację”");
  });

  it.each([
    ["a Roman numeral", "Obiekt kategorii XIV.", "words_not_covered"],
    ["a letter that is a name", "Obiekt w strefie C.", "words_not_covered"],
    ["a name with digits", "Kocioł K-25.", "token_missing"],
  ])("compares exactly: %s", (_, claim, code) => {
    expect(judgeOn(text, text, claim)).toEqual(["unsupported", code]);
  });
});
