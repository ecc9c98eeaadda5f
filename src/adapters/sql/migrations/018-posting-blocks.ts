import type { Migration } from "./migration.ts";

/** Many terms a row (posting-blocks.ts). What the rows before held is of another layout, so it is made anew. */
export const postingBlocksMigration: Migration = {
  name: "018-posting-blocks",
  statements: [
    "DROP TABLE index_postings",
    `CREATE TABLE index_postings (
      segment TEXT NOT NULL, term TEXT NOT NULL, term_count INTEGER NOT NULL, terms TEXT NOT NULL,
      lengths BLOB NOT NULL, postings BLOB NOT NULL, PRIMARY KEY (segment, term))`,
  ],
};
