import type { IndexedArchive, IndexHarness } from "../../../core/ports/passage-index.contract.ts";
import type { Embedder } from "../../../core/ports/embedder.ts";
import type { Harness } from "../../../core/ports/test-support/harness.ts";
import type { SqlDatabase } from "../database.ts";
import { createDocumentStore } from "../document-store.ts";
import { createPassageIndex } from "../passage-index.ts";

const databases = new WeakMap<IndexedArchive, SqlDatabase>();

/** Document store and passage index on one database, of a harness made for any store, with a model or without. */
export function indexHarness(
  harnessOf: <S>(make: (database: SqlDatabase) => S) => Harness<S>,
  models: { embedder?: Embedder } = {},
): IndexHarness {
  return {
    ...harnessOf((database) => {
      const archive = { documents: createDocumentStore(database), passages: createPassageIndex(database, models) };
      databases.set(archive, database);
      return archive;
    }),
    builtByAnother: async (archive) => {
      const database = databases.get(archive);
      await database?.batch([
        { sql: "UPDATE index_segments SET fingerprint = 'other-1'", parameters: [] },
        { sql: "UPDATE archive_state SET revision = revision + 1", parameters: [] },
      ]);
    },
  };
}
