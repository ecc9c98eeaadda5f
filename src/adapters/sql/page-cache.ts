import { sql } from "kysely";
import type { SqlDatabase } from "./database.ts";

/**
 * Work beside which SQLite keeps no more than so many kibibytes of pages: what is written in order and read once gains
 * nothing by more. Other databases look after themselves.
 */
export async function withPageCache<T>({ db, dialect }: SqlDatabase, kibibytes: number, work: () => Promise<T>) {
  if (dialect !== "sqlite") return work();
  const { rows } = await sql<{ cache_size: number }>`pragma cache_size`.execute(db);
  await sql`pragma cache_size = ${sql.lit(-kibibytes)}`.execute(db);
  try {
    return await work();
  } finally {
    await sql`pragma cache_size = ${sql.lit(rows[0]?.cache_size ?? 0)}`.execute(db);
  }
}
