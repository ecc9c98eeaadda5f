import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, flowing } from "./quote.ts";

describe("excerptOf", () => {
  it("cuts what stands around a quote at the ends of words and says that the page goes on", () => {
    const text = "Pierwsze zdanie strony. Udzielam pozwolenia. Ostatnie zdanie strony.";
    const start = text.indexOf("Udzielam");
    expect(excerptOf(text, start, start + "Udzielam pozwolenia.".length, 12)).toEqual({
      before: "… strony. ",
      quote: "Udzielam pozwolenia.",
      after: " Ostatnie …",
    });
  });

  it("gives the page as it stands when it reaches over all of it", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const excerpt = excerptOf(text, start, end, text.length);
        expect(excerpt && excerpt.before + excerpt.quote + excerpt.after).toBe(text);
        expect(excerptOf(text, start, end, 3)?.quote).toBe(text.slice(start, end));
      }),
    );
  });

  it("has no place outside the page", () => {
    for (const [start, end] of [
      [-1, 2],
      [2, 2],
      [3, 2],
      [0, 99],
    ] as const) {
      expect(excerptOf("strona", start, end)).toBeUndefined();
    }
  });
});

describe("flowing", () => {
  it("joins lines that ended only with the paper, and keeps paragraphs, short lines and table rows", () => {
    const long = "Po rozpatrzeniu wniosku z dnia 12 marca 2014 r. zatwierdzam";
    expect(flowing(`STAROSTA\nZnak: 1\n\n${long}\nprojekt budowlany.\n\n1\tJan\n2\tAnna`)).toBe(
      `STAROSTA\nZnak: 1\n${long} projekt budowlany.\n1\tJan\n2\tAnna`,
    );
  });

  it("changes white space only", () => {
    const bare = (text: string) => text.replaceAll(/\s/gu, "");
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("zdanie o działce ", "\n", "\t", "dz. 87/14 "), { maxLength: 60 }),
        (parts) => {
          expect(bare(flowing(parts.join("")))).toBe(bare(parts.join("")));
        },
      ),
    );
  });
});
