import { describe, expect, it } from "vitest";
import { judgeOn } from "../test-support/papers.ts";

const text = `OPIS TECHNICZNY

Rozdział 2

Projektowana wysokość budynku wynosi 8,90 m, szerokość elewacji 14,20 m, a powierzchnia zabudowy nie więcej niż 30% działki. Opłata wynosi 1 082,00 zł. Przewiduje się dwa lokale i około 15 drzew.`;
const quote = text.slice(text.indexOf("Projektowana"));
const of = (claim: string) => judgeOn(text, quote, claim);

describe("rule 4: the same figures", () => {
  it.each([
    "Wysokość budynku wynosi 8,9 m.",
    "Wysokość budynku wynosi 890 cm.",
    "Opłata wynosi 1082 zł.",
    "Powierzchnia zabudowy wynosi maksymalnie trzydzieści procent działki.",
    "Przewiduje się 2 lokale.",
    "Przewiduje się około piętnastu drzew.",
  ])("%s", (claim) => {
    expect(of(claim)).toEqual(["supported"]);
  });

  it.each([
    ["Wysokość budynku wynosi 8,91 m.", "figure_other"],
    ["Wysokość budynku wynosi 89 m.", "figure_other"],
    ["Wysokość budynku wynosi 8,90 m².", "figure_unit"],
    ["Powierzchnia zabudowy wynosi co najmniej 30% działki.", "figure_limit"],
    ["Powierzchnia zabudowy wynosi 30% działki.", "figure_limit"],
    ["Wysokość budynku wynosi maksymalnie 8,90 m.", "figure_limit"],
    ["Przewiduje się 15 drzew.", "figure_limit"],
    ["Wysokość budynku wynosi 14,20 m.", "figure_of_other_thing"],
    ["Opłata wynosi 1 028,00 zł.", "figure_other"],
    ["Przewiduje się trzy lokale.", "figure_other"],
    ["Przewiduje się lokale na 4 działki.", "figure_missing"],
  ])("not %s", (claim, code) => {
    const [verdict, ...codes] = of(claim);
    expect(verdict).not.toBe("supported");
    expect(codes).toContain(code);
  });

  it("does not take a chapter's number for a figure", () => {
    expect(of("Przewiduje się 2 drzewa.")[0]).not.toBe("supported");
  });
});
