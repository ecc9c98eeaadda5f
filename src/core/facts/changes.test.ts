import { describe, expect, it } from "vitest";
import type { FactField, Page } from "../document.ts";
import { findFacts } from "./find-facts.ts";
import { parseChange } from "./parcel-changes.ts";

const facts = (text: string) => {
  const pages: Page[] = [{ number: 1, text, textSha256: "" }];
  const found = findFacts(pages, "plik.pdf");
  for (const fact of found.facts) expect(text.slice(fact.start, fact.end)).toBe(fact.quote);
  const of = (field: FactField) => found.facts.filter((fact) => fact.field === field).map(({ value }) => value);
  return { ...found, of };
};

describe("parcels before and after", () => {
  it.each([
    [
      "Działka nr 87/3, obręb Piaski, została podzielona na działki nr 87/14 i 87/15 z dniem 4 maja 2012 r.",
      [
        "87/3;precinct=Piaski>87/14;precinct=Piaski@2012-05-04",
        "87/3;precinct=Piaski>87/15;precinct=Piaski@2012-05-04",
      ],
    ],
    ["Działka nr 87/14 powstała z podziału działki nr 87/3.", ["87/3>87/14"]],
    ["Inwestycja na działce nr 87/14 (dawna dz. nr 87/3), AM-28.", ["87/3;sheet=28>87/14;sheet=28"]],
    ["Działki nr 12 i 13/2 połączono w działkę nr 12/5.", ["12>12/5", "13/2>12/5"]],
    ["Działka nr 40/2 powstała w wyniku połączenia działek nr 40 i 41/1.", ["40>40/2", "41/1>40/2"]],
    ["Po podziale działki nr 5 na działki nr 5/1, 5/2 granice wyznaczono.", ["5>5/1", "5>5/2"]],
  ])("are told by %s", (text, wanted) => {
    const { of } = facts(`NOTATKA\n\n${text}\n\nDalej nic.`);
    expect(of("laterParcel")).toEqual(wanted);
    expect(of("formerParcel").map(parseChange)).toEqual(wanted.map(parseChange));
  });

  it.each([
    "Działka nr 87/3 nie została podzielona na działki nr 87/14 i 87/15.",
    "Inwestor zamierza podzielić grunt: podział działki nr 87/3 na działki nr 87/14 i 87/15.",
    "Wniosek o podział działki nr 87/3 na działki nr 87/14 i 87/15.",
    "Na działkach nr 87/3 i 87/14 rośnie trawa.",
    "Pozwolenie dotyczy działki nr 87/14. Dawny budynek stoi na działce nr 90.",
  ])("are not told by %s", (text) => {
    expect(facts(`NOTATKA\n\n${text}`).of("laterParcel")).toEqual([]);
  });

  it("leave the paper with the parcel that it is about", () => {
    const { of } = facts(
      "DECYZJA Nr 7/2015\n\nudzielam pozwolenia na budowę na działce nr 87/14, która powstała z podziału działki nr 87/3",
    );
    expect(of("parcel")).toEqual(["87/14"]);
    expect(of("formerParcel")).toEqual(["87/14<87/3"]);
  });

  it("a decision that divides ground permits no building", () => {
    const { kind, of } = facts(
      "DECYZJA Nr 8/2012\n\nzatwierdzam projekt podziału nieruchomości: działki nr 87/3 na działki nr 87/14 i 87/15",
    );
    expect(kind).toBe("other");
    expect(of("outcome")).toEqual([]);
    expect(of("laterParcel")).toEqual(["87/3>87/14", "87/3>87/15"]);
  });
});

describe("what a decision does to another", () => {
  it.each([
    [
      "DECYZJA Nr 9/2015\n\nprzenoszę decyzję Starosty Lipowskiego nr 614/14 z dnia 12 marca 2014 r., wydaną dla Pana Jana Lipy, na rzecz Pani Anny Sosny\n\nUZASADNIENIE\n\ndecyzja nr 1/2001",
      "614/2014;date=2014-03-12",
    ],
    ["DECYZJA Nr 9/2015\n\nstwierdzam wygaśnięcie decyzji nr 614/2014 o pozwoleniu na budowę", "614/2014"],
    [
      "DECYZJA Nr 9/2015\n\npo rozpatrzeniu odwołania od decyzji z dnia 12.03.2014 r. nr 614/14\n\nutrzymuję w mocy zaskarżoną decyzję",
      "614/2014;date=2014-03-12",
    ],
  ])("is read in the operative part: %s", (text, wanted) => {
    expect(facts(text).of("decidesOn")).toEqual([wanted]);
  });

  it("tells to whom a permit goes, in the paper's own words", () => {
    expect(
      facts(
        "DECYZJA Nr 9/2015\n\nprzenoszę na rzecz Pani Anny Sosny decyzję nr 614/2014 z dnia 1.03.2014 r., której adresatem jest Jan Lipa",
      ).of("transferredTo"),
    ).toEqual(["Pani Anny Sosny"]);
    expect(
      facts(
        "DECYZJA Nr 9/2015\n\nprzenoszę decyzję nr 614/2014, wydaną dla Jana Lipy, na rzecz Dom-Nova sp. z o.o. sp. k.\n\ndotyczącą: budowy",
      ).of("transferredTo"),
    ).toEqual(["Dom-Nova sp. z o.o. sp. k"]);
  });

  it("keeps the day of finality of another decision apart from its own", () => {
    const { of } = facts(
      "DECYZJA Nr 9/2015\n\nstwierdzam wygaśnięcie decyzji nr 614/2014\n\nUZASADNIENIE\n\nPrzedmiotem jest decyzja nr 614/2014 z dnia 12 marca 2014 r., która stała się ostateczna z dniem 2 kwietnia 2014 r.\n\nDecyzja niniejsza stała się ostateczna z dniem 5 maja 2016 r.",
    );
    expect(of("finalityDate")).toEqual(["2016-05-05"]);
    expect(of("finalityOfOther")).toEqual(["614/2014;date=2014-03-12;final=2014-04-02"]);
  });
});
