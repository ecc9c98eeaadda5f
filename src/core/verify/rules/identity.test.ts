import { describe, expect, it } from "vitest";
import { judgeOn } from "../test-support/papers.ts";

const letter = `STAROSTA BRZEGOWSKI
Znak sprawy: AB.6740.1.7.2015.AB
Brzegów, dnia 4 maja 2015 r.

DECYZJA Nr 33/2015

udzielam pozwolenia na budowę wiaty na działce nr 21/4, AM-6, obręb Widawa, przy ul. Lipowej 12.

UZASADNIENIE

Wniosek nr 4229/2015 dotyczy terenu 3MN. Wcześniej wydano decyzję nr 8/2011 z dnia 1 lutego 2011 r. na podstawie art. 30 ust. 1 pkt 2 Prawa budowlanego.`;
const operative = "udzielam pozwolenia na budowę wiaty na działce nr 21/4, AM-6, obręb Widawa, przy ul. Lipowej 12";
const grounds =
  "Wniosek nr 4229/2015 dotyczy terenu 3MN. Wcześniej wydano decyzję nr 8/2011 z dnia 1 lutego 2011 r. na podstawie art. 30 ust. 1 pkt 2 Prawa budowlanego.";
const of = (quote: string, claim: string) => judgeOn(letter, quote, claim);

describe("rule 3: what the claim names stands in quote, headings or metadata", () => {
  it.each([
    ["its own number, from metadata", operative, "Decyzją nr 33/2015 udzielono pozwolenia na budowę wiaty."],
    ["a year of two digits", operative, "Decyzją nr 33/15 udzielono pozwolenia na budowę wiaty."],
    ["the signature without initials", operative, "Pozwolenie na budowę wiaty (AB.6740.1.7.2015)."],
    ["the parcel without its sheet", operative, "Pozwolenie na budowę wiaty na działce nr 21/4."],
    ["an authority in another case", operative, "Pozwolenie na budowę wiaty Starosty Brzegowskiego."],
    ["a street in another case", operative, "Pozwolenie na budowę wiaty: ul. Lipowa 12."],
    ["another decision that the quote speaks of", grounds, "Wydano decyzję nr 8/2011 z dnia 1.02.2011 r."],
    ["a unit of law, less closely", grounds, "Decyzję nr 8/2011 wydano na podstawie art. 30 ust. 1 Prawa budowlanego."],
  ])("%s", (_, quote, claim) => {
    expect(of(quote, claim)).toEqual(["supported"]);
  });

  it.each([
    ["another number", operative, "Decyzją nr 34/2015 udzielono pozwolenia na budowę wiaty.", "decision_number_other"],
    ["other initials", operative, "Pozwolenie na budowę wiaty (AB.6740.1.7.2015.XY).", "signature_other"],
    ["another sheet", operative, "Pozwolenie na budowę wiaty na działce nr 21/4, AM-7.", "parcel_other"],
    ["another precinct", operative, "Pozwolenie na budowę wiaty na działce nr 21/4, obręb Pracze.", "parcel_other"],
    ["another house", operative, "Pozwolenie na budowę wiaty przy ul. Lipowej 14.", "address_other"],
    ["another house, with no „ul.”", operative, "Pozwolenie na budowę wiaty, Lipowa 14.", "address_other"],
    ["another authority", operative, "Starosta Lipowiecki udzielił pozwolenia na budowę wiaty.", "authority_other"],
    ["another application", grounds, "Wniosek nr 4230/2015 dotyczy terenu 3MN.", "application_number_other"],
    ["another area", grounds, "Wniosek nr 4229/2015 dotyczy terenu 4MN.", "area_other"],
    ["another unit of law", grounds, "Decyzję nr 8/2011 wydano na podstawie art. 31 ust. 1.", "law_other"],
    [
      "a unit of law, more closely",
      grounds,
      "Decyzję nr 8/2011 wydano na podstawie art. 30 ust. 1 pkt 2 lit. a.",
      "law_other",
    ],
  ])("contradicts %s", (_, quote, claim, code) => {
    const [verdict, ...codes] = of(quote, claim);
    expect(verdict).toBe("contradicted");
    expect(codes).toContain(code);
  });

  it.each([
    [
      "a parcel where none is named",
      "Wysokość wynosi 9 m, zgodnie z projektem.",
      "Działka nr 21/4: wysokość 9 m.",
      "parcel_missing",
    ],
    ["a number of no kind", "Wysokość wynosi 9 m, zgodnie z projektem.", "Wysokość 9 m (12/7).", "number_missing"],
  ])("does not support %s", (_, text, claim, code) => {
    const [verdict, ...codes] = judgeOn(text, text, claim);
    expect([verdict, codes.includes(code)]).toEqual(["unsupported", true]);
  });
});
