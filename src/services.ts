import type { Archive } from "../tools/tool.ts";
import type { Actor } from "./core/access.ts";
import type { DraftService } from "./core/drafts/draft-service.ts";
import type { KeyService } from "./core/keys/key-service.ts";
import type { AuditLog } from "./core/ports/draft-store.ts";
import type { FileStore } from "./core/ports/file-store.ts";
import type { IngestedFile } from "./ingest/ingest.ts";

export interface UploadedFile {
  fileName: string;
  /** Inside the archive, with `/`. A file that comes again at the same path, under the same labels, is a new version. */
  path: string;
  bytes: Uint8Array;
  labels: string[];
}

/** What a wiring makes of the configuration, and what API, desk and commands are built on. */
export interface Services {
  archive: Archive;
  drafts: DraftService;
  keys: KeyService;
  audit: AuditLog;
  /** Absent where the platform keeps no files (Workers). */
  files?: FileStore;
  /** Takes one file in, with its audit entry. Absent where ingest is not possible (Workers): 501. */
  intake?: (file: UploadedFile, by: Actor) => Promise<IngestedFile>;
  /** True while the made-up sample archive is served: marked on every page and draft. */
  sample: () => Promise<boolean>;
  /** Throws the TeczkaError that names what is down; behind /readyz. */
  ready: () => Promise<void>;
  /** For the operator: a failure that its caller was told of only as an internal error. Must not throw. */
  report: (error: unknown) => void;
  /** Name and version. */
  software: string;
}
