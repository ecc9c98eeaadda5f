import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, decodeNumbers, decodePostings, encodeNumbers, postingArrays, PostingsWriter } from "./postings.ts";

type Posting = [ordinal: number, weight: number];

function encoded(postings: readonly Posting[]): Uint8Array {
  const writer = new PostingsWriter();
  for (const [ordinal, weight] of postings) writer.add(ordinal, weight);
  return writer.bytes();
}

function decoded(bytes: Uint8Array): Posting[] {
  const { ordinals, weights } = postingArrays(bytes.length);
  const count = decodePostings(bytes, { ordinals, weights });
  return Array.from({ length: count }, (_, at) => [ordinals[at] as number, weights[at] as number]);
}

const most = 2 ** 28 - 1;

describe("postings", () => {
  it("come back as they went in", () => {
    const postings = fc
      .uniqueArray(fc.tuple(fc.nat(most), fc.integer({ min: 1, max: 255 })), { selector: ([ordinal]) => ordinal })
      .map((list) => list.sort(([a], [b]) => a - b));
    const same = (list: Posting[]) => {
      expect(decoded(encoded(list))).toEqual(list);
    };
    fc.assert(fc.property(postings, same));
    const sameNumbers = (list: number[]) => {
      expect(decodeNumbers(encodeNumbers(list))).toEqual(list);
    };
    fc.assert(fc.property(fc.array(fc.nat(most)), sameNumbers));
  });

  it("that end inside a number are told as broken, and not read as fewer", () => {
    const bytes = encoded([
      [0, 1],
      [300, 7],
    ]);
    for (const length of [2, 3]) expect(() => decoded(bytes.subarray(0, length))).toThrow(RangeError);
  });

  it("are read from whatever a database gives for a blob", () => {
    const bytes = encoded([[7, 2]]);
    for (const given of [bytes, bytes.slice().buffer, [...bytes]]) expect(decoded(bytesOf(given))).toEqual([[7, 2]]);
    expect(() => bytesOf("text")).toThrow(TypeError);
  });
});
