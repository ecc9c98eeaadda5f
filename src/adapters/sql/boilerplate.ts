import type { Access } from "../../core/access.ts";
import type { DocumentRef } from "../../core/document.ts";
import { boilerplateKeys, findBoilerplate, type MarkedDocument, markOf } from "../../core/text/boilerplate.ts";
import type { SqlDatabase, Statement } from "./database.ts";
import { insertOfLines } from "./document-lines.ts";
import { isCurrent, visibleTo } from "./document-rows.ts";
import { bytesOf } from "./postings.ts";

/** Documents of one statement: bounds memory. */
const documentsAtOnce = 500;
/** The same of those whose text is read. */
const textsAtOnce = 50;

type Version = Pick<DocumentRef, "id" | "version">;

/** Lines that stand in half of the documents that the asker may see. No text is read but of documents that hold one. */
export async function boilerplateOf(database: SqlDatabase, access: Access): Promise<ReadonlySet<string>> {
  await markUnmarked(database);
  const { total } = await database.db
    .selectFrom("documents")
    .select((eb) => eb.fn.countAll().as("total"))
    .where(isCurrent)
    .where(visibleTo(access))
    .executeTakeFirstOrThrow();
  const common = await findBoilerplate(() => markedDocuments(database, access), Number(total));
  const lines = new Set<string>();
  for (const version of new Set(common.values())) {
    const { id, version: number } = JSON.parse(version) as Version;
    for (const key of boilerplateKeys(await textsOf(database, { id, version: number })))
      if (common.has(markOf(key))) lines.add(key);
  }
  return lines;
}

/** Documents that an older Teczka took in. */
async function markUnmarked(database: SqlDatabase): Promise<void> {
  for (;;) {
    const unmarked = await database.db
      .selectFrom("documents")
      .leftJoin("document_lines", (join) =>
        join
          .onRef("document_lines.document", "=", "documents.id")
          .onRef("document_lines.version", "=", "documents.version"),
      )
      .select(["documents.id", "documents.version"])
      .where(isCurrent)
      .where("document_lines.document", "is", null)
      .limit(textsAtOnce)
      .execute();
    if (unmarked.length === 0) return;
    const statements: Statement[] = [];
    for (const version of unmarked) statements.push(insertOfLines(version, await textsOf(database, version)));
    await database.batch(statements);
  }
}

async function textsOf({ db }: SqlDatabase, { id, version }: Version): Promise<string[]> {
  const rows = await db
    .selectFrom("pages")
    .select("text")
    .where("document", "=", id)
    .where("version", "=", version)
    .execute();
  return rows.map(({ text }) => text);
}

async function* markedDocuments({ db }: SqlDatabase, access: Access): AsyncGenerator<MarkedDocument> {
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("documents")
      .innerJoin("document_lines", (join) =>
        join
          .onRef("document_lines.document", "=", "documents.id")
          .onRef("document_lines.version", "=", "documents.version"),
      )
      .select(["documents.id", "documents.version", "document_lines.marks"])
      .where(isCurrent)
      .where(visibleTo(access))
      .where("documents.id", ">", after)
      .orderBy("documents.id")
      .limit(documentsAtOnce)
      .execute();
    for (const { id, version, marks } of rows) yield { key: JSON.stringify({ id, version }), marks: marksOf(marks) };
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** What a database hands over may begin anywhere in a larger buffer, where no Float64Array can. */
function marksOf(blob: unknown): Float64Array {
  const bytes = bytesOf(blob);
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  return new Float64Array(buffer, byteOffset, byteLength / 8);
}
