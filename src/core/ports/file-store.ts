/** The bytes of ingested files as they came, by SHA-256: what a citation can be compared with by the eye. */
export interface FileStore {
  /** Idempotent; whole or not at all. */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /** `undefined`: never kept. A store that cannot answer throws a TeczkaError of kind `unavailable`. */
  get(sha256: string): Promise<Uint8Array | undefined>;
}
