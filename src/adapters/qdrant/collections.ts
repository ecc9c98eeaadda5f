import { z } from "zod";
import { TeczkaError } from "../../core/errors.ts";
import type { Connection } from "./connection.ts";

/** What an operator may say about how the collection is kept. */
export interface QdrantSettings {
  /** The alias; collections behind it are called `alias-1`, `alias-2`, … */
  collection: string;
  quantization: "none" | "scalar" | "binary";
  /** Vectors and payload stay on the server's disk: less memory, slower answers. */
  onDisk: boolean;
  shards: number;
  replicas: number;
}

/** What a collection must be to be of use here. */
export interface CollectionIdentity {
  archive: string;
  fingerprint: string;
  /** Of the dense vectors; absent: there are none. */
  dimension?: number;
}

export interface FoundCollection extends CollectionIdentity {
  /** Its own name, whatever alias it was found by. */
  name: string;
  /** Never fewer than there are; while the server tidies up it may count some twice. */
  points: number;
  /** Whether the server has built all of its indexes. */
  settled: boolean;
}

const vectorNames = { terms: "terms", dense: "dense" } as const;
export const { terms: termsVector, dense: denseVector } = vectorNames;

/** Everything a filter may name is indexed, as Qdrant needs it to filter inside the search and not after it. */
const payloadIndexes = {
  document: "keyword",
  revision: "keyword",
  access: "keyword",
  labels: "keyword",
  kind: "keyword",
  cases: "keyword",
  parcels: "keyword",
  day: "integer",
} as const;

const done = z.literal(true);
const described = z.object({
  status: z.string(),
  points_count: z.number().nullish(),
  config: z.object({
    params: z.object({ vectors: z.record(z.string(), z.unknown()).nullish() }),
    metadata: z.record(z.string(), z.unknown()).nullish(),
  }),
});
const ours = z.object({ name: z.string(), archive: z.string(), fingerprint: z.string() });
const sized = z.object({ size: z.number() });

/** The collection under a name or alias; `undefined`: the server has none. @throws TeczkaError `index_foreign` */
export async function describeCollection(connection: Connection, name: string): Promise<FoundCollection | undefined> {
  const info = await connection.find((api, init) => api.getCollection({ collection_name: name }, init), described);
  if (!info) return undefined;
  const identity = ours.safeParse(info.config.metadata?.["teczka"]);
  if (!identity.success) throw foreign(name);
  const dense = sized.safeParse(info.config.params.vectors?.[denseVector]);
  return {
    ...identity.data,
    ...(dense.success ? { dimension: dense.data.size } : {}),
    points: info.points_count ?? 0,
    settled: info.status === "green",
  };
}

/** A name that something else has, or another archive: nothing is read there and nothing written. */
export function foreign(name: string): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "index_foreign",
    `Kolekcja „${name}” w Qdrant nie należy do tego archiwum.`,
    "Ustaw TECZKA_QDRANT_COLLECTION na inną nazwę i przebuduj indeks: npx teczka index rebuild.",
  );
}

/** @throws TeczkaError when it was built for another archive, by another analyser or model, or in another dimension */
export function checkIdentity(found: FoundCollection, wanted: CollectionIdentity): void {
  if (found.archive !== wanted.archive) throw foreign(found.name);
  if (found.fingerprint !== wanted.fingerprint) {
    throw new TeczkaError(
      "unavailable",
      "index_other_analyser",
      `Kolekcję „${found.name}” w Qdrant zbudowano inaczej (${found.fingerprint}, a ten program ma ${wanted.fingerprint}).`,
      "Przebuduj indeks: npx teczka index rebuild. Do tego czasu dotychczasowy indeks pozostaje nietknięty.",
    );
  }
  if (found.dimension !== wanted.dimension) {
    throw new TeczkaError(
      "unavailable",
      "index_wrong_dimension",
      `Kolekcja „${found.name}” w Qdrant ma wektory o wymiarze ${found.dimension ?? "żadnym"}, a model daje ${wanted.dimension ?? "żadne"}.`,
      "Sprawdź TECZKA_EMBEDDINGS_MODEL albo przebuduj indeks: npx teczka index rebuild.",
    );
  }
}

/** An empty one, under its own name only. */
export async function createCollection(
  connection: Connection,
  name: string,
  { dimension, ...identity }: CollectionIdentity,
  { quantization, onDisk, shards, replicas }: QdrantSettings,
): Promise<void> {
  const config = {
    vectors:
      dimension === undefined
        ? {}
        : { [denseVector]: { size: dimension, distance: "Cosine" as const, on_disk: onDisk } },
    // No IDF modifier: the server would count over the whole collection, hidden papers too (query-weights.ts).
    sparse_vectors: { [termsVector]: { index: { on_disk: onDisk } } },
    ...(quantization === "scalar"
      ? { quantization_config: { scalar: { type: "int8" as const, always_ram: !onDisk } } }
      : {}),
    ...(quantization === "binary" ? { quantization_config: { binary: { always_ram: !onDisk } } } : {}),
    on_disk_payload: onDisk,
    shard_number: shards,
    replication_factor: replicas,
    // A write counts once most replicas have it, and a read asks most of them: together they miss nothing.
    write_consistency_factor: majority(replicas),
    metadata: { teczka: { ...identity, name } },
  };
  await connection.call((api, init) => api.createCollection({ collection_name: name, ...config }, init), done);
}

/** Idempotent. Before the first point: an index that is made later is built over all of them. */
export async function createPayloadIndexes(connection: Connection, name: string): Promise<void> {
  for (const [field, type] of Object.entries(payloadIndexes)) {
    await connection.call(
      (api, init) =>
        api.createFieldIndex({ collection_name: name, wait: true, field_name: field, field_schema: type }, init),
      z.unknown(),
    );
  }
}

export function majority(replicas: number): number {
  return Math.floor(replicas / 2) + 1;
}

/** In one step: who asks by the alias finds the one or the other. */
export async function pointAlias(connection: Connection, alias: string, name: string, before?: string): Promise<void> {
  const actions = [
    ...(before === undefined ? [] : [{ delete_alias: { alias_name: alias } }]),
    { create_alias: { alias_name: alias, collection_name: name } },
  ];
  await connection.call((api, init) => api.updateAliases({ actions }, init), done);
}

export async function dropCollection(connection: Connection, name: string): Promise<void> {
  await connection.call((api, init) => api.deleteCollection({ collection_name: name }, init), z.boolean());
}

/** Names of all collections on the server. */
export async function collectionNames(connection: Connection): Promise<string[]> {
  const listed = z.object({ collections: z.array(z.object({ name: z.string() })) });
  const { collections } = await connection.call((api, init) => api.getCollections({}, init), listed);
  return collections.map(({ name }) => name);
}

/** @throws TeczkaError `qdrant_too_old`, or `qdrant_unintelligible` when something else answers there */
export async function checkServer(connection: Connection): Promise<string> {
  const root = z.object({ title: z.string().regex(/qdrant/i), version: z.string() });
  const { version } = await connection.call((api, init) => api.root({}, init), root);
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 1 || (major === 1 && minor >= 18)) return version;
  throw new TeczkaError(
    "unavailable",
    "qdrant_too_old",
    `Serwer Qdrant (${connection.address}) ma wersję ${version}, a potrzebna jest 1.18 lub nowsza.`,
    "Zaktualizuj serwer Qdrant.",
  );
}
