import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveOf, register, takeIn, type TestPaper } from "../agents/permit-clerk/test-support/archive.ts";
import type { SqlDatabase } from "../src/adapters/sql/database.ts";
import { openSqlite } from "../src/adapters/sqlite/open.ts";
import { type PropertyHistory, propertyHistory } from "./property-history.ts";
import type { Archive } from "./tool.ts";

const paper = (path: string, signature: string, day: string, number: string, operative: string): TestPaper => ({
  path,
  text: `STAROSTA BRZEGOWSKI\nZnak sprawy: ${signature}\nBrzegowo, dnia ${day} r.\n\nDECYZJA Nr ${number}\n\n${operative}`,
});
const place = "AM-28, obręb Poświętne";
const permit = (path: string, signature: string, day: string, number: string, parcel: string) =>
  paper(path, signature, day, number, `udzielam pozwolenia na budowę domu na działce nr ${parcel}, ${place}.`);

/** 95/1 is divided, and a later division gives the number 95/1 to other ground. */
const papers = [
  paper(
    "g/1.txt",
    "GN.6831.1.2016",
    "1 lutego 2016",
    "1/2016",
    `zatwierdzam podział działki nr 95/1, ${place}, na działki nr 95/2 i 95/3, ${place}.`,
  ),
  paper(
    "g/2.txt",
    "GN.6831.2.2017",
    "1 lutego 2017",
    "2/2017",
    `zatwierdzam podział działki nr 95/2, ${place}, na działki nr 95/1 i 95/4, ${place}.`,
  ),
  permit("p/1.txt", "AB.6740.1.9.2015.JK", "3 marca 2015", "900/2015", "95/1"),
  permit("p/2.txt", "AB.6740.1.9.2018.JK", "3 marca 2018", "902/2018", "95/1"),
  {
    path: "p/3.txt",
    text: `STAROSTA BRZEGOWSKI\nZnak: GK.6620.7.2018\nBrzegowo, dnia 5 maja 2018 r.\n\nPISMO\n\nDziałka nr 96/7 powstała z podziału działki nr 96, ${place}.`,
  },
];

let database: SqlDatabase;
let archive: Archive;
const ask = (query: object): Promise<PropertyHistory> =>
  propertyHistory.run(propertyHistory.input.parse({ on: "2020-01-01", ...query }), { archive, access: "all" });

beforeAll(async () => {
  database = await openSqlite(":memory:");
  archive = archiveOf(database);
  await takeIn(archive, papers);
  await register(archive, [
    { number: null, rawNumber: "09-sty", possibleNumbers: ["1/2009", "2009/2001"], date: "2009-01-09" },
    { number: "2/2009", date: "2009-02-09", authority: "Prezydent Brzegowa" },
  ]);
});
afterAll(() => database.close());

describe("ground that changed its number", () => {
  it("did so on the day of the decision that approves it; a paper that only speaks of it tells no day", async () => {
    const { parcels, undated } = await ask({ parcel: "95/3" });
    expect(parcels).toMatchObject([{ date: "2016-02-01" }]);
    expect(undated).toEqual([]);
    expect((await ask({ parcel: "96/7" })).parcels.map(({ date }) => date)).toEqual([undefined]);
  });

  it("did not come out of what bore its former number later", async () => {
    const { parcels, events } = await ask({ parcel: "95/3" });
    expect(parcels.map(({ former, later }) => `${former} ${later}`)).toHaveLength(1);
    const numbers = events.map(({ number }) => number);
    expect(numbers).toContain("900/2015");
    expect(numbers).not.toContain("902/2018");
    expect(numbers).not.toContain("2/2017");
  });

  it("is followed back through several divisions in their order", async () => {
    const { parcels, events } = await ask({ parcel: "95/4" });
    expect(parcels.map(({ date }) => date).toSorted()).toEqual(["2016-02-01", "2017-02-01"]);
    expect(events.find(({ number }) => number === "900/2015")?.formerParcel).toContain("95/1");
  });
});

describe("the history of a number", () => {
  it("shows a mangled cell that may be it, as it stands and as no more than possible", async () => {
    const { decisions, events } = await ask({ number: "1/2009" });
    expect(decisions).toMatchObject([{ rawNumber: "09-sty", possible: true }]);
    expect(decisions[0]?.number).toBeUndefined();
    expect(events).toMatchObject([{ what: expect.stringContaining("„09-sty”"), certainty: "possible" }]);
    expect((await ask({ number: "3/2009" })).decisions).toEqual([]);
  });

  it("names the authority beside each step", async () => {
    const { events } = await ask({ number: "2/2009" });
    expect(events.map(({ authority }) => authority)).toEqual(["Prezydent Brzegowa"]);
    const told = await ask({ number: "900/2015" });
    expect(told.events.map(({ authority }) => authority)).toEqual(["STAROSTA BRZEGOWSKI"]);
  });
});
