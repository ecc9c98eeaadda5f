/** `first`: of a file; without `index` the file has ended. */
export interface ChunkRequest {
  first: boolean;
  index?: Uint8Array<ArrayBuffer>;
}

/** `told`: when the file has ended. */
export interface ChunkAnswer<Chunk, Told> {
  chunks: Chunk[];
  told?: Told;
}
