import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Page } from "../document.ts";
import { joinOverTurn, splitIntoPassages } from "./split.ts";

const page = (number: number, text: string): Page => ({ number, text, textSha256: "" });

describe("passages", () => {
  it("follow headings and keep the path", () => {
    const text =
      "Rozdział 2\n\n§ 12. Dla terenu oznaczonego symbolem 3MN ustala się:\n1) wysokość do 9 m;\n2) dach płaski.\n\n§ 13. Dla terenu 4MN ustala się:\n1) wysokość do 12 m.";
    const passages = splitIntoPassages([page(1, text)]);
    const of = (words: string) => passages.find((passage) => passage.text.includes(words))?.headingPath;
    expect(of("do 9 m")).toEqual(["Rozdział 2", "§ 12", "3MN"]);
    expect(of("do 12 m")).toEqual(["Rozdział 2", "§ 13", "4MN"]);
  });

  it("keep symbols of areas that bear no number", () => {
    const text =
      "1. Tereny oznaczone symbolem MN-U przeznacza się pod zabudowę.\n\n2. Teren oznaczony symbolem: Z3.US przeznacza się pod sport.";
    expect(splitIntoPassages([page(1, text)]).map(({ headingPath }) => headingPath)).toEqual([["MN-U"], ["Z3.US"]]);
  });

  it("stay with their area when a rule names another one", () => {
    const text =
      "§ 5. Dla terenu oznaczonego symbolem 3MN ustala się:\n1) wysokość do 9 m;\n2) ustala się linię zabudowy 6 m od linii rozgraniczającej terenu 1KDD;\n3) dojazd z terenu 2KDW.";
    for (const { headingPath } of splitIntoPassages([page(1, text)])) expect(headingPath).toEqual(["§ 5", "3MN"]);
  });

  it("take no table row for a heading", () => {
    const [, passage] = splitIntoPassages([
      page(1, "UZASADNIENIE\n\nLp.\tStrona\n1\tNowa Spółka\tinwestor\n2\tDom\tstrona"),
    ]);
    expect(passage?.headingPath ?? ["UZASADNIENIE"]).toEqual(["UZASADNIENIE"]);
  });

  it("joins a sentence over a page turn, past running feet", () => {
    const texts = ["Udzielam pozwolenia na", "budowę domu.\n\nDalej.", "Koniec."];
    const pages = texts.map((text, index) => page(index + 1, `${text}\n\nStrona ${index + 1} z 3`));
    const [first] = splitIntoPassages(pages);
    expect(first).toMatchObject({ page: 1, endPage: 2, text: "Udzielam pozwolenia na budowę domu." });
  });

  it("leave out unreadable pages", () => {
    expect(splitIntoPassages([{ ...page(1, "\u0001\u0002 tekst"), unreadable: "broken_text_layer" }])).toEqual([]);
  });

  it("stand at their offsets and cover all words (property)", () => {
    const words = fc.array(
      fc.constantFrom("Ala", "ma", "kota.", "§ 5", "\n", "\n\n", "1) lista;", "3MN", "UZASADNIENIE\n", "a\tb\n"),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(words, words, (one, two) => {
        const pages = [page(1, one.join(" ").trim()), page(2, two.join(" ").trim())];
        const passages = splitIntoPassages(pages);
        const text = (number: number) => pages[number - 1]?.text ?? "";
        for (const passage of passages) {
          const tail = text(2).slice(0, passage.end);
          const overTurn = joinOverTurn(passage.text.slice(0, passage.text.length - passage.end - 1), tail);
          const inPage = text(passage.page).slice(passage.start, passage.end);
          expect(passage.text).toBe(passage.endPage === undefined ? inPage : overTurn);
        }
        const letters = (value: string) => value.replace(/[^\p{L}]/gu, "");
        expect(letters(passages.map(({ text: said }) => said).join(""))).toBe(
          letters(pages.map(({ text: said }) => said).join("")),
        );
      }),
    );
  });
});
