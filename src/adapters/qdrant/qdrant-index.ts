import { analyserFingerprint } from "../../core/analysis/analyse.ts";
import type { DocumentRef } from "../../core/document.ts";
import type { Embedder } from "../../core/ports/embedder.ts";
import { accessKeyOf, type IndexLedger, type VersionKey } from "../../core/ports/index-ledger.ts";
import type { IndexableDocument, PassageIndex } from "../../core/ports/passage-index.ts";
import { embeddedTextOf } from "../../core/ranking/embedded-text.ts";
import { checkServer, describeCollection, type QdrantSettings } from "./collections.ts";
import { connect, type QdrantServer } from "./connection.ts";
import { collectionInUse } from "./in-use.ts";
import { deletePoints, passagesByTerm, pointsOf, upsertPoints } from "./points.ts";
import { rebuild } from "./rebuild.ts";
import {
  type FilteredDocuments,
  type IdentitiesOf,
  type PassagesAt,
  refuseLoss,
  search,
  type SearchParts,
} from "./search.ts";
import { vectorLayout } from "./term-vectors.ts";

export interface QdrantIndexOptions {
  server: QdrantServer;
  settings: QdrantSettings;
  ledger: IndexLedger;
  passagesAt: PassagesAt;
  filtered: FilteredDocuments;
  identitiesOf: IdentitiesOf;
  embedder?: Embedder;
}

/** How the server is, for the operator. */
interface ServerState {
  version: string;
  /** The collection's own name, behind the alias; absent as long as nothing was taken in. */
  collection?: string;
  points: number;
  settled: boolean;
}

export interface QdrantIndex extends PassageIndex {
  /** Checks the index, as `check` does, and tells where it is. */
  state(): Promise<ServerState>;
}

/** Ten minutes: then the server goes on tidying by itself. */
const mostLooks = 1200;
const betweenLooks = 500;

/**
 * The passage index in Qdrant. Texts, and the truth about which version is published, stay in the document store: the
 * collection holds what passages are found and filtered by, the ledger what the collection was given.
 */
export function createQdrantIndex(options: QdrantIndexOptions): QdrantIndex {
  const { server, settings, ledger, passagesAt, filtered, identitiesOf, embedder } = options;
  const connection = connect(server);
  const fingerprint = [analyserFingerprint, vectorLayout, ...(embedder ? [embedder.fingerprint] : [])].join("+");
  const built = { fingerprint, ...(embedder ? { dimension: () => embedder.dimension() } : {}) };
  const inUse = collectionInUse(connection, ledger, settings, built);
  const { replicas } = settings;
  const parts: SearchParts = { connection, ledger, inUse, passagesAt, filtered, identitiesOf, embedder, replicas };

  // New points are found at once, but slowly until the server has built its indexes over them.
  const settle = async (name: string) => {
    for (let look = 0; look < mostLooks; look += 1) {
      if ((await describeCollection(connection, name))?.settled !== false) return;
      await server.pause(betweenLooks);
    }
  };

  const checked = async () => {
    const found = await inUse.fit();
    await embedder?.check();
    if (found) await refuseLoss(parts, { ...found, points: 0 }, await ledger.state(found.name));
    return found;
  };

  return {
    fingerprint,

    put: async (ref, document) => putInto(parts, await inUse.made(), ref, document),

    remove: async (ref) => {
      const found = await inUse.find();
      if (found) await removeFrom(parts, found.name, ref);
    },

    rebuild: (documents, onProgress) => {
      const put = (to: Target, ref: DocumentRef, document: IndexableDocument) => putInto(parts, to, ref, document);
      return rebuild({ ...parts, settings, settle, put }, documents, onProgress);
    },

    search: (query) => search(parts, query),

    optimize: async () => {
      const found = await inUse.find();
      if (!found) return;
      // What a removal broken off left, or a put whose version was discarded since.
      for (const version of await ledger.leftovers(found.name)) await removeFrom(parts, found.name, version);
      await settle(found.name);
    },

    check: async () => {
      await checked();
    },

    state: async () => {
      const version = await checkServer(connection);
      const found = await checked();
      if (!found) return { version, points: 0, settled: true };
      return { version, collection: found.name, points: found.points, settled: found.settled };
    },
  };
}

/** Hidden first, so that no search counts on points that are about to go. */
async function removeFrom({ connection, ledger }: SearchParts, name: string, version: VersionKey): Promise<void> {
  await ledger.leave(name, version);
  await deletePoints(connection, name, version);
  await ledger.forget(name, version);
}

interface Target {
  name: string;
  archive: string;
}

/** The ledger knows of a version before its first point is written, and calls it whole after its last. */
async function putInto(
  { connection, ledger, embedder }: SearchParts,
  { name, archive }: Target,
  ref: DocumentRef,
  document: IndexableDocument,
): Promise<void> {
  const dense = await embedder?.embedPassages(document.passages.map(embeddedTextOf));
  const points = pointsOf(archive, ref, document, dense);
  const entry = { id: ref.id, version: ref.version, access: accessKeyOf(document.labels), passages: points.length };
  if (await ledger.begin(name, entry)) await deletePoints(connection, name, ref);
  await upsertPoints(connection, name, points);
  await ledger.complete(name, ref, passagesByTerm(points));
}
