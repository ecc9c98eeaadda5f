import type { Migration } from "./migration.ts";

/** How many passages a segment was written with, those of removed versions too: its postings name them all. */
export const segmentSizesMigration: Migration = {
  name: "016-segment-sizes",
  statements: ["ALTER TABLE index_segments ADD COLUMN passage_count INTEGER NOT NULL DEFAULT 0"],
};
