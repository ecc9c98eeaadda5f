import { describe, expect, it } from "vitest";
import type { Outcome } from "../outcome.ts";
import type { PermitCase } from "../permit.ts";
import { checkClaim } from "./check-claim.ts";
import type { CitationEvidence } from "./evidence.ts";
import type { ProposedCitation } from "./proposed.ts";
import { rows } from "./test-support/registers.ts";

type Row = keyof typeof rows;
const cite = (row: Row): ProposedCitation => ({ register: rows[row].register.name, rows: rows[row].rows });
const evidenceOf = (row: Row): CitationEvidence => {
  const { rows: refs } = rows[row];
  return { kind: "register", rows: refs.map((ref) => ({ ref, case: rows[row] })) };
};
const boilerplate = new Set<string>();
const check = (text: string, cited: readonly Row[]) =>
  checkClaim({ text, citations: cited.map(cite) }, { citations: cited.map(evidenceOf), boilerplate });
const codes = (text: string, cited: readonly Row[]) => check(text, cited).reasons.map(({ code }) => code);

/** Ways to tell an outcome. */
const sayings: Readonly<Partial<Record<Outcome, readonly string[]>>> = {
  granted: [
    "udzielono pozwolenia na budowę",
    "wydano pozwolenie na budowę",
    "jest pozwolenie na budowę",
    "jest to pozwolenie na budowę",
    "organ pozwolił na budowę",
    "pozwolenie na budowę zostało udzielone",
  ],
  refused: ["odmówiono udzielenia pozwolenia na budowę", "organ odmówił pozwolenia", "wydano decyzję odmowną"],
  discontinued: ["umorzono postępowanie", "organ umorzył postępowanie"],
  repealed: ["uchylono decyzję"],
  transferred: ["przeniesiono decyzję"],
  expired: ["stwierdzono wygaśnięcie decyzji"],
  annulled: ["stwierdzono nieważność decyzji"],
  suspended: ["zawieszono postępowanie"],
  left_unexamined: ["wniosek pozostawiono bez rozpoznania"],
  objection: ["wniesiono sprzeciw"],
  no_objection: ["nie wniesiono sprzeciwu"],
};

describe("the outcome of a row", () => {
  for (const row of Object.keys(rows) as Row[]) {
    const { outcome, number, rawNumber, applicationNumber } = rows[row];
    const name = number
      ? `Decyzja nr ${number}`
      : rawNumber
        ? `Decyzja nr „${rawNumber}”`
        : `Wniosek nr ${applicationNumber}`;
    const lies = Object.entries(sayings).flatMap(([said, texts]) => (said === outcome ? [] : texts));
    it.each(lies)(`${row}: %s`, (saying) => {
      expect(check(`${name}: ${saying}.`, [row]).verdict).not.toBe("supported");
    });
    const own = outcome
      ? (sayings[outcome] ?? []).filter((saying) => row !== "mangled" || !saying.includes("pozwolił"))
      : [];
    it.each(own)(`${row} is told rightly: %s`, (saying) => {
      expect(check(`${name}: ${saying}.`, [row])).toMatchObject({ verdict: "supported", reasons: [] });
    });
  }

  it("is named when it is another, and when nobody has read it", () => {
    expect(codes("Dla adresu Cicha 5 jest pozwolenie na budowę.", ["refused"])).toContain("row_no_permit");
    expect(codes("Dla adresu Cicha 5 udzielono pozwolenia.", ["refused"])).toContain("outcome_other");
    expect(codes("Dla adresu Cicha 7 jest pozwolenie na budowę.", ["unread"])).toContain("register_outcome_unread");
    expect(codes("Dla adresu Cicha 7 udzielono pozwolenia.", ["unread"])).toContain("register_outcome_unread");
  });
});

/** True of its row; then what must not pass. */
const tables: Readonly<Partial<Record<Row, readonly [truths: readonly string[], lies: readonly string[]]>>> = {
  shelter: [
    ["Rejestr wymienia decyzję nr 77/2018.", "Na działkę nr 31/7, AM-5, wydano pozwolenie na budowę wiaty."],
    [
      "Decyzja nr 77/2018 nadal obowiązuje.",
      "Decyzja nr 77/2018 jest ostateczna.",
      "Nie uchylono pozwolenia nr 77/2018.",
      "Nie odmówiono pozwolenia.",
      "Udzielono pozwolenia warunkowo.",
      "Decyzja nr BR/WNIOSEK/412/2018.",
      "Decyzja nr 77/2019.",
      "Decyzja nr 77/2018 z dnia 2 marca 2018 r.",
      "Działka nr 31/7, AM-6.",
      "Pozwolenie na użytkowanie wiaty nr 77/2018.",
      "Innych pozwoleń nie wydano.",
      "Zgłoszenie przy ul. Lipowa 9.",
    ],
  ],
  porch: [
    ["Zgłoszenie budowy ganku, ul. Polna 3: nie wniesiono sprzeciwu."],
    [
      "Ganek ma pozwolenie na budowę.",
      "Wydano decyzję w sprawie ganku.",
      "Starosta milcząco wyraził zgodę.",
      "Decyzja nr 88/2019.",
    ],
  ],
  ended: [
    ["Umorzono postępowanie w sprawie budowy stodoły."],
    ["Działka nr 13/11.", "Odmówiono budowy stodoły.", "Decyzja nr 13/2011 pozwala budować stodołę."],
  ],
  refused: [
    ["Decyzja nr 12/2011: odmówiono budowy stajni.", "Decyzja nr 12/2011 z dnia 3 lutego 2011 r."],
    ["Dla budowy stajni przy ul. Cichej 5 wydano decyzję nr 12/2011.", "Decyzja nr 12/2011 dotyczy budowy stajni."],
  ],
  unread: [["Decyzja nr 14/2011, rozstrzygnięcie nieodczytane."], ["Wznowiono postępowanie i uchylono decyzję."]],
  stable: [
    ["Decyzja nr 16/2011: udzielono pozwolenia."],
    ["Decyzja nr 16/2011, rozstrzygnięcie nieodczytane.", "Decyzja nr 16/2011 (możliwy odczyt: 9/2009)."],
  ],
  changeRefused: [
    ["Odmówiono uchylenia decyzji nr 3/2010."],
    ["Odmówiono uchylenia decyzji nr 15/2011.", "Uchylono decyzję nr 3/2010.", "Decyzja nr 3/2010 pozostaje w mocy."],
  ],
  mangled: [
    ["Decyzja nr „09-wrz” (możliwy odczyt: 9/2009).", "Decyzja nr „09-wrz” z dnia 6 maja 2009 r."],
    [
      "Decyzja nr 9/2009.",
      "Decyzja nr 9/09.",
      "Możliwy odczyt numeru: 3/2009.",
      "Pozwolenie nr 9/2009.",
      "Wniosek nr 09-wrz.",
      "Data decyzji 09-wrz.",
    ],
  ],
  repeal: [
    ["Decyzją nr 18/2012 uchylono decyzję nr 5/2010."],
    [
      "Uchylono decyzję nr 18/2012.",
      "Decyzja nr 18/2012 została uchylona.",
      "Decyzją nr 5/2010 uchylono decyzję nr 18/2012.",
    ],
  ],
  transfer: [
    ["Decyzją nr 22/2012 przeniesiono decyzję nr 8/2011."],
    ["Decyzją nr 8/2011 przeniesiono pozwolenie.", "Pozwolenie nr 22/2012."],
  ],
};

describe("what a row says of itself", () => {
  for (const [row, [truths, lies]] of Object.entries(tables)) {
    it.each(truths)(`${row}, true: %s`, (text) => {
      expect(check(text, [row as Row])).toMatchObject({ verdict: "supported", reasons: [] });
    });
    it.each(lies)(`${row}, a lie: %s`, (text) => {
      expect(check(text, [row as Row]).verdict).not.toBe("supported");
    });
  }
});

describe("several rows", () => {
  it.each([
    ["Dla adresu Cicha 10 udzielono pozwolenia; dla adresu Cicha 5 odmówiono.", ["stable", "refused"]],
    [
      "Decyzja nr 16/2011, Cicha 10: udzielono pozwolenia. Decyzja nr 12/2011, Cicha 5: odmówiono.",
      ["stable", "refused"],
    ],
  ] as const)("each told what is its own: %s", (text, cited) => {
    expect(check(text, cited)).toMatchObject({ verdict: "supported", reasons: [] });
  });

  it.each([
    ["Dla adresu Cicha 5 udzielono pozwolenia; dla adresu Cicha 10 odmówiono.", ["stable", "refused"]],
    ["Dla adresu Cicha 5 udzielono pozwolenia.", ["stable", "refused"]],
    ["Dla adresu Cicha 7 udzielono pozwolenia.", ["stable", "unread"]],
    ["Decyzjami nr 12/2011 i 16/2011 udzielono pozwolenia na budowę stajni.", ["stable", "refused"]],
    ["Budowa ganku: udzielono pozwolenia.", ["shelter", "porch"]],
    ["Dla działki 31/7 nie wniesiono sprzeciwu.", ["shelter", "porch"]],
    ["Ul. Polna 3: pozwolenie nr 77/2018.", ["shelter", "porch"]],
    ["Decyzja nr 16/2011 dotyczy adresów Cicha 10 i Cicha 22.", ["stable", "twin"]],
  ] as const)("none told another's: %s", (text, cited) => {
    expect(check(text, cited).verdict).not.toBe("supported");
  });
});

describe("what is counted or listed", () => {
  const derived = (op: "count" | "list", text: string, cited: readonly Row[]) =>
    checkClaim(
      { text, citations: [{ op, over: "decyzje", inputs: cited.map(cite) }] },
      { citations: [{ kind: "derived", inputs: cited.map(evidenceOf) }], boilerplate },
    ).verdict;
  const three = ["stable", "refused", "ended"] as const;

  it("is true of every row", () => {
    expect(derived("count", "Rejestr wymienia 3 decyzje.", three)).toBe("supported");
    for (const lie of ["Wydano 3 pozwolenia.", "Udzielono 3 pozwoleń.", "3 odmowy.", "Rejestr wymienia 2 decyzje."])
      expect(derived("count", lie, three)).not.toBe("supported");
    expect(derived("list", "Pozwolenia: decyzje nr 16/2011 i 12/2011.", ["stable", "refused"])).not.toBe("supported");
  });

  it("is counted by case: two rows of one case are one", () => {
    const counted = (text: string, cited: readonly PermitCase[]) => {
      const inputs = cited.map((one): ProposedCitation => ({ register: one.register.name, rows: one.rows }));
      const held = cited.map((one): CitationEvidence => {
        return { kind: "register", rows: one.rows.map((ref) => ({ ref, case: one })) };
      });
      const claim = { text, citations: [{ op: "count" as const, over: "pozwolenia", inputs }] };
      return checkClaim(claim, { citations: [{ kind: "derived", inputs: held }], boilerplate }).verdict;
    };
    const second = { ...rows.shelter, parcels: ["31/8"], rows: [{ file: "pozwolenia.csv", row: 2 }] };
    expect(counted("Wydano 2 pozwolenia nr 77/2018.", [rows.shelter, second])).not.toBe("supported");
    expect(counted("Wydano 2 pozwolenia nr 16/2011.", [rows.stable, rows.twin])).toBe("supported");
  });

  it("nowhere found is told as that, and as no outcome", () => {
    const absent = (text: string) =>
      checkClaim(
        { text, citations: [{ op: "absent", over: "decyzja nr 99/2011", inputs: [] }] },
        { citations: [{ kind: "derived", inputs: [], found: { documents: 0, cases: 0, unread: 0 } }], boilerplate },
      ).verdict;
    expect(absent("W archiwum i w rejestrach nie ma decyzji nr 99/2011.")).toBe("supported");
    for (const lie of [
      "Decyzja nr 99/2011 nie istnieje.",
      "Decyzją nr 99/2011 odmówiono pozwolenia.",
      "Nie ma decyzji nr 99/2011.",
      "Decyzji nr 99/2011 nie wydano.",
    ])
      expect(absent(lie)).not.toBe("supported");
  });
});
