import { sql } from "kysely";
import type { DocumentKind } from "../../core/document.ts";
import { accessKeyOf, type IndexLedger, type LedgerState, type VersionKey } from "../../core/ports/index-ledger.ts";
import { listed, type SqlDatabase, type Statement } from "./database.ts";
import { currentLabels, isCurrent, refOf } from "./document-rows.ts";
import { bumpRevision, perRevision } from "./revision.ts";

/** The ledger of a passage index kept elsewhere, beside the documents, so that both change in one batch. */
export function createIndexLedger(database: SqlDatabase): IndexLedger {
  const { db } = database;
  const states = new Map<string, () => Promise<LedgerState>>();
  return {
    ...writing(database),

    archive: () => identityOf(database),

    state: (collection) => {
      let state = states.get(collection);
      if (!state) states.set(collection, (state = perRevision(database, () => loadState(database, collection))));
      return state();
    },

    removals: async (collection) => {
      const row = await db
        .selectFrom("index_collections")
        .select("removals")
        .where("name", "=", collection)
        .executeTakeFirst();
      return row?.removals ?? 0;
    },

    // No reader sees a difference: a version that leaves is passed over already.
    forget: (collection, { id, version }) =>
      database.batch([
        db
          .deleteFrom("index_ledger")
          .where("collection", "=", collection)
          .where("document", "=", id)
          .where("version", "=", version)
          .compile(),
      ]),

    drop: (collection) =>
      database.batch([
        db.deleteFrom("index_ledger").where("collection", "=", collection).compile(),
        db.deleteFrom("index_term_counts").where("collection", "=", collection).compile(),
        db.deleteFrom("index_collections").where("name", "=", collection).compile(),
        bumpRevision(),
      ]),

    leftovers: async (collection) => {
      const { rows } = await sql<VersionKey>`select document as id, version from index_ledger
        where collection = ${collection} and (state = 'leaving' or not exists (select 1 from documents
          where documents.id = index_ledger.document and documents.version = index_ledger.version
          and documents.state in ('current', 'staged'))) order by document, version`.execute(db);
      return rows;
    },

    collections: async () => {
      const rows = await db.selectFrom("index_ledger").select("collection").distinct().orderBy("collection").execute();
      return rows.map(({ collection }) => collection);
    },

    frequencies: async (collection, accessKeys, terms) => {
      const rows = await db
        .selectFrom("index_term_counts")
        .select(["term", (eb) => eb.fn.sum("passages").as("passages")])
        .where("collection", "=", collection)
        .where("access", "in", listed(accessKeys))
        .where("term", "in", listed(terms))
        .groupBy("term")
        .execute();
      return new Map(rows.map(({ term, passages }) => [term, Number(passages)] as const).filter(([, n]) => n > 0));
    },
  };
}

/** What happens to a version, from its first point to its last. */
function writing(database: SqlDatabase): Pick<IndexLedger, "begin" | "complete" | "leave"> {
  return {
    begin: async (collection, { id, version, access, passages }) => {
      const known = await rowOf(database, collection, { id, version });
      await database.batch([
        uncount(collection, { id, version }),
        {
          sql: `INSERT INTO index_ledger (collection, document, version, access, passages, state, terms)
            VALUES (?, ?, ?, ?, ?, 'writing', NULL) ON CONFLICT (collection, document, version)
            DO UPDATE SET access = excluded.access, passages = excluded.passages, state = 'writing', terms = NULL`,
          parameters: [collection, id, version, access, passages],
        },
        ...(known ? [countRemoval(collection)] : []),
        bumpRevision(),
      ]);
      return known !== undefined;
    },

    complete: (collection, { id, version }, passagesByTerm) => {
      const terms = JSON.stringify([...passagesByTerm]);
      return database.batch([
        {
          sql: `INSERT INTO index_term_counts (collection, access, term, passages)
            SELECT ledger.collection, ledger.access, counts.value ->> 0, counts.value ->> 1
            FROM index_ledger AS ledger CROSS JOIN json_each(?) AS counts
            WHERE ledger.collection = ? AND ledger.document = ? AND ledger.version = ? AND ledger.state = 'writing'
            ${addUp}`,
          parameters: [terms, collection, id, version],
        },
        {
          sql: `UPDATE index_ledger SET state = 'whole', terms = ?
            WHERE collection = ? AND document = ? AND version = ? AND state = 'writing'`,
          parameters: [terms, collection, id, version],
        },
        bumpRevision(),
      ]);
    },

    leave: (collection, { id, version }) =>
      database.batch([
        uncount(collection, { id, version }),
        {
          sql: `UPDATE index_ledger SET state = 'leaving', terms = NULL
            WHERE collection = ? AND document = ? AND version = ?`,
          parameters: [collection, id, version],
        },
        countRemoval(collection),
        bumpRevision(),
      ]),
  };
}

const addUp = "ON CONFLICT (collection, access, term) DO UPDATE SET passages = passages + excluded.passages";

/** What the version was counted with is taken off again; of one that is not counted, nothing. */
function uncount(collection: string, { id, version }: VersionKey): Statement {
  return {
    sql: `INSERT INTO index_term_counts (collection, access, term, passages)
      SELECT ledger.collection, ledger.access, counts.value ->> 0, -(counts.value ->> 1)
      FROM index_ledger AS ledger CROSS JOIN json_each(ledger.terms) AS counts
      WHERE ledger.collection = ? AND ledger.document = ? AND ledger.version = ? AND ledger.terms IS NOT NULL
      ${addUp}`,
    parameters: [collection, id, version],
  };
}

function countRemoval(collection: string): Statement {
  return {
    sql: `INSERT INTO index_collections (name, removals) VALUES (?, 1)
      ON CONFLICT (name) DO UPDATE SET removals = removals + 1`,
    parameters: [collection],
  };
}

function rowOf({ db }: SqlDatabase, collection: string, { id, version }: VersionKey) {
  return db
    .selectFrom("index_ledger")
    .select("state")
    .where("collection", "=", collection)
    .where("document", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
}

async function identityOf(database: SqlDatabase): Promise<string> {
  const read = () => database.db.selectFrom("archive_state").select("identity").executeTakeFirstOrThrow();
  const known = (await read()).identity;
  if (known) return known;
  const made = {
    sql: "UPDATE archive_state SET identity = ? WHERE identity IS NULL",
    parameters: [crypto.randomUUID()],
  };
  await database.batch([made]);
  return (await read()).identity as string;
}

async function loadState(database: SqlDatabase, collection: string): Promise<LedgerState> {
  const { db } = database;
  const rows = await db
    .selectFrom("documents")
    .leftJoin("index_ledger", (join) =>
      join
        .onRef("index_ledger.document", "=", "documents.id")
        .onRef("index_ledger.version", "=", "documents.version")
        .on("index_ledger.collection", "=", collection),
    )
    .selectAll("documents")
    .select("index_ledger.state as indexed")
    .where(isCurrent)
    .orderBy("documents.path")
    .orderBy("documents.id")
    .execute();
  const labels = await currentLabels(database);
  const { rows: unpublished } = await sql<VersionKey>`select document as id, version from index_ledger
    where collection = ${collection} and not exists (select 1 from documents where documents.id = index_ledger.document
      and documents.version = index_ledger.version and documents.state = 'current')
    order by document, version`.execute(db);
  const whole = await db
    .selectFrom("index_ledger")
    .select((eb) => eb.fn.sum("passages").as("points"))
    .where("collection", "=", collection)
    .where("state", "=", "whole")
    .executeTakeFirst();
  return {
    current: rows.map((row) => {
      const own = labels.get(`${row.id}@${row.version}`) ?? [];
      return {
        ref: refOf(row),
        kind: row.kind as DocumentKind,
        labels: own,
        access: accessKeyOf(own),
        passages: row.passage_count,
        whole: row.indexed === "whole",
      };
    }),
    unpublished,
    points: Number(whole?.points ?? 0),
  };
}
