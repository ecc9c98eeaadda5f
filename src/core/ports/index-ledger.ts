import type { DocumentKind, DocumentRef } from "../document.ts";

/**
 * What a passage index that is kept outside the document store (Qdrant) has to know of the store: which versions are
 * published, and which of them a collection was given. A collection is a physical one, never an alias, so that a
 * rebuild beside the old one has a ledger of its own.
 */
export interface IndexLedger {
  /** Of the archive; points, and the collection itself, bear it, so that two archives never share one unnoticed. */
  archive(): Promise<string>;
  /** As of now; the same object for as long as nothing changed. */
  state(collection: string): Promise<LedgerState>;
  /** Rises when points are about to be deleted: an answer over which it rose may lack something. */
  removals(collection: string): Promise<number>;
  /**
   * Before the first point of a version is written: from now on the collection may hold a part of it.
   * @returns whether it may have held some of it before
   */
  begin(collection: string, version: LedgerEntry): Promise<boolean>;
  /**
   * All points of the version are there.
   * @param passagesByTerm of this version: in how many passages each term stands. Counted once, however often it is said
   */
  complete(collection: string, version: VersionKey, passagesByTerm: TermCounts): Promise<void>;
  /** Before points of a version are deleted: from now on the collection may lack a part of it. */
  leave(collection: string, version: VersionKey): Promise<void>;
  /** No point of the version is left. */
  forget(collection: string, version: VersionKey): Promise<void>;
  /** Versions that nobody will publish any more (retired, discarded, left) and whose points may still be there. */
  leftovers(collection: string): Promise<VersionKey[]>;
  /** The collection is gone, whole. */
  drop(collection: string): Promise<void>;
  /** Collections that anything was ever given to, and that were not dropped. */
  collections(): Promise<string[]>;
  /** In how many passages each term stands, over the whole versions under these access keys; 0 is left out. */
  frequencies(collection: string, accessKeys: readonly string[], terms: readonly number[]): Promise<TermCounts>;
}

export type VersionKey = Pick<DocumentRef, "id" | "version">;

/** By number of the term. */
type TermCounts = ReadonlyMap<number, number>;

interface LedgerEntry extends VersionKey {
  /** `accessKeyOf` its labels. */
  access: string;
  passages: number;
}

export interface LedgerState {
  /** Published versions, by path and id. */
  current: readonly CurrentVersion[];
  /** Of versions that the collection may hold points of and that are not published: staged, or retired. */
  unpublished: readonly VersionKey[];
  /** Points of all whole versions, published or not: the collection holds no fewer. */
  points: number;
}

export interface CurrentVersion {
  ref: DocumentRef;
  kind: DocumentKind;
  labels: readonly string[];
  /** Canonical form of the labels (`accessKeyOf`): what a collection filters by. */
  access: string;
  passages: number;
  /** Whether the collection holds all of its points. */
  whole: boolean;
}

/** A set of labels as one value: the same set gives the same key, in whatever order. */
export function accessKeyOf(labels: readonly string[]): string {
  return JSON.stringify([...new Set(labels)].sort());
}
