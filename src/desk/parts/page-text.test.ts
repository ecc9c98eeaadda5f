import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageText } from "./page-text.ts";

const told = async (before: string, quote: string, after: string) => String(await pageText({ before, quote, after }));
const plain = (markup: string) => markup.replaceAll(/<[^>]*>/gu, "");

describe("pageText", () => {
  it("marks a quote over lines as one", async () => {
    expect(await told("Sentencja\n", "udzielam\n\npozwolenia", "\nna budowę")).toBe(
      "<span>Sentencja\n<mark>udzielam\n\npozwolenia</mark>\nna budowę</span>",
    );
  });

  it("makes tables of lines with tabs, with the quote marked in its cells", async () => {
    expect(await told("Teren\tWys.\n3MN\t", "8,50\n4MN\t9", ",00\nKoniec <b>")).toBe(
      '<div class="cells"><table><tbody>' +
        "<tr><td>Teren</td><td>Wys.</td></tr>" +
        "<tr><td>3MN</td><td><mark>8,50</mark></td></tr>" +
        "<tr><td><mark>4MN</mark></td><td><mark>9</mark>,00</td></tr>" +
        "</tbody></table></div><span>Koniec &lt;b&gt;</span>",
    );
  });

  it("loses no sign of the page", async () => {
    const text = fc
      .array(fc.constantFrom("dz. 87/14", " ", "\n", "\t", "ł"), { maxLength: 20 })
      .map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(text, text, text, async (before, quote, after) => {
        const bare = (all: string) => all.replaceAll(/[\n\t]/gu, "");
        expect(bare(plain(await told(before, quote, after)))).toBe(bare(before + quote + after));
      }),
    );
  });
});
