import { type Selectable, sql } from "kysely";
import type { DocumentRef } from "../../core/document.ts";
import { TeczkaError } from "../../core/errors.ts";
import type { Embedder } from "../../core/ports/embedder.ts";
import type { IndexableDocument } from "../../core/ports/passage-index.ts";
import { embeddedTextOf } from "../../core/ranking/embedded-text.ts";
import { centreOf } from "./centre.ts";
import type { SqlDatabase, Statement } from "./database.ts";
import { packVectors, unpackVectors } from "./dense-vectors.ts";
import { isCurrent } from "./document-rows.ts";
import type { IndexSnapshot } from "./index-snapshot.ts";
import { type Near, nearestOf, type SignedVectors, signed } from "./nearest.ts";
import { bytesOf } from "./postings.ts";
import { bumpRevision, perRevision } from "./revision.ts";
import type { Schema } from "./schema.ts";

/** Passages of a row, and versions whose vectors are read by one statement: both bound memory. */
const passagesOfRow = 1000;
const versionsAtOnce = 500;

/** The half of the embedded index that finds by meaning: vectors in SQL, compared here. */
export interface DenseIndex {
  put(ref: DocumentRef, document: IndexableDocument): Promise<void>;
  embedQuery(text: string): Promise<Float32Array>;
  /**
   * How to get the so many passages of the candidates that are nearest to the query; `undefined` when the archive has
   * changed since the snapshot was taken.
   * @throws TeczkaError `index_wrong_dimension`
   */
  ranking(
    snapshot: IndexSnapshot,
    candidates: Uint8Array,
    query: Float32Array,
  ): Promise<((limit: number) => Near[]) | undefined>;
  /** `document@version` of the current versions whose vectors are missing, or are another model's. */
  lacking(): Promise<string[]>;
  /** Forgets the vectors of other models. */
  dropOthers(): Promise<void>;
  /** @throws TeczkaError `index_other_embedder` */
  check(): Promise<void>;
}

export function createDenseIndex(database: SqlDatabase, embedder: Embedder): DenseIndex {
  const model = embedder.fingerprint;
  let kept = new Map<string, SignedVectors[]>();
  let centre: Float32Array | undefined;
  const loaded = perRevision(database, async () => {
    await checkModel(database, model);
    centre ??= await centreOf(embedder);
    kept = await load(database, centre, kept);
    return kept;
  });
  return {
    put: async (ref, document) => {
      const vectors = await embedder.embedPassages(document.passages.map(embeddedTextOf));
      await database.batch([deleteVectors(database, ref), ...insertsOf(ref, model, vectors), bumpRevision()]);
    },
    embedQuery: (text) => embedder.embedQuery(text),
    ranking: async (snapshot, candidates, query) => {
      const vectors = await loaded();
      const rows = snapshot.documents.map(({ ref }) => vectors.get(keyOf(ref.id, ref.version)) ?? []);
      const whole = rows.every(
        (row, at) => row.reduce((sum, { count }) => sum + count, 0) === snapshot.documents[at]?.passages,
      );
      for (const [at, row] of rows.entries()) if (candidates[at] === 1) requireDimension(row, query.length, model);
      return whole ? (limit) => nearestOf(snapshot, candidates, rows, query, limit) : undefined;
    },
    lacking: async () => (await versionsLacking(database, model)).map(({ id, version }) => keyOf(id, version)),
    dropOthers: () => database.batch([{ sql: "DELETE FROM index_vectors WHERE model <> ?", parameters: [model] }]),
    check: () => checkModel(database, model),
  };
}

const keyOf = (document: string, version: number): string => `${document}@${version}`;

/** For an index that goes by words alone from now on. */
export function dropVectors(database: SqlDatabase): Promise<void> {
  return database.batch([{ sql: "DELETE FROM index_vectors", parameters: [] }, bumpRevision()]);
}

/** Versions never change, so what is loaded stays as long as it is current. */
async function load(
  { db }: SqlDatabase,
  centre: Float32Array,
  before: ReadonlyMap<string, SignedVectors[]>,
): Promise<Map<string, SignedVectors[]>> {
  const versions = await db.selectFrom("documents").select(["id", "version"]).where(isCurrent).execute();
  const now = new Map<string, SignedVectors[]>();
  const wanted: [document: string, version: number][] = [];
  for (const { id, version } of versions) {
    const known = before.get(keyOf(id, version));
    if (known) now.set(keyOf(id, version), known);
    else wanted.push([id, version]);
  }
  for (let from = 0; from < wanted.length; from += versionsAtOnce) {
    const { rows } = await sql<Selectable<Schema["index_vectors"]>>`
      select index_vectors.* from json_each(${JSON.stringify(wanted.slice(from, from + versionsAtOnce))}) as wanted
      cross join index_vectors on document = wanted.value ->> 0 and version = wanted.value ->> 1
      order by document, first_ordinal`.execute(db);
    for (const { document, version, passage_count: count, vectors } of rows) {
      const key = keyOf(document, version);
      now.set(key, [...(now.get(key) ?? []), signed(unpackVectors(bytesOf(vectors), count), centre)]);
    }
  }
  return now;
}

function insertsOf(ref: DocumentRef, model: string, vectors: readonly Float32Array[]): Statement[] {
  const statements: Statement[] = [];
  for (let from = 0; from < vectors.length; from += passagesOfRow) {
    const some = vectors.slice(from, from + passagesOfRow);
    statements.push({
      sql: `INSERT INTO index_vectors (document, version, first_ordinal, model, passage_count, vectors)
        VALUES (?, ?, ?, ?, ?, ?)`,
      parameters: [ref.id, ref.version, from, model, some.length, packVectors(some)],
    });
  }
  return statements;
}

/** For whoever forgets a version, with an embedder or without. */
export function deleteVectors({ db }: SqlDatabase, ref: DocumentRef): Statement {
  return db.deleteFrom("index_vectors").where("document", "=", ref.id).where("version", "=", ref.version).compile();
}

async function versionsLacking({ db }: SqlDatabase, model: string): Promise<{ id: string; version: number }[]> {
  const { rows } = await sql<{ id: string; version: number }>`
    select documents.id, documents.version from documents where ${isCurrent} and documents.passage_count <>
      (select coalesce(sum(own.passage_count), 0) from index_vectors as own
        where own.document = documents.id and own.version = documents.version and own.model = ${model})`.execute(db);
  return rows;
}

/** @throws TeczkaError `index_other_embedder` */
async function checkModel(database: SqlDatabase, model: string): Promise<void> {
  const lacking = await versionsLacking(database, model);
  if (lacking.length === 0) return;
  throw otherEmbedder(`Indeks fragmentów nie ma wektorów modelu, który jest ustawiony (${nameOf(model)}).`);
}

/**
 * An index that was built with a model and is asked without one.
 * @throws TeczkaError `index_other_embedder`
 */
export async function refuseVectors({ db }: SqlDatabase): Promise<void> {
  const one = await db.selectFrom("index_vectors").select("model").limit(1).executeTakeFirst();
  if (!one) return;
  throw otherEmbedder(
    `Indeks fragmentów zbudowano z modelem wektorów (${nameOf(one.model)}), a TECZKA_EMBEDDINGS_URL nie jest ustawione.`,
  );
}

/** Another model under the same name: its vectors say nothing beside those that are kept. */
function requireDimension(rows: readonly SignedVectors[], dimension: number, model: string): void {
  const other = rows.find((row) => row.dimension !== dimension);
  if (!other) return;
  throw new TeczkaError(
    "unavailable",
    "index_wrong_dimension",
    `Wektory w indeksie mają wymiar ${other.dimension}, a model ${nameOf(model)} daje teraz ${dimension}: to nie ten sam model.`,
    "Przywróć poprzedni model albo nadaj nowemu inną nazwę (TECZKA_EMBEDDINGS_MODEL) i uruchom: npx teczka index rebuild.",
  );
}

/** A fingerprint is the model's name and its prefixes. */
const nameOf = (fingerprint: string): string => fingerprint.split("|", 1).join();

function otherEmbedder(message: string): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "index_other_embedder",
    message,
    "Uruchom: npx teczka index rebuild (wektory, które już są, zostaną użyte) albo przywróć poprzednie ustawienia.",
  );
}
