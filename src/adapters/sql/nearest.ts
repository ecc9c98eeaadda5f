import { type PackedVectors, similarityAt } from "./dense-vectors.ts";
import type { IndexSnapshot } from "./index-snapshot.ts";

export interface Near {
  /** Passage of the snapshot. */
  at: number;
  /** Cosine with the query. */
  similarity: number;
}

export interface SignedVectors extends PackedVectors {
  signs: Uint8Array;
}

export function signed(vectors: PackedVectors): SignedVectors {
  return { ...vectors, signs: new Uint8Array() };
}

export function nearestOf(
  { documents }: IndexSnapshot,
  candidates: Uint8Array,
  rows: readonly (readonly SignedVectors[])[],
  query: Float32Array,
  limit: number,
): Near[] {
  const near: Near[] = [];
  for (const [place, document] of documents.entries()) {
    if (candidates[place] !== 1) continue;
    let at = document.base;
    for (const vectors of rows[place] ?? [])
      for (let ordinal = 0; ordinal < vectors.count; ordinal += 1, at += 1)
        near.push({ at, similarity: similarityAt(vectors, ordinal, query) });
  }
  return near.sort((a, b) => b.similarity - a.similarity || a.at - b.at).slice(0, limit);
}
