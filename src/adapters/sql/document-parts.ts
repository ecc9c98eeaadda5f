import type { Access } from "../../core/access.ts";
import type { DocumentFact, UnreadableReason } from "../../core/document.ts";
import type { SqlDatabase } from "./database.ts";
import { type DocumentParts, type DocumentRow, factOf, visibleTo } from "./document-rows.ts";

/**
 * Labels, facts, unreadable pages and duplicates of many documents at once: four queries, however many rows. For more
 * documents than D1 binds in one statement the whole table is read and matched here.
 */
export async function partsOf(
  { db }: SqlDatabase,
  rows: readonly DocumentRow[],
  access: Access,
): Promise<(row: DocumentRow) => DocumentParts> {
  const few = rows.length <= 90 ? rows.map((row) => row.id) : undefined;
  const ids = few && few.length > 0 ? few : [""];
  let labelQuery = db.selectFrom("document_labels").selectAll();
  let factQuery = db.selectFrom("facts").selectAll().orderBy("position");
  let pageQuery = db
    .selectFrom("pages")
    .select(["document", "version", "number", "unreadable"])
    .where("unreadable", "is not", null);
  if (few) {
    labelQuery = labelQuery.where("document", "in", ids);
    factQuery = factQuery.where("document", "in", ids);
    pageQuery = pageQuery.where("document", "in", ids);
  }
  const labels = group(await labelQuery.execute(), (row) => row.label);
  const facts = group<{ document: string; version: number }, DocumentFact>(await factQuery.execute(), (row) =>
    factOf(row as Parameters<typeof factOf>[0]),
  );
  const pages = group(await pageQuery.orderBy("number").execute(), (row) => ({
    page: row.number,
    reason: row.unreadable as UnreadableReason,
  }));
  const firstWithBytes = await firstsBySha256({ db } as SqlDatabase, access);
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

/** Of each set of equal files that the asker may see, the first by path. */
async function firstsBySha256({ db }: SqlDatabase, access: Access): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("documents")
    .select(["sha256", "id"])
    .where("state", "=", "current")
    .where(visibleTo(access))
    .where("sha256", "in", (eb) =>
      eb
        .selectFrom("documents as twins")
        .select("twins.sha256")
        .where("twins.state", "=", "current")
        .groupBy("twins.sha256")
        .having((having) => having.fn.countAll(), ">", 1),
    )
    .orderBy("path", "desc")
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
