import type { Migration } from "./migration.ts";

/** How many facts a version has, and how many terms a segment: so that lost rows are noticed (integrity.ts). */
export const keptCountsMigration: Migration = {
  name: "010-kept-counts",
  statements: [
    "ALTER TABLE documents ADD COLUMN fact_count INTEGER NOT NULL DEFAULT 0",
    `UPDATE documents SET fact_count = (SELECT count(*) FROM facts
      WHERE facts.document = documents.id AND facts.version = documents.version)`,
    "ALTER TABLE index_segments ADD COLUMN term_count INTEGER NOT NULL DEFAULT 0",
    `UPDATE index_segments SET term_count = (SELECT count(*) FROM index_postings
      WHERE index_postings.segment = index_segments.id)`,
  ],
};
