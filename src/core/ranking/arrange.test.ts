import { describe, expect, it } from "vitest";
import { analyseQuery } from "../analysis/query-terms.ts";
import type { DocumentKind } from "../document.ts";
import type { PassageFilter } from "../ports/passage-index.ts";
import { arrange, type Candidate } from "./arrange.ts";

interface Given {
  path: string;
  text: string;
  page?: number;
  words?: number;
  near?: number;
  kind?: DocumentKind;
  title?: string;
  identity?: string;
}

function candidate(
  { path, text, page = 1, words, near, kind = "letter", title, identity = "" }: Given,
  at: number,
): Candidate {
  return {
    document: { id: path, version: 1, fileName: path, path, sha256: "", ...(title ? { title } : {}) },
    kind,
    identity,
    passage: { ordinal: page - 1, page, start: 0, end: text.length, text, headingPath: [] },
    ...(words === undefined ? {} : { lexical: { rank: at + 1, score: words } }),
    ...(near === undefined ? {} : { dense: { rank: at + 1, similarity: near } }),
  };
}

function arranged(text: string, given: readonly Given[], filter: Omit<PassageFilter, "access"> = {}, limit = 20) {
  return arrange(given.map(candidate), { query: analyseQuery(text), filter: { access: "all", ...filter }, limit });
}
const paths = (...given: Parameters<typeof arranged>) => arranged(...given).hits.map(({ document }) => document.path);

describe("the arrangement of what an index found", () => {
  it("puts a paper with the parcel asked for before the neighbour's, and says which bears it", () => {
    const given = [
      { path: "neighbour", text: "Wysokość budynku na działce 87/1 wynosi 9 m.", words: 10 },
      { path: "own", text: "Działka 87/14, wysokość 7 m.", words: 6 },
      { path: "own", text: "Wysokość budynku jest niezmienna.", page: 3, words: 5 },
    ];
    const { hits } = arranged("wysokość budynku na 87/14", given);
    expect(hits.map(({ document, passage }) => [document.path, passage.page])).toEqual([
      ["own", 1],
      ["own", 3],
      ["neighbour", 1],
    ]);
    expect(hits.map(({ why }) => why.identifiers)).toEqual([["87/14"], undefined, undefined]);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it("leaves the order alone when nothing bears the parcel", () => {
    const given = [
      { path: "a", text: "Wysokość budynku 9 m.", words: 10 },
      { path: "b", text: "Wysokość 7 m.", words: 6 },
    ];
    expect(paths("wysokość budynku na 87/14", given)).toEqual(["a", "b"]);
  });

  it("folds copies of one wording under the first, and tells where they stand", () => {
    const text =
      "Od niniejszej decyzji służy odwołanie do Wojewody w terminie czternastu dni od jej doręczenia stronie.";
    const { hits } = arranged("odwołanie od decyzji", [
      { path: "a", text, words: 9 },
      { path: "b", text: text.replace("odwołanie do", "ODWOŁANIE\n do"), page: 4, words: 9 },
      { path: "c", text: "Odwołanie wniósł sąsiad.", words: 3 },
    ]);
    expect(hits.map(({ document }) => document.path)).toEqual(["a", "c"]);
    expect(hits[0]?.why.folded).toMatchObject([{ document: { path: "b" }, page: 4 }]);
  });

  it("never folds papers that differ by a number alone", () => {
    const text = (parcel: string) => `Zatwierdzam projekt i udzielam pozwolenia na budowę garażu na działce ${parcel}.`;
    const given = ["87/14", "87/1", "88/14"].map((parcel) => ({ path: parcel, text: text(parcel), words: 5 }));
    expect(paths("pozwolenie na budowę garażu", given)).toHaveLength(3);
  });

  it("spreads the first places over the documents, unless only some were asked for", () => {
    const many = Array.from({ length: 6 }, (_, at) => ({
      path: "long",
      page: at + 1,
      text: `Komin numer ${at}.`,
      words: 20 - at,
    }));
    const given = [...many, { path: "other", text: "Komin i dach.", words: 2 }];
    expect(paths("komin", given).slice(0, 4)).toEqual(["long", "long", "long", "other"]);
    expect(paths("komin", given)).toHaveLength(7);
    expect(paths("komin", given, { documents: ["long", "other"] }).at(-1)).toBe("other");
  });

  it("puts a newer edition of a unit first, unless a year is asked for", () => {
    const unit = "Budynek należy sytuować w odległości od granicy działki budowlanej nie mniejszej niż";
    const act = (year: number, text: string, words: number): Given => ({
      path: `wt-${year}.pdf`,
      title: `Warunki techniczne ${year}`,
      kind: "act",
      text,
      words,
    });
    const given = [act(2002, `${unit} cztery metry.`, 9), act(2022, `${unit} 4 m.`, 8)];
    expect(paths("odległość budynku od granicy działki", given)).toEqual(["wt-2022.pdf", "wt-2002.pdf"]);
    expect(paths("odległość od granicy działki w 2002", given)).toEqual(["wt-2002.pdf", "wt-2022.pdf"]);
  });

  it("weighs words and nearness, and lets neither alone decide", () => {
    const given = [
      { path: "words", text: "Taras przy domu.", words: 10, near: 0.7 },
      { path: "both", text: "Taras i balkon.", words: 9, near: 0.9 },
      { path: "meaning", text: "Loggia.", near: 0.91 },
    ];
    expect(paths("taras", given)).toEqual(["both", "words", "meaning"]);
  });

  it("knows a whole word from one that only shares its grams", () => {
    const given = [
      { path: "grams", text: "Zabudowania gospodarcze, nadbudowa i przebudowa.", words: 10 },
      { path: "word", text: "Budowa altany.", words: 9 },
    ];
    expect(paths("budowa", given)[0]).toBe("word");
  });

  it("tells words that nothing found bears, and what they may be slips of", () => {
    const { absent } = arranged("wapinena komin 3/4", [{ path: "a", text: "Komin przy ul. Wapiennej.", words: 1 }]);
    expect(absent).toEqual([
      { word: "wapinena", suggestions: ["wapiennej"] },
      { word: "3/4", suggestions: [] },
    ]);
    expect(arranged("kominy przy wapiennej", [{ path: "a", text: "Komin, ul. Wapienna.", words: 1 }]).absent).toEqual(
      [],
    );
  });
});
