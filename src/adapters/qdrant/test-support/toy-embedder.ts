import type { Embedder } from "../../../core/ports/embedder.ts";

/** Words that mean like things, each group an axis: enough to find by meaning what has no word in common. */
const meanings = [
  ["balkon", "taras", "loggia"],
  ["garaż", "samochód", "postój"],
  ["odmowa", "sprzeciw", "negatywna"],
];

/** A model without weights: the same text always gets the same vector, of length 1. */
export function toyEmbedder(dimension = 4): Embedder {
  const embed = (text: string) => {
    const low = text.toLowerCase();
    const vector = Array.from({ length: dimension }, (_, axis) =>
      (meanings[axis] ?? []).reduce((sum, word) => sum + (low.includes(word) ? 1 : 0), 0.05),
    );
    const length = Math.hypot(...vector);
    return Float32Array.from(vector, (value) => value / length);
  };
  return {
    fingerprint: "toy-1",
    dimension: async () => dimension,
    embedPassages: async (texts) => texts.map(embed),
    embedQuery: async (text) => embed(text),
    check: async () => undefined,
  };
}
