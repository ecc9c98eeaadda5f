import type { Access } from "../../core/access.ts";
import { findBoilerplate } from "../../core/text/boilerplate.ts";
import type { SqlDatabase } from "./database.ts";
import { isCurrent, visibleTo } from "./document-rows.ts";

/**
 * Computed once for each state of the archive and kept beside it.
 *
 * @param seer the same for every access that sees the same documents (perAccess)
 */
export async function boilerplateOf(
  database: SqlDatabase,
  access: Access,
  seer: string,
  fingerprint: (access: Access) => Promise<string>,
): Promise<ReadonlySet<string>> {
  const { db } = database;
  const now = await fingerprint(access);
  const cacheKey = `boilerplate ${seer}`;
  const cached = await db.selectFrom("archive_cache").selectAll().where("key", "=", cacheKey).executeTakeFirst();
  if (cached?.fingerprint === now) return new Set(JSON.parse(cached.value) as string[]);
  const lines = findBoilerplate(await pageTexts(database, access));
  const row = { key: cacheKey, fingerprint: now, value: JSON.stringify([...lines]) };
  await db
    .insertInto("archive_cache")
    .values(row)
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ fingerprint: row.fingerprint, value: row.value }))
    .execute();
  return lines;
}

async function pageTexts({ db }: SqlDatabase, access: Access): Promise<string[][]> {
  const rows = await db
    .selectFrom("documents")
    .innerJoin("pages", (join) =>
      join.onRef("pages.document", "=", "documents.id").onRef("pages.version", "=", "documents.version"),
    )
    .select(["documents.id", "pages.text"])
    .where(isCurrent)
    .where(visibleTo(access))
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
