import { type SqlBool, sql } from "kysely";
import type { Access } from "../../core/access.ts";
import { sha256Hex } from "../../core/canonical-json.ts";
import type { DocumentRef, StoredDocument } from "../../core/document.ts";
import { TeczkaError } from "../../core/errors.ts";
import type { DocumentFilter, DocumentStore, Slice } from "../../core/ports/document-store.ts";
import { boilerplateOf } from "./boilerplate.ts";
import { isUniqueViolation, listed, type SqlDatabase } from "./database.ts";
import { deletesOf, insertsOf, isCurrent, refOf, visibleTo } from "./document-rows.ts";
import { partColumns, storedDocumentOf } from "./document-parts.ts";
import { page, passages } from "./document-texts.ts";
import { checkFacts } from "./integrity.ts";
import { perAccess } from "./per-access.ts";
import { bumpRevision } from "./revision.ts";

/** @param now the time of an ingest, for `ingestedAt` */
export function createDocumentStore(database: SqlDatabase, now: () => Date = () => new Date()): DocumentStore {
  const { db } = database;
  const fingerprint = perAccess(database, (access) => fingerprintOf(database, access));
  const boilerplate = perAccess(database, (access) => boilerplateOf(database, access));
  const wholeFacts = perAccess(database, (access) => checkFacts(database, access));
  return {
    findSame: async (id, sha256, reader) => {
      const row = await db.selectFrom("documents").selectAll().where("id", "=", id).where(isCurrent).executeTakeFirst();
      return row && row.sha256 === sha256 && row.reader === reader ? refOf(row) : undefined;
    },

    stage: async (document) => {
      const newest = await db
        .selectFrom("documents")
        .select((eb) => eb.fn.max("version").as("version"))
        .where("id", "=", document.id)
        .executeTakeFirst();
      const version = Number(newest?.version ?? 0) + 1;
      try {
        await database.batch(insertsOf(database, document, version, now().toISOString()));
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        throw takenMeanwhile(document.path, error);
      }
      const { id, fileName, path, sha256, title } = document;
      return { id, version, fileName, path, sha256, ...(title === undefined ? {} : { title }) };
    },

    publish: (ref) => publish(database, ref),
    discardStaged: () => discardStaged(database),

    list: async (filter, slice) => {
      if (filter.facts) await wholeFacts(filter.access);
      const rows = await sliced(select(database, filter).orderBy("path").orderBy("id"), slice).execute();
      return rows.map(storedDocumentOf);
    },

    countOf: async (filter) => {
      if (filter.facts) await wholeFacts(filter.access);
      const row = await matching(database, filter)
        .select((eb) => eb.fn.countAll().as("documents"))
        .executeTakeFirst();
      return Number(row?.documents ?? 0);
    },

    get: async (id, access) => {
      const row = await select(database, { access, ids: [id] }).executeTakeFirst();
      return row && storedDocumentOf(row);
    },

    resolve: (reference, access) => resolve(database, reference, access),

    page: (id, number, access, version) => page(database, id, number, access, version),

    passages: (ref) => passages(database, ref),

    boilerplateLines: boilerplate,
    fingerprint,
    count: (access) => count(database, access),
  };
}

function select(database: SqlDatabase, filter: DocumentFilter) {
  return matching(database, filter).selectAll("documents").select(partColumns(filter.access));
}

function sliced<Query extends { limit(limit: number): { offset(offset: number): Query } }>(
  query: Query,
  slice: Slice | undefined,
): Query {
  return slice ? query.limit(slice.limit).offset(slice.offset ?? 0) : query;
}

function matching({ db }: SqlDatabase, filter: DocumentFilter) {
  let query = db.selectFrom("documents").where(isCurrent).where(visibleTo(filter.access));
  if (filter.ids) query = query.where("id", "in", listed(filter.ids));
  if (filter.kinds) query = query.where("kind", "in", listed(filter.kinds));
  const facts = filter.facts;
  if (facts) {
    query = query.where(({ eb, selectFrom, refTuple }) =>
      eb(
        refTuple("documents.id", "documents.version"),
        "in",
        selectFrom("facts")
          .select(["facts.document", "facts.version"])
          .where((fact) =>
            fact.or(
              facts.map(({ field, value, startsWith }) =>
                fact.and([
                  fact("field", "=", field),
                  // A range, not LIKE: it uses the index, and no sign of the value is a wildcard.
                  ...(startsWith
                    ? [fact("value", ">=", value), fact("value", "<", `${value}\uFFFF`)]
                    : [fact("value", "=", value)]),
                ]),
              ),
            ),
          )
          .$asTuple("document", "version"),
      ),
    );
  }
  if (filter.unreadable) {
    query = query.where(({ eb, selectFrom, refTuple }) =>
      eb(
        refTuple("documents.id", "documents.version"),
        "in",
        selectFrom("pages")
          .select(["pages.document", "pages.version"])
          .where("pages.unreadable", "is not", null)
          .$asTuple("document", "version"),
      ),
    );
  }
  return query;
}

/** The version before is retired only if this one is there to take its place: else nothing would be left to read. */
async function publish(database: SqlDatabase, ref: DocumentRef): Promise<void> {
  const { db } = database;
  const document = db.updateTable("documents").where("id", "=", ref.id);
  const staged = db
    .selectFrom("documents as staged")
    .select("staged.version")
    .where("staged.id", "=", ref.id)
    .where("staged.version", "=", ref.version)
    .where("staged.sha256", "=", ref.sha256)
    .where("staged.state", "=", "staged");
  try {
    await database.batch([
      document
        .set({ state: "old" })
        .where("state", "=", "current")
        .where("version", "<", ref.version)
        .where((eb) => eb.exists(staged))
        .compile(),
      document
        .set({ state: "current" })
        .where("state", "=", "staged")
        .where("version", "=", ref.version)
        .where("sha256", "=", ref.sha256)
        .compile(),
      bumpRevision(),
    ]);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw takenMeanwhile(ref.path, error);
  }
  const current = await db
    .selectFrom("documents")
    .select("version")
    .where("id", "=", ref.id)
    .where(isCurrent)
    .executeTakeFirst();
  if (current?.version !== ref.version) throw takenMeanwhile(ref.path);
}

function takenMeanwhile(path: string, cause?: unknown): TeczkaError {
  return new TeczkaError(
    "conflict",
    "document_published_meanwhile",
    `Dokument „${path}” wczytywał w tym samym czasie inny proces; ta wersja nie została zapisana.`,
    "Poczekaj na koniec drugiego wczytywania i powtórz polecenie; wersja już zapisana pozostaje.",
    { cause },
  );
}

async function discardStaged(database: SqlDatabase): Promise<DocumentRef[]> {
  const rows = await database.db.selectFrom("documents").selectAll().where(sql<SqlBool>`state = 'staged'`).execute();
  for (const row of rows) await database.batch(deletesOf(database, row.id, row.version));
  return rows.map(refOf);
}

async function resolve(database: SqlDatabase, reference: string, access: Access): Promise<StoredDocument | undefined> {
  for (const column of ["id", "path", "file_name", "sha256"] as const) {
    const rows = await select(database, { access }).where(column, "=", reference).orderBy("path").execute();
    const [row] = rows;
    if (!row) continue;
    if (rows.length > 1) {
      throw new TeczkaError(
        "conflict",
        "document_ambiguous",
        `„${reference}” pasuje do kilku dokumentów: ${rows.map((found) => found.path).join(", ")}.`,
        "Podaj ścieżkę albo identyfikator jednego z nich.",
      );
    }
    return storedDocumentOf(row);
  }
  return undefined;
}

async function fingerprintOf({ db }: SqlDatabase, access: Access): Promise<string> {
  const documents = await db
    .selectFrom("documents")
    .select(["id", "version", "sha256"])
    .where(isCurrent)
    .where(visibleTo(access))
    .orderBy("id")
    .execute();
  const files = await db
    .selectFrom("register_files")
    .select(["register", "file", "sha256"])
    .where("state", "=", "current")
    .orderBy("register")
    .orderBy("file")
    .execute();
  const lines = [
    ...documents.map(({ id, version, sha256 }) => `${id}@${version}:${sha256}`),
    ...files.map(({ register, file, sha256 }) => `${register}/${file}:${sha256}`),
  ];
  return sha256Hex(lines.join("\n"));
}

async function count(
  { db }: SqlDatabase,
  access: Access,
): Promise<{ documents: number; pages: number; unreadablePages: number }> {
  const totals = await db
    .selectFrom("documents")
    .select((eb) => [eb.fn.countAll().as("documents"), eb.fn.sum("page_count").as("pages")])
    .where(isCurrent)
    .where(visibleTo(access))
    .executeTakeFirst();
  const unreadable = await db
    .selectFrom("pages")
    .innerJoin("documents", (join) =>
      join.onRef("pages.document", "=", "documents.id").onRef("pages.version", "=", "documents.version"),
    )
    .select((eb) => eb.fn.countAll().as("pages"))
    .where(isCurrent)
    .where("pages.unreadable", "is not", null)
    .where(visibleTo(access))
    .executeTakeFirst();
  return {
    documents: Number(totals?.documents ?? 0),
    pages: Number(totals?.pages ?? 0),
    unreadablePages: Number(unreadable?.pages ?? 0),
  };
}
