import type { Generated } from "kysely";

/** The tables, as Kysely sees them; made by `migrations/`. JSON and lists are kept as text, times as ISO 8601 in UTC. */
export interface Schema {
  schema_migrations: { name: string; applied_at: string };

  /** One row a version. `state`: staged (seen by nobody), current (one a document), old (kept as evidence). */
  documents: {
    id: string;
    version: number;
    state: "staged" | "current" | "old";
    file_name: string;
    path: string;
    sha256: string;
    title: string | null;
    kind: string;
    format: string;
    reader: string;
    page_count: number;
    passage_count: number;
    ingested_at: string;
    fact_count: number;
  };
  document_labels: { document: string; version: number; label: string };
  pages: {
    document: string;
    version: number;
    number: number;
    text: string;
    text_sha256: string;
    unreadable: string | null;
  };
  passages: {
    document: string;
    version: number;
    ordinal: number;
    page: number;
    end_page: number | null;
    start_offset: number;
    end_offset: number;
    text: string;
    heading_path: string;
  };
  facts: {
    document: string;
    version: number;
    position: number;
    field: string;
    value: string;
    page: number;
    start_offset: number;
    end_offset: number;
    quote: string;
  };
  /** What a version's lines are counted by: boilerplate.ts. */
  document_lines: { document: string; version: number; marks: Uint8Array };
  /** Things that are dear to compute over the whole archive, with the fingerprint of the archive they hold for. */
  archive_cache: { key: string; fingerprint: string; value: string };
  /** One row; the revision rises with whatever changes an answer (revision.ts), `sample` is 1 for the made-up archive. */
  archive_state: { id: number; revision: number; sample: Generated<number>; identity: string | null };

  drafts: {
    id: string;
    status: string;
    origin: string;
    asked_by: string;
    created_at: string;
    hash: string;
    body: string;
    decision: string | null;
    lease_until: string | null;
    revision: number;
  };
  /** The compare-and-set: of all who want to write revision n of a draft, the key lets one through. */
  draft_events: { draft: string; seq: number; at: string; action: string };
  audit: {
    id: Generated<number>;
    at: string;
    actor: string;
    action: string;
    subject: string;
    detail: string | null;
  };
  keys: {
    id: string;
    kind: string;
    role: string;
    labels: string;
    created_at: string;
    expires_at: string | null;
    revoked_at: string | null;
    secret_sha256: string;
  };

  checkpoints: {
    thread: string;
    namespace: string;
    id: string;
    parent: string | null;
    checkpoint: string;
    metadata: string;
  };
  checkpoint_blobs: {
    thread: string;
    namespace: string;
    channel: string;
    version: string;
    type: string;
    value: string;
  };
  checkpoint_writes: {
    thread: string;
    namespace: string;
    checkpoint: string;
    task: string;
    idx: number;
    task_path: string;
    channel: string;
    type: string;
    value: string;
  };

  /** One row a file of a register; rows of an import count from when it is switched to `current`. */
  register_files: {
    import_id: string;
    register: string;
    authority: string | null;
    format: string;
    file: string;
    sha256: string;
    state: "staged" | "current";
    row_count: number;
    /** Of the decisions it holds, ISO. */
    first_date: string | null;
    last_date: string | null;
    /** Of its rows (register-blocks.ts). */
    chunks: Generated<number>;
    /** Names of the columns that the bodies of its rows hold by position, as JSON; null: they hold them by name. */
    columns: string | null;
    /** Of this file alone; null where it was not counted. */
    case_count: number | null;
    imported_at: string | null;
    /** `registerLayout` of the software that wrote it. */
    layout: Generated<number>;
  };
  register_rows: {
    import_id: string;
    row: number;
    case_key: string;
    sha256: string;
    body: string;
  };
  /** What rows can be looked up by: register-terms.ts for the kinds, register-blocks.ts for the form. */
  register_terms: {
    import_id: string;
    chunk: number;
    kind: string;
    first_term: string;
    terms: string;
    lists: Uint8Array;
  };
  /** One number for each row of a chunk: register-blocks.ts. */
  register_columns: { import_id: string; chunk: number; name: string; cells: Uint8Array };

  /** Former names of streets (core/identity/street-names.ts), in the order of the file that told them. */
  street_names: { position: number; former: string; present: string; since: string | null; town: string | null };

  /** The embedded passage index: see passage-index.ts. */
  index_segments: { id: string; fingerprint: string; term_count: number; passage_count: number };
  index_documents: {
    segment: string;
    document: string;
    version: number;
    first_ordinal: number;
    passage_count: number;
    lengths: Uint8Array;
  };
  index_postings: {
    segment: string;
    term: string;
    term_count: number;
    terms: string;
    lengths: Uint8Array;
    postings: Uint8Array;
  };

  /** Vectors of texts embedded once, in half precision: embedding-cache.ts. */
  embedding_cache: { model: string; sha256: string; vector: Uint8Array };
  /** The dense half of the embedded passage index: dense-index.ts. */
  index_vectors: {
    document: string;
    version: number;
    first_ordinal: number;
    model: string;
    passage_count: number;
    vectors: Uint8Array;
  };

  /** What a passage index outside was given: core/ports/index-ledger.ts. */
  index_collections: { name: string; removals: Generated<number> };
  index_ledger: {
    collection: string;
    document: string;
    version: number;
    access: string;
    passages: number;
    state: "writing" | "whole" | "leaving";
    /** JSON: [[term, passages with it], …], while it is counted in index_term_counts. */
    terms: string | null;
  };
  index_term_counts: { collection: string; access: string; term: number; passages: number };
}
