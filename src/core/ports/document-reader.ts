import type { FileFormat, ReadDocument } from "../document.ts";

/**
 * Turns bytes into canonical pages. Throws TeczkaError `invalid` with code `file_empty`, `file_encrypted`,
 * `file_truncated`, `file_unreadable` or `file_format_unknown`; a page that cannot be read is marked, not thrown.
 */
export interface DocumentReader {
  readonly format: FileFormat;
  /** Name and version, part of what a document version is known by. */
  readonly version: string;
  read(bytes: Uint8Array, fileName: string): Promise<ReadDocument>;
}
