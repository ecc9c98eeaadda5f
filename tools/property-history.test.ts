import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveOf, register, takeIn, type TestPaper } from "../agents/permit-clerk/test-support/archive.ts";
import { decision, finality, neighbour, transferred } from "../agents/permit-clerk/test-support/papers.ts";
import type { SqlDatabase } from "../src/adapters/sql/database.ts";
import { openSqlite } from "../src/adapters/sqlite/open.ts";
import type { Access } from "../src/core/access.ts";
import { checkCitations } from "./check-citations.ts";
import { type PropertyHistory, propertyHistory } from "./property-history.ts";
import type { Archive } from "./tool.ts";

const office = (signature: string, day: string) =>
  `STAROSTA BRZEGOWSKI\nZnak sprawy: ${signature}\nBrzegowo, dnia ${day}\n`;

const log: TestPaper = {
  path: "AB.6740.1.234.2014/05 metryka.txt",
  text: `METRYKA SPRAWY\n\nOznaczenie sprawy: AB.6740.1.234.2014.JK\n\nLp.\tData\tCzynność lub pismo\tOsoba\n1\t12.03.2014\tDecyzja\tJ. Lipa\n2\t15.02.2014\tOpinia zarządcy drogi\tJ. Lipa\n3\t16.02.2014\tRozmowa telefoniczna z inwestorem\tJ. Lipa`,
};
const expired: TestPaper = {
  path: "AB.6740.9.2019/01 decyzja.txt",
  text: `${office("AB.6740.1.9.2019.JK", "4 lutego 2019 r.")}\nDECYZJA Nr 77/2019\n\nstwierdzam wygaśnięcie decyzji Starosty Brzegowskiego nr 614/2014 z dnia 12 marca 2014 r.\n\nUZASADNIENIE\n\nZmieniono ją decyzją nr 400/2016 z dnia 5 maja 2016 r.`,
  labels: ["poufne"],
};
const division: TestPaper = {
  path: "geodezja/zawiadomienie.txt",
  text: `${office("GK.6620.4.2017", "3 lipca 2017 r.")}\nZAWIADOMIENIE\n\nDziałka nr 87/14, AM-28, obręb Poświętne, została podzielona na działki nr 87/30 i 87/31 z dniem 1 lipca 2017 r.`,
};
const onPart: TestPaper = {
  path: "AB.6740.1.50.2018/01 decyzja.txt",
  text: `${office("AB.6740.1.50.2018.JK", "6 marca 2018 r.")}\nDECYZJA Nr 150/2018\n\nudzielam pozwolenia na budowę garażu na działce nr 87/30, AM-28, obręb Poświętne`,
};

let database: SqlDatabase;
let archive: Archive;
const ask = (query: object, access: Access = "all"): Promise<PropertyHistory> =>
  propertyHistory.run(propertyHistory.input.parse({ on: "2020-01-01", ...query }), { archive, access });
const numbers = ({ decisions }: PropertyHistory) => decisions.map(({ number }) => number);
const statusOf = ({ decisions }: PropertyHistory, wanted: string) =>
  decisions.find(({ number }) => number === wanted)?.status;

beforeAll(async () => {
  database = await openSqlite(":memory:");
  archive = archiveOf(database);
  await takeIn(archive, [decision, finality, neighbour, transferred, log, expired, division, onPart]);
  await register(archive, [
    { number: "614/2014", date: "2014-03-21", parcels: ["87/14;sheet=28"], description: "budowa domu" },
  ]);
});
afterAll(() => database.close());

describe("the history of a property", () => {
  it("tells a decision of paper and row once, with both places and the days that differ", async () => {
    const { events } = await ask({ parcel: "87/14, AM-28" });
    const issued = events.filter(({ number, dateOf }) => number === "614/2014" && dateOf === "issue");
    expect(issued).toMatchObject([{ date: "2014-03-12", certainty: "dates_differ" }]);
    expect(issued[0]?.sources.map(({ kind }) => kind)).toEqual(["paper", "row"]);
    expect(issued[0]?.note).toContain("21 marca 2014");
  });

  it("quotes its papers where they stand", async () => {
    const { events, decisions } = await ask({ parcel: "87/14" });
    for (const source of [...events, ...decisions].flatMap(({ sources }) => sources)) {
      if (source.kind !== "paper") continue;
      const page = await archive.documents.page(source.document.id, source.page, "all");
      expect(page?.text.slice(source.start, source.end)).toBe(source.quote);
    }
  });

  it("stands in the order of days and leaves neighbours out", async () => {
    const told = await ask({ parcel: "87/14 AM-28 obręb Poświętne" });
    const days = told.events.map(({ date }) => date);
    expect(days).toEqual([...days].sort());
    expect(numbers(told)).toContain("614/2014");
    expect(numbers(told)).not.toContain("9/2015");
  });

  it("is found by number, signature, address and parcel, as an officer writes them", async () => {
    for (const query of [
      { number: "614/14" },
      { signature: "ab.6740.1.234.2014" },
      { address: "ul. Krucza 64" },
      { parcel: "dz. nr 87/14, AM-28" },
    ])
      expect(numbers(await ask({ ...query, on: "1.06.2014" }))).toContain("614/2014");
    await expect(ask({ number: "x" })).rejects.toMatchObject({ code: "query_unreadable", field: "number" });
    await expect(ask({ number: "614/14", on: "jutro" })).rejects.toMatchObject({ field: "on" });
  });

  it("tells where each decision stood on the day asked for", async () => {
    const on = async (day: string) => statusOf(await ask({ number: "614/2014", on: day }), "614/2014");
    expect((await on("2014-03-01"))?.code).toBe("not_issued");
    expect((await on("2014-03-20"))?.code).toBe("not_final");
    expect(await on("2014-05-01")).toMatchObject({ code: "final", text: "ostateczna od 3 kwietnia 2014 r." });
    expect((await on("2020-01-01"))?.code).toBe("expired");
    expect((await on("2020-01-01"))?.text).toContain("77/2019");
  });

  it("names what is missing: a decision spoken of, a paper that the log lists; a talk is no paper", async () => {
    const { missing } = await ask({ signature: "AB.6740.1.234.2014" });
    const ofLog = missing.filter(({ code }) => code === "log_entry");
    expect(ofLog.map(({ text }) => text)).toEqual([expect.stringContaining("Opinia zarządcy drogi")]);
    expect(missing.filter(({ code }) => code === "decision").map(({ text }) => text)).toEqual([
      expect.stringContaining("400/2016"),
    ]);
  });

  it("says what other authorities keep, whatever is here", async () => {
    const { unknownHere } = await ask({ parcel: "87/14" });
    expect(unknownHere.map(({ authority }) => authority)).toEqual(
      expect.arrayContaining(["powiatowy inspektor nadzoru budowlanego", "wojewoda"]),
    );
  });

  it("reaches the ground that a parcel came from by what a paper says, labelled, and never by numbers", async () => {
    const told = await ask({ parcel: "87/30" });
    expect(told.parcels).toMatchObject([{ former: "87/14;sheet=28;precinct=Poświętne", date: "2017-07-01" }]);
    expect(told.events.filter(({ number }) => number === "614/2014").map(({ formerParcel }) => formerParcel)).toEqual([
      "dz. nr 87/14, AM-28, obręb Poświętne",
      "dz. nr 87/14, AM-28, obręb Poświętne",
    ]);
    expect(told.events.find(({ number }) => number === "150/2018")?.formerParcel).toBeUndefined();
    expect((await ask({ parcel: "87" })).decisions).toEqual([]);
  });

  it("has no trace of a paper that the asker may not see", async () => {
    const told = await ask({ parcel: "87/14" }, { labels: [] });
    expect(numbers(told)).not.toContain("77/2019");
    expect(statusOf(told, "614/2014")?.code).toBe("final");
    expect(JSON.stringify(told)).not.toMatch(/77\/2019|400\/2016|wygaśnięcie stwierdzono/u);
    const { missing } = await ask({ signature: "AB.6740.1.234.2014" }, { labels: [] });
    expect(missing.map(({ code }) => code)).toEqual(["log_entry"]);
  });
});

describe("a claim on a status", () => {
  const over = "decyzja nr 614/2014 z dnia 12 marca 2014 r. na dzień 1 maja 2014 r.";
  const claim = async (text: string, named = over) => {
    const input = { claims: [{ text, citations: [{ op: "status", over: named, inputs: [] }] }] };
    const { claims } = await checkCitations.run(checkCitations.input.parse(input), { archive, access: "all" });
    return claims[0];
  };
  const whole = "Na dzień 1 maja 2014 r. decyzja nr 614/2014 z dnia 12 marca 2014 r.: ostateczna od 3 kwietnia 2014 r.";

  it("holds when code, making it anew, comes to the same", async () => {
    expect(await claim(whole)).toMatchObject({ verdict: "supported", reasons: [] });
  });

  it.each([
    [whole.replace("3 kwietnia", "4 kwietnia")],
    [whole.replace("1 maja", "2 maja")],
    [whole.replace("ostateczna od 3 kwietnia 2014 r.", "uchylona")],
    [whole.replace("614/2014", "615/2014")],
    ["Decyzja nr 614/2014 jest ostateczna."],
    [`${whole} Decyzję przeniesiono na rzecz Anny Sosny.`],
  ])("does not hold when it says other than that: %s", async (text) => {
    expect((await claim(text))?.verdict).not.toBe("supported");
  });

  it("is not judged when it names no decision or no day", async () => {
    expect((await claim(whole, "decyzja nr 1/1999 na dzień 1 maja 2014 r."))?.verdict).toBe("abstained");
    expect((await claim(whole, "stan sprawy"))?.verdict).toBe("abstained");
  });
});
