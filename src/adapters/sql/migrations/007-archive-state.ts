import type { Migration } from "./migration.ts";

/** One number that rises with every change of what can be read; and what lists and proofs of absence ask for often. */
export const archiveStateMigration: Migration = {
  name: "007-archive-state",
  statements: [
    `CREATE TABLE archive_state (
      id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL, sample INTEGER NOT NULL DEFAULT 0)`,
    "INSERT INTO archive_state (id, revision) VALUES (1, 0)",
    // Without it every count of unreadable pages walks through the text of all pages.
    "CREATE INDEX pages_unreadable ON pages (document, version, number) WHERE unreadable IS NOT NULL",
    "ALTER TABLE register_files ADD COLUMN first_date TEXT",
    "ALTER TABLE register_files ADD COLUMN last_date TEXT",
  ],
};
