import { describe, expect, it } from "vitest";
import { describePermitLookups } from "./permit-lookup.contract.ts";
import type { PermitRegister, RegisterEntry } from "./permit-register.ts";
import { type Harness, hidingOutage } from "./test-support/harness.ts";
import { entryOf, file, streamOf } from "./test-support/register-entries.ts";

type Opened = Harness<PermitRegister>["open"];

async function* breakingAfter(entries: readonly RegisterEntry[]): AsyncGenerator<RegisterEntry> {
  yield* entries;
  throw new Error("the file ends in the middle");
}

/** What every permit register does, whatever it keeps its rows in. */
export function describePermitRegister(name: string, { open, broken }: Harness<PermitRegister>): void {
  describe(`permit register on ${name}`, () => {
    describeImport(open);
    describeLookup(open);
    describePermitLookups(open);

    it("tells an outage as an error, never as an empty register", async () => {
      const register = await broken();
      const hiding = await hidingOutage([
        () => register.replaceFile(file("a.csv"), streamOf([entryOf(1, "k1")])),
        () => register.find({ parcel: "87/14" }),
        () => register.rows("RWDZ", [{ file: "a.csv", row: 1 }]),
      ]);
      expect(hiding).toEqual([]);
    });
  });
}

function describeImport(open: Opened): void {
  it("counts rows, and those that joined a case of another row, here or in another file", async () => {
    const register = await open();
    const first = [entryOf(1, "k1"), entryOf(2, "k1", { parcels: ["88"] }), entryOf(3, "k2", { number: "102/2010" })];
    expect(await register.replaceFile(file("a.csv"), streamOf(first))).toEqual({ rows: 3, kept: 3, merged: 1 });
    const many = Array.from({ length: 250 }, (_, at) => entryOf(at + 1, `n${at}`, { number: `${at + 200}/2010` }));
    const second = [...many, entryOf(251, "k1")];
    expect(await register.replaceFile(file("b.csv"), streamOf(second))).toEqual({
      rows: 251,
      kept: 251,
      merged: 1,
      shared: 1,
    });
    const all = await register.replaceFile(file("c.csv"), streamOf(second));
    expect(all).toEqual({ rows: 251, kept: 251, merged: 251, shared: 251 });
    const other = await register.replaceFile(file("a.csv", { register: "inny" }), streamOf([entryOf(1, "k1x")]));
    expect(other.merged).toBe(0);
  });

  it("replaces what it held of a file, so that the same import twice is as once", async () => {
    const register = await open();
    await register.replaceFile(file("a.csv"), streamOf([entryOf(1, "k1"), entryOf(2, "k2", { number: "102/2010" })]));
    await register.replaceFile(file("a.csv"), streamOf([entryOf(1, "k1", { parcels: ["5"] })]));
    expect((await register.find({ parcel: "87/14" })).cases).toEqual([]);
    expect((await register.find({ number: "102/2010" })).cases).toEqual([]);
    const { cases, registers } = await register.find({ parcel: "5" });
    expect(cases.map(({ rows }) => rows)).toEqual([[{ file: "a.csv", row: 1 }]]);
    expect(registers.map(({ cases: count }) => count)).toEqual([1]);
  });

  it("tells what appeared, changed and vanished against the rows it held before, whatever their order", async () => {
    const register = await open();
    const rows = [
      entryOf(1, "k1"),
      entryOf(2, "k2", { number: "102/2010" }),
      entryOf(3, "k3", { number: null, rawNumber: "10-sty", address: "Olszany, Lipowa 5" }),
      entryOf(4, "k4", { number: "104/2010" }),
    ];
    expect((await register.replaceFile(file("a.csv"), streamOf(rows))).changes).toBeUndefined();
    const moved = (entry: RegisterEntry | undefined, row: number) => ({ ...(entry as RegisterEntry), row });
    const newer = [
      moved(rows[3], 1),
      moved(rows[0], 2),
      entryOf(3, "k2", { number: "102/2010", description: "inny opis" }),
      entryOf(4, "k5", { number: "105/2010" }),
    ];
    const { changes } = await register.replaceFile(file("a.csv"), streamOf(newer));
    const address = "Olszany, ul. Lipowa 4";
    const date = "2010-03-12";
    expect(changes).toEqual({
      appeared: { cases: 1, examples: [{ number: "105/2010", date, address, file: "a.csv", row: 4 }] },
      changed: { cases: 1, examples: [{ number: "102/2010", date, address, file: "a.csv", row: 3 }] },
      vanished: {
        cases: 1,
        examples: [{ number: null, rawNumber: "10-sty", date, address: "Olszany, Lipowa 5", file: "a.csv", row: 3 }],
      },
    });
    const again = await register.replaceFile(file("a.csv"), streamOf(newer));
    expect(Object.values(again.changes ?? {}).map(({ cases }) => cases)).toEqual([0, 0, 0]);
  });

  it("keeps the old rows when an import breaks off", async () => {
    const register = await open();
    await register.replaceFile(file("a.csv"), streamOf([entryOf(1, "k1")]));
    const before = await register.find({ parcel: "87/14" });
    const broken = register.replaceFile(file("a.csv"), breakingAfter([entryOf(1, "k9", { parcels: ["5"] })]));
    await expect(broken).rejects.toThrow("in the middle");
    expect(await register.find({ parcel: "87/14" })).toEqual(before);
    expect((await register.find({ parcel: "5" })).cases).toEqual([]);
  });

  it("keeps the old rows when another import took the new ones for leftovers", async () => {
    const register = await open();
    await register.replaceFile(file("a.csv"), streamOf([entryOf(1, "k1")]));
    const before = await register.find({ parcel: "87/14" });
    async function* interrupted(): AsyncGenerator<RegisterEntry> {
      yield entryOf(1, "k9", { parcels: ["5"] });
      await register.replaceFile(file("b.csv"), streamOf([entryOf(1, "k5", { parcels: ["6"] })]));
    }
    await expect(register.replaceFile(file("a.csv"), interrupted())).rejects.toMatchObject({ kind: "conflict" });
    expect((await register.find({ parcel: "87/14" })).cases.map(({ rows }) => rows)).toEqual(
      before.cases.map(({ rows }) => rows),
    );
  });
}

function describeLookup(open: Opened): void {
  it("gives a case with all of its rows and parcels, by any of them", async () => {
    const register = await open();
    await register.replaceFile(
      file("a.csv"),
      streamOf([
        entryOf(1, "k1"),
        entryOf(2, "k1", { parcels: ["88;precinct=Górka"] }),
        entryOf(3, "k2", { number: "7/2011" }),
      ]),
    );
    await register.replaceFile(file("b.csv"), streamOf([entryOf(1, "k1", { parcels: ["89;precinct=Górka"] })]));
    const { cases } = await register.find({ parcel: "88" });
    expect(cases).toHaveLength(1);
    expect(cases[0]?.rows).toEqual([
      { file: "a.csv", row: 1 },
      { file: "a.csv", row: 2 },
      { file: "b.csv", row: 1 },
    ]);
    expect(cases[0]?.parcels).toHaveLength(3);
    expect(cases[0]?.register).toMatchObject({ name: "RWDZ", format: "rwdz-permits" });
  });

  it("never takes one parcel for another, and meets every part of the query", async () => {
    const register = await open();
    const rows = [entryOf(1, "k1"), entryOf(2, "k2", { parcels: ["87/1;precinct=Górka"], number: "5/2010" })];
    await register.replaceFile(file("a.csv"), streamOf(rows));
    const numbers = async (query: Parameters<PermitRegister["find"]>[0]) =>
      (await register.find(query)).cases.map(({ number }) => number);
    expect(await numbers({ parcel: "87/1" })).toEqual(["5/2010"]);
    expect(await numbers({ parcel: "87" })).toEqual([]);
    expect(await numbers({ parcel: "87/14", number: "101/2010" })).toEqual(["101/2010"]);
    expect(await numbers({ parcel: "87/14", number: "5/2010" })).toEqual([]);
    expect(await numbers({ address: "Lipowa 4" })).toHaveLength(2);
    expect(await numbers({ address: "Lipowa 40" })).toEqual([]);
    expect(await numbers({ number: "' OR 1=1 --" })).toEqual([]);
  });

  it("finds a house by any way its address is written, in the town that is named, and never another house", async () => {
    const register = await open();
    const addresses = [
      "Olszany, ul. Lipowa 4",
      "Olszany, Lipowa 10-16",
      "Olszany, Lipowa",
      "Dębno, Lipowa 4",
      "Wólka, 7a",
      "Krucza 12",
    ];
    const rows = addresses.map((address, at) => entryOf(at + 1, `k${at}`, { address, number: `${at + 1}/2010` }));
    await register.replaceFile(file("a.csv"), streamOf(rows));
    const found = async (address: string) =>
      (await register.find({ address })).cases.map(({ address: held, match }) => `${match}: ${held}`).sort();
    expect(await found("Olszany, ul. Lipowa 4")).toEqual(["exact: Olszany, ul. Lipowa 4", "possible: Olszany, Lipowa"]);
    expect(await found("Lipowej 12")).toEqual(["exact: Olszany, Lipowa 10-16", "possible: Olszany, Lipowa"]);
    expect(await found("Lipowa 14-20")).toEqual(["exact: Olszany, Lipowa 10-16", "possible: Olszany, Lipowa"]);
    expect(await found("Lipowa")).toHaveLength(4);
    expect(await found("Wólka 7a")).toEqual(["exact: Wólka, 7a"]);
    expect(await found("Krucza 1")).toEqual([]);
  });

  it("offers the readings of a mangled number as possible only", async () => {
    const register = await open();
    const mangled = entryOf(1, "k1", { number: null, rawNumber: "09-sty", possibleNumbers: ["1/2009", "9/2001"] });
    await register.replaceFile(file("a.csv"), streamOf([mangled, entryOf(2, "k2", { number: "1/2009" })]));
    const { cases } = await register.find({ number: "1/2009" });
    expect(cases.map(({ match, number }) => [match, number])).toEqual([
      ["exact", "1/2009"],
      ["possible", null],
    ]);
  });

  it("names the registers it asked, with cases, authority and years, also when it found nothing", async () => {
    const register = await open();
    expect(await register.find({ parcel: "87/14" })).toEqual({ cases: [], total: 0, possible: 0, registers: [] });
    const rows = [
      entryOf(1, "k1"),
      entryOf(2, "k1"),
      entryOf(3, "k2", { date: "2014-01-02" }),
      entryOf(4, "k3", { date: null }),
    ];
    await register.replaceFile(file("a.csv"), streamOf(rows));
    await register.replaceFile(file("b.csv"), streamOf([entryOf(1, "k1", { date: "2009-05-06" })]));
    expect(await register.find({ parcel: "999" })).toEqual({
      cases: [],
      total: 0,
      possible: 0,
      registers: [
        {
          name: "RWDZ",
          format: "rwdz-permits",
          authority: "Starosta Olszański",
          cases: 3,
          from: "2009-05-06",
          to: "2014-01-02",
        },
      ],
    });
  });

  it("gives rows by file and number with the hash that an approval rests on, and leaves out those that are gone", async () => {
    const register = await open();
    const rows = [entryOf(1, "k1"), entryOf(2, "k2", { number: "102/2010" })];
    await register.replaceFile(file("a.csv"), streamOf(rows));
    await register.replaceFile(file("b.csv"), streamOf([entryOf(7, "k3")]));
    const found = await register.rows("RWDZ", [
      { file: "a.csv", row: 2 },
      { file: "a.csv", row: 7 },
      { file: "b.csv", row: 7 },
      { file: "c.csv", row: 1 },
    ]);
    expect(found.map(({ ref }) => ref)).toEqual([
      { file: "a.csv", row: 2 },
      { file: "b.csv", row: 7 },
    ]);
    expect(found[0]).toMatchObject({ sha256: rows[1]?.sha256, case: { number: "102/2010", match: "exact" } });
    expect(await register.rows("inny", [{ file: "a.csv", row: 2 }])).toEqual([]);
  });

  it("changes the edition that citations name when a file changes", async () => {
    const register = await open();
    const edition = async () => (await register.find({ parcel: "87/14" })).cases[0]?.register.sha256;
    await register.replaceFile(file("a.csv"), streamOf([entryOf(1, "k1")]));
    const before = await edition();
    await register.replaceFile(file("b.csv"), streamOf([entryOf(1, "k2")]));
    const after = await edition();
    expect(before).toMatch(/^[\da-f]{64}$/u);
    expect(after).not.toBe(before);
  });
}
