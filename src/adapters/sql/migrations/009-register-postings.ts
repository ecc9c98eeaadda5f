import type { Migration } from "./migration.ts";

/**
 * Registers of a million rows. What rows are looked up by is kept as lists of rows, sorted within chunks of an import:
 * written once and in order, where an index over single terms was written all over for each row. Rows lose WITHOUT
 * ROWID, which put most of each on a page of its own (https://sqlite.org/withoutrowid.html).
 */
export const registerPostingsMigration: Migration = {
  name: "009-register-postings",
  statements: [
    `CREATE TABLE register_postings (
      import_id TEXT NOT NULL, chunk INTEGER NOT NULL, kind TEXT NOT NULL, term TEXT NOT NULL, first_row INTEGER NOT NULL,
      row_list TEXT NOT NULL, PRIMARY KEY (import_id, chunk, kind, term, first_row)) WITHOUT ROWID`,
    // Houses were not indexed: an asterisk has the row itself read.
    `INSERT INTO register_postings SELECT import_id, 0, kind, CASE kind WHEN 'street' THEN term || ' *' ELSE term END,
      MIN(row), json_group_array(row) FROM register_terms GROUP BY import_id, kind, term`,
    `INSERT INTO register_postings SELECT import_id, 0, 'case', case_key, MIN(row), json_group_array(row)
      FROM register_rows GROUP BY import_id, case_key`,
    "DROP TABLE register_terms",
    "DROP INDEX register_rows_by_case",
    "ALTER TABLE register_rows RENAME TO register_rows_before",
    `CREATE TABLE register_rows (
      import_id TEXT NOT NULL, row INTEGER NOT NULL, case_key TEXT NOT NULL, sha256 TEXT NOT NULL, body TEXT NOT NULL,
      PRIMARY KEY (import_id, row))`,
    "INSERT INTO register_rows SELECT import_id, row, case_key, sha256, body FROM register_rows_before",
    "DROP TABLE register_rows_before",
    "ALTER TABLE register_files ADD COLUMN chunks INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE register_files ADD COLUMN columns TEXT",
    "ALTER TABLE register_files ADD COLUMN case_count INTEGER",
  ],
};
