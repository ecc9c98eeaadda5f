import type { Access } from "../access.ts";
import type {
  DocumentFact,
  DocumentKind,
  DocumentRef,
  Page,
  Passage,
  PreparedDocument,
  StoredDocument,
} from "../document.ts";

export interface DocumentFilter {
  access: Access;
  ids?: readonly string[];
  kinds?: readonly DocumentKind[];
  /**
   * Fact values as printed by core/identity: documents that bear at least one of them. `startsWith` is for what a
   * paper may print longer: a signature with initials, a parcel with sheet and precinct.
   */
  facts?: readonly { field: DocumentFact["field"]; value: string; startsWith?: boolean }[];
  /** Only documents with a page that could not be read. */
  unreadable?: boolean;
}

/** A part of a list in its order: `limit` documents from the `offset`-th on, which counts from 0. */
export interface Slice {
  limit: number;
  offset?: number;
}

/**
 * Documents with their versions, pages and passages. A version is written unseen and becomes the current one by
 * `publish`, in one step with the retirement of the version before: a crash between leaves nothing half there.
 * A store that cannot answer throws a TeczkaError of kind `unavailable`; it never answers with nothing instead.
 */
export interface DocumentStore {
  /** The current version with this file hash, reader and id: then a re-ingest has nothing to do. */
  findSame(id: string, sha256: string, reader: string): Promise<DocumentRef | undefined>;
  /** Writes the next version of the document, unseen by every read below. */
  stage(document: PreparedDocument): Promise<DocumentRef>;
  /** Makes a staged version the current one; the one before stays readable by `page(id, n, version)`. */
  publish(ref: DocumentRef): Promise<void>;
  /** Removes what was staged and never published: called before an ingest. Returns the versions removed. */
  discardStaged(): Promise<DocumentRef[]>;

  /** Current versions, by path; all of them, or the slice asked for. */
  list(filter: DocumentFilter, slice?: Slice): Promise<StoredDocument[]>;
  /** How many `list` gives without a slice. */
  countOf(filter: DocumentFilter): Promise<number>;
  /** The current version. `undefined`: no such document, or the asker may not see it (the two look alike on purpose). */
  get(id: string, access: Access): Promise<StoredDocument | undefined>;
  /** By id, or else by file name, path or SHA-256 when exactly one current document has it. */
  resolve(reference: string, access: Access): Promise<StoredDocument | undefined>;
  /**
   * Of the current version, or of the version named. Evidence whose text is not what was read from the file is none:
   * TeczkaError `page_hash_mismatch` (unavailable), whatever changed it.
   */
  page(id: string, number: number, access: Access, version?: number): Promise<Page | undefined>;
  passages(ref: DocumentRef): Promise<Passage[]>;
  /**
   * Lines that stand in half of the documents or more, of those that the asker may see, folded by `foldForMatch`; empty
   * below 20 documents (rule 2).
   */
  boilerplateLines(access: Access): Promise<ReadonlySet<string>>;
  /** SHA-256 over the current versions that the asker may see, and the register editions. */
  fingerprint(access: Access): Promise<string>;
  count(access: Access): Promise<{ documents: number; pages: number; unreadablePages: number }>;
}
