import type { Migration } from "./migration.ts";

export const documentsMigration: Migration = {
  name: "001-documents",
  statements: [
    `CREATE TABLE documents (
      id TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('staged', 'current', 'old')),
      file_name TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT, kind TEXT NOT NULL,
      format TEXT NOT NULL, reader TEXT NOT NULL, page_count INTEGER NOT NULL, passage_count INTEGER NOT NULL,
      ingested_at TEXT NOT NULL, PRIMARY KEY (id, version))`,
    // The database itself sees to it that a document has one current version.
    "CREATE UNIQUE INDEX documents_one_current ON documents (id) WHERE state = 'current'",
    "CREATE INDEX documents_by_sha256 ON documents (sha256)",
    "CREATE INDEX documents_by_state ON documents (state, path)",
    `CREATE TABLE document_labels (
      document TEXT NOT NULL, version INTEGER NOT NULL, label TEXT NOT NULL, PRIMARY KEY (document, version, label))`,
    `CREATE TABLE pages (
      document TEXT NOT NULL, version INTEGER NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL,
      text_sha256 TEXT NOT NULL, unreadable TEXT, PRIMARY KEY (document, version, number))`,
    `CREATE TABLE passages (
      document TEXT NOT NULL, version INTEGER NOT NULL, ordinal INTEGER NOT NULL, page INTEGER NOT NULL,
      end_page INTEGER, start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL, text TEXT NOT NULL,
      heading_path TEXT NOT NULL, PRIMARY KEY (document, version, ordinal))`,
    `CREATE TABLE facts (
      document TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL, field TEXT NOT NULL,
      value TEXT NOT NULL, page INTEGER NOT NULL, start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL,
      quote TEXT NOT NULL, PRIMARY KEY (document, version, position))`,
    "CREATE INDEX facts_by_value ON facts (field, value)",
    "CREATE TABLE archive_cache (key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, value TEXT NOT NULL)",
  ],
};
