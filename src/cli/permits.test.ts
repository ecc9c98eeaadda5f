import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PermitCase } from "../core/permit.ts";
import { type Teczka, teczkaIn, type ToldError } from "./test-support/teczka.ts";

const columns =
  "numer_gunb#nazwa_organu#numer_decyzji_urzedu#data_wydania_decyzji#nazwa_inwestor#ulica#nr_domu#kategoria#projektant_numer_uprawnien#jednosta_numer_ew#miasto#obreb_numer#numer_dzialki";

function rowOf(at: number): string {
  const day = `2019-03-${String(at).padStart(2, "0")}`;
  return `G${at}#Prezydent Miasta Brzeźna#${at}/2019#${day}#Alfa Dom sp. z o.o.#Krucza#${at}#XIII#ZM/${at}/10#102101_1###`;
}

describe("teczka permits", () => {
  let teczka: Teczka;
  beforeAll(async () => {
    teczka = teczkaIn("permits");
    const file = join(teczka.folder, "wynik.csv");
    writeFileSync(file, [columns, ...Array.from({ length: 23 }, (_, at) => rowOf(at + 1))].join("\n"));
    await teczka.run("register", "import", file);
  });
  afterAll(() => teczka.remove());

  it("shows a page, says which of how many, and gives the command for the next", async () => {
    const first = await teczka.run("permits", "--investor", "Alfa Dom", "--sort", "newest");
    expect(first.out).toMatch(/^23\/2019/u);
    const told = first.out.replace(/\s+/gu, " ");
    expect(told).toContain("Znaleziono: 23 sprawy. Strona 1 z 2; dalej:");
    const [, next = ""] = /dalej: npx teczka (permits .*--page 2)/u.exec(told) ?? [];
    expect(next).toBe('permits --investor "Alfa Dom" --sort newest --page 2');
    const second = await teczka.run("permits", "--investor", "Alfa Dom", "--sort", "newest", "--page", "2");
    expect(second.out.match(/^\d+\/2019/gmu)).toEqual(["3/2019", "2/2019", "1/2019"]);
    expect(second.out).not.toContain("dalej");
  });

  it("takes a mix, and gives JSON alone on standard output", async () => {
    const mix = [
      "--category",
      "kat. 13",
      "--from",
      "03.2019",
      "--to",
      "5.03.2019",
      "--outcome",
      "pozwolenie udzielone",
    ];
    const ran = await teczka.run("permits", ...mix, "--limit", "2", "--json");
    expect(ran.json<PermitCase[]>().map(({ number }) => number)).toEqual(["1/2019", "2/2019"]);
    expect(ran.err).toContain("Strona 1 z 3");
    const licence = await teczka.run("permits", "--licence", "zm 7/10", "--json");
    expect(licence.json<PermitCase[]>().map(({ number }) => number)).toEqual([]);
    const whole = await teczka.run("permits", "--licence", "zm/7/10", "--json");
    expect(whole.json<PermitCase[]>().map(({ number }) => number)).toEqual(["7/2019"]);
  });

  it("tells what silence means, and that persons are not looked for", async () => {
    const ran = await teczka.run("permits", "--investor", "Kowalski");
    const told = ran.out.replace(/\s+/gu, " ");
    expect(ran.code).toBe(0);
    expect(told).toContain("Nie znaleziono żadnej sprawy.");
    expect(told).toContain("Brak wpisu nie oznacza odmowy");
    expect(told).toContain("Inwestorów będących osobami fizycznymi");
  });

  it.each([
    [["--outcome", "zgoda"], "option_invalid"],
    [["--category", "I", "--sort", "losowo"], "option_invalid"],
    [["--category", "I", "--page", "0"], "option_invalid"],
    [["--from", "wczoraj"], "query_unreadable"],
    [["--register", "inny"], "query_unreadable"],
    [["--sort", "newest"], "usage"],
  ])("refuses %j", async (options, code) => {
    const ran = await teczka.run("permits", ...options, "--json");
    expect(ran.code).toBe(2);
    expect(ran.json<ToldError>().error.code).toBe(code);
  });
});
