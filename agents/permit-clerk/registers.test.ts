import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { SqlCheckpointer } from "../../src/adapters/sql/checkpointer.ts";
import type { SqlDatabase } from "../../src/adapters/sql/database.ts";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import type { Actor } from "../../src/core/access.ts";
import { rowNotesOf } from "../../src/core/drafts/register-notes.ts";
import type { DraftFindings } from "../../src/core/ports/draft-agent.ts";
import { createPermitClerk } from "./agent.ts";
import { archiveOf, register, takeIn } from "./test-support/archive.ts";
import { decision } from "./test-support/papers.ts";

const clerk: Actor = { id: "clerk-1", role: "clerk", access: "all" };
let database: SqlDatabase;
let ask: (question: string) => Promise<DraftFindings>;
const said = ({ claims }: DraftFindings) => claims.map(({ text }) => text).join("\n");

beforeAll(async () => {
  database = await openSqlite(":memory:");
  const archive = archiveOf(database);
  await takeIn(archive, [decision]);
  await register(
    archive,
    [
      {
        number: "77/2018",
        date: "2018-05-04",
        parcels: ["31/7;sheet=5"],
        address: "Brzegów, ul. Lipowa 9",
        description: "Budowa wiaty",
      },
    ],
    "rwdz-permits",
  );
  await register(
    archive,
    [
      {
        number: null,
        date: null,
        applicationDate: "2019-03-01",
        parcels: ["44/2"],
        address: "Brzegów, ul. Polna 3",
        description: "Budowa ganku",
      },
    ],
    "rwdz-notifications",
  );
  await register(archive, [
    { number: "12/2011", date: "2011-02-03", address: "Cicha 5", description: "odmowa-budowa stajni" },
    { number: "13/2011", date: "2011-02-04", address: "Cicha 6", description: "umorzenie post." },
    { number: "14/2011", date: "2011-02-05", address: "Cicha 7", description: "wznowienie postępowania" },
    { number: "15/2011", date: "2011-02-06", address: "Cicha 8", description: "odmowa uchylenia decyzji nr 3/2010" },
    { number: "16/2011", date: "2011-02-07", address: "Cicha 10", description: "budowa stajni" },
    { number: "30/2012", date: "2012-03-07", address: "Cicha 10", description: "uchylam dec.nr 16/2011" },
    { number: "41/2012", date: "2012-05-07", address: "Cicha 40", description: "budowa obory" },
    { number: "42/2012", date: "2012-05-08", address: "Cicha 40", description: "odmowa uchylenia decyzji nr 41/2012" },
    { number: "43/2012", date: "2012-05-09", address: "Cicha 40", description: "przeniesienie decyzji nr 41/2012" },
    { number: "51/2013", date: "2013-05-06", address: "Cicha 51", description: "budowa szopy" },
    { number: "51/2013", date: "2013-08-01", address: "Cicha 52", description: "budowa altany" },
    { number: "52/2014", date: "2014-05-05", address: "Cicha 51", description: "budowa garażu" },
    { number: "31/2012", date: "2012-03-08", address: "Cicha 20", description: "wygaśnięcie decyzji 99/08" },
    {
      number: null,
      rawNumber: "09-wrz",
      possibleNumbers: ["9/2009"],
      date: "2009-05-06",
      address: "Cicha 11",
      fields: { "Nr decyzji": "09-wrz", "Data decyzji": "2009-05-06", Adres: "Cicha 11", opis: "przebudowa lokalu" },
      description: "przebudowa lokalu",
    },
  ]);
  const checkpointer = new SqlCheckpointer(database) as unknown as BaseCheckpointSaver;
  const agent = createPermitClerk({ archive, checkpointer, software: "teczka 0.0.0" });
  let asked = 0;
  ask = (question) => agent.run({ id: `d${(asked += 1)}`, question }, clerk);
});
afterAll(() => database.close());

describe("a register that lists positive outcomes only", () => {
  it.each(["czy odmówiono pozwolenia na 31/7?", "czy odmówiono pozwolenia na 99/9?", "odmowa 31/7"])(
    "%s: its silence is told as what it is, never as an outcome",
    async (question) => {
      const found = await ask(question);
      expect(found).toMatchObject({ outcome: "not_found", claims: [] });
      const asked = found.search.registers?.find(({ format }) => format === "rwdz-permits");
      expect(asked).toMatchObject({ name: "rwdz-permits", cases: 1, from: "2018-05-04", to: "2018-05-04" });
      expect(asked?.note).toContain("Brak wpisu nie oznacza odmowy");
    },
  );

  it("answers with the row, and what the row does not prove stands beside it", async () => {
    const { outcome, claims, search } = await ask("czy wydano pozwolenie na 31/7?");
    expect(outcome).toBe("answered");
    expect(claims[0]?.text).toContain("nr 77/2018");
    expect(claims[0]?.citations[0]).toMatchObject({ kind: "register", rows: [{ file: "rwdz-permits.csv", row: 1 }] });
    expect(claims.flatMap((claim) => rowNotesOf(claim, search))).toEqual([expect.stringContaining("nie dowodzi")]);
  });

  it.each(["czy decyzja 77/2018 nadal obowiązuje?", "dec 77/2018 ważna?"])(
    "%s: that a decision binds no row proves",
    async (question) => {
      const found = await ask(question);
      expect(found.outcome).not.toBe("answered");
      expect(said(found)).not.toMatch(/obowiązuje|ważna/u);
    },
  );

  it("of notifications tells no permit", async () => {
    const found = await ask("czy jest pozwolenie na 44/2?");
    expect(found.outcome).toBe("partly_answered");
    expect(said(found)).toContain("zgłoszenie, nie wniesiono sprzeciwu");
    expect(said(found)).not.toContain("pozwoleni");
  });
});

describe("a city's register", () => {
  it.each([
    ["czy wydano pozwolenie na budowę przy Cichej 5?", "odmówiono"],
    ["pnb Cicha 5", "odmówiono"],
    ["dec 12/2011", "odmówiono"],
    ["czy jest pozwolenie Cicha 6", "umorzono postępowanie"],
    ["dec 15/2011 jaki wynik", "odmowa uchylenia decyzji nr 3/2010"],
  ])("%s: a row of another outcome is no permit", async (question, told) => {
    const found = await ask(question);
    expect(found.outcome).toBe("answered");
    expect(said(found)).toContain(told);
    expect(said(found)).not.toContain("udzielono");
  });

  it.each(["czy wydano pozwolenie Cicha 7", "dec 14/2011 jaki wynik"])(
    "%s: an outcome that nobody has read is told as that",
    async (question) => {
      const found = await ask(question);
      expect(found.outcome).toBe("partly_answered");
      expect(said(found)).toContain("rozstrzygnięcie nieodczytane");
      expect(said(found)).not.toContain("udzielono");
    },
  );

  it.each([
    "czy dec 16/2011 nadal obowiązuje?",
    "dec 16/2011 ważna?",
    "co z dec 16/2011",
    "co się stało z decyzją 16/2011",
  ])("%s: rows of later decisions about it are told with it", async (question) => {
    const text = said(await ask(question));
    expect(text).toContain("decyzja nr 30/2012 z dnia 7 marca 2012 r., uchylono decyzję, uchylam dec.nr 16/2011");
  });

  it("tells no transfer by a repeal", async () => {
    expect((await ask("na kogo przeniesiona 16/2011")).outcome).toBe("not_found");
  });

  it("tells a transfer, and that it does not name to whom", async () => {
    const found = await ask("na kogo przeniesiono 41/2012");
    expect(found.outcome).toBe("partly_answered");
    expect(said(found)).toContain("decyzja nr 43/2012");
    expect(said(found)).not.toContain("42/2012");
  });

  it("answers what one decision did to another by the row that speaks of both", async () => {
    const found = await ask("czy decyzja 42/2012 uchyliła decyzję 41/2012?");
    expect(found.outcome).toBe("answered");
    expect(said(found)).toContain("odmowa uchylenia decyzji nr 41/2012");
    expect((await ask("czy decyzja 30/2012 uchyliła decyzję 41/2012?")).outcome).toBe("partly_answered");
  });

  it("is asked for a number as a spreadsheet spoilt it, and nothing is guessed of it", async () => {
    const found = await ask("pozwolenie 09-wrz");
    expect(found.outcome).toBe("partly_answered");
    expect(said(found)).toContain("(możliwe): decyzja nr „09-wrz” (możliwy odczyt: 9/2009)");
    expect((await ask("pozwolenie 10-wrz")).outcome).toBe("not_found");
  });

  it.each([
    ["dec 51/2013 z 6 maja 2013", "51/2013 z dnia 6 maja 2013 r.", "51/2013 z dnia 1 sierpnia 2013 r."],
    ["pnb Cicha 51 z 2013", "51/2013", "52/2014 z dnia 5 maja 2014 r."],
    ["pnb Cicha 51 z 2014", "52/2014", "51/2013 z dnia 6 maja 2013 r."],
  ])("%s: a case that is left out for its day is mentioned", async (question, told, left) => {
    const found = await ask(question);
    expect(said(found)).toContain(told);
    expect(said(found)).not.toContain(left);
    expect(found.search.open?.join("\n")).toContain(left);
  });

  it("mentions what there is of other years when there is nothing of the year asked for", async () => {
    const found = await ask("pnb Cicha 51 z 2011");
    expect(found).toMatchObject({ outcome: "not_found", claims: [] });
    expect(found.search.open?.join("\n")).toContain("rok inny niż 2011 albo nieznany: decyzja nr 51/2013");
  });

  it("that holds only what became of a decision answers a part", async () => {
    const found = await ask("dec 99/2008 jaki wynik");
    expect(found.outcome).toBe("partly_answered");
    expect(said(found)).toContain("stwierdzono wygaśnięcie, wygaśnięcie decyzji 99/08");
  });

  it.each(["dec 9/09", "co rozstrzyga dec 9/2009"])(
    "%s: a mangled number is a possible match, shown as it stands",
    async (question) => {
      const found = await ask(question);
      expect(found.outcome).toBe("partly_answered");
      expect(said(found)).toContain("(możliwe): decyzja nr „09-wrz” (możliwy odczyt: 9/2009)");
      expect(found.withheld).toEqual([]);
    },
  );
});

it("registers are told whenever they were asked, and only then", async () => {
  expect((await ask("dec 99/2011")).search.registers).toHaveLength(3);
  expect((await ask("ile kosztuje bilet do zoo")).search.registers).toBeUndefined();
});
