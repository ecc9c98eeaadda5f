import type { SqlDatabase } from "./database.ts";

/** Rows deleted in one batch: bounds memory and keeps a running service waiting for moments only. */
const deletedPerBatch = 20_000;

/** In place of an import's count of rows: it is being swept away and can no longer become current. */
export const condemned = -1;

/**
 * Away with what was replaced, and with what a killed import left behind. Condemned first, so that an import that is
 * still at work on it can never publish what is half swept; its file row goes last, so that a killed sweep is resumed.
 */
export async function sweep(database: SqlDatabase): Promise<void> {
  const { db } = database;
  await db.updateTable("register_files").set({ row_count: condemned }).where("state", "=", "staged").execute();
  const left = await db.selectFrom("register_files").select("import_id").where("state", "=", "staged").execute();
  for (const { import_id } of left) await discard(database, import_id);
}

export async function discard({ db }: SqlDatabase, importId: string): Promise<void> {
  const { row } = await db
    .selectFrom("register_rows")
    .select((eb) => eb.fn.max("row").as("row"))
    .where("import_id", "=", importId)
    .executeTakeFirstOrThrow();
  for (let from = 0; from <= Number(row ?? 0); from += deletedPerBatch) {
    await db
      .deleteFrom("register_rows")
      .where("import_id", "=", importId)
      .where("row", ">=", from)
      .where("row", "<", from + deletedPerBatch)
      .execute();
  }
  for (const table of ["register_terms", "register_columns"] as const) {
    const { last } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.max("chunk").as("last"))
      .where("import_id", "=", importId)
      .executeTakeFirstOrThrow();
    for (let chunk = 0; chunk <= Number(last ?? -1); chunk += 1)
      await db.deleteFrom(table).where("import_id", "=", importId).where("chunk", "=", chunk).execute();
  }
  await db.deleteFrom("register_files").where("import_id", "=", importId).execute();
}
