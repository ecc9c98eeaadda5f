import type { SqlDatabase, Statement } from "./database.ts";

/**
 * The archive's revision rises in the batch of every change that a reader can see (a version published, a register
 * file replaced, the index rewritten), whichever process makes it. What is dear to load is kept until then.
 */
export function bumpRevision(): Statement {
  return { sql: "UPDATE archive_state SET revision = revision + 1 WHERE id = 1", parameters: [] };
}

/**
 * `load`, remembered for as long as the archive does not change. The revision is read first: what changes during a
 * load is loaded again by the next caller. Values are kept, never promises: on Workers one request must not wait for
 * the I/O of another.
 */
export function perRevision<T>(database: SqlDatabase, load: () => Promise<T>): () => Promise<T> {
  let kept: { revision: number; value: T } | undefined;
  return async () => {
    const { revision } = await database.db.selectFrom("archive_state").select("revision").executeTakeFirstOrThrow();
    if (kept?.revision === revision) return kept.value;
    const value = await load();
    kept = { revision, value };
    return value;
  };
}
