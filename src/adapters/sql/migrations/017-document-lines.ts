import type { Migration } from "./migration.ts";

/** Of each version: the marks of its lines (core/text/boilerplate.ts), eight bytes each, so that none is read for them. */
export const documentLinesMigration: Migration = {
  name: "017-document-lines",
  statements: [
    `CREATE TABLE document_lines (
      document TEXT NOT NULL, version INTEGER NOT NULL, marks BLOB NOT NULL, PRIMARY KEY (document, version))`,
    "DELETE FROM archive_cache WHERE key LIKE 'boilerplate%'",
  ],
};
