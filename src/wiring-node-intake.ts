import { readRegister } from "./adapters/register-csv/read-register.ts";
import type { IngestRequest, ImportRequest } from "./cli/operator-services.ts";
import type { Actor } from "./core/access.ts";
import { ingest, type IngestReport } from "./ingest/ingest.ts";
import { prepare } from "./ingest/prepare.ts";
import { importRegisters, type ImportReport } from "./ingest/register-import.ts";
import type { NodeStore } from "./wiring-node-store.ts";
import { readers } from "./wiring-node-readers.ts";

type Parts = Pick<NodeStore, "archive" | "audit" | "files">;

/** Files in: each one's bytes are kept before its document is published, and the audit says who brought it. */
export async function ingestInto(
  { archive, audit, files }: Parts,
  { paths, labels, onProgress }: IngestRequest,
  by: Actor,
): Promise<IngestReport> {
  const { documents, passages } = archive;
  return ingest({
    paths,
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
      const prepared = await prepare(file, bytes, readers);
      await files.put(file.sha256, bytes);
      return prepared;
    },
    concurrency: 2,
    ...(onProgress ? { onProgress } : {}),
  });
}

export async function importInto({ archive, audit }: Parts, request: ImportRequest, by: Actor): Promise<ImportReport> {
  const report = await importRegisters({ ...request, store: archive.register, read: readRegister });
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
