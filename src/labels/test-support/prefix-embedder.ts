import type { Embedder } from "../../core/ports/embedder.ts";

const dimension = 16;

/** Words that begin alike are near: enough for texts to be at different distances, without a model. */
export const prefixEmbedder: Embedder = {
  fingerprint: "prefixes-1",
  dimension: async () => dimension,
  embedPassages: async (texts) => texts.map(embed),
  embedQuery: async (text) => embed(text),
  check: async () => undefined,
};

function embed(text: string): Float32Array {
  const vector = new Float32Array(dimension).fill(0.01);
  for (const word of text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []) {
    const axis =
      Array.from(word.slice(0, 4)).reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % dimension;
    vector[axis] = (vector[axis] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
