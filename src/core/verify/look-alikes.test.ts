import { describe, expect, it } from "vitest";
import { describeLookAlike, findLookAlike } from "./look-alikes.ts";

describe("findLookAlike", () => {
  it.each([
    ["dwunаstu metrów", "letter", "U+0430"],
    ["udzie\u200Blono", "invisible", "U+200B"],
    ["wysokość 1\u0662 m", "digit", "U+0662"],
    ["działka ８7/14", "digit", "U+FF18"],
    ["decyzja nr 614\u20442014", "letter", "U+2044"],
    ["\u202Edecyzja", "invisible", "U+202E"],
    ["udzіelono", "letter", "U+0456"],
    ["Decyzjα nr 5/2020", "letter", "U+03B1"],
    ["nie\u00ADważna", "invisible", "U+00AD"],
  ])("%j", (text, why, codePoint) => {
    expect(findLookAlike(text)).toMatchObject({ why, codePoint });
    expect(describeLookAlike({ why: "letter", word: "x", codePoint })).toContain(codePoint);
  });

  it.each([
    "Zażółć gęślą jaźń – „tak” § 12 ust. 1, art. 5¹; 512 m³, 30°, ±5 %, Ø 160, λ ≤ 0,23 W/(m²·K)",
    "Stu\u0308hler, Müller, Dvořák", // decomposed and foreign Latin letters
    "1\u00A0234,50 zł…",
  ])("leaves real writing alone: %s", (text) => {
    expect(findLookAlike(text)).toBeUndefined();
  });
});
