import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Access } from "../../core/access.ts";
import { preparedDocument } from "../../core/ports/test-support/prepared.ts";
import { openSqlite, type SqliteStore } from "../sqlite/open.ts";
import { createDocumentStore } from "./document-store.ts";
import { createPassageIndex } from "./passage-index.ts";
import { createPermitRegister } from "./register-store.ts";

const document = preparedDocument({ path: "sprawa/decyzja.txt", pages: ["Decyzja z 6 maja.", "Strona druga."] });

let database: SqliteStore;
beforeEach(async () => {
  database = await openSqlite(":memory:");
});
afterEach(() => database.close());

const damage = (sql: string) => database.batch([{ sql, parameters: [] }]);

async function ingested() {
  const documents = createDocumentStore(database);
  const ref = await documents.stage(document);
  await documents.publish(ref);
  return { documents, ref };
}

describe("texts changed or lost in the database behind Teczka's back", () => {
  it("refuses a page whose text is not what was ingested, naming document and page", async () => {
    const { documents } = await ingested();
    await damage("UPDATE pages SET text = replace(text, '6 maja', '7 maja') WHERE number = 1");
    await expect(documents.page(document.id, 1, "all")).rejects.toMatchObject({
      kind: "unavailable",
      code: "page_hash_mismatch",
      message: expect.stringMatching(/strony 1 dokumentu „sprawa\/decyzja\.txt”/),
    });
    expect((await documents.page(document.id, 2, "all"))?.text).toBe("Strona druga.");
  });

  it("tells a lost page from a page that the document never had", async () => {
    const { documents, ref } = await ingested();
    await damage("DELETE FROM pages");
    await expect(documents.page(document.id, 2, "all", ref.version)).rejects.toMatchObject({
      code: "page_missing",
      message: expect.stringContaining("sprawa/decyzja.txt"),
    });
    for (const number of [0, 1.5, 3]) expect(await documents.page(document.id, number, "all")).toBeUndefined();
  });

  it("tells lost passages, be it one or all", async () => {
    const { documents, ref } = await ingested();
    for (const which of ["ordinal = 0", "1 = 1"]) {
      await damage(`DELETE FROM passages WHERE ${which}`);
      await expect(documents.passages(ref)).rejects.toMatchObject({
        code: "passages_missing",
        message: expect.stringContaining("sprawa/decyzja.txt"),
      });
    }
  });
});

describe("tables emptied behind Teczka's back", () => {
  const permit = {
    row: 1,
    caseKey: "k1",
    sha256: "r1",
    case: {
      number: "614/2014",
      date: "2014-03-12",
      kind: "budowa",
      outcome: "granted" as const,
      address: "Olszany, ul. Lipowa 4",
      parcels: ["87/14"],
      description: "Budynek",
      fields: {},
    },
  };

  async function archive() {
    const documents = createDocumentStore(database);
    const facts = [{ field: "decisionNumber" as const, value: "614/2014" }];
    for (const path of ["a.txt", "b.txt"]) {
      const paper = preparedDocument({ path, facts, pages: [`Treść dokumentu ${path}`] });
      const ref = await documents.stage(paper);
      await createPassageIndex(database).put(ref, paper);
      await documents.publish(ref);
    }
    const file = { register: "gmina", format: "wroclaw" as const, fileName: "rejestr.csv", sha256: "f1" };
    await createPermitRegister(database).replaceFile(file, entries());
  }

  async function* entries() {
    yield permit;
    yield { ...permit, row: 2, caseKey: "k2", sha256: "r2" };
  }

  /** Asked by a process that has not read anything yet, as after each start. */
  const asked = {
    check: () => createPassageIndex(database).check(),
    search: () => createPassageIndex(database).search({ text: "treść dokumentu", limit: 5, filter: { access: "all" } }),
    facts: () =>
      createDocumentStore(database).list({ access: "all", facts: [{ field: "decisionNumber", value: "614/2014" }] }),
    permits: () => createPermitRegister(database).find({ number: "614/2014" }),
    rows: () => createPermitRegister(database).rows("gmina", [{ file: "rejestr.csv", row: 2 }]),
  };

  it("asks a whole archive without complaint", async () => {
    await archive();
    await asked.check();
    expect((await asked.search()).hits).toHaveLength(2);
    expect(await asked.facts()).toHaveLength(2);
    expect((await asked.permits()).cases).toHaveLength(2);
    await createPassageIndex(database).optimize();
    await asked.check();
  });

  it.each([
    ["index_postings", "search", "index_incomplete", "a.txt"],
    ["facts", "facts", "facts_missing", "a.txt"],
    ["register_rows", "permits", "register_incomplete", "rejestr.csv"],
    ["register_terms", "permits", "register_incomplete", "rejestr.csv"],
    ["register_rows", "rows", "register_incomplete", "rejestr.csv"],
  ] as const)("without %s, %s is %s", async (table, question, code, named) => {
    await archive();
    await damage(`DELETE FROM ${table}`);
    const error = { kind: "unavailable", code, message: expect.stringContaining(named) };
    await expect(asked[question]()).rejects.toMatchObject(error);
    await expect(asked.check()).rejects.toMatchObject(error);
  });

  it("tells lost postings to those only who may see the papers, until the index is rebuilt", async () => {
    await archive();
    const documents = createDocumentStore(database);
    const secret = preparedDocument({ path: "tajne.txt", labels: ["poufne"], pages: ["Treść tajna."] });
    await documents.publish(await documents.stage(secret));
    const search = (access: Access) =>
      createPassageIndex(database).search({ text: "treść", limit: 5, filter: { access } });
    expect((await search({ labels: [] })).hits).toHaveLength(2);
    const error = { code: "index_incomplete", message: expect.stringContaining("„tajne.txt”") };
    await expect(search({ labels: ["poufne"] })).rejects.toMatchObject(error);
    await damage("DELETE FROM index_postings");
    await expect(search({ labels: [] })).rejects.toMatchObject({ message: expect.not.stringContaining("tajne") });
    await createPassageIndex(database).rebuild(documents, () => undefined);
    expect((await search({ labels: [] })).hits).toHaveLength(2);
    expect((await search("all")).hits).toHaveLength(3);
    await asked.check();
  });

  it("whose register was written in another layout is told to be imported again", async () => {
    await archive();
    await damage("UPDATE register_files SET layout = 1");
    const outdated = {
      kind: "unavailable",
      code: "register_outdated",
      message: expect.stringContaining("rejestr.csv"),
    };
    await expect(asked.permits()).rejects.toMatchObject(outdated);
    await expect(asked.check()).rejects.toMatchObject(outdated);
    await archive();
    expect((await asked.permits()).cases).toHaveLength(2);
  });

  it.each([
    ["pages", "document IN (SELECT id FROM documents WHERE path = 'b.txt')", "pages_missing", "b.txt"],
    ["passages", "document IN (SELECT id FROM documents WHERE path = 'b.txt')", "passages_missing", "b.txt"],
    ["facts", "document IN (SELECT id FROM documents WHERE path = 'b.txt')", "facts_missing", "b.txt"],
    ["register_rows", "row = 2", "register_incomplete", "rejestr.csv"],
    ["index_postings", "term = (SELECT min(term) FROM index_postings)", "index_incomplete", ".txt"],
  ])("finds rows lost from %s when everything is counted", async (table, which, code, named) => {
    await archive();
    await damage(`DELETE FROM ${table} WHERE ${which}`);
    await expect(asked.check()).rejects.toMatchObject({ code, message: expect.stringContaining(named) });
  });
});
