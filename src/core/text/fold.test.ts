import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFolded, foldForMatch } from "./fold.ts";

const find = (page: string, quote: string) => findFolded(foldForMatch(page), foldForMatch(quote));

describe("folding what typesetting changes", () => {
  it.each([
    ["white space and line breaks", "udzielam\npozwolenia  na budowę", "udzielam pozwolenia na budowę"],
    ["a word broken at a line end", "zatwier-\n  dzam projekt", "zatwierdzam projekt"],
    ["ligatures", "oﬁcyna i ﬂora", "oficyna i flora"],
    ["quotation marks and dashes", "„Prawo – budowlane”", '"Prawo - budowlane"'],
  ])("finds %s", (_what, page, quote) => {
    expect(find(page, quote)).toHaveLength(1);
  });

  it.each([
    ["a digit", "wysokość 12 m", "wysokość 13 m"],
    ["a letter", "nie wyraża", "nie wyrażą"],
    ["case", "Prezydent", "prezydent"],
    ["a sign", "o 5% większa", "o 5 większa"],
    ["a hyphen inside a line", "biało-czerwony", "białoczerwony"],
    ["look-alike letters", "działka", "dziаłka"],
    ["zero-width characters", "działka nr 5", "działka\u200B nr 5"],
  ])("never folds %s", (_what, page, quote) => {
    expect(find(page, quote)).toEqual([]);
  });

  it("gives offsets into the original, through ligatures and hyphens", () => {
    const page = "Stara oﬁ-\ncyna  przy ul. Kruczej";
    const [range] = find(page, "oficyna przy");
    expect(page.slice(range?.start, range?.end)).toBe("oﬁ-\ncyna  przy");
  });

  it("finds every slice of a page at its place (property)", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "ż", "-", "–", " ", "\n", "ﬁ", "„", "1", "B", "."),
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(80), (page, a, b) => {
        const [from, to] = [Math.min(a, b, page.length), Math.min(Math.max(a, b), page.length)];
        const folded = foldForMatch(page);
        for (const { start, end } of findFolded(folded, foldForMatch(page.slice(from, to)))) {
          expect(foldForMatch(page.slice(start, end)).text.trim()).toBe(foldForMatch(page.slice(from, to)).text.trim());
        }
      }),
    );
  });
});
