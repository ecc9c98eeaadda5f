import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/** One SQL statement with its values; `CompiledQuery` of Kysely fits. D1 takes at most 100 values and 100 KB a statement. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * SQL as every store here uses it, on SQLite, D1 and PostgreSQL alike. D1 has no interactive transactions, so what
 * must hold together goes through `batch`: all statements or none, in order.
 */
export interface SqlDatabase {
  readonly dialect: "sqlite" | "d1" | "postgres";
  readonly db: Kysely<Schema>;
  /** Runs all statements in one transaction; a key, check or foreign-key failure undoes all. Returns rows changed by each. */
  batch(statements: readonly Statement[]): Promise<number[]>;
  close(): Promise<void>;
}
