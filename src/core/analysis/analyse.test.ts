import { describe, expect, it } from "vitest";
import { termsOf, writtenWordsOf } from "./analyse.ts";

const terms = (text: string) => writtenWordsOf(text).flatMap(termsOf);

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

  it("knows a day however it is written", () => {
    for (const text of ["12.03.2014", "2014-03-12", "12 marca 2014", "12  MARCA 2014"])
      expect(terms(text)).toContain("=2014-03-12");
    expect(terms("12 marca 2014")).toContain("=2014");
    expect(terms("32.03.2014")).toEqual(["=32.03.2014"]);
  });

  it("finds a signature without the initials too", () => {
    expect(terms("AB.6740.1.234.2018.JK")).toEqual(["=ab.6740.1.234.2018.jk", "=ab.6740.1.234.2018"]);
  });
});
