import type { Migration } from "./migration.ts";

export const passageIndexMigration: Migration = {
  name: "006-passage-index",
  statements: [
    "CREATE TABLE index_segments (id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL)",
    `CREATE TABLE index_documents (
      segment TEXT NOT NULL, document TEXT NOT NULL, version INTEGER NOT NULL, first_ordinal INTEGER NOT NULL,
      passage_count INTEGER NOT NULL, lengths BLOB NOT NULL, PRIMARY KEY (document, version))`,
    "CREATE INDEX index_documents_by_segment ON index_documents (segment)",
    // By segment first: a segment is written and thrown away as one stretch, and a query looks into few of them.
    `CREATE TABLE index_postings (
      segment TEXT NOT NULL, term TEXT NOT NULL, postings BLOB NOT NULL, PRIMARY KEY (segment, term)) WITHOUT ROWID`,
  ],
};
