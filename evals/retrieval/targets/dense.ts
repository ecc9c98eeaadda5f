import { join } from "node:path";
import type { EmbeddingsConfig } from "../../../src/config.ts";
import { embedderOf } from "../../../src/wiring-node/embedder.ts";
import { openStore } from "../../../src/wiring-node/store.ts";
import { wholeText } from "../suite.ts";
import type { OpenTarget } from "./target.ts";

/**
 * Vectors alone: the configured model, with the prefixes that Teczka knows for it, over whole texts (what is beyond the
 * model's window it does not see), every one of them compared. What it embedded is kept in the store.
 */
export function openDense(config: EmbeddingsConfig): OpenTarget {
  return async ({ texts }, store) => {
    const { database, close } = await openStore({
      folder: join(store, "cache"),
      sample: false,
      software: "evals",
      onLost: () => {},
    });
    try {
      const embedder = embedderOf(database, config, () => {});
      const vectors = await embedder.embedPassages(texts.map(wholeText));
      return {
        name: "Dense alone",
        about: `${config.model}, whole texts`,
        search: async (question, limit) => {
          const asked = await embedder.embedQuery(question);
          return vectors
            .map((vector, at) => ({ at, score: dot(asked, vector) }))
            .sort((a, b) => b.score - a.score)
            .slice(0, limit)
            .map(({ at }) => texts[at]?.id ?? "");
        },
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  };
}

/** Of vectors of the length 1: their cosine. */
function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
