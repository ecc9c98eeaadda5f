import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveOf, register, takeIn, type TestPaper } from "../agents/permit-clerk/test-support/archive.ts";
import type { SqlDatabase } from "../src/adapters/sql/database.ts";
import { openSqlite } from "../src/adapters/sqlite/open.ts";
import { lookUpStatus } from "./status-evidence.ts";
import { type PropertyHistory, propertyHistory } from "./property-history.ts";
import type { Archive } from "./tool.ts";

const signed = (number: number, year: number) => `AB.6740.1.${number}.${year}.JK`;
const paper = (path: string, number: string, signature: string, day: string, words: string): TestPaper => ({
  path,
  text: `STAROSTA BRZEGOWSKI\nZnak sprawy: ${signature}\nBrzegowo, dnia ${day}\n\nDECYZJA Nr ${number}\n\n${words}\n\nUZASADNIENIE\n\nJak wyżej.`,
});
const grant = "zatwierdzam projekt budowlany i udzielam pozwolenia na budowę domu na działce nr 89/1, AM-28";
const attested = (path: string, day: string): TestPaper => ({
  path,
  text: `znak: ${signed(3, 2014)}\nDecyzja nr 102/2014 z dnia 12 marca 2014 r. stała się ostateczna z dniem ${day}\n`,
});

let database: SqlDatabase;
let archive: Archive;
const ask = (number: string, on = "2020-01-01"): Promise<PropertyHistory> =>
  propertyHistory.run(propertyHistory.input.parse({ on, number }), { archive, access: "all" });
const statusOf = ({ decisions }: PropertyHistory, wanted: string) =>
  decisions.find(({ number }) => number === wanted)?.status;

beforeAll(async () => {
  database = await openSqlite(":memory:");
  archive = archiveOf(database);
  await takeIn(archive, [
    paper("3/1.txt", "102/2014", signed(3, 2014), "12 marca 2014 r.", grant),
    attested("3/2.txt", "4 kwietnia 2014 r."),
    attested("3/3.txt", "14 kwietnia 2014 r."),
    paper("6/1.txt", "102/2014", "AR.6740.1.7.2014.ZZ", "11 kwietnia 2014 r.", grant.replace("89/1", "5/1")),
    paper(
      "7/1.txt",
      "700/2016",
      signed(7, 2016),
      "7 lipca 2016 r.",
      "przenoszę decyzję nr 55/2013 z dnia 5 maja 2013 r. na rzecz Iota sp. z o.o.",
    ),
    paper("10/1.txt", "110/2015", signed(10, 2015), "3 marca 2015 r.", grant),
    paper(
      "10/2.txt",
      "111/2014",
      signed(11, 2014),
      "3 marca 2014 r.",
      "stwierdzam wygaśnięcie decyzji nr 110/2015 z dnia 3 marca 2015 r.",
    ),
    paper("12/1.txt", "130/2014", signed(12, 2014), "3 marca 2014 r.", grant),
    paper(
      "12/2.txt",
      "131/2017",
      signed(13, 2017),
      "3 maja 2017 r.",
      "umarzam postępowanie w sprawie stwierdzenia wygaśnięcia decyzji nr 130/2014 z dnia 3 marca 2014 r.",
    ),
  ]);
  await register(archive, [
    { number: "7/2010", date: "2010-03-01", description: "budowa domu" },
    { number: "90/2010", date: "2010-06-01", description: "uchylenie decyzji nr 7/10" },
    { number: "91/2010", date: "2010-07-01", description: "przeniesienie decyzji nr 8/10" },
  ]);
});
afterAll(() => database.close());

describe("two papers that tell different days of finality", () => {
  it("are told as a contradiction, and the time between is open", async () => {
    const on = async (day: string) => statusOf(await ask("102/2014", day), "102/2014");
    const both = "dwa pisma podają różne dni ostateczności: 4 kwietnia 2014 r. i 14 kwietnia 2014 r.";
    expect((await on("2014-04-01"))?.code).toBe("not_final");
    expect(await on("2014-04-10")).toMatchObject({ code: "finality_unknown", text: expect.stringContaining(both) });
    const later = await on("2015-01-01");
    expect(later?.text).toBe(`ostateczna, lecz od kiedy, nie wiadomo: ${both}`);
    expect(later?.open.join(" ")).toContain("Dwa pisma podają różne dni");
    const over = "decyzja nr 102/2014 z dnia 12 marca 2014 r. na dzień 1 stycznia 2015 r.";
    expect(await lookUpStatus(over, archive, "all")).toContain(both);
  });

  it("do not bear the number and the day of the decision that they speak of", async () => {
    const events = (await ask("102/2014")).events.filter(({ signature }) => signature === signed(3, 2014));
    expect(events.map(({ date, dateOf, kind }) => [date, dateOf, kind])).toEqual([
      ["2014-03-12", "issue", "permit_decision"],
      ["2014-04-04", "finality", "finality"],
      ["2014-04-14", "finality", "finality"],
    ]);
  });
});

it("a decision that is spoken of and not here is named as missing, with what decides on it", async () => {
  const { missing, decisions } = await ask("55/2013");
  expect(decisions.map(({ number }) => number)).toEqual(["700/2016"]);
  expect(missing.map(({ text }) => text)).toEqual([
    expect.stringMatching(/nr 55\/2013 z dnia 5 maja 2013.*700\/2016/u),
  ]);
});

it("an act that bears an earlier day than what it acts on is told as open, in the status too", async () => {
  const status = statusOf(await ask("110/2015"), "110/2015");
  expect(status?.code).toBe("finality_unknown");
  for (const told of [status?.text ?? "", status?.open.join(" ") ?? ""])
    expect(told).toMatch(/111\/2014 z dnia 3 marca 2014 r\..*wcześniejszy niż ona \(3 marca 2015 r\.\)/u);
});

it("a proceeding about a decision that was discontinued is part of its history", async () => {
  const told = await ask("130/2014");
  expect(told.decisions.map(({ number }) => number)).toEqual(["130/2014", "131/2017"]);
  expect(statusOf(told, "130/2014")?.text).toContain("postępowanie w jej sprawie umorzono decyzją nr 131/2017");
});

it("rows of a register that decide about another row's decision are part of its history", async () => {
  const told = await ask("7/2010");
  expect(told.decisions.map(({ number }) => number)).toEqual(["7/2010", "90/2010"]);
  expect(statusOf(told, "7/2010")).toMatchObject({ code: "repealed", text: expect.stringContaining("90/2010") });
  expect((await ask("8/2010")).decisions.map(({ number }) => number)).toEqual(["91/2010"]);
});

it("an attestation of one decision says nothing of another of its number", async () => {
  const { decisions } = await ask("102/2014");
  expect(decisions.map(({ date, status: { code } }) => [date, code])).toEqual([
    ["2014-03-12", "final"],
    ["2014-04-11", "finality_unknown"],
  ]);
});
