import type { Actor } from "../core/access.ts";
import type { ImportOptions, ImportReport } from "../ingest/register-import.ts";
import type { IngestOptions, IngestReport } from "../ingest/ingest.ts";
import type { StreetRenaming } from "../core/identity/street-names.ts";
import type { Services } from "../services.ts";

export interface IngestRequest extends Pick<IngestOptions, "onProgress"> {
  paths: readonly string[];
  labels: readonly string[];
  /** Told how many passages the embedding model has just embedded. */
  onEmbedded?: (passages: number) => void;
}

/** Told how many passages are done, of all that the index lacks. */
export type IndexRebuild = (done: number, total: number) => void;

export type ImportRequest = Pick<
  ImportOptions<unknown>,
  "files" | "format" | "register" | "authority" | "whole" | "onProgress" | "onRows"
>;

/** What the commands can do beyond what API and desk can: the work of whoever runs Teczka on his machine. */
export interface OperatorServices extends Services {
  /** Files and folders into one's own archive. @throws TeczkaError `ingest_running` while another process does */
  ingest(request: IngestRequest, by: Actor): Promise<IngestReport>;
  /** Paths whose ingest goes on right now, or was broken off: of one's own archive something may be missing. */
  unfinishedIngests(): Promise<string[]>;
  /** What the office says that streets were called before, in the place of what it said so far. */
  replaceStreetNames(renamings: readonly StreetRenaming[], by: Actor): Promise<void>;
  importRegisters(request: ImportRequest, by: Actor): Promise<ImportReport>;
  /** Makes the passage index of one's own archive what this software and the configured model would make it. */
  rebuildIndex(onProgress: IndexRebuild): Promise<void>;
  /**
   * Fills the sample archive's store when the sample is what is served and the store is not filled yet; waits for
   * another process that is at it. Returns at once otherwise.
   */
  fillSample(onProgress: (done: number, total: number, what: string) => void): Promise<void>;
  close(): Promise<void>;
}
