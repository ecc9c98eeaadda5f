import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildingCategory } from "./building-category.ts";
import { companyWords } from "./company-name.ts";
import { licenceKey } from "./licence.ts";

describe("categories of buildings", () => {
  it.each([
    ["XIII", "XIII"],
    ["kat. xiii", "XIII"],
    ["kategoria 13", "XIII"],
    ["kategoria obiektu budowlanego XXVI", "XXVI"],
    ["I - budynki mieszkalne jednorodzinne", "I"],
    ["30", "XXX"],
  ])("reads %s as %s", (text, category) => expect(buildingCategory(text)).toBe(category));

  it.each(["", "XXXI", "IIII", "VX", "0", "31", "inna", "131"])("takes %s for none", (text) => {
    expect(buildingCategory(text)).toBeUndefined();
  });
});

describe("licences", () => {
  it.each([
    ["MAZ/0123/POOK/05", "maz / 0123 / pook / 05"],
    ["Wa-12/94", "WA–12/94"],
    ["Wa-12/94", "upr. bud. nr Wa 12/94"],
    ["12/WŁ/94", "12/wl/94"],
  ])("takes %s and %s for the same number", (one, other) => expect(licenceKey(one)).toBe(licenceKey(other)));

  it("keeps strokes, which part the numbers", () => {
    expect(licenceKey("1/234/05")).not.toBe(licenceKey("12/34/05"));
    expect(licenceKey("brak")).toBe("");
  });
});

describe("company names", () => {
  it.each([
    ["ALFA DOM Sp. z o.o.", "Alfa Dom"],
    ["Alfa Dom spółka z ograniczoną odpowiedzialnością", "alfa dom"],
    ["ALFA DOM SP.ZO.O. SP. K.", "Alfa Dom"],
    ["Żwirownia Górka S.A. w likwidacji", "zwirownia gorka"],
    ["Budmax s.c.", "BUDMAX"],
    ["Gmina Olszany", "gminie Olszany"],
  ])("%s is known by the words of %s", (name, asked) => {
    expect(new Set(companyWords(name))).toEqual(new Set(companyWords(asked)));
  });

  it("has no words in a legal form alone, and reads any text", () => {
    expect(companyWords("sp. z o.o.")).toEqual([]);
    fc.assert(fc.property(fc.string(), (text) => companyWords(text).every((word) => /^[\p{L}\d]+$/u.test(word))));
  });
});
