import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decisionText, type Teczka, teczkaIn, type ToldError } from "./test-support/teczka.ts";

let teczka: Teczka;
beforeAll(async () => {
  teczka = teczkaIn("damaged");
  const file = join(teczka.folder, "decyzja-5.txt");
  writeFileSync(file, decisionText(5));
  await teczka.run("ingest", file);
}, 60_000);
afterAll(() => teczka.remove());

describe("a database that is gone while the files of the archive are there", () => {
  it("is an error that names it and says what to do, never the sample and never nothing found", async () => {
    const database = join(teczka.data, "teczka.sqlite");
    for (const suffix of ["", "-wal", "-shm"]) rmSync(`${database}${suffix}`, { force: true });
    for (const command of [
      ["search", "decyzja"],
      ["ask", "Kto wydał decyzję nr 5/2019?"],
      ["permits", "--number", "5/2019"],
    ]) {
      const ran = await teczka.run(...command, "--json");
      expect(ran.code).toBe(3);
      const { error } = ran.json<ToldError>();
      expect(error.code).toBe("store_missing_files_left");
      expect(error.message).toContain(teczka.data);
      expect(error.hint).toContain(join(teczka.data, "files"));
    }
    expect(existsSync(database)).toBe(false);

    writeFileSync(database, "");
    const doctor = await teczka.run("doctor", "--json");
    expect(doctor.code).toBe(3);
    expect(doctor.json()).toMatchObject({ healthy: false });
    expect(doctor.out).toContain(database);
  }, 60_000);

  it("lets one begin anew once the files are moved away", async () => {
    renameSync(join(teczka.data, "files"), join(teczka.folder, "files-before"));
    expect((await teczka.run("ingest", join(teczka.folder, "decyzja-5.txt"))).code).toBe(0);
    const ran = await teczka.run("search", "decyzja", "--json");
    expect(ran.json<{ document: { path: string } }[]>().map(({ document }) => document.path)).toEqual([
      "decyzja-5.txt",
    ]);
  }, 60_000);
});
