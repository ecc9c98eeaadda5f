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

/** The configured embedding model, as it answers now. */
export interface EmbeddingsState {
  /** Numbers of a vector. */
  dimension: number;
  /** Texts whose vectors are kept, so that they are not embedded again. */
  kept: number;
  /** Whether it is known what the model was trained to see before a text, or the configuration says it. */
  knownPrefixes: boolean;
}

/** The Qdrant that keeps the passages of one's own archive, as it answers now. */
export interface QdrantState {
  version: string;
  /** Its own name, behind the alias; absent as long as nothing was taken in. */
  collection?: string;
  /** Passages in it. */
  points: number;
  /** Whether it has built all of its indexes: until then it answers slowly. */
  settled: boolean;
}

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
  /** Absent where no model is configured. @throws TeczkaError when it does not answer */
  embeddings?: () => Promise<EmbeddingsState>;
  /** Absent where none is configured. @throws TeczkaError when it does not answer, or the archive is not whole in it */
  qdrant?: () => Promise<QdrantState>;
  /**
   * Fills the sample archive's store when the sample is what is served and the store is not filled yet; waits for
   * another process that is at it. Returns at once otherwise.
   */
  fillSample(onProgress: (done: number, total: number, what: string) => void): Promise<void>;
  close(): Promise<void>;
}
