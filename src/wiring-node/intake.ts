import type { Archive } from "../../tools/tool.ts";
import { availableParallelism } from "node:os";
import type { SqlDatabase } from "../adapters/sql/database.ts";
import { withPageCache } from "../adapters/sql/page-cache.ts";
import type { PackedRows } from "../adapters/sql/register-pack.ts";
import type { PackedChunk, ToldByChunks } from "../adapters/sql/register-chunks.ts";
import { replaceFiles } from "../adapters/sql/register-replace.ts";
import { startChunkThread } from "../adapters/threads/chunk-thread.ts";
import { startRegisterThread } from "../adapters/threads/register-thread.ts";
import { createReadingThreads, type ReadingThreads } from "../adapters/threads/reading-threads.ts";
import type { IngestRequest, ImportRequest } from "../cli/operator-services.ts";
import type { Actor } from "../core/access.ts";
import type { AuditLog } from "../core/ports/draft-store.ts";
import type { FileStore } from "../core/ports/file-store.ts";
import { type FileOptions, ingest, type IngestedFile, ingestFile, type IngestReport } from "../ingest/ingest.ts";
import { type ImportOptions, importRegisters, type ImportReport } from "../ingest/register-import.ts";
import type { UploadedFile } from "../services.ts";
import { readers } from "./readers.ts";

/** Writing and indexing are one thread's work: more readers than this would wait for it. */
const mostThreads = 4;

/** Kibibytes of pages that SQLite keeps beside the thread that reads a register. */
const pagesOfImport = 4096;

interface Parts {
  database: SqlDatabase;
  archive: Archive;
  audit: AuditLog;
  files: FileStore;
}

/** Each file's bytes are kept before its document is published, and the audit says who brought it. */
function fileOptions(
  { archive, audit, files }: Parts,
  threads: ReadingThreads,
  labels: readonly string[],
  by: Actor,
): FileOptions {
  const { documents, passages } = archive;
  return {
    labels,
    documents: {
      ...documents,
      publish: async (ref) => {
        await documents.publish(ref);
        const detail = { path: ref.path, version: ref.version, sha256: ref.sha256, labels };
        await audit.append({ at: now(), actor: by.id, action: "ingested", subject: ref.id, detail });
      },
    },
    passages,
    readers,
    prepare: async (file, bytes) => {
      const prepared = await threads.prepare(file, bytes);
      await files.put(file.sha256, bytes);
      return prepared;
    },
  };
}

export async function ingestInto(parts: Parts, request: IngestRequest, by: Actor): Promise<IngestReport> {
  const count = Math.min(availableParallelism(), mostThreads);
  return withThreads(count, async (threads) =>
    // One more file than threads, so that none waits while this thread writes and indexes.
    ingest({ ...request, ...fileOptions(parts, threads, request.labels, by), concurrency: count + 1 }),
  );
}

export async function takeInto(parts: Parts, upload: UploadedFile, by: Actor): Promise<IngestedFile> {
  const { fileName, path, bytes, labels } = upload;
  return withThreads(1, async (threads) => {
    const options = fileOptions(parts, threads, labels, by);
    const file = await ingestFile({ fileName, path }, async () => bytes, options);
    await parts.archive.passages.optimize();
    return file;
  });
}

async function withThreads<T>(count: number, work: (threads: ReadingThreads) => Promise<T>): Promise<T> {
  const threads = createReadingThreads(new URL("./thread.ts", import.meta.url), count);
  try {
    return await work(threads);
  } finally {
    await threads.close();
  }
}

export async function importInto({ database, audit }: Parts, request: ImportRequest, by: Actor): Promise<ImportReport> {
  const thread = startRegisterThread<PackedRows>(new URL("./register-thread.ts", import.meta.url));
  const chunks = startChunkThread<PackedChunk, ToldByChunks>(new URL("./chunk-thread.ts", import.meta.url));
  let report: ImportReport;
  try {
    const store: ImportOptions<AsyncIterable<PackedRows>>["store"] = {
      replaceFiles: (files, whole) => replaceFiles(database, files, whole, chunks.begin),
    };
    const work = () => importRegisters({ ...request, store, open: thread.open });
    report = await withPageCache(database, pagesOfImport, work);
  } finally {
    await chunks.close();
    await thread.close();
  }
  for (const { fileName, register, rows, kept, reason } of report.files) {
    if (reason !== undefined || register === undefined) continue;
    const detail = { fileName, rows, kept };
    await audit.append({ at: now(), actor: by.id, action: "register_imported", subject: register, detail });
  }
  return report;
}

function now(): string {
  return new Date().toISOString();
}
