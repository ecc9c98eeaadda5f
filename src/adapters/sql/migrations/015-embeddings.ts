import type { Migration } from "./migration.ts";

export const embeddingsMigration: Migration = {
  name: "015-embeddings",
  statements: [
    // By content: what was embedded once is not embedded again, whatever happens to documents and indexes.
    `CREATE TABLE embedding_cache (
      model TEXT NOT NULL, sha256 TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (model, sha256)) WITHOUT ROWID`,
    // The dense half of the embedded passage index: vectors of a version's passages, some thousands a row at most.
    `CREATE TABLE index_vectors (
      document TEXT NOT NULL, version INTEGER NOT NULL, first_ordinal INTEGER NOT NULL, model TEXT NOT NULL,
      passage_count INTEGER NOT NULL, vectors BLOB NOT NULL, PRIMARY KEY (document, version, first_ordinal))`,
  ],
};
