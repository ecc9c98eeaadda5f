import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FoundConflicts } from "../../tools/find-conflicts.ts";
import { type Teczka, teczkaIn, type ToldError } from "./test-support/teczka.ts";

const head = `STAROSTA BRZEGOWSKI\nZnak sprawy: AB.6740.1.234.2014.JK\nBrzegów, dnia 12 marca 2014 r.\n\n`;
const papers = {
  "decyzja.txt": `${head}DECYZJA Nr 614/2014\n\nzatwierdzam projekt budowlany i udzielam pozwolenia na budowę na działce nr 87/14.`,
  "klauzula.txt": `${head}POŚWIADCZENIE OSTATECZNOŚCI\n\nStwierdzam, że decyzja nr 614/2014 z dnia 13 marca 2014 r. stała się ostateczna z dniem 2 kwietnia 2014 r.`,
};

let teczka: Teczka;
beforeAll(async () => {
  teczka = teczkaIn("conflicts");
  const folder = join(teczka.folder, "archiwum");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(papers)) writeFileSync(join(folder, name), text);
  await teczka.run("ingest", folder);
});
afterAll(() => teczka.remove());

describe("teczka conflicts", () => {
  it("tells both sides with their places, and exits with 1", async () => {
    const { code, out } = await teczka.run("conflicts");
    expect(code).toBe(1);
    expect(out).toContain("12 marca 2014 r.");
    expect(out).toContain("13 marca 2014 r.");
    expect(out).toContain("klauzula.txt, s. 1");
    expect(out).toContain("1 rozbieżność. Porównano 2 dokumenty");
    expect(out.split("\n").every((line) => line.length <= 80)).toBe(true);
  });

  it("prints one JSON document of the tool's shape", async () => {
    const { code, json } = await teczka.run("conflicts", "--signature", "AB.6740.1.234.2014", "--json");
    const { conflicts, withheld, documents } = json<FoundConflicts>();
    expect([code, withheld, documents]).toEqual([1, [], { done: 2, all: 2 }]);
    expect(conflicts.map(({ field, values }) => [field, values.map(({ value }) => value)])).toEqual([
      ["date", ["2014-03-12", "2014-03-13"]],
    ]);
  });

  it("exits with 0 where sources agree, and with 2 on what it cannot read", async () => {
    const none = await teczka.run("conflicts", "--field", "parcel");
    expect([none.code, none.out.includes("Nie znaleziono rozbieżności")]).toEqual([0, true]);
    const number = await teczka.run("conflicts", "--number", "abc", "--json");
    expect([number.code, number.json<ToldError>().error.code]).toEqual([2, "query_unreadable"]);
    const field = await teczka.run("conflicts", "--field", "kolor");
    expect([field.code, field.err.includes("investor")]).toEqual([2, true]);
  });
});
