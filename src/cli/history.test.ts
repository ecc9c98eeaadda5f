import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PropertyHistory } from "../../tools/property-history.ts";
import { decisionText, type Teczka, teczkaIn, type ToldError } from "./test-support/teczka.ts";

const expired = [
  "Prezydent Miasta Brzezina",
  "DECYZJA Nr 90/2023",
  "z dnia 2 lutego 2023 r.",
  "",
  "stwierdzam wygaśnięcie decyzji nr 14/2019 z dnia 12 marca 2019 r. o pozwoleniu na budowę",
].join("\n");

const rowColumns =
  "numer_gunb;numer_decyzji_urzedu;data_wydania_decyzji;jednosta_numer_ew;miasto;ulica;nr_domu;obreb_numer;numer_dzialki";

describe("teczka history", () => {
  let teczka: Teczka;
  beforeAll(async () => {
    teczka = teczkaIn("history");
    writeFileSync(join(teczka.folder, "pozwolenie.txt"), decisionText(14));
    writeFileSync(join(teczka.folder, "wygasniecie.txt"), expired);
    await teczka.run("ingest", join(teczka.folder, "pozwolenie.txt"), join(teczka.folder, "wygasniecie.txt"));
  });
  afterAll(() => teczka.remove());

  it("tells the status on a day, what happened, what is unknown here, in lines that fit the screen", async () => {
    const ran = await teczka.run("history", "--parcel", "14/7", "--on", "5.03.2023");
    const told = ran.out.replace(/\s+/gu, " ");
    expect(told).toContain("Stan decyzji na dzień 5 marca 2023 r.");
    expect(told).toContain("wygasła: wygaśnięcie stwierdzono decyzją nr 90/2023 z dnia 2 lutego 2023 r.");
    expect(told).toContain("stwierdzenie wygaśnięcia, 2 lutego 2023 r., Prezydent Miasta Brzezina");
    expect(told).toContain("inspektor nadzoru budowlanego");
    expect(told).toContain("Nie wczytano żadnego rejestru, więc rejestrów nie sprawdzono.");
    for (const line of ran.out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(ran.code).toBe(0);
  });

  it("gives JSON alone on standard output, and today when no day is told", async () => {
    const before = await teczka.run("history", "--number", "14/19", "--on", "2020-01-01", "--json");
    expect(before.json<PropertyHistory>().decisions[0]?.status.code).toBe("finality_unknown");
    const now = await teczka.run("history", "--number", "14/19", "--json");
    expect(now.json<PropertyHistory>().decisions[0]?.status.code).toBe("expired");
  });

  it("names the file beside a row of a register", async () => {
    const other = teczkaIn("history-rows");
    try {
      const file = join(other.folder, "wynik.csv");
      writeFileSync(file, [rowColumns, "1;612/2019;2019-05-06;142103_5;Lipowo;Krucza;64;0022;87/14"].join("\n"));
      await other.run("register", "import", file);
      const ran = await other.run("history", "--number", "612/2019");
      expect(ran.out.replace(/\s+/gu, " ")).toContain("rejestr „RWDZ pozwolenia”: wynik.csv, wiersz 1");
    } finally {
      other.remove();
    }
  });

  it("says that nothing is known rather than that nothing was issued", async () => {
    const ran = await teczka.run("history", "--parcel", "99/9");
    expect(ran.out.replace(/\s+/gu, " ")).toContain("To nie dowód, że niczego nie wydano.");
    expect(ran.code).toBe(0);
  });

  it.each([[[]], [["--parcel", "14/7", "--number", "14/19"]], [["--number", "jutro"]]])(
    "refuses what it cannot read, and shows how to ask: %j",
    async (options) => {
      const ran = await teczka.run("history", ...options, "--json");
      expect(ran.code).toBe(2);
      expect(ran.json<ToldError>().error.hint).toMatch(/614\/2014|--parcel/u);
    },
  );
});
