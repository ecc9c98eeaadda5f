/** Vectors of texts that were embedded once, by the model that did it. They may come back in half precision. */
export interface EmbeddingCache {
  /** @param hashes SHA-256 of the texts, hex @returns by hash, the vectors that are known */
  get(model: string, hashes: readonly string[]): Promise<Map<string, Float32Array>>;
  put(model: string, vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
  /** How many vectors of this model there are. */
  count(model: string): Promise<number>;
}
