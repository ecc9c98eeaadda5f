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
  /** Runs all statements in one transaction; a key, check or foreign-key failure undoes all. */
  batch(statements: readonly Statement[]): Promise<void>;
  close(): Promise<void>;
}

/** D1 binds at most 100 values a statement. */
export const maxParameters = 100;

/** A key, check or foreign-key failure, as each database words it. */
export function isConstraintError(error: unknown): boolean {
  return error instanceof Error && /constraint|duplicate key/i.test(error.message);
}

/** Rows in groups small enough that `columns` values a row fit one statement. */
export function chunksFor<T>(rows: readonly T[], columns: number): T[][] {
  const size = Math.max(1, Math.floor(maxParameters / columns));
  const chunks: T[][] = [];
  for (let at = 0; at < rows.length; at += size) chunks.push(rows.slice(at, at + size));
  return chunks;
}
