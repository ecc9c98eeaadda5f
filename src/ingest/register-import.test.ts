import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeWindows1250 } from "../../data/generator/paper/windows-1250.ts";
import { openRegister } from "../adapters/register-csv/open-register.ts";
import type { SqlDatabase } from "../adapters/sql/database.ts";
import { packRows } from "../adapters/sql/register-pack.ts";
import { replaceFiles } from "../adapters/sql/register-replace.ts";
import { createPermitRegister } from "../adapters/sql/register-store.ts";
import { openSqlite } from "../adapters/sqlite/open.ts";
import type { PermitRegister } from "../core/ports/permit-register.ts";
import { type ImportOptions, importRegisters } from "./register-import.ts";

const header =
  ";Numer.wpisu;Imię.i.nazwisko.lub.nazwa.inwestora;Data.wpisu;Adres;Rodzaj;opis;typ;Data.wniosku;Nr.wniosku;Nr.decyzji;Data.decyzji;Rok.wniosku;Miesiąc.wniosku;data;Czas.rozpatrzenia;lon;lat";
const line = (decision: string, address = "Krucza 64", application = "10/10") =>
  `1;7;;;${address};dom;budowa domu;nowe;2010-01-04;${application};${decision};2010-03-30;;;;;;`;
const blank = "2;;;;;;;;;;;;;;;;;";

let folder = "";
let database: SqlDatabase;
let store: PermitRegister;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "teczka-import-"));
  database = await openSqlite(":memory:");
  store = createPermitRegister(database);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const put = (name: string, ...lines: string[]) => {
  writeFileSync(join(folder, name), encodeWindows1250(lines.join("\r\n")));
  return join(folder, name);
};
const run = (
  files: string[],
  some: Partial<Pick<ImportOptions<unknown>, "format" | "register" | "authority" | "whole">> = {},
) =>
  importRegisters({
    files,
    format: "auto",
    store: { replaceFiles: replaceFiles.bind(undefined, database) },
    open: async (path) =>
      (await openRegister(path)).map((one) => ({
        ...one,
        rows: (context: Parameters<typeof one.entries>[0]) => packRows(one.entries(context)),
        counts: () => one.counts,
      })),
    ...some,
  });
const numbers = async (number: string) =>
  (await store.find({ number })).cases.map((one) => [one.number, one.rows.length]);

describe("register import", () => {
  it("counts what became of the rows of each file, and over all", async () => {
    const one = put("1.csv", header, line("614/10"), line("614/10"), blank, "za;mało", `${line("615/10")};;`);
    const two = put("2.csv", header, line("614/10"), line("700/10"));
    const { files, totals } = await run([one, two]);
    expect(files[0]).toMatchObject({
      fileName: "1.csv",
      format: "wroclaw",
      rows: 5,
      kept: 3,
      merged: 1,
      repaired: 1,
      blank: 1,
    });
    expect(files[0]?.refused).toEqual([{ row: 4, reason: "wiersz ma 2 pól zamiast 18" }]);
    // The row of the second file joins the case that the first has opened.
    expect(files[1]).toMatchObject({ rows: 2, kept: 2, merged: 1 });
    expect(totals).toEqual({ files: 2, rows: 7, kept: 5, merged: 2, repaired: 1, blank: 1, refused: 1 });
    expect(await numbers("614/2010")).toEqual([["614/2010", 3]]);
  });

  it("gives the same register when a file comes again, and the new rows when it has changed", async () => {
    const file = put("1.csv", header, line("614/10"), line("615/10"));
    await run([file]);
    await run([file]);
    expect(await numbers("614/2010")).toEqual([["614/2010", 1]]);
    put("1.csv", header, line("615/10"), line("616/10"));
    await run([file]);
    expect(await numbers("614/2010")).toEqual([]);
    expect(await numbers("616/2010")).toEqual([["616/2010", 1]]);
  });

  it("refuses a file whole with its reason, keeps what it held before, and takes the others in", async () => {
    const file = put("1.csv", header, line("614/10"));
    await run([file]);
    writeFileSync(file, encodeWindows1250([header, line("999/10"), `3;7;;;"Krucza`].join("\r\n")));
    const other = put("2.csv", "inny;nagłówek");
    const good = put("3.csv", header, line("700/10"));
    const { files } = await run([file, other, good]);
    expect(files.map(({ reason }) => reason?.match(/„[^”]+”/u)?.[0])).toEqual(["„1.csv”", "„2.csv”", undefined]);
    expect(await numbers("614/2010")).toEqual([["614/2010", 1]]);
    expect(await numbers("999/2010")).toEqual([]);
    expect(await numbers("700/2010")).toEqual([["700/2010", 1]]);
  });

  it("refuses a file of another format than was named, and a path that is not there", async () => {
    const file = put("1.csv", header, line("614/10"));
    const { files } = await run([file, join(folder, "nie-ma.csv")], { format: "rwdz" });
    expect(files.map(({ reason }) => reason !== undefined)).toEqual([true, true]);
    expect(await numbers("614/2010")).toEqual([]);
  });

  it("keeps registers of other names and authorities apart", async () => {
    await run([put("1.csv", header, line("614/10"))], { register: "A", authority: "Starosta Lipowski" });
    await run([put("2.csv", header, line("614/10"))], { register: "B", authority: "Starosta Dębowski" });
    const { cases, registers } = await store.find({ number: "614/2010" });
    expect(cases.map(({ authority }) => authority).sort()).toEqual(["Starosta Dębowski", "Starosta Lipowski"]);
    expect(registers.map(({ name }) => name).sort()).toEqual(["A", "B"]);
  });

  describe("of files that are the whole register", () => {
    const registers = async () => (await store.find({ number: "614/2010" })).registers.map(({ cases }) => cases);

    it("retires its other files in the same step, and tells what that changed", async () => {
      await run([put("30.csv", header, line("614/10"), line("615/10"), line("700/10"))]);
      await run([put("inny.csv", header, line("614/10"))], { register: "inny" });
      const newer = put("31.csv", header, line("614/10"), line("615/10", "Krucza 65"), line("616/10"));
      const { files } = await run([newer], { whole: true });
      const counts = Object.entries(files[0]?.changes ?? {}).map(([what, { cases }]) => [what, cases]);
      expect(counts).toEqual([
        ["appeared", 1],
        ["changed", 1],
        ["vanished", 1],
      ]);
      expect(files[0]?.changes?.vanished.examples).toMatchObject([{ number: "700/2010", file: "30.csv", row: 3 }]);
      expect(await numbers("700/2010")).toEqual([]);
      expect(await numbers("616/2010")).toEqual([["616/2010", 1]]);
      // Another register is another matter.
      expect((await store.find({ number: "614/2010" })).cases).toHaveLength(2);
    });

    it("changes nothing when one of them is refused, at once or after many rows", async () => {
      await run([put("1.csv", header, line("614/10"))]);
      const good = put("2.csv", header, line("700/10"));
      const foreign = put("3.csv", "inny;nagłówek");
      const broken = put("4.csv", header, line("999/10"), '3;7;;;"Krucza');
      for (const bad of [foreign, broken]) {
        const { files, totals } = await run([good, bad], { whole: true });
        expect(files.map(({ reason }) => reason !== undefined)).toEqual([true, true]);
        expect(totals.kept).toBe(0);
        expect(await numbers("614/2010")).toEqual([["614/2010", 1]]);
        expect(await numbers("700/2010")).toEqual([]);
      }
      expect(await registers()).toEqual([1]);
    });

    it("are compared with the older dump, when the newer one stood beside it before", async () => {
      await run([put("30.csv", header, line("614/10"), line("700/10"))]);
      const newer = put("31.csv", header, line("614/10"));
      await run([newer]);
      const { files } = await run([newer], { whole: true });
      expect([files[0]?.changes?.changed.cases, files[0]?.changes?.vanished.cases]).toEqual([0, 1]);
      const again = await run([newer], { whole: true });
      expect(Object.values(again.files[0]?.changes ?? {}).map(({ cases }) => cases)).toEqual([0, 0, 0]);
    });
  });

  it("says when an RWDZ file looks like a newer dump of one that the register holds", async () => {
    const columns =
      "numer_gunb;nazwa_organu;numer_decyzji_urzedu;data_wydania_decyzji;jednosta_numer_ew;miasto;ulica;nr_domu;obreb_numer;numer_dzialki";
    const dump = (name: string, ...at: number[]) => {
      const rows = at.map((number) => `G${number};Starosta Lipowski;${number}/2019;2019-03-12;990101_1;;;;;`);
      writeFileSync(join(folder, name), [columns, ...rows].join("\n"));
      return join(folder, name);
    };
    expect((await run([dump("30.csv", 1, 2, 3)])).files[0]?.hint).toBeUndefined();
    expect((await run([dump("inne.csv", 7, 8, 1)])).files[0]?.hint).toBeUndefined();
    expect((await run([dump("31.csv", 1, 2, 3, 4)])).files[0]?.hint).toMatch(/^3 z 4 spraw .* --replace/u);
  });
});
