/**
 * A model that reads question and passage together and says how well they fit; it runs where the configuration says.
 * Down, slow, another answer than scores: a TeczkaError of kind `unavailable`, never the order unchanged.
 */
export interface Reranker {
  /** As an index records it among what its answers were made with. */
  readonly fingerprint: string;
  /** By text, in the order given: comparable inside one answer only, larger is better. */
  scores(query: string, texts: readonly string[]): Promise<number[]>;
}
