import { afterEach } from "vitest";
import type { Harness } from "../../../core/ports/test-support/harness.ts";
import { openSqlite } from "../../sqlite/open.ts";
import type { SqlDatabase } from "../database.ts";

const opened: SqlDatabase[] = [];

/** Stores in memory, on real SQLite; closed after each test. */
export function sqliteHarness<Store>(make: (database: SqlDatabase) => Store): Harness<Store> {
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
  });
  const open = async () => {
    const database = await openSqlite(":memory:");
    opened.push(database);
    return database;
  };
  return {
    open: async () => make(await open()),
    broken: async () => {
      const database = await open();
      await database.close();
      return make(database);
    },
  };
}
