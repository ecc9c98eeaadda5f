import { describe, expect, it } from "vitest";
import { judgeOn } from "../test-support/papers.ts";

const of = (text: string, claim: string, quote = text) => judgeOn(text, quote, claim);

describe("what someone says is told as said", () => {
  const wish =
    "W piśmie z dnia 3 maja 2015 r. podniesiono, że wartość sąsiednich nieruchomości spadnie po budowie hali.";

  it("holds when the claim says who or that it was said", () => {
    expect(of(wish, "Podniesiono, że wartość sąsiednich nieruchomości spadnie po budowie hali.")).toEqual([
      "supported",
    ]);
  });

  it("holds when the claim tells an objection and its reason", () => {
    const text = "Organ sprzeciwił się, ponieważ wykonawca nie oznaczył przebiegu rury.";
    expect(of(text, "Sprzeciw, ponieważ wykonawca nie oznaczył przebiegu rury.")).toEqual(["supported"]);
  });

  it("„twierdzenie, iż …” is no finding", () => {
    const text = "Zastrzeżenia sąsiadki sprowadzają się do twierdzenia, iż rura pęknie zimą i zaleje ogród.";
    expect(of(text, "Rura pęknie zimą i zaleje ogród.")).toEqual(["unsupported", "attribution_left_out"]);
  });

  it.each([
    [wish, "Wartość sąsiednich nieruchomości spadnie po budowie hali.", wish],
    [
      wish,
      "wartość sąsiednich nieruchomości spadnie po budowie hali",
      "wartość sąsiednich nieruchomości spadnie po budowie hali",
    ],
    [
      "Wnioskodawca domagał się uchylenia decyzji, gdyż nie brał udziału w postępowaniu.",
      "Wnioskodawca nie brał udziału w postępowaniu.",
      undefined,
    ],
  ])("%#", (text, claim, quote) => {
    expect(of(text, claim, quote)).toEqual(["unsupported", "attribution_left_out"]);
  });
});

describe("small words that turn the sense", () => {
  it.each([
    ["Budowę należy rozpocząć przed upływem trzech lat.", "Budowę należy rozpocząć po upływie trzech lat."],
    ["Przewód ułożyć pod jezdnią drogi gminnej.", "Przewód ułożyć nad jezdnią drogi gminnej."],
  ])("%s", (text, claim) => {
    expect(of(text, text)).toEqual(["supported"]);
    expect(of(text, claim)).toEqual(["contradicted", "preposition_turned"]);
  });
});

describe("works", () => {
  const permit =
    "DECYZJA Nr 5/2015\n\nudzielam pozwolenia na budowę\n\nobejmującego rozbudowę budynku gospodarczego w Brzegowie";

  it("are not lent by the name of the permit", () => {
    const quote = permit.slice(permit.indexOf("udzielam"));
    expect(of(permit, "Udzielono pozwolenia na budowę, obejmuje rozbudowę budynku gospodarczego.", quote)).toEqual([
      "supported",
    ]);
    expect(of(permit, "Udzielono pozwolenia na budowę budynku gospodarczego.", quote)).toEqual([
      "unsupported",
      "words_not_covered",
    ]);
  });
});
