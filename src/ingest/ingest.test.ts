import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHtmlReader } from "../adapters/html/html-reader.ts";
import { createPdfReader } from "../adapters/pdfjs/pdf-reader.ts";
import { createDocumentStore } from "../adapters/sql/document-store.ts";
import { createPassageIndex } from "../adapters/sql/passage-index.ts";
import { openSqlite } from "../adapters/sqlite/open.ts";
import { createTextReader } from "../adapters/text/text-reader.ts";
import { TeczkaError } from "../core/errors.ts";
import type { DocumentStore } from "../core/ports/document-store.ts";
import type { PassageIndex } from "../core/ports/passage-index.ts";
import type { SqlDatabase } from "../adapters/sql/database.ts";
import { ingest, type IngestOptions } from "./ingest.ts";
import { prepare, type Readers } from "./prepare.ts";

const readers: Readers = [createPdfReader(), createHtmlReader(), createTextReader()];
let folder = "";
let database: SqlDatabase;
let documents: DocumentStore;
let passages: PassageIndex;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "teczka-ingest-"));
  database = await openSqlite(":memory:");
  documents = createDocumentStore(database);
  passages = createPassageIndex(database);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const run = (some: Partial<IngestOptions> = {}) =>
  ingest({
    paths: [folder],
    labels: [],
    documents,
    passages,
    readers,
    prepare: (file, bytes) => prepare(file, bytes, readers),
    concurrency: 2,
    ...some,
  });
const find = async (text: string) =>
  (await passages.search({ text, filter: { access: "all" }, limit: 10 })).hits.map((hit) => hit.document.path);
const statuses = (report: Awaited<ReturnType<typeof run>>) =>
  report.files.map(({ path, status }) => `${path} ${status}`);

describe("ingest", () => {
  it("takes files in, finds what they say, and does nothing when they come again", async () => {
    mkdirSync(join(folder, "akta"));
    put("akta/decyzja.txt", "DECYZJA Nr 5/2014\n\nudzielam pozwolenia na budowę stodoły");
    put("plan.html", "<p>Dla terenu 3MN ustala się wysokość 9 m</p>");
    const progress: string[] = [];
    const report = await run({ onProgress: (done, total, file) => progress.push(`${done}/${total} ${file.status}`) });
    expect(statuses(report)).toEqual(["akta/decyzja.txt added", "plan.html added"]);
    expect(progress).toEqual(["1/2 added", "2/2 added"]);
    expect(report.totals).toMatchObject({ files: 2, added: 2, pages: 2 });
    expect(await find("stodoła")).toEqual(["akta/decyzja.txt"]);
    const before = await documents.fingerprint("all");
    expect(statuses(await run())).toEqual(["akta/decyzja.txt unchanged", "plan.html unchanged"]);
    expect(await documents.fingerprint("all")).toBe(before);
    expect(await find("stodoła")).toEqual(["akta/decyzja.txt"]);
  });

  it("says that a label came too late for a file that is open under another path", async () => {
    put("notatka.txt", "Notatka o strzelnicy przy ul. Tajnej 3.");
    const [labelled] = (await run({ labels: ["poufne"] })).files;
    expect(labelled).not.toHaveProperty("alsoOpen");
    await run();
    mkdirSync(join(folder, "kopie"));
    put("kopie/notatka.txt", "Notatka o strzelnicy przy ul. Tajnej 3.");
    await run();
    const late = (await run({ labels: ["poufne"] })).files;
    expect(late.map(({ path, status, alsoOpen }) => [path, status, alsoOpen])).toEqual([
      ["kopie/notatka.txt", "added", true],
      ["notatka.txt", "unchanged", true],
    ]);
  });

  it("adds a version for other bytes; what the old one said is found no more, and stays as evidence", async () => {
    put("notatka.txt", "Budynek gospodarczy z cegły klinkierowej.");
    const [first] = (await run()).files;
    put("notatka.txt", "Budynek gospodarczy z drewna modrzewiowego.");
    const [second] = (await run()).files;
    expect(second).toMatchObject({ status: "replaced", document: first?.document });
    expect(await find("klinkierowa")).toEqual([]);
    expect(await find("modrzewiowe")).toEqual(["notatka.txt"]);
    const id = first?.document ?? "";
    expect((await documents.get(id, "all"))?.ref.version).toBe(2);
    expect((await documents.page(id, 1, "all", 1))?.text).toContain("klinkierowej");
  });

  it("reads again what another reader, or splitter, would make otherwise", async () => {
    put("notatka.txt", "Budynek gospodarczy.");
    await run();
    const better: Readers = [{ ...createTextReader(), version: "text-99" }];
    const report = await run({ readers: better, prepare: (file, bytes) => prepare(file, bytes, better) });
    expect(statuses(report)).toEqual(["notatka.txt replaced"]);
  });

  it("reports each bad file by name and reason, and takes the others in", async () => {
    put("1-pusty.pdf", "");
    put("2-ucięty.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Cat");
    put("3-obraz.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 4, 5]));
    put("4-dobry.pdf", "To jest zwykły tekst, choć nazwa mówi co innego.");
    const report = await run();
    expect(statuses(report)).toEqual([
      "1-pusty.pdf refused",
      "2-ucięty.pdf refused",
      "3-obraz.png refused",
      "4-dobry.pdf added",
    ]);
    for (const { fileName, reason } of report.files.slice(0, 3)) expect(reason).toContain(`„${fileName}”`);
    expect(await find("zwykły tekst")).toEqual(["4-dobry.pdf"]);
  });

  it("marks a page without text, and counts the file as taken in", async () => {
    put("pusta.html", "<p> </p>");
    const [file] = (await run()).files;
    expect(file).toMatchObject({ status: "added", unreadablePages: [1], passages: 0 });
  });

  it("stops when the store is out, instead of telling that files are bad", async () => {
    put("a.txt", "Tekst");
    const out = new TeczkaError("unavailable", "store_full", "Brak miejsca.", "Zwolnij miejsce.");
    const broken = { ...documents, stage: async () => Promise.reject(out) };
    await expect(run({ documents: broken })).rejects.toMatchObject({ code: "store_full" });
  });

  it("leaves nothing half there of a run that was broken off between staging and publishing", async () => {
    put("a.txt", "Pozwolenie na budowę wiatraka");
    const dies = { ...documents, publish: async () => Promise.reject(new Error("killed")) };
    await expect(run({ documents: dies })).rejects.toThrow("killed");
    expect(await find("wiatrak")).toEqual([]);
    expect(statuses(await run())).toEqual(["a.txt added"]);
    expect(await find("wiatrak")).toEqual(["a.txt"]);
  });

  it("makes two documents of one file at two paths, and names the first of them", async () => {
    mkdirSync(join(folder, "tom"));
    put("a.txt", "Ten sam tekst");
    put("tom/a.txt", "Ten sam tekst");
    const [one, two] = (await run()).files;
    expect((await documents.get(two?.document ?? "", "all"))?.duplicateOf).toBe(one?.document);
  });
});

describe("which files are taken", () => {
  it("walks folders in a stable order, past hidden files and loops", async () => {
    mkdirSync(join(folder, "b"));
    put("b/2.txt", "dwa");
    put("b/.ukryty", "nic");
    put("a.txt", "jeden");
    symlinkSync(folder, join(folder, "b", "petla"));
    expect(statuses(await run())).toEqual(["a.txt added", "b/2.txt added"]);
  });

  it("names a path that is not there", async () => {
    await expect(run({ paths: [join(folder, "nie-ma")] })).rejects.toMatchObject({ code: "path_unknown" });
  });
});
