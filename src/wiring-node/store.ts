import { join } from "node:path";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { createFileStore } from "../adapters/files/file-store.ts";
import { refuseWithoutDatabase } from "../adapters/files/left-files.ts";
import { createAuditLog } from "../adapters/sql/audit-log.ts";
import type { SqlDatabase } from "../adapters/sql/database.ts";
import { createDocumentStore } from "../adapters/sql/document-store.ts";
import { createDraftStore } from "../adapters/sql/draft-store.ts";
import { createPermitRegister } from "../adapters/sql/register-store.ts";
import { createStreetNames } from "../adapters/sql/street-names.ts";
import { openSqlite } from "../adapters/sqlite/open.ts";
import type {
  EmbeddingsState,
  IndexRebuild,
  IngestRequest,
  ImportRequest,
  QdrantState,
} from "../cli/operator-services.ts";
import type { EmbeddingsConfig, QdrantConfig, RerankConfig } from "../config.ts";
import type { Actor } from "../core/access.ts";
import { createDraftService, type DraftService } from "../core/drafts/draft-service.ts";
import type { DraftAgent } from "../core/ports/draft-agent.ts";
import type { AuditLog } from "../core/ports/draft-store.ts";
import type { FileStore } from "../core/ports/file-store.ts";
import type { StreetNames } from "../core/ports/street-names.ts";
import type { IngestReport } from "../ingest/ingest.ts";
import type { ImportReport } from "../ingest/register-import.ts";
import type { Services } from "../services.ts";
import { systemClock, systemTicker, timeSortedIds } from "../surroundings.ts";
import type { Archive } from "../../tools/tool.ts";
import { embedderOf, embeddingsState } from "./embedder.ts";
import { passageIndexOf } from "./passages.ts";

/** One archive with all that belongs to it, in one folder: one's own, or the sample. */
export interface NodeStore {
  database: SqlDatabase;
  archive: Archive;
  drafts: DraftService;
  audit: AuditLog;
  files: FileStore;
  streets: StreetNames;
  /** Neither a document nor a register in it. */
  isEmpty(): Promise<boolean>;
  intake: NonNullable<Services["intake"]>;
  ingest(request: IngestRequest, by: Actor): Promise<IngestReport>;
  importRegisters(request: ImportRequest, by: Actor): Promise<ImportReport>;
  rebuildIndex(onProgress: IndexRebuild): Promise<void>;
  /** Absent where it has no model. */
  embeddings?: () => Promise<EmbeddingsState>;
  qdrant?: () => Promise<QdrantState>;
  close(): Promise<void>;
}

export interface StoreOptions {
  folder: string;
  /** Marks its drafts as fiction. */
  sample: boolean;
  software: string;
  onLost: (draftId: string, error: unknown) => void;
  /** Without it the archive is searched by words alone. */
  embeddings?: EmbeddingsConfig;
  /** Without it the passages are kept beside the documents. */
  qdrant?: QdrantConfig;
  /** Without it passages stay in the order of the index. */
  rerank?: RerankConfig;
}

export const databaseIn = (folder: string): string => join(folder, "teczka.sqlite");

export async function openStore(options: StoreOptions): Promise<NodeStore> {
  const { folder, sample, software, onLost, embeddings, qdrant, rerank } = options;
  const place = databaseIn(folder);
  const filesPlace = join(folder, "files");
  // The sample is made again from the project's own files, whatever is left of it.
  if (!sample) await refuseWithoutDatabase(place, filesPlace);
  const database = await openSqlite(place);
  const streets = createStreetNames(database);
  let onEmbedded: IngestRequest["onEmbedded"];
  const embedder = embeddings && embedderOf(database, embeddings, (passages) => onEmbedded?.(passages));
  const { passages, ...health } = await passageIndexOf(database, { qdrant, embedder, rerank });
  const archive: Archive = {
    documents: createDocumentStore(database),
    passages,
    register: createPermitRegister(database),
    streets,
  };
  const audit = createAuditLog(database);
  const files = createFileStore(filesPlace);
  const parts = { database, archive, audit, files };
  return {
    ...parts,
    ...health,
    ...(embedder ? { embeddings: () => embeddingsState(database, embeddings, embedder) } : {}),
    streets,
    drafts: createDraftService({
      drafts: createDraftStore(database),
      audit,
      agent: lazyAgent(database, archive, software, sample),
      sources: archive,
      clock: systemClock,
      ids: timeSortedIds,
      ticker: systemTicker,
      software,
      onLost,
    }),
    isEmpty: () => isEmpty(database),
    intake: async (file, by) => (await intake()).takeInto(parts, file, by),
    ingest: async (request, by) => {
      const { ingestInto } = await intake();
      onEmbedded = request.onEmbedded;
      return database.bulk(() => ingestInto(parts, request, by));
    },
    importRegisters: async (request, by) => {
      const { importInto } = await intake();
      return database.bulk(() => importInto(parts, request, by));
    },
    rebuildIndex: (onProgress) => database.bulk(() => archive.passages.rebuild(archive.documents, onProgress)),
    close: () => database.close(),
  };
}

/** Readers and parsers are loaded by those who take files in. */
const intake = () => import("./intake.ts");

/**
 * LangChain sends every run, with question and passages, to LangSmith's servers when the environment says so, as it does
 * on many a developer's machine. Nothing leaves the building unasked, and Teczka's configuration does not ask for it.
 */
const tracing = ["LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2"];

/** LangGraph takes a third of a second to load: only a question, or the end of one, pays for it. */
function lazyAgent(database: SqlDatabase, archive: Archive, software: string, sample: boolean): DraftAgent {
  let made: Promise<DraftAgent> | undefined;
  const agent = () => {
    made ??= (async () => {
      for (const name of tracing) delete process.env[name];
      const [{ createPermitClerk }, { SqlCheckpointer }] = await Promise.all([
        import("../../agents/permit-clerk/agent.ts"),
        import("../adapters/sql/checkpointer.ts"),
      ]);
      // Graphs take a saver with versions of any type, but their type says numbers.
      const checkpointer = new SqlCheckpointer(database) as unknown as BaseCheckpointSaver;
      return createPermitClerk({ archive, checkpointer, software, clock: systemClock });
    })();
    return made;
  };
  return {
    run: async (draft, actor, signal) => {
      const findings = await (await agent()).run(draft, actor, signal);
      return sample ? { ...findings, made: { ...findings.made, sample: true } } : findings;
    },
    resume: async (draftId, decision) => (await agent()).resume(draftId, decision),
  };
}

async function isEmpty({ db }: SqlDatabase): Promise<boolean> {
  const first = (table: "documents" | "register_files") =>
    db.selectFrom(table).select("sha256").where("state", "=", "current").limit(1).executeTakeFirst();
  return !(await first("documents")) && !(await first("register_files"));
}
