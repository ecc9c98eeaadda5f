import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLawReferences } from "./law.ts";

const unitsIn = (text: string) =>
  findLawReferences(text).map(({ value }) => [value.act, value.unit].filter(Boolean).join(" "));

describe("units of law", () => {
  it.each<[string, string[]]>([
    ["art. 5¹ ustawy", ["art. 5¹"]],
    ["art. 5(1) i art. 5^2", ["art. 5¹", "art. 5²"]],
    ["art. 28–30 Prawa budowlanego", ["PB art. 28", "PB art. 29", "PB art. 30"]],
    ["art. 104 i 107 k.p.a.", ["KPA art. 104", "KPA art. 107"]],
    ["art. 28 ust. 1 i 2 Prawa budowlanego", ["PB art. 28 ust. 1", "PB art. 28 ust. 2"]],
    ["art. 29 ust. 1 pkt 14 lit. a–c", ["a", "b", "c"].map((letter) => `art. 29 ust. 1 pkt 14 lit. ${letter}`)],
    ["art. 28, 30 oraz 33 ust. 2", ["art. 28", "art. 30"]],
    ["§ 12 do 14 WT", ["WT § 12", "WT § 13", "WT § 14"]],
    ["art. 36a–37", ["art. 36a", "art. 37"]],
  ])("%s", (text, units) => expect(unitsIn(text)).toEqual(units));

  it.each<[string, string[]]>([
    ["na podstawie art. 28 i 2 lokale", ["art. 28"]],
    ["art. 28, 12 m od granicy", ["art. 28"]],
    ["art. 28 ust. 1, 3 kondygnacje", ["art. 28 ust. 1"]],
    ["art. 28 - 2014 r.", ["art. 28"]],
    ["zgodnie z art. 35 i 614/2014", ["art. 35"]],
    ["art. 28, 12,5 m", ["art. 28"]],
  ])("takes no figure beside it for one: %s", (text, units) => expect(unitsIn(text)).toEqual(units));

  const index = fc.constantFrom("", "a", "zb", "¹", "⁹");
  const number = fc.integer({ min: 1, max: 999 });
  const sub = fc.tuple(fc.constantFrom("ust.", "pkt", "§"), fc.integer({ min: 1, max: 99 }));
  const unit = fc
    .tuple(fc.constantFrom("art.", "§"), number, index, fc.array(sub, { maxLength: 2 }), fc.constantFrom("", " lit. c"))
    .map(
      ([kind, first, mark, subs, letter]) =>
        `${kind} ${first}${mark}${subs.map(([sign, at]) => ` ${sign} ${at}`).join("")}${subs.length > 0 ? letter : ""}`,
    );

  it("is read back as printed", () => {
    fc.assert(
      fc.property(unit, (printed) => {
        expect(unitsIn(printed)).toEqual([printed]);
      }),
    );
  });

  it("is read in a list as each by itself", () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 2, maxLength: 5 }), (numbers) => {
        const text = `art. ${numbers.slice(0, -1).join(", ")} i ${numbers.at(-1)} KPA`;
        expect(unitsIn(text)).toEqual(numbers.map((one) => `KPA art. ${one}`));
      }),
    );
  });
});
