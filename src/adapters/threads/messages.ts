import type { PreparedDocument } from "../../core/document.ts";
import type { ErrorKind } from "../../core/errors.ts";
import type { SourceFile } from "../../ingest/prepare.ts";

/** What goes to a reading thread and comes back: plain data, since classes do not survive the way. */
export interface ReadingRequest {
  file: SourceFile;
  bytes: Uint8Array;
}

export type ReadingAnswer =
  | { document: PreparedDocument }
  | { error: { message: string } | { kind: ErrorKind; code: string; message: string; hint: string } };
