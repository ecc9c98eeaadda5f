import type { Migration } from "./migration.ts";

/**
 * Reads ask for current versions. An index by state, which nearly every row shares, drew the planner away from those
 * that find the document at once: each look-up walked through the whole archive.
 */
export const currentDocumentsMigration: Migration = {
  name: "008-current-documents",
  statements: [
    "DROP INDEX documents_by_state",
    "CREATE INDEX documents_current_by_path ON documents (path, id) WHERE state = 'current'",
    "CREATE INDEX documents_current_by_file_name ON documents (file_name) WHERE state = 'current'",
    "CREATE INDEX documents_current_by_sha256 ON documents (sha256, path, id) WHERE state = 'current'",
    "CREATE INDEX documents_staged ON documents (id) WHERE state = 'staged'",
  ],
};
