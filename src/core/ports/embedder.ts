/**
 * Text to dense vectors, by a model that runs in the building. Vectors have the length 1, so that their dot product is
 * their cosine. Down, slow, another dimension than told: a TeczkaError of kind `unavailable`, never a missing vector.
 */
export interface Embedder {
  /** Model and prefixes, as an index records them: vectors of another fingerprint are never compared. */
  readonly fingerprint: string;
  /** Told by the configuration, or found out from the model's first answer. */
  dimension(): Promise<number>;
  /** Passages as they are indexed, in the order given; any number of them, cut into batches inside. */
  embedPassages(texts: readonly string[]): Promise<Float32Array[]>;
  embedQuery(text: string): Promise<Float32Array>;
  /** Throws the named error when it cannot answer. */
  check(): Promise<void>;
}
