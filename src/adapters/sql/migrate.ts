import { sql } from "kysely";
import { TeczkaError } from "../../core/errors.ts";
import { isUniqueViolation, type SqlDatabase } from "./database.ts";
import { migrations } from "./migrations/all.ts";
import type { Migration } from "./migrations/migration.ts";

/**
 * Brings the store to this software's schema. Each migration is one batch that begins with its own row in
 * schema_migrations: of two processes that start at once one writes it, the other fails on the key and goes on.
 * (Kysely's own Migrator reads tables that D1 forbids.)
 * @throws TeczkaError `store_newer` when a newer Teczka has written the store
 */
export async function migrate(database: SqlDatabase): Promise<void> {
  const { db } = database;
  await sql`CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)`.execute(db);
  const applied = await db.selectFrom("schema_migrations").select("name").execute();
  const names = new Set(applied.map((row) => row.name));
  const unknown = [...names].filter((name) => !migrations.some((migration) => migration.name === name)).sort();
  if (unknown.length > 0) {
    throw new TeczkaError(
      "invalid",
      "store_newer",
      `Magazyn danych zapisała nowsza wersja Teczki (zmiany schematu: ${unknown.join(", ")}).`,
      "Uruchom nowszą wersję Teczki albo wskaż inny katalog w TECZKA_DATA.",
    );
  }
  for (const migration of migrations) {
    if (!names.has(migration.name)) await apply(database, migration);
  }
}

async function apply(database: SqlDatabase, migration: Migration): Promise<void> {
  const mark = {
    sql: "INSERT INTO schema_migrations (name, applied_at) VALUES (?, ?)",
    parameters: [migration.name, new Date().toISOString()],
  };
  const ddl = migration.statements.map((statement) => ({ sql: statement, parameters: [] }));
  try {
    await database.batch([mark, ...ddl]);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
}
