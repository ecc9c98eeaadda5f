import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, sha256Hex } from "./canonical-json.ts";

describe("canonical JSON (RFC 8785)", () => {
  it("sorts members by UTF-16 code units, at every depth", () => {
    expect(canonicalJson({ b: [{ z: 1, a: 2 }], a: null, "€": 1, "\r": 2, "1": 3 })).toBe(
      '{"\\r":2,"1":3,"a":null,"b":[{"a":2,"z":1}],"€":1}',
    );
  });

  it("prints numbers as ECMAScript does", () => {
    expect(canonicalJson([1e30, 4.5, 0.002, 1e-27, -0])).toBe("[1e+30,4.5,0.002,1e-27,0]");
  });

  it("refuses what JSON cannot say", () => {
    expect(() => canonicalJson({ height: Number.NaN })).toThrow(RangeError);
  });

  it("says the same for any order of members, and is JSON", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(object));
        expect(canonicalJson(JSON.parse(canonicalJson(object)))).toBe(canonicalJson(object));
      }),
    );
  });
});

describe("sha256Hex", () => {
  it("hashes the UTF-8 bytes", () => {
    expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
