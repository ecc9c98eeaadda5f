import { afterEach, expect } from "vitest";
import { sha256Hex } from "../../../core/canonical-json.ts";
import type { IndexedArchive, IndexHarness } from "../../../core/ports/passage-index.contract.ts";
import type { Embedder } from "../../../core/ports/embedder.ts";
import { createDocumentStore } from "../../sql/document-store.ts";
import type { SqlDatabase } from "../../sql/database.ts";
import { createFilteredDocuments } from "../../sql/filtered-documents.ts";
import { createIndexLedger } from "../../sql/index-ledger.ts";
import { passagesAt } from "../../sql/passage-rows.ts";
import { openSqlite } from "../../sqlite/open.ts";
import type { QdrantSettings } from "../collections.ts";
import { createQdrantIndex } from "../qdrant-index.ts";
import type { QdrantServer } from "../connection.ts";

export const plainSettings: Omit<QdrantSettings, "collection"> = {
  quantization: "none",
  onDisk: false,
  shards: 1,
  replicas: 1,
};

/** No call of a test waits for long, and none waits by the clock. */
export function serverAt(url: string): QdrantServer {
  return { url, deadline: () => AbortSignal.timeout(20_000), pause: () => Promise.resolve() };
}

/** An archive whose texts are in SQLite in memory and whose passages are in Qdrant; both go after each test. */
export function qdrantArchives(url: string, embedder?: Embedder) {
  const opened: SqlDatabase[] = [];
  const made: string[] = [];
  let serial = 0;
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
    for (const name of made.splice(0)) await fetch(`${url}/collections/${name}-1`, { method: "DELETE" });
    serial = 0;
  });

  return {
    /** Names follow from the test's own, so that what was recorded in one order is found in any other. */
    open: async (server: QdrantServer = serverAt(url)) => {
      serial += 1;
      const name = `test-${sha256Hex(`${expect.getState().currentTestName} ${serial}`).slice(0, 10)}`;
      made.push(name);
      const database = await openSqlite(":memory:");
      opened.push(database);
      await database.batch([{ sql: "UPDATE archive_state SET identity = ?", parameters: [`archive of ${name}`] }]);
      const ledger = createIndexLedger(database);
      const passages = createQdrantIndex({
        server,
        settings: { ...plainSettings, collection: name },
        ledger,
        passagesAt: (places) => passagesAt(database, places),
        filtered: createFilteredDocuments(database),
        ...(embedder ? { embedder } : {}),
      });
      return { documents: createDocumentStore(database), passages, ledger, database, name };
    },
  };
}

export function qdrantHarness({ url }: { url: string }): IndexHarness {
  const archives = qdrantArchives(url);
  const names = new WeakMap<IndexedArchive, string>();
  const nobody = "http://127.0.0.1:9";
  return {
    open: async () => {
      const archive = await archives.open();
      names.set(archive, archive.name);
      return archive;
    },
    broken: () => archives.open(serverAt(nobody)),
    builtByAnother: async (archive) => {
      const name = names.get(archive);
      const info = (await (await fetch(`${url}/collections/${name}`)).json()) as {
        result: { config: { metadata: { teczka: object } } };
      };
      const metadata = { teczka: { ...info.result.config.metadata.teczka, fingerprint: "other-1" } };
      const headers = { "Content-Type": "application/json" };
      await fetch(`${url}/collections/${name}`, { method: "PATCH", headers, body: JSON.stringify({ metadata }) });
    },
  };
}
