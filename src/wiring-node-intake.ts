import { readRegister } from "./adapters/register-csv/read-register.ts";
import type { IngestRequest, ImportRequest } from "./cli/operator-services.ts";
import type { Actor } from "./core/access.ts";
import { type FileOptions, ingest, type IngestedFile, ingestFile, type IngestReport } from "./ingest/ingest.ts";
import { prepare } from "./ingest/prepare.ts";
import { importRegisters, type ImportReport } from "./ingest/register-import.ts";
import type { Services } from "./services.ts";
import type { NodeStore } from "./wiring-node-store.ts";
import { readers } from "./wiring-node-readers.ts";

type Upload = Parameters<NonNullable<Services["intake"]>>[0];
type Parts = Pick<NodeStore, "archive" | "audit" | "files">;

/** Each file's bytes are kept before its document is published, and the audit says who brought it. */
function fileOptions({ archive, audit, files }: Parts, labels: readonly string[], by: Actor): FileOptions {
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
      const prepared = await prepare(file, bytes, readers);
      await files.put(file.sha256, bytes);
      return prepared;
    },
  };
}

export async function ingestInto(parts: Parts, request: IngestRequest, by: Actor): Promise<IngestReport> {
  return ingest({ ...request, ...fileOptions(parts, request.labels, by), concurrency: 2 });
}

export async function takeInto(parts: Parts, upload: Upload, by: Actor): Promise<IngestedFile> {
  const { fileName, bytes, labels } = upload;
  const file = await ingestFile({ fileName, path: fileName }, async () => bytes, fileOptions(parts, labels, by));
  await parts.archive.passages.optimize();
  return file;
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
