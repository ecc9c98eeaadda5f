import { Kysely } from "kysely";
import { D1Dialect } from "kysely-d1";
import { TeczkaError } from "../../core/errors.ts";
import type { SqlDatabase } from "../sql/database.ts";
import type { Schema } from "../sql/schema.ts";
import type { D1Binding, D1Statement } from "./binding.ts";

/** D1 as the stores see SQL. A batch of D1 is a transaction. The caller migrates. */
export function openD1(binding: D1Binding): SqlDatabase {
  const database = { prepare: (sql: string) => named(binding.prepare(sql)) };
  return {
    dialect: "d1",
    db: new Kysely<Schema>({ dialect: new D1Dialect({ database }) }),
    batch: async (statements) => {
      if (statements.length === 0) return;
      const bound = statements.map(({ sql, parameters }) => binding.prepare(sql).bind(...parameters));
      await binding.batch(bound).catch(fail);
    },
    close: async () => undefined,
  };
}

/** The statement, whose failures name the store. */
function named(statement: D1Statement): D1Statement {
  return { bind: (...values) => named(statement.bind(...values)), all: () => statement.all().catch(fail) };
}

/**
 * D1 tells failures by message alone. What a caller's values broke (a key that is taken, an append-only table) passes
 * as it came; all else is an outage, and never an empty answer.
 */
function fail(error: unknown): never {
  if (error instanceof Error && /SQLITE_CONSTRAINT|constraint failed|append-only/.test(error.message)) throw error;
  throw new TeczkaError(
    "unavailable",
    "store_unavailable",
    "Baza D1 nie odpowiada albo nie ma budowy, jakiej oczekuje Teczka.",
    "Sprawdź powiązanie DB w wrangler.toml i wypełnij bazę: npm run worker.",
    { cause: error },
  );
}
