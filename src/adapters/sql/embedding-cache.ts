import type { EmbeddingCache } from "../../core/ports/embedding-cache.ts";
import { listed, type SqlDatabase, type Statement } from "./database.ts";
import { bytesOf } from "./postings.ts";

/** Rows of one statement: D1 binds at most 100 values. */
const rowsAtOnce = 33;

/**
 * Vectors in half precision: 768 bytes for 384 numbers, half of the disk. Cosines move by 0.00003 at most against full
 * precision (20,000 pairs of multilingual-e5-small).
 */
export function createEmbeddingCache(database: SqlDatabase): EmbeddingCache {
  const { db } = database;
  return {
    get: async (model, hashes) => {
      const rows = await db
        .selectFrom("embedding_cache")
        .select(["sha256", "vector"])
        .where("model", "=", model)
        .where("sha256", "in", listed(hashes))
        .execute();
      return new Map(rows.map(({ sha256, vector }) => [sha256, fromHalves(bytesOf(vector))]));
    },
    put: (model, vectors) => database.batch(insertsOf(model, [...vectors])),
    count: async (model) => {
      const { count } = await db
        .selectFrom("embedding_cache")
        .select((eb) => eb.fn.countAll().as("count"))
        .where("model", "=", model)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

function insertsOf(model: string, vectors: readonly [sha256: string, vector: Float32Array][]): Statement[] {
  const statements: Statement[] = [];
  for (let from = 0; from < vectors.length; from += rowsAtOnce) {
    const rows = vectors.slice(from, from + rowsAtOnce);
    statements.push({
      // Two processes may have embedded the same text: either vector will do.
      sql: `INSERT INTO embedding_cache (model, sha256, vector) VALUES ${rows.map(() => "(?, ?, ?)").join(", ")}
        ON CONFLICT DO NOTHING`,
      parameters: rows.flatMap(([sha256, vector]) => [model, sha256, halvesOf(vector)]),
    });
  }
  return statements;
}

/** Little-endian, as every machine that Node and Workers run on. */
function halvesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(Float16Array.from(vector).buffer);
}

/** Brought to the length 1 again, which half precision may miss by a little. */
function fromHalves(bytes: Uint8Array): Float32Array {
  const halves = new Float16Array(bytes.slice().buffer);
  const length = Math.hypot(...halves);
  return Float32Array.from(halves, (number) => number / length);
}
