import { sha256Hex } from "../canonical-json.ts";
import type { Embedder } from "../ports/embedder.ts";
import type { EmbeddingCache } from "../ports/embedding-cache.ts";

/** Kept after each so many: a work of hours that is broken off goes on where it was. */
const textsAtOnce = 128;

/**
 * An embedder that embeds no passage twice: not when a file is taken in again, not in another version of a paper that
 * mostly says the same, not when an index is built anew. Queries are not kept.
 *
 * @param onEmbedded told how many passages the model has just embedded
 */
export function cachedEmbedder(
  embedder: Embedder,
  cache: EmbeddingCache,
  onEmbedded: (passages: number) => void = () => undefined,
): Embedder {
  const { fingerprint } = embedder;

  const fewVectors = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const hashes = texts.map(sha256Hex);
    const known = await cache.get(fingerprint, [...new Set(hashes)]);
    const missing = new Map<string, string>();
    for (const [at, hash] of hashes.entries()) if (!known.has(hash)) missing.set(hash, texts[at] as string);
    if (missing.size > 0) {
      const made = await embedder.embedPassages([...missing.values()]);
      const fresh = new Map([...missing.keys()].map((hash, at) => [hash, made[at] as Float32Array]));
      await cache.put(fingerprint, fresh);
      onEmbedded(fresh.size);
      for (const [hash, vector] of fresh) known.set(hash, vector);
    }
    return hashes.map((hash) => known.get(hash) as Float32Array);
  };

  return {
    ...embedder,
    embedPassages: async (texts) => {
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += textsAtOnce)
        vectors.push(...(await fewVectors(texts.slice(from, from + textsAtOnce))));
      return vectors;
    },
  };
}
