import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { DocumentRef, PreparedDocument } from "../core/document.ts";
import { isTeczkaError, TeczkaError } from "../core/errors.ts";
import type { DocumentStore } from "../core/ports/document-store.ts";
import type { PassageIndex } from "../core/ports/passage-index.ts";
import { documentId, type Readers, readerFor, readerVersion, type SourceFile } from "./prepare.ts";
import { type FoundFile, walk } from "./walk.ts";

export interface IngestedFile {
  fileName: string;
  path: string;
  sha256: string;
  status: "added" | "unchanged" | "replaced" | "refused";
  document?: string;
  pages: number;
  passages: number;
  unreadablePages: number[];
  /** Taken in with a label, while a document of the same bytes is open to everyone: the label keeps nobody from that. */
  alsoOpen?: true;
  reason?: string;
}

export interface IngestReport {
  files: IngestedFile[];
  totals: {
    files: number;
    added: number;
    unchanged: number;
    replaced: number;
    refused: number;
    pages: number;
    passages: number;
  };
}

export interface IngestOptions {
  paths: readonly string[];
  labels: readonly string[];
  documents: DocumentStore;
  passages: PassageIndex;
  /** To tell a file's format and version before it is read. */
  readers: Readers;
  /** Reads and prepares one file; several run at once when it is backed by threads. */
  prepare: (file: SourceFile, bytes: Uint8Array) => Promise<PreparedDocument>;
  /** Files in work at once: bounds memory. */
  concurrency: number;
  onProgress?: (done: number, total: number, file: IngestedFile) => void;
}

/** What taking in one file needs. */
export type FileOptions = Pick<IngestOptions, "labels" | "documents" | "passages" | "readers" | "prepare">;

/** Larger files are refused by name: a case paper of this size is a mistake, and memory is bounded. */
const maxBytes = 500 * 1024 * 1024;

/**
 * Files in. Each file is staged unseen, indexed, then published in one step, so that a crash leaves nothing half
 * there; one bad file is reported and never stops the rest. What an outage of the store breaks off is thrown.
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  for (const leftover of await options.documents.discardStaged()) await options.passages.remove(leftover);
  const found: FoundFile[] = [];
  const locations = new Set<string>();
  for await (const file of walk(options.paths)) {
    if (!locations.has(file.location)) found.push(file);
    locations.add(file.location);
  }
  const files: IngestedFile[] = Array.from({ length: found.length });
  const first = new Map(found.map((file, at) => [file.path, at] as const).reverse());
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let at = next++; at < found.length; at = next++) {
      const source = found[at] as FoundFile;
      const twin = found[first.get(source.path) ?? at];
      const read = twin === source ? () => readBounded(source) : async () => refuseTwin(source, twin);
      const file = await ingestFile(source, read, options);
      files[at] = file;
      done += 1;
      options.onProgress?.(done, found.length, file);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, work));
  await options.passages.optimize();
  return { files, totals: totalsOf(files) };
}

/** One file; a refusal is told in what is given back, an outage of the store is thrown. */
export async function ingestFile(
  { fileName, path }: Pick<FoundFile, "fileName" | "path">,
  read: () => Promise<Uint8Array>,
  options: FileOptions,
): Promise<IngestedFile> {
  let sha256 = "";
  try {
    const bytes = await read();
    sha256 = createHash("sha256").update(bytes).digest("hex");
    const taken = await store({ fileName, path, sha256, labels: [...options.labels] }, bytes, options);
    return options.labels.length > 0 && (await isOpen(sha256, options)) ? { ...taken, alsoOpen: true } : taken;
  } catch (error) {
    if (!isTeczkaError(error) || error.kind === "unavailable") throw error;
    const reason = `${error.message} ${error.hint}`;
    return { fileName, path, sha256, status: "refused", pages: 0, passages: 0, unreadablePages: [], reason };
  }
}

/** Several open copies are as open as one. */
async function isOpen(sha256: string, { documents }: FileOptions): Promise<boolean> {
  const resolved = documents.resolve(sha256, { labels: [] }).then((document) => document !== undefined);
  return resolved.catch((error: unknown) => {
    if (isTeczkaError(error) && error.code === "document_ambiguous") return true;
    throw error;
  });
}

async function store(file: SourceFile, bytes: Uint8Array, options: FileOptions): Promise<IngestedFile> {
  const { documents, passages } = options;
  const { fileName, path, sha256 } = file;
  const id = documentId(path, file.labels);
  const same = await documents.findSame(id, sha256, readerVersion(readerFor(bytes, fileName, options.readers)));
  if (same) {
    const stored = await documents.get(id, "all");
    const unreadablePages = stored?.unreadablePages.map(({ page }) => page) ?? [];
    return {
      fileName,
      path,
      sha256,
      status: "unchanged",
      document: id,
      pages: stored?.pageCount ?? 0,
      passages: stored?.passageCount ?? 0,
      unreadablePages,
    };
  }
  const before = await documents.get(id, "all");
  const prepared = await options.prepare(file, bytes);
  const ref = await documents.stage(prepared);
  await passages.put(ref, prepared);
  await documents.publish(ref);
  if (before) await passages.remove(before.ref);
  return reportOf(file, prepared, ref, before === undefined ? "added" : "replaced");
}

function reportOf(
  file: SourceFile,
  prepared: PreparedDocument,
  ref: DocumentRef,
  status: "added" | "replaced",
): IngestedFile {
  return {
    fileName: file.fileName,
    path: file.path,
    sha256: file.sha256,
    status,
    document: ref.id,
    pages: prepared.pages.length,
    passages: prepared.passages.length,
    unreadablePages: prepared.pages.filter((page) => page.unreadable !== undefined).map((page) => page.number),
  };
}

/** Two files of one path inside the archive would be versions of one document, and only the last would be seen. */
function refuseTwin({ location, path }: FoundFile, twin: FoundFile | undefined): never {
  throw new TeczkaError(
    "invalid",
    "path_twice",
    `Plik „${location}” miałby w archiwum tę samą ścieżkę „${path}” co „${twin?.location ?? ""}”.`,
    "Wczytaj katalog, który zawiera oba: ścieżki będą wtedy różne.",
  );
}

async function readBounded({ location, fileName }: FoundFile): Promise<Uint8Array> {
  const { size } = await stat(location);
  if (size > maxBytes) {
    const megabytes = Math.round(size / 1024 / 1024);
    throw new TeczkaError(
      "invalid",
      "file_too_large",
      `Plik „${fileName}” ma ${megabytes} MB; Teczka czyta do 500 MB.`,
      "Podziel go na części.",
    );
  }
  return readFile(location).catch((error: unknown) => {
    throw new TeczkaError(
      "invalid",
      "file_unreadable",
      `Nie można odczytać pliku „${fileName}”.`,
      "Sprawdź uprawnienia.",
      { cause: error },
    );
  });
}

function totalsOf(files: readonly IngestedFile[]): IngestReport["totals"] {
  const count = (status: IngestedFile["status"]) => files.filter((file) => file.status === status).length;
  return {
    files: files.length,
    added: count("added"),
    unchanged: count("unchanged"),
    replaced: count("replaced"),
    refused: count("refused"),
    pages: files.reduce((sum, file) => sum + file.pages, 0),
    passages: files.reduce((sum, file) => sum + file.passages, 0),
  };
}
