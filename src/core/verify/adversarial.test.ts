import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bench, paper } from "./test-support/papers.ts";
import {
  cases,
  finality,
  mangledCase,
  papers,
  permit,
  plan,
  table,
  transfer,
  turned,
  twin,
} from "./test-support/town.ts";

const check = bench(papers, cases);
const on = (document: { id: string }, page: number, quote: string) => ({ document: document.id, page, quote });
const codes = (text: string, ...citations: Parameters<typeof check>[1][]) => {
  const { verdict, reasons } = check(text, ...citations);
  return [verdict, ...reasons.map(({ code }) => code)];
};
const heights = "Wysokość budynku wynosi 8,90 m, a szerokość elewacji frontowej 14,20 m.";

describe("quotes that do not stand", () => {
  it.each([
    ["a word dropped", "Wysokość budynku 8,90 m, a szerokość elewacji frontowej 14,20 m."],
    ["a word added", "Wysokość tego budynku wynosi 8,90 m, a szerokość elewacji frontowej 14,20 m."],
    ["stitched from two places", "Wysokość budynku wynosi 8,90 m i nie wymaga uzyskania decyzji"],
    ["stitched with dots", "Wysokość budynku … 14,20 m."],
    ["a digit changed", "Wysokość budynku wynosi 9,90 m"],
    ["a Cyrillic letter", "Wysokоść budynku wynosi 8,90 m"],
    ["a zero-width space", "Wysokość bud\u200Bynku wynosi 8,90 m"],
    ["a full-width digit", "Wysokość budynku wynosi ８,90 m"],
    ["cut inside a word", "okość budynku wynosi 8,90 m, a szerokość elewacji frontowej"],
    ["cut inside a number", "Wysokość budynku wynosi 8,9"],
  ])("%s", (_, quote) => {
    const claim = check("Budynek ma wysokość 8,90 m.", on(permit, 2, quote));
    expect(claim).toMatchObject({ verdict: "unsupported", citations: [{ found: false }] });
  });

  it("does not find „87/1” in „87/14”", () => {
    expect(
      codes("Decyzja dotyczy działki nr 87/1.", on(permit, 1, "garażem dwustanowiskowym na działce nr 87/1")),
    ).toEqual(["unsupported", "quote_cuts_word"]);
  });

  it("names the page where the quote does stand, and the word with which it leaves its page", () => {
    expect(check("Budynek ma 8,90 m wysokości.", on(permit, 1, heights)).reasons[0]?.detail).toContain("na stronie 2");
    const wrong = on(permit, 2, "Wysokość budynku wynosi dziewięć metrów");
    expect(check("Budynek ma 8,90 m.", wrong).reasons[0]?.detail).toContain("„dziewięć”");
  });

  it("stands over line ends, hyphens and other quotation marks, and nothing else", () => {
    const typeset = paper("skład.txt", "Zamierzenie pod nazwą „Osiedle Nad\nRzeką” obejmuje bu-\ndowę dwóch budynków.");
    const read = bench([typeset]);
    const quote = 'Zamierzenie pod nazwą "Osiedle Nad Rzeką" obejmuje budowę dwóch budynków';
    expect(read("Zamierzenie „Osiedle Nad Rzeką” obejmuje budowę dwóch budynków.", on(typeset, 1, quote)).verdict).toBe(
      "supported",
    );
    expect(read("Budowa dwóch budynków.", on(typeset, 1, quote.replace("Rzeką", "rzeką"))).verdict).toBe("unsupported");
  });
});

describe("a quote over the page turn", () => {
  const quote = "pod warunkiem zachowania historycznego podziału okien";

  it("stands without the running foot and head, and says where it ends", () => {
    const claim = check(
      "Opinia pozytywna pod warunkiem zachowania historycznego podziału okien.",
      on(turned, 1, quote),
    );
    const citation = claim.citations[0]?.citation;
    if (citation?.kind !== "passage") throw new Error("no passage");
    expect(citation).toMatchObject({ page: 1, endPage: 2, endPageTextSha256: turned.pages[1]?.textSha256 });
    expect(turned.pages[0]?.text.slice(citation.start)).toMatch(/^pod warunkiem zachowania/u);
    expect(turned.pages[1]?.text.slice(0, citation.end)).toMatch(/historycznego podziału okien$/u);
  });

  it("is no quote of the second page", () => {
    expect(check("Podział okien.", on(turned, 2, quote)).verdict).toBe("unsupported");
  });
});

describe("quotes that prove nothing", () => {
  it("three letters", () => {
    expect(codes("Budynek ma wysokość 8,90 m.", on(permit, 2, "8,90 m"))).toEqual(["unsupported", "quote_too_short"]);
  });

  it("a whole cell of a table stands with its heads", () => {
    expect(check("Powierzchnia użytkowa: 148,25 m².", on(table, 1, "148,25")).verdict).toBe("supported");
    expect(check("Powierzchnia zabudowy: 148,25 m².", on(table, 1, "148,25")).verdict).not.toBe("supported");
  });

  it("a line that stands in half of the documents", () => {
    const line =
      "Od niniejszej decyzji przysługuje odwołanie do Wojewody Opolskiego w terminie 14 dni od dnia jej doręczenia.";
    const strict = bench(papers, [], [line.toLowerCase()]);
    expect(
      strict("Od decyzji przysługuje odwołanie do Wojewody Opolskiego.", on(permit, 2, line)).reasons,
    ).toMatchObject([{ code: "quote_boilerplate" }]);
  });

  it("a true quote with an unrelated claim", () => {
    expect(codes("Inwestor zapłacił karę umowną.", on(permit, 2, heights))[0]).toBe("unsupported");
  });
});

describe("the wrong case", () => {
  it("a near-duplicate: the same street, the other year", () => {
    const refusal = on(twin, 1, "odmawiam zatwierdzenia projektu budowlanego i udzielenia pozwolenia na budowę");
    expect(codes("Decyzją nr 614/2014 odmówiono udzielenia pozwolenia na budowę.", refusal)).toEqual([
      "contradicted",
      "decision_number_other",
      "outcome_of_other_decision",
    ]);
  });

  it("a decision may speak of another decision", () => {
    const planning = on(
      permit,
      2,
      "Burmistrz Brzegowa decyzją nr 12/2013 z dnia 4 września 2013 r. ustalił warunki zabudowy",
    );
    expect(check("Decyzją nr 12/2013 Burmistrz Brzegowa ustalił warunki zabudowy.", planning).verdict).toBe(
      "supported",
    );
    expect(codes("Decyzją nr 12/2013 udzielono pozwolenia na budowę.", planning)[0]).toBe("contradicted");
  });

  it("the number of one decision with the date of another", () => {
    const moved = on(transfer, 1, "przenoszę decyzję nr 614/2014 z dnia 12 marca 2014 r. o pozwoleniu na budowę");
    const claim = "Decyzja nr 702/2016 z dnia 12 marca 2014 r. przenosi decyzję nr 614/2014.";
    expect(codes(claim, moved)).toContain("decision_date_other");
  });

  it("the day of finality is not the day of issue", () => {
    const final = on(
      finality,
      1,
      "decyzja nr 614/2014 z dnia 12 marca 2014 r. stała się ostateczna z dniem 2 kwietnia 2014 r.",
    );
    expect(codes("Decyzję nr 614/2014 wydano 2 kwietnia 2014 r.", final)[0]).toBe("contradicted");
    expect(codes("Decyzja stała się ostateczna 12 marca 2014 r.", final)[0]).toBe("contradicted");
  });

  it("a height of the neighbouring area", () => {
    expect(
      codes("W terenie 3MN wysokość zabudowy: maksymalnie 12 m.", on(plan, 1, "maksymalna wysokość zabudowy: 12 m")),
    ).toEqual(["contradicted", "area_other"]);
  });
});

describe("outcome and polarity", () => {
  it("a wish told in the grounds is no outcome", () => {
    const wish = on(
      permit,
      2,
      "Właściciel działki nr 87/1 wniósł o odmowę udzielenia pozwolenia na budowę z powodu zacienienia.",
    );
    expect(codes("Odmówiono udzielenia pozwolenia na budowę z powodu zacienienia.", wish)[0]).toBe("contradicted");
    expect(check("Właściciel działki nr 87/1 wniósł o odmowę udzielenia pozwolenia na budowę.", wish).verdict).toBe(
      "supported",
    );
  });

  it("a quote that cuts its „nie” off", () => {
    const cut = on(permit, 2, "wymaga uzyskania decyzji o środowiskowych uwarunkowaniach");
    expect(codes("wymaga uzyskania decyzji o środowiskowych uwarunkowaniach", cut)[0]).toBe("contradicted");
    expect(codes("Projekt wymaga uzyskania decyzji o środowiskowych uwarunkowaniach.", cut)[0]).toBe("contradicted");
  });

  it("a quote that cuts its condition off", () => {
    const cut = on(plan, 1, "dopuszcza się lokalizację usług nieuciążliwych");
    expect(codes("Dopuszcza się lokalizację usług nieuciążliwych.", cut)).toEqual([
      "unsupported",
      "condition_left_out",
    ]);
  });

  it("figures that change places", () => {
    expect(codes("Budynek ma wysokość 14,20 m.", on(permit, 2, heights))).toEqual([
      "contradicted",
      "figure_of_other_thing",
    ]);
  });
});

describe("registers", () => {
  const rwdz = { register: "RWDZ", rows: [{ file: "rwdz.csv", row: 1 }] };
  const mangled = { register: "Rejestr miejski", rows: [{ file: "miasto.csv", row: 9 }] };

  it("a row never proves that a permit binds", () => {
    expect(codes("Decyzja nr 614/2014 obowiązuje.", rwdz)).toContain("register_proves_no_force");
    expect(codes("Pozwolenie nr 614/2014 jest ostateczne.", rwdz)[0]).toBe("unsupported");
  });

  it("a mangled number is no number, and may be told as it stands", () => {
    expect(mangledCase.possibleNumbers).toContain("1/2009");
    expect(codes("Decyzja nr 1/2009 z 12 stycznia 2009 r.", mangled)).toContain("number_mangled");
    expect(check("Wpis z 12 stycznia 2009 r., numer decyzji „09-sty”.", mangled).verdict).toBe("supported");
  });

  it("a row whose outcome is not read proves none", () => {
    expect(codes("Udzielono pozwolenia, Młyńska 14.", mangled)).toContain("register_outcome_unread");
  });

  it("an unknown row", () => {
    expect(codes("Udzielono pozwolenia.", { register: "RWDZ", rows: [{ file: "rwdz.csv", row: 99 }] })).toEqual([
      "unsupported",
      "row_unknown",
    ]);
  });
});

describe("several citations", () => {
  const grant = on(permit, 1, "zatwierdzam projekt budowlany i udzielam pozwolenia na budowę");
  const final = on(finality, 1, "stała się ostateczna z dniem 2 kwietnia 2014 r.");

  it("cover figures and words together", () => {
    expect(check("Udzielono pozwolenia; decyzja stała się ostateczna 2 kwietnia 2014 r.", grant, final).verdict).toBe(
      "supported",
    );
  });

  it("each quote must stand, and the worst verdict wins", () => {
    const missing = on(finality, 1, "stała się ostateczna z dniem 3 kwietnia 2014 r.");
    expect(check("Udzielono pozwolenia na budowę.", grant, missing).verdict).toBe("unsupported");
    expect(check("Odmówiono udzielenia pozwolenia na budowę.", grant, missing).verdict).toBe("contradicted");
    expect(codes("Udzielono pozwolenia na budowę.", grant, { act: "PB", unit: "art. 28" })).toEqual([
      "abstained",
      "law_catalogue_missing",
    ]);
  });

  it("none, or an unknown document", () => {
    expect(codes("Udzielono pozwolenia.")).toEqual(["unsupported", "no_citation"]);
    expect(codes("Udzielono pozwolenia.", on({ id: "nie-ma" }, 1, "udzielam pozwolenia"))).toEqual([
      "unsupported",
      "document_unknown",
    ]);
  });

  it("counts again", () => {
    const count = { op: "count" as const, over: "dokumenty sprawy", inputs: [grant, final, grant] };
    expect(check("Liczba dokumentów w sprawie: 2.", count).verdict).toBe("supported");
    expect(codes("Liczba dokumentów w sprawie: 3.", count)).toContain("count_other");
  });
});

describe("whatever is handed in", () => {
  it("gives a verdict, and never „supported” to letters and digits at random", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 200, unit: "grapheme" }),
        fc.string({ maxLength: 60 }),
        (text, quote) => {
          const claim = check(`Budynek ${text}`, on(permit, 2, quote), on(permit, 2, heights));
          expect(claim.verdict !== "supported" || /^[\s\p{P}]*$/u.test(text)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is the same for a quote in any white space", () => {
    const spaces = fc.array(fc.constantFrom(" ", "\n", "  ", "\u00A0"), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(spaces, (between) => {
        const quote = heights
          .split(" ")
          .map((word, index) => word + (between[index % between.length] ?? " "))
          .join("")
          .trim();
        expect(check(heights, on(permit, 2, quote)).verdict).toBe("supported");
      }),
      { numRuns: 50 },
    );
  });
});
