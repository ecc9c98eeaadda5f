import { setTimeout as pause } from "node:timers/promises";
import { createEmbedder } from "../adapters/openai/embedder.ts";
import { prefixesOf } from "../adapters/openai/model-prefixes.ts";
import type { SqlDatabase } from "../adapters/sql/database.ts";
import { createEmbeddingCache } from "../adapters/sql/embedding-cache.ts";
import type { EmbeddingsState } from "../cli/operator-services.ts";
import type { EmbeddingsConfig } from "../config.ts";
import type { Embedder } from "../core/ports/embedder.ts";
import { cachedEmbedder } from "../core/ranking/cached-embedder.ts";

/** The configured model, with what it has embedded already kept beside the archive. */
export function embedderOf(
  database: SqlDatabase,
  config: EmbeddingsConfig,
  onEmbedded: (passages: number) => void,
): Embedder {
  const embedder = createEmbedder({ ...config, fetch, pause: (milliseconds) => pause(milliseconds) });
  return cachedEmbedder(embedder, createEmbeddingCache(database), onEmbedded);
}

/** @throws TeczkaError when the model does not answer */
export async function embeddingsState(
  database: SqlDatabase,
  { model, queryPrefix, passagePrefix }: EmbeddingsConfig,
  embedder: Embedder,
): Promise<EmbeddingsState> {
  await embedder.check();
  return {
    dimension: await embedder.dimension(),
    kept: await createEmbeddingCache(database).count(embedder.fingerprint),
    knownPrefixes: (queryPrefix ?? passagePrefix) !== undefined || prefixesOf(model) !== undefined,
  };
}
