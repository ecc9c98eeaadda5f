import { describe, expect, it } from "vitest";
import { judgeOn } from "../test-support/papers.ts";

const quote = "Ogrodzenie od strony ulicy Lipowej ma wysokość 1,60 m.";

describe("a claim that says nothing", () => {
  it.each(["Owo i to.", "Ależ nie.", "✔", "–", "To jest tutaj.", "Wpis widnieje w rejestrze."])("%s", (claim) => {
    expect(judgeOn(quote, quote, claim)).not.toContain("supported");
  });

  it.each(["✔", "To jest to.", "Nie jest."])("%s is called empty", (claim) => {
    expect(judgeOn(quote, quote, claim)).toContain("claim_empty");
  });

  it("a figure alone says something", () => {
    expect(judgeOn(quote, quote, "1,60 m")).toEqual(["supported"]);
  });
});
