import type { Access } from "../../core/access.ts";
import type { UnreadableReason } from "../../core/document.ts";
import { listed, type SqlDatabase } from "./database.ts";
import { type DocumentParts, type DocumentRow, factOf, visibleTo } from "./document-rows.ts";

/** Labels, facts, unreadable pages and duplicates of many documents at once: four queries, however many rows. */
export async function partsOf(
  database: SqlDatabase,
  rows: readonly DocumentRow[],
  access: Access,
): Promise<(row: DocumentRow) => DocumentParts> {
  const { db } = database;
  if (rows.length === 0) return () => ({ labels: [], facts: [], unreadablePages: [] });
  const ids = listed(rows.map((row) => row.id));
  const labels = group(
    await db.selectFrom("document_labels").selectAll().where("document", "in", ids).orderBy("label").execute(),
    (row) => row.label,
  );
  const facts = group(
    await db.selectFrom("facts").selectAll().where("document", "in", ids).orderBy("position").execute(),
    factOf,
  );
  const pages = group(
    await db
      .selectFrom("pages")
      .select(["document", "version", "number", "unreadable"])
      .where("document", "in", ids)
      .where("unreadable", "is not", null)
      .orderBy("number")
      .execute(),
    (row) => ({ page: row.number, reason: row.unreadable as UnreadableReason }),
  );
  const firstWithBytes = await firstsBySha256(database, rows, access);
  return (row) => {
    const key = keyOf(row.id, row.version);
    const first = firstWithBytes.get(row.sha256);
    return {
      labels: labels.get(key) ?? [],
      facts: facts.get(key) ?? [],
      unreadablePages: pages.get(key) ?? [],
      duplicateOf: first === row.id ? undefined : first,
    };
  };
}

/** For the bytes of each of these documents, the first document by path that has them and that the asker may see. */
async function firstsBySha256(
  { db }: SqlDatabase,
  of: readonly DocumentRow[],
  access: Access,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("documents")
    .select(["sha256", "id"])
    .where("state", "=", "current")
    .where("sha256", "in", listed([...new Set(of.map((row) => row.sha256))]))
    .where(visibleTo(access))
    .orderBy("path", "desc")
    .orderBy("id", "desc")
    .execute();
  return new Map(rows.map((row) => [row.sha256, row.id]));
}

function group<Row extends { document: string; version: number }, T>(
  rows: readonly Row[],
  of: (row: Row) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row.document, row.version);
    const list = groups.get(key);
    if (list) list.push(of(row));
    else groups.set(key, [of(row)]);
  }
  return groups;
}

function keyOf(id: string, version: number): string {
  return `${id}@${version}`;
}
