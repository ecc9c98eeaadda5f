import { describe, expect, it } from "vitest";
import type { FactField, Page } from "../document.ts";
import { findFacts } from "./find-facts.ts";

const decision = `PREZYDENT MIASTA BRZEGOWA
Znak sprawy: AB.6740.1.234.2014.JK
Brzegów, dnia 12 marca 2014 r.

DECYZJA Nr 614/2014

Na podstawie art. 28 ustawy z dnia 7 lipca 1994 r. – Prawo budowlane, po rozpatrzeniu wniosku z dnia 5 lutego 2014 r.
złożonego przez Dom Nova sp. z o.o.

zatwierdzam projekt budowlany i udzielam pozwolenia na budowę
budynku na działce nr 87/14, AM-28, obręb Poświętne, przy ul. Kruczej 64, kategoria obiektu XIII, kubatura 1 234,5 m³.

UZASADNIENIE

Inwestor dołączył decyzję nr 12/2013 o warunkach zabudowy. Sąsiad z działki nr 87/1 wnosił o odmowę udzielenia pozwolenia.`;
const pages = (text: string): Page[] => [{ number: 1, text, textSha256: "" }];
const facts = (text: string, name = "plik.pdf") => {
  const found = findFacts(pages(text), name);
  const of = (field: FactField) => found.facts.filter((fact) => fact.field === field).map(({ value }) => value);
  return { ...found, of };
};

describe("facts of a document", () => {
  it("reads a decision's own identity, and what it merely refers to apart", () => {
    const { kind, of } = facts(decision);
    expect(kind).toBe("permit_decision");
    expect(of("signature")).toEqual(["AB.6740.1.234.2014.JK"]);
    expect(of("decisionNumber")).toEqual(["614/2014"]);
    expect(of("refersToDecision")).toEqual(["12/2013"]);
    expect(of("issueDate")).toEqual(["2014-03-12"]);
    expect(of("applicationDate")).toEqual(["2014-02-05"]);
    expect(of("authority")).toEqual(["PREZYDENT MIASTA BRZEGOWA"]);
    expect(of("applicant")).toEqual(["Dom Nova sp. z o.o."]);
    expect(of("category")).toEqual(["XIII"]);
    expect(of("volume")).toEqual(["1 234,5"]);
  });

  it("reads outcome, parcels and address in the operative part only", () => {
    const { of } = facts(decision);
    expect(of("outcome")).toEqual(["granted"]);
    expect(of("parcel")).toEqual(["87/14;sheet=28;precinct=Poświętne"]);
    expect(of("address")).toEqual(["Kruczej 64"]);
  });

  it("takes a parcel or address of neighbours, parties and offices for none of the case's own", () => {
    const application = `Brzegów, 5 lutego 2014 r.\nDom Nova sp. z o.o.\nul. Stolarska 29, 00-901 Brzegów\n\nPrezydent Miasta Brzegowa\n\nWNIOSEK\no pozwolenie na budowę\n\nAdres do korespondencji\tul. Stolarska 29\nAdres inwestycji\tBrzegów, ul. Krucza 64\nDziałki\tdz. nr 87/14, obręb Poświętne`;
    const { of } = facts(application);
    expect(of("address")).toEqual(["Krucza 64"]);
    expect(of("authority")).toEqual([]);
    expect(of("issueDate")).toEqual(["2014-02-05"]);
    const parties = facts(
      "WYKAZ STRON\n\nLp.\tStrona\tNieruchomość\n1\tDom Nova – inwestor\tdz. nr 87/14\n2\tAlfa S.A.\tdz. nr 87/1",
    );
    expect(parties.of("parcel")).toEqual(["87/14"]);
    const neighbour = facts(
      "DECYZJA Nr 7/2015\n\nudzielam pozwolenia na budowę na działce nr 87/14, 4 m od granicy z działką nr 87/1",
    );
    expect(neighbour.of("parcel")).toEqual(["87/14"]);
  });

  it.each([
    [
      "POŚWIADCZENIE OSTATECZNOŚCI\n\nStwierdzam, że decyzja nr 614/2014 z dnia 12 marca 2014 r. stała się ostateczna z dniem 2 kwietnia 2014 r.",
      ["2014-04-02"],
    ],
    ["DECYZJA Nr 5/2014\n\nudzielam pozwolenia\n\nDecyzja ostateczna od dnia 2.04.2014 r.", ["2014-04-02"]],
    ["DECYZJA Nr 7/2015\n\nprzenoszę decyzję ostateczną nr 614/2014 z dnia 12 marca 2014 r.", []],
  ])("reads the day of finality, and no other: %s", (text, wanted) => {
    expect(facts(text).of("finalityDate")).toEqual(wanted);
    expect(facts(text).of("issueDate")).toEqual([]);
  });

  it("takes the number of a decision that an attestation speaks of for none of its own", () => {
    const { of } = facts(
      "KLAUZULA OSTATECZNOŚCI\n\nDecyzja nr 614/2014 z dnia 12 marca 2014 r. stała się ostateczna z dniem 2 kwietnia 2014 r.",
    );
    expect([of("decisionNumber"), of("refersToDecision"), of("finalityDate")]).toEqual([
      [],
      ["614/2014"],
      ["2014-04-02"],
    ]);
  });

  it.each([
    "DECYZJA Nr 5/2014\n\nudzielam pozwolenia dla: spółki Delta sp. z o.o.",
    "DECYZJA Nr 5/2014\n\nudzielam pozwolenia dla firmy Delta sp. z o.o., ul. Krucza 1",
  ])("reads a company behind the word that says what it is: %s", (text) => {
    expect(facts(text).of("applicant")).toEqual(["Delta sp. z o.o."]);
  });

  it("dates a delivery by its day and a log not at all", () => {
    expect(
      facts(
        "ZWROTNE POTWIERDZENIE ODBIORU\n\ndecyzja nr 5/2014 z dnia 22.06.2014 r.\nPrzesyłkę doręczono dnia 29.06.2014 r.",
      ).of("issueDate"),
    ).toEqual(["2014-06-29"]);
    expect(facts("METRYKA SPRAWY\n\n1\t24.04.2014\tWniosek").of("issueDate")).toEqual([]);
  });

  it("knows a resolution by its title, and its plan by name", () => {
    const { of } = facts(
      "Projekt z dnia 21 września 2015 r.\n\nUchwała Nr XII/34/10\nRady Miejskiej w Brzegowie\nz dnia 18 listopada 2010 r.\n\nw sprawie zmiany miejscowego planu zagospodarowania przestrzennego „Nad Stawem” dla obszaru przy ul. Kruczej\n\nNa podstawie uchwały nr VII/5/2009, na wniosek Prezydenta Miasta Brzegowa",
    );
    expect(of("decisionNumber")).toEqual(["XII/34/10"]);
    expect(of("authority")).toEqual(["Rady Miejskiej w Brzegowie"]);
    expect(of("issueDate")).toEqual(["2010-11-18"]);
    expect(of("planName")).toEqual(["Nad Stawem"]);
    expect(
      facts("UCHWAŁA NR ........\nRady Miejskiej w Brzegowie\n\nw sprawie planu\n\nuchwała nr VII/5/2009").of(
        "decisionNumber",
      ),
    ).toEqual([]);
  });

  it("quotes what each was read from", () => {
    for (const fact of findFacts(pages(decision), "x").facts)
      expect(decision.slice(fact.start, fact.end)).toBe(fact.quote);
  });

  it.each([
    ["WEZWANIE\n\nWzywam do uzupełnienia braków", "call"],
    ["POSTANOWIENIE Nr 5/2014\n\nnakładam obowiązek usunięcia nieprawidłowości", "order"],
    ["DECYZJA Nr 7/2015\n\nustalam warunki zabudowy dla inwestycji", "planning_decision"],
    ["DECYZJA Nr 8/2015\n\nutrzymuję w mocy zaskarżoną decyzję", "appeal_decision"],
    [
      "Brzegów, 8 maja 2017 r.\n\nStarosta Lipowski\n\nDotyczy: pisma z dnia 25.04.2017 r.\n\nW załączeniu przekazuję dokumenty.",
      "letter",
    ],
    [
      "Brzegów, 1 czerwca 2016 r.\n\nUprzejmie informuję o następstwie prawnym.\nPostanowienie sądu o stwierdzeniu nabycia spadku dołączam w kopii i proszę o zmianę.",
      "letter",
    ],
    [
      "Brzegów, 6 września 2010 r.\n\nZarząd Dróg\n\ndotyczy: zjazdu\n\nZarządca drogi uzgadnia lokalizację zjazdu.",
      "opinion",
    ],
    ["ADNOTACJA URZĘDOWA\n\nDotyczy zgłoszenia.\nPostanowienie przerwało bieg terminu.", "letter"],
    ["UCHWAŁA NR X/12/2010\nRady Miejskiej\n\nw sprawie miejscowego planu", "local_plan"],
  ])("knows its kind: %s", (text, kind) => {
    expect(facts(text).kind).toBe(kind);
  });
});
