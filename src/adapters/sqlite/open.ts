import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";
import { TeczkaError } from "../../core/errors.ts";
import type { SqlDatabase, Statement } from "../sql/database.ts";
import { migrate } from "../sql/migrate.ts";
import type { Schema } from "../sql/schema.ts";
import { storeError } from "./errors.ts";

export interface SqliteStore extends SqlDatabase {
  /**
   * For thousands of commits whose loss in a power cut costs no more than doing them again: the disk is waited for at
   * the end, not at each (measured: 0.02 ms a commit instead of 3.6). A killed process still loses nothing. Not to be
   * used beside a clerk's decisions.
   */
  bulk<T>(work: () => Promise<T>): Promise<T>;
}

/** Prepared statements kept: bulk writes repeat a few texts many thousand times. */
const maxPrepared = 200;

/**
 * Opens (and makes, and migrates) a store. WAL lets a command and a running service use it at once; with
 * `synchronous = NORMAL` a killed process loses nothing, and a power cut at most the last moments, never consistency
 * (https://sqlite.org/pragma.html#pragma_synchronous). Decisions of a clerk should survive a power cut as well, so
 * FULL it is, but for `bulk`.
 * @param path a file, or `:memory:`
 */
export async function openSqlite(path: string): Promise<SqliteStore> {
  const raw = openFile(path);
  const prepared = new Map<string, StatementSync>();
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw storeError(error, path);
    }
  };
  const prepare = (text: string): StatementSync => {
    const known = prepared.get(text);
    if (known) return known;
    const statement = guarded(() => raw.prepare(text));
    if (prepared.size >= maxPrepared) prepared.clear();
    prepared.set(text, statement);
    return statement;
  };
  const dialect = new SqliteDialect({
    database: {
      prepare: (text) => forKysely(prepare(text), guarded),
      close: () => raw.close(),
    } satisfies SqliteDatabase,
  });
  const database: SqliteStore = {
    dialect: "sqlite",
    db: new Kysely<Schema>({ dialect }),
    batch: async (statements) => guarded(() => runBatch(raw, prepare, statements)),
    bulk: async (work) => {
      raw.exec("PRAGMA synchronous = NORMAL");
      try {
        return await work();
      } finally {
        if (raw.isOpen) guarded(() => raw.exec("PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(PASSIVE)"));
      }
    },
    close: async () => {
      prepared.clear();
      if (raw.isOpen) raw.close();
    },
  };
  await migrate(database);
  return database;
}

function openFile(path: string): DatabaseSync {
  try {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    const raw = new DatabaseSync(path, { timeout: 10_000 });
    raw.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768",
    );
    return raw;
  } catch (error) {
    const mapped = storeError(error, path);
    if (mapped !== error) throw mapped;
    throw new TeczkaError(
      "unavailable",
      "store_unreachable",
      `Nie można otworzyć magazynu danych: ${path}`,
      "Sprawdź, czy katalog TECZKA_DATA istnieje, czy można w nim zapisywać i czy jest miejsce na dysku.",
      { cause: error },
    );
  }
}

function runBatch(raw: DatabaseSync, prepare: (text: string) => StatementSync, statements: readonly Statement[]): void {
  raw.exec("BEGIN IMMEDIATE");
  try {
    for (const { sql, parameters } of statements) prepare(sql).run(...(parameters as SQLInputValue[]));
    raw.exec("COMMIT");
  } catch (error) {
    // A full disk may have rolled back already.
    if (raw.isTransaction) raw.exec("ROLLBACK");
    throw error;
  }
}

/** The part of better-sqlite3 that Kysely wants, on a statement of node:sqlite. */
function forKysely(statement: StatementSync, guarded: <T>(work: () => T) => T): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => guarded(() => statement.all(...(parameters as SQLInputValue[]))),
    run: (parameters) => guarded(() => statement.run(...(parameters as SQLInputValue[]))),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])) as IterableIterator<unknown>,
  };
}
