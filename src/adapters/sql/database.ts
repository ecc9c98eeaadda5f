import { type Kysely, type RawBuilder, sql } from "kysely";
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

/** A key that is taken, as each database words it. Not-null and check failures are bugs of ours and pass as such. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && /UNIQUE constraint failed|duplicate key/i.test(error.message);
}

/** A list of any length as one bound value, for `in`: D1 binds at most 100 values a statement. */
export function listed<T extends string | number>(values: readonly T[]): RawBuilder<T> {
  return sql<T>`(select value from json_each(${JSON.stringify(values)}))`;
}
