import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAuditLog } from "../../adapters/sql/audit-log.ts";
import type { SqlDatabase } from "../../adapters/sql/database.ts";
import { createDocumentStore } from "../../adapters/sql/document-store.ts";
import { createDraftStore } from "../../adapters/sql/draft-store.ts";
import { createKeyStore } from "../../adapters/sql/key-store.ts";
import { createPassageIndex } from "../../adapters/sql/passage-index.ts";
import { createPermitRegister } from "../../adapters/sql/register-store.ts";
import { createStreetNames } from "../../adapters/sql/street-names.ts";
import { openSqlite } from "../../adapters/sqlite/open.ts";
import { createTextReader } from "../../adapters/text/text-reader.ts";
import type { Actor, Role } from "../../core/access.ts";
import { sha256Hex } from "../../core/canonical-json.ts";
import type { DocumentRef } from "../../core/document.ts";
import { createDraftService } from "../../core/drafts/draft-service.ts";
import { createKeyService, type KeyService } from "../../core/keys/key-service.ts";
import type { DraftAgent } from "../../core/ports/draft-agent.ts";
import type { FileStore } from "../../core/ports/file-store.ts";
import type { StreetNames } from "../../core/ports/street-names.ts";
import { ingestFile } from "../../ingest/ingest.ts";
import { prepare, type SourceFile } from "../../ingest/prepare.ts";
import type { Services } from "../../services.ts";
import { randomSecrets, systemClock, systemTicker, timeSortedIds } from "../../surroundings.ts";

export interface TestServices extends Services {
  keys: KeyService;
  /** What `report` was told. */
  reported: unknown[];
  /** Puts a text document into the archive, as ingest does. */
  add(path: string, text: string, labels?: string[], title?: string): Promise<DocumentRef>;
  streets: StreetNames;
  token(role: Role, labels?: string[]): Promise<string>;
  close(): Promise<void>;
}

const readers = [createTextReader()];
const operator: Actor = { id: "operator", role: "admin", access: "all" };

/** Services on a real SQLite file in a folder of their own; the agent is the test's. */
export async function testServices(agent: DraftAgent, changes: Partial<Services> = {}): Promise<TestServices> {
  const folder = await mkdtemp(join(tmpdir(), "teczka-api-"));
  const database = await openSqlite(join(folder, "teczka.sqlite"));
  const { archive, files, store, streets } = archiveOf(database);
  const audit = createAuditLog(database);
  const keys = createKeyService({ keys: createKeyStore(database), audit, clock: systemClock, secrets: randomSecrets });
  const drafts = createDraftService({
    drafts: createDraftStore(database),
    audit,
    agent,
    sources: archive,
    clock: systemClock,
    ids: timeSortedIds,
    ticker: systemTicker,
    software: "teczka test",
    onLost: (_, error) => {
      throw error;
    },
  });
  const reported: unknown[] = [];
  return {
    archive,
    drafts,
    keys,
    audit,
    files,
    intake: ({ fileName, path, bytes, labels }) => {
      const { documents, passages } = archive;
      const prepareKept = async (...given: [SourceFile, Uint8Array]) => {
        await files.put(given[0].sha256, bytes);
        return prepare(...given, readers);
      };
      const options = { labels, documents, passages, readers, prepare: prepareKept };
      return ingestFile({ fileName, path }, async () => bytes, options);
    },
    sample: () => Promise.resolve(false),
    ready: () => Promise.resolve(),
    report: (error) => reported.push(error),
    software: "teczka test",
    reported,
    add: async (path, text, labels = [], title) => (await store(path, text, labels, title)).ref,
    streets,
    token: async (role, labels = []) => (await keys.createToken({ role, labels }, operator)).token,
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
    ...changes,
  };
}

function archiveOf(database: SqlDatabase) {
  const documents = createDocumentStore(database);
  const passages = createPassageIndex(database);
  const files = memoryFiles();
  const store = async (path: string, text: string, labels: string[], title?: string) => {
    const bytes = new TextEncoder().encode(text);
    const fileName = path.split("/").at(-1) ?? path;
    const file = { fileName, path, sha256: sha256Hex(text), labels };
    const prepared = { ...(await prepare(file, bytes, readers)), ...(title ? { title } : {}) };
    const ref = await documents.stage(prepared);
    await passages.put(ref, prepared);
    await documents.publish(ref);
    await files.put(file.sha256, bytes);
    return { ...prepared, ref };
  };
  const streets = createStreetNames(database);
  return { archive: { documents, passages, register: createPermitRegister(database), streets }, files, store, streets };
}

function memoryFiles(): FileStore {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (sha256, bytes) => void kept.set(sha256, bytes),
    get: async (sha256) => kept.get(sha256),
  };
}
