import { describe, expect, it } from "vitest";
import { bench, paper } from "../test-support/papers.ts";
import { cases, papers, transfer } from "../test-support/town.ts";

const check = bench(papers, cases);
const codes = (text: string, ...citations: Parameters<typeof check>[1][]) =>
  check(text, ...citations).reasons.map(({ code }) => code);

describe("who does what to whom", () => {
  const moved = {
    document: transfer.id,
    page: 1,
    quote:
      "przenoszę decyzję nr 614/2014 z dnia 12 marca 2014 r. o pozwoleniu na budowę budynku mieszkalnego jednorodzinnego, wydaną dla Dom Nova sp. z o.o., na rzecz Zielony Brzeg S.A.",
  };
  const rwdz = { register: "RWDZ", rows: [{ file: "rwdz.csv", row: 1 }] };
  const city = { register: "Rejestr miejski", rows: [{ file: "miasto.csv", row: 5 }] };

  it("names do not change places", () => {
    expect(
      check("Decyzję wydaną dla Dom Nova sp. z o.o. przeniesiono na rzecz Zielony Brzeg S.A.", moved).verdict,
    ).toBe("supported");
    const turned = "Decyzję wydaną dla Zielony Brzeg S.A. przeniesiono na rzecz Dom Nova sp. z o.o.";
    expect(codes(turned, moved)).toContain("role_swapped");
    expect(codes("Zielony Brzeg S.A. przeniósł pozwolenie na Dom Nova sp. z o.o.", moved)).toContain("role_swapped");
  });

  it("a row of a table says what its own name is", () => {
    const rows = "1\tAnna Wymyślona\tdziałka nr 12\tnajemca\n2\tPiotr Zmyślony\tdziałka nr 15\twłaściciel";
    const list = paper("wykaz.txt", `WYKAZ STRON\n\nLp.\tImię i nazwisko\tNieruchomość\tTytuł\n${rows}`);
    const judge = (claim: string) => bench([list])(claim, { document: list.id, page: 1, quote: rows });
    expect(judge("Piotr Zmyślony jest właścicielem.").verdict).toBe("supported");
    expect(judge("Piotr Zmyślony jest najemcą.").reasons).toMatchObject([{ code: "name_of_other_part" }]);
  });

  it("a transfer goes to whom the source names", () => {
    const text =
      "przenoszę na rzecz Pani Anny Wymyślonej decyzję nr 31/2013 o pozwoleniu na budowę, wydaną Panu Piotrowi Zmyślonemu";
    const paperOf = paper("przeniesienie.txt", `DECYZJA Nr 40/2014\n\n${text}`);
    const judge = (claim: string) => bench([paperOf])(claim, { document: paperOf.id, page: 1, quote: text });
    expect(judge("Decyzję nr 31/2013 przeniesiono na rzecz Anny Wymyślonej.").verdict).toBe("supported");
    expect(judge("Decyzję nr 31/2013 przeniesiono na Panią Annę Wymyśloną.").verdict).toBe("supported");
    for (const claim of [
      "Decyzję nr 31/2013 przeniesiono na rzecz Pana Piotra Zmyślonego.",
      "Decyzję nr 31/2013 przeniesiono z Anny Wymyślonej na Piotra Zmyślonego.",
    ]) {
      expect(judge(claim).reasons.map(({ code }) => code)).toContain("role_swapped");
    }
  });

  it("a decision and the one it acts on do not change places", () => {
    expect(check("Decyzją nr 702/2016 przeniesiono decyzję nr 614/2014.", moved).verdict).toBe("supported");
    expect(codes("Decyzją nr 614/2014 przeniesiono decyzję nr 702/2016.", moved)).toContain("decision_roles_swapped");
    expect(codes("Decyzja nr 614/2014 przenosi decyzję nr 702/2016.", moved)).toContain("decision_roles_swapped");
  });

  it("a decision that transfers another has not been transferred, and is no permit", () => {
    expect(codes("Decyzja nr 702/2016 została przeniesiona.", moved)).toContain("decision_roles_swapped");
    expect(codes("Decyzję nr 702/2016 przeniesiono.", moved)).toContain("decision_roles_swapped");
    expect(codes("Decyzja nr 614/2014 przenosi pozwolenie na budowę.", moved)).toContain("decision_roles_swapped");
    expect(check("Decyzję nr 614/2014 z dnia 12 marca 2014 r. przeniesiono.", moved).verdict).toBe("supported");
    expect(codes("Decyzja nr 702/2016 o pozwoleniu na budowę.", moved)).toContain("decision_roles_swapped");
  });

  it("a name keeps the words beside it", () => {
    const text = `udzielam pozwolenia

dla: Anna Wymyślona

Projekt budowlany sporządził Piotr Zmyślony, nr uprawnień 12/90.`;
    const sketch = paper("pismo.txt", text);
    const citation = { document: sketch.id, page: 1, quote: text };
    const judge = (claim: string) => bench([sketch])(claim, citation);
    expect(judge("Projekt budowlany sporządził Piotr Zmyślony.").verdict).toBe("supported");
    const held = judge("Anna Wymyślona uzyskała pozwolenie.").reasons.map(({ code }) => code);
    expect(held).not.toContain("name_of_other_part");
    const other = judge("Piotr Zmyślony uzyskał pozwolenie.").reasons.map(({ code }) => code);
    expect(other).toContain("name_of_other_part");
    expect(judge("Projekt budowlany sporządziła Anna Wymyślona.").reasons).toMatchObject([
      { code: "name_of_other_part" },
    ]);
  });

  it("two decisions keep their own parcels, dates and outcomes", () => {
    const claim = (first: string, second: string) => `Decyzją nr 614/2014 ${first}; decyzją nr 77/2011 ${second}.`;
    expect(
      check(
        claim("udzielono pozwolenia na budowę, działka nr 87/14", "odmówiono pozwolenia na budowę, działka nr 20/17"),
        rwdz,
        city,
      ).verdict,
    ).toBe("supported");
    expect(
      codes(claim("udzielono pozwolenia, działka nr 20/17", "odmówiono pozwolenia, działka nr 87/14"), rwdz, city),
    ).toContain("bound_to_other_decision");
    expect(codes(claim("odmówiono pozwolenia na budowę", "udzielono pozwolenia na budowę"), rwdz, city)).toContain(
      "bound_to_other_decision",
    );
  });
});
