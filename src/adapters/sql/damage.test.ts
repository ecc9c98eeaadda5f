import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { preparedDocument } from "../../core/ports/test-support/prepared.ts";
import { openSqlite, type SqliteStore } from "../sqlite/open.ts";
import { createDocumentStore } from "./document-store.ts";

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
