import type { PreparedDocument } from "../../core/document.ts";
import type { SourceFile } from "../../ingest/prepare.ts";
import type { ErrorMessage } from "./error-message.ts";

/** What goes to a reading thread and comes back: plain data, since classes do not survive the way. */
export interface ReadingRequest {
  file: SourceFile;
  bytes: Uint8Array;
}

export type ReadingAnswer = { document: PreparedDocument } | { error: ErrorMessage };
