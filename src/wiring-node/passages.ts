import { createFilteredDocuments } from "../adapters/sql/filtered-documents.ts";
import { createIndexLedger } from "../adapters/sql/index-ledger.ts";
import { createPassageIndex } from "../adapters/sql/passage-index.ts";
import { passagesAt } from "../adapters/sql/passage-rows.ts";
import type { SqlDatabase } from "../adapters/sql/database.ts";
import type { QdrantConfig } from "../config.ts";
import type { Embedder } from "../core/ports/embedder.ts";
import type { PassageIndex } from "../core/ports/passage-index.ts";

/** Beside the documents, or in Qdrant where one is configured; its client is loaded only then. Asks no server yet. */
export async function passageIndexOf(
  database: SqlDatabase,
  { qdrant, embedder }: { qdrant: QdrantConfig | undefined; embedder: Embedder | undefined },
): Promise<PassageIndex> {
  const models = embedder ? { embedder } : {};
  if (!qdrant) return createPassageIndex(database, models);
  const { createQdrantIndex } = await import("../adapters/qdrant/qdrant-index.ts");
  const { url, apiKey, timeout, ...settings } = qdrant;
  return createQdrantIndex({
    ...models,
    settings,
    server: {
      url,
      ...(apiKey ? { apiKey } : {}),
      deadline: () => AbortSignal.timeout(timeout * 1000),
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    ledger: createIndexLedger(database),
    passagesAt: (places) => passagesAt(database, places),
    filtered: createFilteredDocuments(database),
  });
}
