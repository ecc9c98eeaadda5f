import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SqlDatabase } from "../src/adapters/sql/database.ts";
import { createDocumentStore } from "../src/adapters/sql/document-store.ts";
import { createPassageIndex } from "../src/adapters/sql/passage-index.ts";
import { createPermitRegister } from "../src/adapters/sql/register-store.ts";
import { createStreetNames } from "../src/adapters/sql/street-names.ts";
import { openSqlite } from "../src/adapters/sqlite/open.ts";
import type { RegisterEntry } from "../src/core/ports/permit-register.ts";
import { lookUpPermits } from "./look-up-permits.ts";
import type { Archive } from "./tool.ts";
import { UnreadableQuery } from "./unreadable-query.ts";

let database: SqlDatabase;
let archive: Archive;

beforeEach(async () => {
  database = await openSqlite(":memory:");
  const documents = createDocumentStore(database);
  archive = { documents, passages: createPassageIndex(database), register: createPermitRegister(database) };
});
afterEach(() => database.close());

const look = (asked: Parameters<typeof lookUpPermits.input.parse>[0]) =>
  lookUpPermits.run(lookUpPermits.input.parse(asked), { archive, access: "all" });

async function holdPermits(...dates: string[]): Promise<void> {
  async function* entries(): AsyncGenerator<RegisterEntry> {
    for (const [at, date] of dates.entries()) {
      const permit: RegisterEntry["case"] = {
        number: `${at + 1}/2014`,
        date,
        kind: "budowa",
        outcome: "granted",
        address: "Brzegów, Krucza 1",
        parcels: ["87/14"],
        description: "",
        category: "XIII",
        fields: {},
      };
      yield { row: at + 1, caseKey: `k${at}`, case: permit, sha256: "0".repeat(64) };
    }
  }
  const file = { register: "RWDZ", format: "rwdz-permits", fileName: "a.csv", sha256: "1".repeat(64) } as const;
  await archive.register.replaceFile(file, entries());
}

describe("looking permits up as officers type", () => {
  const dates = ["2013-12-31", "2014-01-01", "2014-03-01", "2014-03-31", "2014-12-31", "2015-01-01"];

  it.each([
    [{ from: "2014", to: "2014" }, dates.slice(1, 5)],
    [{ from: "03.2014", to: "2014-03" }, dates.slice(2, 4)],
    [{ from: "1 marca 2014 r.", to: "31.03.2014" }, dates.slice(2, 4)],
    [{ to: "2014-01-01" }, dates.slice(0, 2)],
    [{ category: "kat. 13", from: "2015 r." }, dates.slice(5)],
  ])("takes %j for days", async (asked, days) => {
    await holdPermits(...dates);
    const { cases, total } = await look({ ...asked, sort: "oldest" });
    expect(cases.map(({ date }) => date)).toEqual(days);
    expect(total).toBe(days.length);
  });

  it.each([
    ["parcel", { parcel: "działka" }],
    ["parcel", { parcel: "87/14 abc" }],
    ["parcel", { parcel: "87/14' OR 1=1" }],
    ["parcel", { parcel: "8\u096D/14" }],
    ["parcel", { parcel: "obręb 0022" }],
    ["number", { number: "\u041712/2017" }],
    ["number", { number: "1".repeat(10_000) }],
    ["signature", { signature: "AB.6740 abc 1" }],
    ["from", { from: "2014-01-01 albo później" }],
    ["number", { number: "bez numeru" }],
    ["signature", { signature: "AB" }],
    ["address", { address: "12" }],
    ["investor", { investor: "Sp. z o.o." }],
    ["investor", { investor: "90010112345" }],
    ["licence", { licence: "brak" }],
    ["category", { category: "XXXI" }],
    ["from", { from: "wczoraj" }],
    ["from", { from: "2014-02-30" }],
    ["to", { from: "2015", to: "2014" }],
    ["register", { register: "inny" }],
  ])("says that %s cannot be read, and never that nothing was found", async (field, asked) => {
    await holdPermits("2014-03-12");
    const refused = await look(asked).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UnreadableQuery);
    expect(refused).toMatchObject({ field, kind: "invalid", code: "query_unreadable" });
  });

  it.each([
    "87/14;sheet=28;precinct=Górka",
    "dz. nr 87/14, AM-28, obręb Górka",
    "87/14 i 87/15",
    "026401_1.0022.AR_28.87/14",
  ])("reads %s as a parcel", async (parcel) => {
    await holdPermits("2014-03-12");
    expect((await look({ parcel })).registers).toHaveLength(1);
  });

  it("refuses a query that asks for nothing", () => {
    expect(lookUpPermits.input.safeParse({ offset: 5 }).success).toBe(false);
  });
});

describe("looking permits up by a street that was renamed", () => {
  const told = { at: "2026-01-01T00:00:00Z", actor: "clerk", action: "street_names_replaced", subject: "street_names" };

  it("finds them by either name, and says by which; without the office's word the names are two streets", async () => {
    await holdPermits("2014-01-01");
    expect((await look({ address: "ul. Zamkowa 1" })).total).toBe(0);
    const streets = createStreetNames(database);
    archive = { ...archive, streets };
    const renaming = { former: "Krucza", present: "Zamkowa", from: "2018-03-01" };
    await streets.replace([renaming], told);
    const [found] = (await look({ address: "Brzegów, ul. Zamkowa 1" })).cases;
    expect(found).toMatchObject({ address: "Brzegów, Krucza 1", match: "exact", streetRenaming: renaming });
    const [own] = (await look({ address: "Krucza 1" })).cases;
    expect(own?.streetRenaming).toBeUndefined();
    expect((await look({ address: "Zamkowa 2" })).total).toBe(0);
  });

  it("keeps to the town that the renaming is of, and forgets names that a newer file does not tell", async () => {
    await holdPermits("2014-01-01");
    const streets = createStreetNames(database);
    archive = { ...archive, streets };
    await streets.replace([{ former: "Krucza", present: "Zamkowa", town: "Lipowo" }], told);
    expect((await look({ address: "Zamkowa 1" })).total).toBe(0);
    await streets.replace([{ former: "Krucza", present: "Zamkowa", town: "Brzegów" }], told);
    expect((await look({ address: "Zamkowa 1" })).total).toBe(1);
    await streets.replace([], told);
    expect((await look({ address: "Zamkowa 1" })).total).toBe(0);
  });
});
