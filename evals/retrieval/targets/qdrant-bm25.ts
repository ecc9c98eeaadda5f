import { randomUUID } from "node:crypto";
import { QdrantClient } from "@qdrant/js-client-rest";
import type { QdrantConfig } from "../../../src/config.ts";
import { type CorpusText, wholeText } from "../suite.ts";
import type { OpenTarget } from "./target.ts";

const model = "qdrant/bm25";
const vector = "bm25";
const batch = 256;

/**
 * Qdrant's own BM25: the server cuts the text into words and weighs them (document inference by `qdrant/bm25`, server
 * 1.15.2 and newer), in a collection of this run's own. It knows no Polish stemmer and no Polish stop words, so the
 * language is none, and marks are folded; the average length is the corpus's.
 */
export function openQdrantBm25({ url, apiKey }: QdrantConfig): OpenTarget {
  return async ({ texts }) => {
    const client = new QdrantClient({ url, ...(apiKey ? { apiKey } : {}) });
    const collection = `teczka-evals-${randomUUID()}`;
    const options = { language: "none", ascii_folding: true, avg_len: averageWords(texts) };
    const documentOf = (text: string) => ({ text, model, options });
    await client.createCollection(collection, { vectors: {}, sparse_vectors: { [vector]: { modifier: "idf" } } });
    const close = async () => {
      await client.deleteCollection(collection);
    };
    try {
      for (let from = 0; from < texts.length; from += batch) {
        const points = texts.slice(from, from + batch).map((text, index) => ({
          id: from + index,
          payload: { id: text.id },
          vector: { [vector]: documentOf(wholeText(text)) },
        }));
        await client.upsert(collection, { wait: true, points });
      }
    } catch (error) {
      await close();
      throw error;
    }
    return {
      name: "Qdrant BM25",
      about: `${model} in the server, language none, ascii_folding`,
      search: async (question, limit) => {
        const query = documentOf(question);
        const { points } = await client.query(collection, { query, using: vector, limit, with_payload: true });
        return points.map(({ payload }) => String(payload?.id));
      },
      close,
    };
  };
}

function averageWords(texts: readonly CorpusText[]): number {
  const words = texts.reduce((sum, text) => sum + (wholeText(text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  return Math.max(1, words / texts.length);
}
