import { describe, expect, it } from "vitest";
import { bench, paper } from "../test-support/papers.ts";

const letter = "Informuję, że na budowę stodoły przy ul. Polnej 8 udzielono pozwolenia decyzją z 2011 roku.";

describe("rule 5: who may prove an outcome", () => {
  it.each(["letter", "application", "appeal", "call", "design"] as const)("a %s proves no decision", (kind) => {
    const held = { ...paper("pismo.txt", letter), kind };
    const claim = bench([held])("Na budowę stodoły udzielono pozwolenia.", {
      document: "pismo.txt",
      page: 1,
      quote: letter,
    });
    expect(claim).toMatchObject({ verdict: "unsupported", reasons: [{ code: "outcome_missing" }] });
  });

  it("a letter may agree to a project", () => {
    const text = "Zarząd Dróg Gminnych uzgadnia lokalizację zjazdu z ul. Polnej.";
    const held = { ...paper("pismo.txt", text), kind: "letter" as const };
    const claim = bench([held])("Zarząd Dróg Gminnych uzgodnił lokalizację zjazdu z ul. Polnej.", {
      document: "pismo.txt",
      page: 1,
      quote: text,
    });
    expect(claim.verdict).toBe("supported");
  });
});
