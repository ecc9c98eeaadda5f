import { describe, expect, it } from "vitest";
import { analyseQuery } from "./query-terms.ts";
import { queryWordsOf } from "./query-words.ts";

const words = (text: string) => queryWordsOf(text).map((word) => word.text);
const added = (text: string) => queryWordsOf(text).filter(({ addedFor }) => addedFor !== undefined);

describe("the words of a query", () => {
  it("spell out the field's abbreviations, and say what for", () => {
    expect(words("pnb na 87/14")).toEqual(["pnb", "87/14", "pozwolenie", "budowę"]);
    expect(added("pnb")).toContainEqual({ text: "pozwolenie", addedFor: "pnb" });
  });

  it("abbreviate what was spelt out, in any inflection", () => {
    expect(added("decyzja o warunkach zabudowy")).toEqual([{ text: "WZ", addedFor: "warunkach zabudowy" }]);
    expect(words("pozwolenia budowlanego")).toEqual(expect.arrayContaining(["PnB", "budowę"]));
    expect(added("warunki umowy")).toEqual([]);
  });

  it("know a decision's number by its long year and its short one, and leave a parcel alone", () => {
    expect(added("decyzja nr 614/14")).toContainEqual({ text: "614/2014", addedFor: "614/14" });
    expect(added("dec 9/2009")).toContainEqual({ text: "9/09", addedFor: "9/2009" });
    expect(words("działka 614/14")).not.toContain("614/2014");
    expect(words("decyzja dla działki 614/14")).not.toContain("614/2014");
  });

  it("leave out what only frames a question, unless nothing else is asked", () => {
    expect(words("W którym roku wydano decyzję?")).toEqual(["wydano", "decyzję"]);
    expect(words("rok")).toEqual(["rok"]);
  });

  it("weigh names, identifiers and figures by what they tell", () => {
    const { terms } = analyseQuery("garaż Kowalska 87/14 2014");
    const of = (term: string) => terms.get(term)?.weight ?? 0;
    expect(of("=87/14")).toBeGreaterThan(of("=2014"));
    expect(of("^kow")).toBeGreaterThan(analyseQuery("garaż kowalska").terms.get("^kow")?.weight ?? 0);
  });
});
