import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSqlite } from "../sqlite/open.ts";
import { migrate } from "./migrate.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "teczka-migrate-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the schema of a store", () => {
  it("is brought up to date once, by however many processes open it at once", async () => {
    const path = join(folder, "store.sqlite");
    const opened = await Promise.all([openSqlite(path), openSqlite(path), openSqlite(path)]);
    const [first] = opened;
    const names = await first.db.selectFrom("schema_migrations").select("name").orderBy("name").execute();
    expect(names.map(({ name }) => name.slice(0, 3))).toEqual([...new Set(names.map(({ name }) => name.slice(0, 3)))]);
    await migrate(first);
    for (const database of opened) await database.close();
  });

  it("of a newer Teczka is refused by name, and left as it is", async () => {
    const path = join(folder, "store.sqlite");
    const newer = await openSqlite(path);
    const added = { name: "999-of-the-future", applied_at: "2030-01-01T00:00:00.000Z" };
    await newer.db.insertInto("schema_migrations").values(added).execute();
    await newer.close();
    await expect(openSqlite(path)).rejects.toMatchObject({ code: "store_newer" });
    await expect(openSqlite(path)).rejects.toThrow("999-of-the-future");
  });

  it("is all there or not at all when a batch fails in the middle", async () => {
    const database = await openSqlite(":memory:");
    const broken = database.batch([
      { sql: "CREATE TABLE half (id INTEGER PRIMARY KEY)", parameters: [] },
      { sql: "INSERT INTO schema_migrations (name, applied_at) VALUES ('001-documents', 'again')", parameters: [] },
    ]);
    await expect(broken).rejects.toThrow("UNIQUE");
    await expect(database.batch([{ sql: "DROP TABLE half", parameters: [] }])).rejects.toMatchObject({
      code: "store_broken",
    });
    await database.close();
  });
});
