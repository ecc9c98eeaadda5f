import fc from "fast-check";
import { expect, it } from "vitest";
import { BlockWriter, listsOf, storedTerm, type TermList } from "./posting-blocks.ts";

const utf8 = new TextEncoder();

it("terms come in the order of the database, letters beyond the BMP too", () => {
  const term = fc.string({
    unit: fc.constantFrom("a", "ż", "=", "\uFB01", "\uE000", "\u{1D465}", "\u{10FFFF}"),
    maxLength: 4,
  });
  fc.assert(
    fc.property(term, term, (a, b) => {
      const [x, y] = [storedTerm(a), storedTerm(b)];
      expect(Math.sign(Buffer.compare(utf8.encode(x), utf8.encode(y)))).toBe(x < y ? -1 : x > y ? 1 : 0);
      expect(x === y).toBe(a === b);
    }),
    { numRuns: 1000 },
  );
});

it("lists come back from their blocks as they went in, in rows that a statement can bind", () => {
  const lists = fc.array(
    fc.tuple(fc.string({ unit: fc.constantFrom("a", "b", "^", "$") }), fc.uint8Array({ maxLength: 900 })),
  );
  fc.assert(
    fc.property(lists, (given: TermList[]) => {
      const blocks = new BlockWriter("segment");
      for (const [term, list] of given) blocks.add(term, list);
      const read: TermList[] = [];
      for (const { parameters } of blocks.statements()) {
        expect(parameters.length).toBeLessThanOrEqual(100);
        for (let at = 0; at < parameters.length; at += 6) {
          const [, term, count, terms, lengths, postings] = parameters.slice(at, at + 6);
          const own = listsOf({
            term: String(term),
            term_count: Number(count),
            terms: String(terms),
            lengths,
            postings,
          });
          expect([own.length, own[0]?.[0]]).toEqual([count, term]);
          read.push(...own);
        }
      }
      expect(read.map(([term, list]) => [term, [...list]])).toEqual(given.map(([term, list]) => [term, [...list]]));
      expect(blocks.terms).toBe(given.length);
    }),
  );
});
