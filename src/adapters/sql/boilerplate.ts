import { findBoilerplate } from "../../core/text/boilerplate.ts";
import type { SqlDatabase } from "./database.ts";
import { isCurrent } from "./document-rows.ts";

const cacheKey = "boilerplate";

/** Computed once for each state of the archive and kept beside it. */
export async function boilerplateOf(
  database: SqlDatabase,
  fingerprint: () => Promise<string>,
): Promise<ReadonlySet<string>> {
  const { db } = database;
  const now = await fingerprint();
  const cached = await db.selectFrom("archive_cache").selectAll().where("key", "=", cacheKey).executeTakeFirst();
  if (cached?.fingerprint === now) return new Set(JSON.parse(cached.value) as string[]);
  const lines = findBoilerplate(await pageTexts(database));
  const row = { key: cacheKey, fingerprint: now, value: JSON.stringify([...lines]) };
  await db
    .insertInto("archive_cache")
    .values(row)
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ fingerprint: row.fingerprint, value: row.value }))
    .execute();
  return lines;
}

async function pageTexts({ db }: SqlDatabase): Promise<string[][]> {
  const rows = await db
    .selectFrom("documents")
    .innerJoin("pages", (join) =>
      join.onRef("pages.document", "=", "documents.id").onRef("pages.version", "=", "documents.version"),
    )
    .select(["documents.id", "pages.text"])
    .where(isCurrent)
    .orderBy("documents.id")
    .execute();
  const documents = new Map<string, string[]>();
  for (const { id, text } of rows) {
    const pages = documents.get(id);
    if (pages) pages.push(text);
    else documents.set(id, [text]);
  }
  return [...documents.values()];
}
