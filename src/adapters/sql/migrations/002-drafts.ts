import type { Migration } from "./migration.ts";

export const draftsMigration: Migration = {
  name: "002-drafts",
  statements: [
    `CREATE TABLE drafts (
      id TEXT PRIMARY KEY, status TEXT NOT NULL, origin TEXT NOT NULL, asked_by TEXT NOT NULL, created_at TEXT NOT NULL,
      hash TEXT NOT NULL, body TEXT NOT NULL, decision TEXT, lease_until TEXT, revision INTEGER NOT NULL)`,
    "CREATE INDEX drafts_by_status ON drafts (status, created_at)",
    `CREATE TABLE draft_events (
      draft TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, action TEXT NOT NULL, PRIMARY KEY (draft, seq))`,
    `CREATE TABLE audit (
      id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
      subject TEXT NOT NULL, detail TEXT)`,
    "CREATE INDEX audit_by_subject ON audit (subject)",
    "CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
    "CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
  ],
};
