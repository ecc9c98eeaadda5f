import { describe, expect, it } from "vitest";
import { judgeOn } from "../test-support/papers.ts";

const of = (text: string, claim: string) => judgeOn(text, text, claim);

describe("rule 4: how a figure is written", () => {
  it.each([
    ["Głębokość zbiornika wynosi 3,4 m.", "Głębokość zbiornika wynosi 3¼ m."],
    ["Głębokość zbiornika wynosi 3,4 m.", "Głębokość zbiornika wynosi ½ m."],
    ["Głębokość zbiornika wynosi 3,4 m.", "Głębokość zbiornika wynosi −3,4 m."],
    ["Głębokość zbiornika wynosi 3,4 m.", "Głębokość zbiornika: -3,4 m."],
    ["Powierzchnia placu wynosi 125 m².", "Powierzchnia placu wynosi 125.000 m²."],
  ])("%s ≠ %s", (text, claim) => {
    const [verdict, ...codes] = of(text, claim);
    expect(verdict).not.toBe("supported");
    expect(codes).toContain("figure_writing");
  });

  it.each([
    ["Posadzka piwnicy leży na poziomie -2,75 m.", "Posadzka piwnicy leży na poziomie −2,75 m."],
    ["Powierzchnia placu wynosi 1.250 m².", "Powierzchnia placu: 1.250 m²."],
    ["Liczba stopni schodów: 12–15.", "Liczba stopni schodów: 12-15."],
    ["Głębokość zbiornika wynosi 3,4 m.", "Głębokość zbiornika – 3,4 m."],
  ])("%s → %s", (text, claim) => {
    expect(of(text, claim)).toEqual(["supported"]);
  });
});
