import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tryLock } from "../adapters/sqlite/lock.ts";
import type { IngestReport } from "../ingest/ingest.ts";
import type { ImportReport } from "../ingest/register-import.ts";
import { pdfBytes } from "./test-support/bad-files.ts";
import { decisionText, type Teczka, teczkaIn, type ToldError } from "./test-support/teczka.ts";

/** The columns of an RWDZ export by which its header is known, and those that a look-up by place needs. */
const known = ["numer_gunb", "nazwa_organu", "numer_decyzji_urzedu", "data_wydania_decyzji", "jednosta_numer_ew"];
const columns = [...known, "miasto", "ulica", "nr_domu", "obreb_numer", "numer_dzialki"];

function rowOf(number: string): string {
  return `G${number}#Prezydent Miasta Brzeźna#${number}#2019-03-12#102101_1#####`;
}

describe("files that are no documents", () => {
  let teczka: Teczka;
  let archive: string;
  let report: IngestReport;
  let code: number;

  beforeAll(async () => {
    teczka = teczkaIn("files");
    archive = join(teczka.folder, "archive");
    mkdirSync(archive);
    const pdf = await pdfBytes("Decyzja numer 1/2019 w sprawie pozwolenia na budowe.");
    writeFileSync(join(archive, "good.txt"), decisionText(1));
    writeFileSync(join(archive, "wrongly-named.txt"), pdf);
    writeFileSync(join(archive, "empty.pdf"), "");
    writeFileSync(join(archive, "encrypted.pdf"), await pdfBytes("tajne", "haslo"));
    writeFileSync(join(archive, "truncated.pdf"), pdf.subarray(0, 300));
    writeFileSync(join(archive, "picture.pdf"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]));
    const ran = await teczka.run("ingest", archive, "--json");
    code = ran.code;
    report = ran.json();
  });
  afterAll(() => teczka.remove());

  const fileOf = (name: string) => report.files.find(({ fileName }) => fileName === name);

  it("reports each by name with what to do, takes the others in, and ends with 1", () => {
    expect(code).toBe(1);
    expect(report.totals).toMatchObject({ files: 6, added: 2, refused: 4 });
    expect(fileOf("empty.pdf")).toMatchObject({ status: "refused", reason: expect.stringContaining("jest pusty") });
    expect(fileOf("encrypted.pdf")?.reason).toMatch(/zaszyfrowany.*bez hasła/u);
    expect(fileOf("truncated.pdf")?.reason).toMatch(/„truncated.pdf”.*(uszkodzony|ucięty)/u);
    expect(fileOf("picture.pdf")?.reason).toMatch(/nie jest dokumentem PDF/u);
  });

  it("reads a wrongly named file as what it is", () => {
    expect(fileOf("wrongly-named.txt")).toMatchObject({ status: "added", pages: 1 });
  });

  it("keeps the bytes of what was taken in, and of nothing else", () => {
    const kept = readdirSync(join(teczka.data, "files"), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(kept.map(({ name }) => name).sort()).toEqual(
      [fileOf("good.txt")?.sha256, fileOf("wrongly-named.txt")?.sha256].sort(),
    );
  });

  it("finds nothing to do the second time, and calls input that is bad throughout bad input", async () => {
    const again = await teczka.run("ingest", join(archive, "good.txt"), "--json");
    expect(again.code).toBe(0);
    expect(again.json<IngestReport>().totals).toMatchObject({ files: 1, unchanged: 1 });
    const bad = await teczka.run("ingest", join(archive, "empty.pdf"));
    expect(bad.code).toBe(2);
    expect(bad.out).toContain("Zdobądź go ponownie");
    const missing = await teczka.run("ingest", join(archive, "nowhere"), "--json");
    expect(missing.code).toBe(2);
    expect(missing.json<ToldError>().error.message).toContain("nowhere");
    expect((await teczka.run("search", "decyzja")).err).toBe("");
  });

  it("refuses the second of two files that would have one path, rather than show only the last", async () => {
    const [one, two] = ["one", "two"].map((name) => join(teczka.folder, name));
    for (const [at, folder] of [one, two].entries()) {
      mkdirSync(folder as string);
      writeFileSync(join(folder as string, "pismo.txt"), decisionText(10 + at));
    }
    const ran = await teczka.run("ingest", join(one as string, "pismo.txt"), two as string, "--json");
    expect(ran.code).toBe(1);
    const { files } = ran.json<IngestReport>();
    expect(files.map(({ status }) => status)).toEqual(["added", "refused"]);
    expect(files[1]?.reason).toMatch(/tę samą ścieżkę „pismo.txt”/u);
  });

  it("does not let two processes write at once, and says so", async () => {
    const release = tryLock(join(teczka.data, "ingest.lock"));
    try {
      const second = await teczka.run("ingest", archive, "--json");
      expect(second.code).toBe(3);
      expect(second.json<ToldError>().error.code).toBe("ingest_running");
    } finally {
      release?.();
    }
  });
});

describe("register files that are none", () => {
  let teczka: Teczka;
  beforeAll(() => {
    teczka = teczkaIn("registers");
  });
  afterAll(() => teczka.remove());

  it("refuses a foreign header and a wrong encoding whole, a bad row alone, and loses nothing that was there", async () => {
    const file = join(teczka.folder, "wynik.csv");
    const header = columns.join("#");
    writeFileSync(file, [header, rowOf("14/2019"), "za#mało#pól", rowOf("15/2019")].join("\n"));
    const first = await teczka.run("register", "import", file, "--json");
    expect(first.code).toBe(1);
    expect(first.json<ImportReport>().files[0]).toMatchObject({
      kept: 2,
      refused: [{ row: 2, reason: expect.stringContaining("3 pól") }],
    });

    writeFileSync(file, Buffer.from(`${header}\n${rowOf("16/2019").replace("ź", "\u00BF")}`, "latin1"));
    const encoded = await teczka.run("register", "import", file, "--json");
    expect(encoded.code).toBe(2);
    expect(encoded.json<ImportReport>().files[0]?.reason).toMatch(/kodowaniu utf-8.*oryginalny eksport/u);

    writeFileSync(file, "a;b;c\n1;2;3\n");
    const foreign = await teczka.run("register", "import", file);
    expect(foreign.code).toBe(2);
    expect(foreign.out).toMatch(/nieznany\s+nagłówek/u);

    const found = await teczka.run("permits", "--number", "14/2019", "--json");
    expect(found.json<{ number: string; rows: unknown[] }[]>()).toMatchObject([
      { number: "14/2019", rows: [{ file: "wynik.csv", row: 1 }] },
    ]);
    expect(readFileSync(file, "utf8")).toContain("a;b;c");
  });
});
