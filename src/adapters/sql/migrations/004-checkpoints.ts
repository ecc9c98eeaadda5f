import type { Migration } from "./migration.ts";

export const checkpointsMigration: Migration = {
  name: "004-checkpoints",
  statements: [
    `CREATE TABLE checkpoints (
      thread TEXT NOT NULL, namespace TEXT NOT NULL, id TEXT NOT NULL, parent TEXT, checkpoint TEXT NOT NULL,
      metadata TEXT NOT NULL, PRIMARY KEY (thread, namespace, id))`,
    `CREATE TABLE checkpoint_blobs (
      thread TEXT NOT NULL, namespace TEXT NOT NULL, channel TEXT NOT NULL, version TEXT NOT NULL, type TEXT NOT NULL,
      value TEXT NOT NULL, PRIMARY KEY (thread, namespace, channel, version))`,
    `CREATE TABLE checkpoint_writes (
      thread TEXT NOT NULL, namespace TEXT NOT NULL, checkpoint TEXT NOT NULL, task TEXT NOT NULL, idx INTEGER NOT NULL,
      task_path TEXT NOT NULL, channel TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (thread, namespace, checkpoint, task, idx))`,
  ],
};
