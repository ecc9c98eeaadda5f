import { describe, expect, it } from "vitest";
import { expandQuery, wordsOf } from "./analyse.ts";

const terms = (text: string) => wordsOf(text).flatMap((word) => word.terms);

describe("the analyser", () => {
  it("cuts words into grams, so that inflected forms meet", () => {
    const shared = terms("działki").filter((term) => terms("dzialce").includes(term));
    expect(shared.length).toBeGreaterThanOrEqual(3);
    expect(terms("mur")).toEqual(["^mur", "mur$"]);
  });

  it("keeps identifiers whole", () => {
    expect(terms("87/14 AM-28 3MN AB.6740.1.234.2018")).toEqual(["=87/14", "=am28", "=3mn", "=ab.6740.1.234.2018"]);
    expect(terms("87/1")).not.toContain("=87/14");
  });

  it("leaves out stop words", () => {
    expect(terms("czy to jest w tym")).toEqual([]);
  });

  it("spells out the field's abbreviations in queries", () => {
    expect(expandQuery("pnb na 87/14")).toEqual(["pnb", "87/14", "pozwolenie", "budowę"]);
  });
});
