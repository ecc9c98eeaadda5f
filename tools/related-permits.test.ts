import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveOf, register, takeIn, type TestPaper } from "../agents/permit-clerk/test-support/archive.ts";
import type { SqlDatabase } from "../src/adapters/sql/database.ts";
import { openSqlite } from "../src/adapters/sqlite/open.ts";
import type { Access } from "../src/core/access.ts";
import { lookUpPermits } from "./look-up-permits.ts";
import type { Archive } from "./tool.ts";

const division: TestPaper = {
  path: "geodezja/zawiadomienie.txt",
  text: "STAROSTA BRZEGOWSKI\nZnak sprawy: GK.6620.4.2017\nBrzegowo, dnia 3 lipca 2017 r.\n\nZAWIADOMIENIE\n\nDziałka nr 87/14, AM-28, obręb Poświętne, została podzielona na działki nr 87/30 i 87/31 z dniem 1 lipca 2017 r.",
  labels: ["poufne"],
};

let database: SqlDatabase;
let archive: Archive;

beforeAll(async () => {
  database = await openSqlite(":memory:");
  archive = archiveOf(database);
  await takeIn(archive, [division]);
  await register(archive, [
    { number: "614/2014", date: "2014-03-12", parcels: ["87/14;sheet=28"] },
    { number: "150/2018", date: "2018-03-12", parcels: ["87/30;sheet=28"] },
    { number: "9/2019", date: "2019-03-12", parcels: ["12/5"], fields: { stara_numeracja_dzialka_z_wniosku: "301" } },
    {
      number: "10/2019",
      date: "2019-03-12",
      parcels: ["301;precinct=0022"],
      fields: { stara_numeracja_dzialka_z_wniosku: "301" },
    },
    { number: "11/2019", date: "2019-03-12", parcels: ["87"] },
  ]);
});
afterAll(() => database.close());

async function related(parcel: string, access: Access = "all") {
  const asked = lookUpPermits.input.parse({ parcel, related: true });
  const found = await lookUpPermits.run(asked, { archive, access });
  const told = (found.related ?? []).map((permit) => `${permit.number} ${permit.related?.relation}`);
  return { cases: found.cases.map(({ number }) => number), related: told };
}

describe("cases of the parcels that one came from, and of those that came from it", () => {
  it("are given beside its own, labelled, as far as a paper says so and never by the numbers alone", async () => {
    expect(await related("87/30, AM-28")).toEqual({ cases: ["150/2018"], related: ["614/2014 former"] });
    expect(await related("dz. nr 87/14")).toEqual({ cases: ["614/2014"], related: ["150/2018 later"] });
    expect(await related("87")).toEqual({ cases: ["11/2019"], related: [] });
  });

  it("are found by the old number that a register tells of", async () => {
    expect(await related("301")).toEqual({ cases: ["10/2019"], related: ["9/2019 later"] });
  });

  it("do not depend on a paper that the asker may not see", async () => {
    expect(await related("87/30, AM-28", { labels: [] })).toEqual({ cases: ["150/2018"], related: [] });
  });
});
