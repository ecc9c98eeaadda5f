import { sha256Hex } from "../core/canonical-json.ts";
import type { FileFormat, PreparedDocument } from "../core/document.ts";
import { TeczkaError } from "../core/errors.ts";
import { findFacts } from "../core/facts/find-facts.ts";
import { splitIntoPassages } from "../core/passages/split.ts";
import type { DocumentReader } from "../core/ports/document-reader.ts";

/** Part of a document version's identity: another splitter or finder of facts makes another version. */
export const preparation = "passages-2/facts-7";

export interface SourceFile {
  fileName: string;
  /** Inside the archive, with `/`. */
  path: string;
  /** Of the bytes, hex. */
  sha256: string;
  labels: string[];
}

export type Readers = readonly DocumentReader[];

/** One file at two paths is two documents; the same path under other labels too. */
export function documentId(path: string, labels: readonly string[]): string {
  return sha256Hex(JSON.stringify([[...labels].sort(), path])).slice(0, 20);
}

/** What a version's `reader` says when this software reads a file of these bytes. */
export function readerVersion(reader: DocumentReader): string {
  return `${reader.version}/${preparation}`;
}

/** @throws TeczkaError `file_empty`, `file_format_unknown`, or what the reader throws */
export async function prepare(file: SourceFile, bytes: Uint8Array, readers: Readers): Promise<PreparedDocument> {
  const reader = readerFor(bytes, file.fileName, readers);
  const document = await reader.read(bytes, file.fileName);
  return {
    ...document,
    ...file,
    reader: readerVersion(reader),
    id: documentId(file.path, file.labels),
    ...findFacts(document.pages, file.fileName),
    passages: splitIntoPassages(document.pages),
  };
}

/** By the bytes, not by the name: a wrongly named file is read as what it is. */
export function readerFor(bytes: Uint8Array, fileName: string, readers: Readers): DocumentReader {
  if (bytes.length === 0) {
    throw new TeczkaError("invalid", "file_empty", `Plik „${fileName}” jest pusty.`, "Zdobądź go ponownie ze źródła.");
  }
  const format = formatOf(bytes);
  const reader = readers.find((candidate) => candidate.format === format);
  if (reader) return reader;
  throw new TeczkaError(
    "invalid",
    "file_format_unknown",
    `Plik „${fileName}” nie jest dokumentem PDF, HTML ani tekstem.`,
    "Zapisz go jako PDF, HTML albo tekst i wczytaj ponownie.",
  );
}

function formatOf(bytes: Uint8Array): FileFormat | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  // Readers of PDF accept the mark anywhere in the first kilobyte (ISO 32000, annex H).
  if (head.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (/<(?:!doctype\s+html|html|head|body|meta|p|table)\b/iu.test(head)) return "html";
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const control = [...bytes.subarray(0, 4096)].filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return utf16 || control === 0 ? "text" : undefined;
}
