import type { Migration } from "./migration.ts";

/**
 * Terms of a register in sorted blocks, and numbers of its rows as dense columns (register-blocks.ts): a sixtieth of
 * the inserts, and filters and sorting that read no row. What was indexed before cannot be turned into blocks by SQL:
 * such files are told as incomplete (integrity.ts) until they are imported again; their rows stay readable.
 */
export const registerBlocksMigration: Migration = {
  name: "011-register-blocks",
  statements: [
    "DROP TABLE register_postings",
    `CREATE TABLE register_terms (
      import_id TEXT NOT NULL, chunk INTEGER NOT NULL, kind TEXT NOT NULL, first_term TEXT NOT NULL,
      terms TEXT NOT NULL, lists BLOB NOT NULL, PRIMARY KEY (import_id, chunk, kind, first_term))`,
    `CREATE TABLE register_columns (
      import_id TEXT NOT NULL, chunk INTEGER NOT NULL, name TEXT NOT NULL, cells BLOB NOT NULL,
      PRIMARY KEY (import_id, chunk, name))`,
    "ALTER TABLE register_files ADD COLUMN imported_at TEXT",
  ],
};
