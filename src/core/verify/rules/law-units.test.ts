import { describe, expect, it } from "vitest";
import { judgeOn } from "../test-support/papers.ts";

const basis =
  "Na podstawie art. 107 § 1 ustawy z dnia 14 czerwca 1960 r. – Kodeks postępowania administracyjnego oraz art. 36, art. 37 ust. 2 i art. 40 ustawy z dnia 7 lipca 1994 r. – Prawo budowlane orzeka się.";
const of = (claim: string) => judgeOn(basis, basis, claim);

describe("rule 3: a unit of law belongs to its act", () => {
  it.each([
    "Orzeka się na podstawie art. 107 § 1 Prawa budowlanego.",
    "Orzeka się na podstawie art. 40 Kodeksu postępowania administracyjnego.",
    "Orzeka się na podstawie art. 36 k.p.a.",
    "Orzeka się na podstawie art. 37 ust. 2 k.p.a.",
  ])("not so: %s", (claim) => {
    expect(of(claim)).toEqual(expect.arrayContaining(["contradicted", "law_other"]));
  });

  it.each([
    "Orzeka się na podstawie art. 107 § 1 Kodeksu postępowania administracyjnego.",
    "Orzeka się na podstawie art. 36 i art. 40 Prawa budowlanego.",
    "Orzeka się na podstawie art. 37 ust. 2.",
  ])("so: %s", (claim) => {
    expect(of(claim)).toEqual(["supported"]);
  });
});
