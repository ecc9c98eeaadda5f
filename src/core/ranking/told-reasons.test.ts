import { describe, expect, it } from "vitest";
import { reasonsInWords, searchInWords } from "./told-reasons.ts";

describe("why a passage came, in words", () => {
  it("tells typed and added words, identifiers, ranks and what was folded", () => {
    const document = { id: "b", version: 1, fileName: "b.pdf", path: "2014/b.pdf", sha256: "" };
    const told = reasonsInWords(
      {
        words: ["pnb", "garażu", "87/14", "pozwolenie", "budowę"],
        added: [
          { word: "pozwolenie", addedFor: "pnb" },
          { word: "budowę", addedFor: "pnb" },
        ],
        identifiers: ["87/14"],
        lexical: { rank: 3, score: 9.1 },
        dense: { rank: 2, similarity: 0.8 },
        folded: [{ document, page: 4 }],
      },
      [],
    );
    expect(told).toEqual([
      "Ma oznaczenie: 87/14; znaleziono po słowach: pnb, garażu; dodano do pytania: pozwolenie, budowę (za „pnb”); bliskie znaczeniem (2. miejsce, wśród słów 3.).",
      "Tę samą treść ma też: 2014/b.pdf, s. 4.",
    ]);
    expect(reasonsInWords({ words: [], dense: { rank: 1, similarity: 0.7 } }, [])).toEqual([
      "Bliskie znaczeniem (1. miejsce).",
    ]);
  });

  it("does not tell that a passage bears a word which it only resembles", () => {
    const absent = [{ word: "gleby", suggestions: [] }];
    expect(reasonsInWords({ words: ["gleby", "woda"] }, absent)).toEqual([
      "Znaleziono po słowach: woda; znaleziono po słowach podobnych do: gleby.",
    ]);
  });

  it("tells what was tried when little was found", () => {
    expect(
      searchInWords({
        passages: [{}],
        words: ["wapinena", "komin"],
        absent: [{ word: "wapinena", suggestions: ["wapienna"] }],
        documentsSearched: 2,
        tried: { excluded: 5, unreadable: 1 },
      }),
    ).toEqual([
      "Przeszukano 2 dokumenty.",
      "Szukano słów: wapinena, komin.",
      "Słowa „wapinena” nie ma w żadnym ze znalezionych fragmentów; podobne: wapienna.",
      "Zawężenie pominęło 5 dokumentów.",
      "Stron nieczytelnych nie przeszukano: ma je 1 dokument.",
    ]);
    expect(searchInWords({ passages: [{}], words: ["komin"], absent: [], documentsSearched: 2 })).toEqual([
      "Przeszukano 2 dokumenty.",
    ]);
  });

  it("does not tell of passages found that lack a word when there are none", () => {
    const nothing = { passages: [], words: ["komin"], absent: [{ word: "komin", suggestions: [] }] };
    expect(searchInWords({ ...nothing, documentsSearched: 2, tried: { excluded: 1, unreadable: 0 } })).toEqual([
      "Przeszukano 2 dokumenty.",
      "Szukano słów: komin.",
      "Zawężenie pominęło 1 dokument.",
    ]);
    expect(searchInWords({ ...nothing, documentsSearched: 0, tried: { excluded: 3, unreadable: 1 } })).toEqual([
      "Żaden dokument nie pasuje do zawężenia: pominęło 3 dokumenty. Zmień je albo usuń.",
    ]);
  });
});
