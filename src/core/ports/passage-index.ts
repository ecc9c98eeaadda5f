import type { Access } from "../access.ts";
import type { DocumentKind, DocumentRef, Passage, PreparedDocument } from "../document.ts";
import type { Parcel } from "../identity/parcel.ts";
import type { AbsentWord } from "../ranking/absent-words.ts";
import type { DocumentStore } from "./document-store.ts";

/**
 * Which documents a search may bring: those that meet every filter set, and of a list one of its values at least (an
 * empty list: none). Filters hold inside the index: no hit, count or term statistic may depend on a document the asker
 * may not see. What a document bears is told by core/ranking/facets, the same for every index.
 */
export interface PassageFilter {
  access: Access;
  /** By id. */
  documents?: readonly string[];
  kinds?: readonly DocumentKind[];
  /** Documents about one of these: `matchParcel` is not `different`, so that a sheet a paper does not tell leaves it in. */
  parcels?: readonly Parcel[];
  /** Documents of one of these cases, by signature as core/identity normalises it; initials do not count. */
  cases?: readonly string[];
  /** ISO days, both included: by the document's own date (of issue, or of an application); one without a date is left out. */
  from?: string;
  to?: string;
}

export interface PassageQuery {
  text: string;
  filter: PassageFilter;
  limit: number;
}

export interface PassageHit {
  document: DocumentRef;
  kind: DocumentKind;
  passage: Passage;
  /** Comparable inside one answer only. */
  score: number;
  why: HitReason;
}

/** Why a passage came. Ranks count from 1 and are of the ranking named, before the rankings were fused. */
export interface HitReason {
  /** The words of the query (as typed, or added as synonyms) that brought it. */
  words: string[];
  /** Those of them that were added, with what was typed. */
  added?: { word: string; addedFor: string }[];
  /** Identifiers asked for (as typed) that the passage bears. */
  identifiers?: string[];
  /** Passages of the same wording and the same identifiers that are told under this one. */
  folded?: { document: DocumentRef; page: number }[];
  /** Where it stood among the passages found by words. */
  lexical?: { rank: number; score: number };
  /** Where it stood among the passages near in meaning; cosine of query and passage. */
  dense?: { rank: number; similarity: number };
  /** Where it stood before a reranking model read it, and what that gave it. */
  reranked?: { rank: number; score: number };
}

export interface PassageSearch {
  hits: PassageHit[];
  /** Documents that the filter let through: the ones a proof of absence may speak of. */
  documentsSearched: number;
  /** Words of the query after stop words went. */
  words: string[];
  /** Those typed that no passage found bears, not even inflected; with words out of the passages found that look alike. */
  absent: AbsentWord[];
}

/** What an index needs of a document version. */
export type IndexableDocument = Pick<PreparedDocument, "title" | "kind" | "labels" | "facts" | "passages">;

/**
 * Search in the passages of published document versions. Adapters: embedded (SQL) and Qdrant;
 * lexical over the terms of core/analysis, fused (core/ranking) with dense vectors when there is an embedder.
 * Down, slow, half-indexed, wrong analyser: a TeczkaError of kind `unavailable`, never an empty list.
 */
export interface PassageIndex {
  /** Analyser (and embedding model) that built it; a query by another one is refused. */
  readonly fingerprint: string;
  /** Adds a staged version; it is found only once the document store has published it. Idempotent. */
  put(ref: DocumentRef, document: IndexableDocument): Promise<void>;
  /** Forgets a version. Idempotent. */
  remove(ref: DocumentRef): Promise<void>;
  /**
   * Makes the index what this analyser and this embedding model would have made of the stored documents. Broken off, it
   * goes on where it was when it is called again.
   * @param onProgress passages looked at, of all there are
   */
  rebuild(
    documents: Pick<DocumentStore, "list" | "passages">,
    onProgress: (done: number, total: number) => void,
  ): Promise<void>;
  search(query: PassageQuery): Promise<PassageSearch>;
  /** Tidies what many small writes left (merging segments); called at the end of an ingest. */
  optimize(): Promise<void>;
  /** Throws the named error when the index cannot answer. */
  check(): Promise<void>;
}
