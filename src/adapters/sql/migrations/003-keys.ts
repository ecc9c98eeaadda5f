import type { Migration } from "./migration.ts";

export const keysMigration: Migration = {
  name: "003-keys",
  statements: [
    `CREATE TABLE keys (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, role TEXT NOT NULL, labels TEXT NOT NULL, created_at TEXT NOT NULL,
      expires_at TEXT, revoked_at TEXT, secret_sha256 TEXT NOT NULL UNIQUE)`,
  ],
};
