import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { afterAll, describe, expect, it } from "vitest";
import { openRegister } from "./open-register.ts";

const folder = mkdtempSync(join(tmpdir(), "teczka-zip-"));
afterAll(() => rmSync(folder, { recursive: true }));

const header =
  "numer_gunb;nazwa_organu;numer_decyzji_urzedu;data_wydania_decyzji;jednosta_numer_ew;miasto;ulica;nr_domu;obreb_numer;numer_dzialki";
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => `G${at};Starosta Lipowski;${at + 1}/2019;2019-03-12;990101_1;;;;;`);
const csv = (count: number) => [header, ...rows(count), ""].join("\n");

async function zip(name: string, files: Record<string, string>, options = {}): Promise<string> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [path, text] of Object.entries(files))
    await writer.add(path, new Uint8ArrayReader(new TextEncoder().encode(text)), options);
  const path = join(folder, name);
  writeFileSync(path, await writer.close());
  return path;
}

async function rowsOf(path: string): Promise<(string | null)[][]> {
  const all = [];
  for (const { fileName, entries, counts } of await openRegister(path)) {
    const numbers: (string | null)[] = [];
    for await (const some of entries({ register: "r" })) for (const entry of some) numbers.push(entry.case.number);
    all.push([fileName, String(counts.rows), ...numbers.slice(0, 2)]);
  }
  return all;
}

describe("zipped registers", () => {
  it("give every CSV under its own name and hash, and leave the rest of the archive alone", async () => {
    const files = { "a.csv": csv(3000), "B.CSV": csv(1), "opis.txt": "?", "__MACOSX/._a.csv": "?" };
    const path = await zip("dwa.zip", files);
    expect(await rowsOf(path)).toEqual([
      ["a.csv", "3000", "1/2019", "2/2019"],
      ["B.CSV", "1", "1/2019"],
    ]);
    writeFileSync(join(folder, "a.csv"), csv(3000));
    const [plain] = await openRegister(join(folder, "a.csv"));
    const [zipped] = await openRegister(path);
    expect(zipped?.sha256).toBe(plain?.sha256);
  });

  it("are known by their bytes, whatever the file is called, and tell how far they are read", async () => {
    const [reading] = await openRegister(await zip("zrzut.csv", { "wynik.csv": csv(2) }));
    expect(reading?.progress()).toEqual({ rows: 0, share: 0 });
    for await (const some of reading?.entries({ register: "r" }) ?? []) for (const _ of some);
    expect(reading?.progress()).toEqual({ rows: 2, share: 1 });
  });

  it.each([
    ["without a CSV", () => zip("bez.zip", { "opis.txt": "?" }), "without_csv", "bez.zip"],
    ["with a password", () => zip("haslo.zip", { "a.csv": csv(1) }, { password: "x" }), "encrypted", "a.csv"],
    ["with a CSV in a folder", () => zip("katalog.zip", { "dane/a.csv": csv(1) }), "nested", "dane/a.csv"],
    ["with a way out", () => zip("ucieczka.zip", { "../a.csv": csv(1) }), "nested", "../a.csv"],
    ["that swells", () => zip("bomba.zip", { "a.csv": `${header}\n${";".repeat(9_000_000)}` }), "bomb", "a.csv"],
  ])("%s are refused by name", async (_what, make, code, named) => {
    await expect(openRegister(await make())).rejects.toMatchObject({
      code: `register_zip_${code}`,
      message: expect.stringContaining(`„${named}”`),
    });
  });

  it("cut short, damaged within, or no zip at all are refused as damaged before a row is read", async () => {
    const bytes = readFileSync(await zip("dobre.zip", { "a.csv": csv(5000) }));
    const harmed = Uint8Array.from(bytes);
    harmed.fill(0xff, 2000, 2100);
    const wrong = { "ucięte.zip": bytes.subarray(0, 3000), "zepsute.zip": harmed, "tekst.zip": Buffer.from(csv(1)) };
    for (const [name, content] of Object.entries(wrong)) {
      writeFileSync(join(folder, name), content);
      await expect(openRegister(join(folder, name))).rejects.toMatchObject({
        code: "register_zip_damaged",
        message: expect.stringContaining(`„${name}”`),
      });
    }
  });
});
