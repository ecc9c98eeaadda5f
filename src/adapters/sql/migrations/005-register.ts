import type { Migration } from "./migration.ts";

export const registerMigration: Migration = {
  name: "005-register",
  statements: [
    `CREATE TABLE register_files (
      import_id TEXT PRIMARY KEY, register TEXT NOT NULL, authority TEXT, format TEXT NOT NULL, file TEXT NOT NULL,
      sha256 TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('staged', 'current')), row_count INTEGER NOT NULL)`,
    "CREATE UNIQUE INDEX register_files_one_current ON register_files (register, file) WHERE state = 'current'",
    `CREATE TABLE register_rows (
      import_id TEXT NOT NULL, row INTEGER NOT NULL, case_key TEXT NOT NULL, sha256 TEXT NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (import_id, row)) WITHOUT ROWID`,
    "CREATE INDEX register_rows_by_case ON register_rows (case_key)",
    `CREATE TABLE register_terms (
      kind TEXT NOT NULL, term TEXT NOT NULL, import_id TEXT NOT NULL, row INTEGER NOT NULL,
      PRIMARY KEY (kind, term, import_id, row)) WITHOUT ROWID`,
    "CREATE INDEX register_terms_by_import ON register_terms (import_id)",
  ],
};
