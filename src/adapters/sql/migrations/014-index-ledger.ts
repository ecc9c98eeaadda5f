import type { Migration } from "./migration.ts";

/** What a passage index outside this database was given (core/ports/index-ledger.ts). */
export const indexLedgerMigration: Migration = {
  name: "014-index-ledger",
  statements: [
    "ALTER TABLE archive_state ADD COLUMN identity TEXT",
    "CREATE TABLE index_collections (name TEXT PRIMARY KEY, removals INTEGER NOT NULL DEFAULT 0)",
    `CREATE TABLE index_ledger (
      collection TEXT NOT NULL, document TEXT NOT NULL, version INTEGER NOT NULL, access TEXT NOT NULL,
      passages INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('writing', 'whole', 'leaving')), terms TEXT,
      PRIMARY KEY (collection, document, version))`,
    `CREATE TABLE index_term_counts (
      collection TEXT NOT NULL, access TEXT NOT NULL, term INTEGER NOT NULL, passages INTEGER NOT NULL,
      PRIMARY KEY (collection, access, term)) WITHOUT ROWID`,
  ],
};
