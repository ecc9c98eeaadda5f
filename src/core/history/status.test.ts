import { describe, expect, it } from "vitest";
import type { CasePaper } from "../cases/paper.ts";
import { findFacts } from "../facts/find-facts.ts";
import type { Outcome } from "../outcome.ts";
import type { Chain } from "./chain.ts";
import { type DecisionRecord, decisionsOf } from "./decisions.ts";
import type { Source } from "./model.ts";
import { statusOn } from "./status.ts";

const source: Source = {
  kind: "row",
  register: "rejestr miejski",
  format: "wroclaw",
  rows: [{ file: "r.csv", row: 1 }],
};

function decision(number: string, date: string, outcome: Outcome, more: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    id: number,
    caseKey: number,
    kind: "permit_decision",
    number,
    date,
    otherDates: [],
    outcome,
    parcels: [],
    sources: [source],
    possible: false,
    ...more,
  };
}

const permit = decision("614/2010", "2010-03-01", "granted", { finality: { date: "2010-03-29", source } });
const acting = (number: string, date: string, outcome: Outcome, more: Partial<DecisionRecord> = {}) =>
  decision(number, date, outcome, { decidesOn: { number: "614/2010", date: "2010-03-01", source }, ...more });
const chain = (...records: DecisionRecord[]): Chain => ({ records, finalities: [], appeals: [] });
const codeOn = (on: string, ...acts: DecisionRecord[]) => statusOn(permit, chain(permit, ...acts), on).code;

describe("where a decision stands on a day", () => {
  it.each([
    ["2010-02-28", "not_issued"],
    ["2010-03-01", "not_final"],
    ["2010-03-28", "not_final"],
    ["2010-03-29", "final"],
    ["2030-01-01", "final"],
  ])("by its own day and its stamp: %s", (on, wanted) => {
    expect(codeOn(on)).toBe(wanted);
  });

  it("says what it does not know: finality that nobody attests, a day that nobody tells", () => {
    const bare = decision("7/2010", "2010-03-01", "granted");
    const told = statusOn(bare, chain(bare), "2012-01-01");
    expect(told.code).toBe("finality_unknown");
    expect(told.open.join(" ")).toContain("kiedy decyzja stała się ostateczna");
    expect(told.open.join(" ")).toContain("nie da się policzyć bez dnia ostateczności");
    const { date: _date, ...undated } = bare;
    expect(statusOn(undated, chain(undated), "2012-01-01").code).toBe("undated");
  });

  it.each([
    ["repealed", "repealed"],
    ["annulled", "annulled"],
    ["expired", "expired"],
    ["sent_back", "sent_back"],
    ["repealed_and_decided", "replaced"],
    ["repealed_and_discontinued", "replaced"],
  ] as const)("ends by a decision that says so, and not a day before: %s", (outcome, wanted) => {
    const end = acting("9/2012", "2012-05-01", outcome);
    expect(codeOn("2012-04-30", end)).toBe("final");
    expect(codeOn("2012-05-01", end)).toBe(wanted);
  });

  it.each([
    [
      "uchylam decyzję nr 614/2010 w części dotyczącej garażu, a w pozostałej części odmawiam uchylenia",
      "uchylona w części",
    ],
    ["uchylam decyzję nr 614/2010, odmawiam uchylenia decyzji nr 615/2010", "niejednoznaczne"],
    ["stwierdzam nieważność decyzji nr 614/2010 w części dotyczącej zjazdu", "nieważna w części"],
  ])("is neither kept nor ended by what decides two things: %s", (words, wanted) => {
    const text = `STAROSTA BRZEGOWSKI\nBrzegowo, dnia 1 maja 2012 r.\n\nDECYZJA Nr 9/2012\n\n${words}\n\nUzasadnienie\n`;
    const { kind, facts } = findFacts([{ number: 1, text, textSha256: "" }], "d.txt");
    const document = { id: "d", version: 1, fileName: "d.txt", path: "d.txt", sha256: "" };
    const paper: CasePaper = { document, kind, facts, decisionNumber: "9/2012", date: "2012-05-01" };
    const [act] = decisionsOf({ key: "d", papers: [paper], entries: [] });
    const told = statusOn(permit, chain(permit, ...(act ? [act] : [])), "2013-01-01");
    expect(told.code).toBe("partly_ended");
    expect(told.text).toContain(wanted);
    expect(told.text).not.toContain("utrzymana");
  });

  it.each(["transferred", "amended", "corrected", "change_refused", "upheld", "breach_found"] as const)(
    "goes on standing after: %s",
    (outcome) => {
      const told = statusOn(permit, chain(permit, acting("9/2012", "2012-05-01", outcome)), "2013-01-01");
      expect(told.code).toBe("final");
      expect(told.text).toContain("9/2012");
    },
  );

  it("says of a decision without a number that none was read", () => {
    const { number: _number, ...end } = acting("", "2012-05-01", "repealed");
    const told = statusOn(permit, chain(permit, end), "2013-01-01").text;
    expect(told).toBe("uchylona decyzją z dnia 1 maja 2012 r. (numeru nie odczytano)");
  });

  it("names its holders in order, and those alone that it had by that day", () => {
    const first = acting("1/2011", "2011-01-10", "transferred", {
      holder: "Pani Anny Sosny",
      finality: { date: "2011-02-01", source },
    });
    const second = acting("2/2012", "2012-01-10", "transferred", { holder: "Pana Jana Lipy" });
    const told = (on: string) => statusOn(permit, chain(permit, second, first), on).text;
    expect(told("2011-06-01")).toMatch(/Sosny/u);
    expect(told("2011-06-01")).not.toMatch(/Lipy/u);
    expect(told("2012-06-01")).toMatch(/Sosny.*Lipy/u);
  });

  it("is not ended by a decision that was not final yet", () => {
    const end = acting("9/2012", "2012-05-01", "repealed", { finality: { date: "2012-06-01", source } });
    const told = statusOn(permit, chain(permit, end), "2012-05-20");
    expect(told.code).toBe("final");
    expect(told.text).toContain("nieostateczną");
    expect(codeOn("2012-06-01", end)).toBe("repealed");
  });

  it("stands again when what ended it was itself repealed", () => {
    const end = acting("9/2012", "2012-05-01", "repealed");
    const undone = decision("30/2012", "2012-08-01", "sent_back", {
      kind: "appeal_decision",
      decidesOn: { number: "9/2012", source },
    });
    expect(codeOn("2012-07-31", end, undone)).toBe("repealed");
    expect(codeOn("2012-08-01", end, undone)).toBe("final");
  });

  it("is stayed until the case of the stay is decided", () => {
    const { number: _number, ...stay } = acting("", "2012-05-01", "stayed", {
      id: "stay",
      caseKey: "W",
      kind: "order",
    });
    const found = acting("9/2012", "2012-09-01", "breach_found", { caseKey: "W" });
    expect(codeOn("2012-06-01", stay, found)).toBe("stayed");
    expect(codeOn("2012-10-01", stay, found)).toBe("final");
  });

  it("is appealed from the day of the appeal, and final once it was upheld", () => {
    const fresh = decision("614/2010", "2010-03-01", "granted");
    const upheld = acting("77/2010", "2010-06-01", "upheld", { kind: "appeal_decision" });
    const told: Chain = {
      records: [fresh, upheld],
      finalities: [],
      appeals: [{ of: { number: "614/2010" }, caseKey: "614/2010", date: "2010-03-12", source }],
    };
    expect(statusOn(fresh, told, "2010-03-11").code).toBe("finality_unknown");
    expect(statusOn(fresh, told, "2010-03-12").code).toBe("appealed");
    expect(statusOn(fresh, told, "2010-06-01").code).toBe("final");
  });

  it("takes finality from an attestation that names it, and not from one that names another of its number", () => {
    const fresh = decision("614/2010", "2010-03-01", "granted");
    const attested = (date: string): Chain => ({
      ...chain(fresh),
      finalities: [{ of: { number: "614/2010", date }, caseKey: "elsewhere", date: "2010-04-01", source }],
    });
    expect(statusOn(fresh, attested("2010-03-01"), "2010-05-01").code).toBe("final");
    expect(statusOn(fresh, attested("2010-07-07"), "2010-05-01").code).toBe("finality_unknown");
  });

  it("leaves out a decision that may mean several of one number, and names it as open", () => {
    const twin = decision("614/2010", "2010-09-09", "granted", { id: "twin" });
    const end = decision("9/2012", "2012-05-01", "repealed", { decidesOn: { number: "614/2010", source } });
    const told = statusOn(permit, chain(permit, twin, end), "2013-01-01");
    expect(told.code).toBe("final");
    expect(told.open.join(" ")).toContain("nosi kilka decyzji");
  });

  it("never lets a term end a decision: it is shown with its inputs, by the law of its time", () => {
    const open = (finalOn: string) =>
      statusOn({ ...permit, finality: { date: finalOn, source } }, chain(permit), "2020-01-01");
    const early = { ...permit, date: "2006-05-01", finality: { date: "2006-06-01", source } };
    expect(statusOn(early, chain(early), "2020-01-01").open.join(" ")).toMatch(/2 lata.*1 czerwca 2008 r\./u);
    expect(open("2010-03-29").code).toBe("final");
    expect(open("2010-03-29").open.join(" ")).toMatch(/3 lata.*29 marca 2013 r\./u);
    const between = { ...permit, date: "2007-01-02", finality: { date: "2007-01-20", source } };
    expect(statusOn(between, chain(between), "2020-01-01").open.join(" ")).toMatch(/3 lata.*20 stycznia 2010 r\./u);
  });

  it("does not follow decisions in a circle", () => {
    const a = decision("1/2012", "2012-01-01", "repealed", { decidesOn: { number: "2/2012", source } });
    const b = decision("2/2012", "2012-01-01", "repealed", { decidesOn: { number: "1/2012", source } });
    expect(statusOn(a, chain(a, b), "2013-01-01").steps).toHaveLength(2);
  });
});
