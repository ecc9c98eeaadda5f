import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveOf, takeIn, type TestPaper } from "../agents/permit-clerk/test-support/archive.ts";
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
    const { events } = await ask("102/2014");
    expect(events.map(({ date, dateOf, kind }) => [date, dateOf, kind])).toEqual([
      ["2014-03-12", "issue", "permit_decision"],
      ["2014-04-04", "finality", "finality"],
      ["2014-04-14", "finality", "finality"],
    ]);
  });
});
