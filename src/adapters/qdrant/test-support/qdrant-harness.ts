import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { sha256Hex } from "../../../core/canonical-json.ts";
import type { Embedder } from "../../../core/ports/embedder.ts";
import type { IndexedArchive, IndexHarness } from "../../../core/ports/passage-index.contract.ts";
import type { SqlDatabase } from "../../sql/database.ts";
import { createDocumentStore } from "../../sql/document-store.ts";
import { createFilteredDocuments } from "../../sql/filtered-documents.ts";
import { createIndexLedger } from "../../sql/index-ledger.ts";
import { identitiesOf } from "../../sql/document-identities.ts";
import { passagesAt } from "../../sql/passage-rows.ts";
import { openSqlite } from "../../sqlite/open.ts";
import type { QdrantSettings } from "../collections.ts";
import type { QdrantServer } from "../connection.ts";
import { createQdrantIndex } from "../qdrant-index.ts";
import { type ExchangeServer, serveExchanges } from "./exchanges.ts";

/** A live server, where one is named; recordings are made from it when the script says so. */
export const liveUrl = process.env["QDRANT_URL"]?.replace(/\/$/, "");
const recording = process.env["TECZKA_RECORD_QDRANT"] === "1";

/** A server to test with, as it is reached while tests run. */
export interface TestServer {
  url: () => string;
  /** A call beside the adapter, as another hand on the server would make it. */
  call: (method: string, path: string, body?: unknown) => Promise<unknown>;
}

/** The exchanges recorded in `recordings/NAME.jsonl`, or the live server while they are recorded. */
export function recordedServer(name: string): TestServer {
  let server: ExchangeServer | undefined;
  beforeAll(async () => {
    if (recording && !liveUrl) throw new Error("QDRANT_URL has to name the server to record from");
    const file = fileURLToPath(new URL(`../recordings/${name}.jsonl`, import.meta.url));
    server = await serveExchanges(file, recording ? liveUrl : undefined);
  });
  afterAll(() => server?.close());
  return testServer(() => server?.url ?? "");
}

export function liveServer(): TestServer {
  return serverAt(liveUrl ?? "");
}

export function serverAt(url: string): TestServer {
  return testServer(() => url);
}

function testServer(url: () => string): TestServer {
  const headers = { "Content-Type": "application/json" };
  return {
    url,
    call: async (method, path, body) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`${url()}${path}`, { method, headers, ...sent });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return ((await response.json()) as { result: unknown }).result;
    },
  };
}

/** No call of a test waits for long, and none waits by the clock between two attempts. */
export function reached(url: string): QdrantServer {
  return { url, deadline: () => AbortSignal.timeout(20_000), pause: () => Promise.resolve() };
}

export interface QdrantArchive extends IndexedArchive {
  database: SqlDatabase;
  /** Of its alias. */
  name: string;
  /** The same archive by another server, with another embedder, or with other settings. */
  reopened: (changes: Changes) => IndexedArchive;
}

interface Changes {
  server?: QdrantServer;
  embedder?: Embedder;
  settings?: Partial<QdrantSettings>;
}

/** Archives whose texts are in SQLite in memory and whose passages are in Qdrant; both go after each test. */
export function qdrantArchives(server: TestServer) {
  const opened: SqlDatabase[] = [];
  const made: string[] = [];
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
    for (const name of made.splice(0)) await clear(name);
  });
  return {
    open: async (changes: Changes = {}): Promise<QdrantArchive> => {
      // Follows from the test, so that what was recorded in one order of tests is found in any other.
      const test = sha256Hex(`${expect.getState().currentTestName} ${made.length}`).slice(0, 10);
      const name = `teczka-test-${test}`;
      made.push(name);
      if (liveUrl) await clear(name);
      const database = await openSqlite(":memory:");
      opened.push(database);
      await database.batch([{ sql: "UPDATE archive_state SET identity = ?", parameters: [`archive of ${name}`] }]);
      const reopened = (other: Changes) => {
        const { server: at = reached(server.url()), embedder, settings } = { ...changes, ...other };
        const passages = createQdrantIndex({
          server: at,
          settings: { collection: name, quantization: "none", onDisk: false, shards: 1, replicas: 1, ...settings },
          ledger: createIndexLedger(database),
          passagesAt: (places) => passagesAt(database, places),
          filtered: createFilteredDocuments(database),
          identitiesOf: (documents) => identitiesOf(database, documents),
          ...(embedder ? { embedder } : {}),
        });
        return { documents: createDocumentStore(database), passages };
      };
      return { ...reopened({}), database, name, reopened };
    },
  };
}

/** On the live server itself, so that cleaning is no part of a recording. */
async function clear(name: string): Promise<void> {
  if (!liveUrl) return;
  for (const number of [1, 2, 3]) await fetch(`${liveUrl}/collections/${name}-${number}`, { method: "DELETE" });
}

export function qdrantHarness(server: TestServer, embedder?: Embedder): IndexHarness {
  const archives = qdrantArchives(server);
  const names = new WeakMap<IndexedArchive, string>();
  return {
    open: async () => {
      const archive = await archives.open(embedder ? { embedder } : {});
      names.set(archive, archive.name);
      return archive;
    },
    broken: async () => archives.open({ server: reached(await addressOfNobody()) }),
    builtByAnother: async (archive) => {
      const path = `/collections/${names.get(archive)}`;
      const { config } = (await server.call("GET", path)) as { config: { metadata: { teczka: object } } };
      await server.call("PATCH", path, { metadata: { teczka: { ...config.metadata.teczka, fingerprint: "other-1" } } });
    },
  };
}

/** Where a server was until just now. */
export async function addressOfNobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
