import { createReranker } from "../adapters/rerank/reranker.ts";
import { identitiesOf } from "../adapters/sql/document-identities.ts";
import { createFilteredDocuments } from "../adapters/sql/filtered-documents.ts";
import { createIndexLedger } from "../adapters/sql/index-ledger.ts";
import { createPassageIndex } from "../adapters/sql/passage-index.ts";
import { passagesAt } from "../adapters/sql/passage-rows.ts";
import type { SqlDatabase } from "../adapters/sql/database.ts";
import type { QdrantState } from "../cli/operator-services.ts";
import type { QdrantConfig, RerankConfig } from "../config.ts";
import type { Embedder } from "../core/ports/embedder.ts";
import type { PassageIndex } from "../core/ports/passage-index.ts";
import { rerankedIndex } from "../core/ranking/reranked-index.ts";

interface Neighbours {
  qdrant: QdrantConfig | undefined;
  embedder: Embedder | undefined;
  rerank: RerankConfig | undefined;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

function rerankerOf(rerank: RerankConfig) {
  return createReranker({ ...rerank, fetch: globalThis.fetch, pause });
}

/** Beside the documents, or in Qdrant where one is configured; its client is loaded only then. Asks no server yet. */
export async function passageIndexOf(
  database: SqlDatabase,
  { qdrant, embedder, rerank }: Neighbours,
): Promise<{ passages: PassageIndex; qdrant?: () => Promise<QdrantState> }> {
  const models = embedder ? { embedder } : {};
  const inOrder = (index: PassageIndex) => (rerank ? rerankedIndex(index, rerankerOf(rerank)) : index);
  if (!qdrant) return { passages: inOrder(createPassageIndex(database, models)) };
  const { createQdrantIndex } = await import("../adapters/qdrant/qdrant-index.ts");
  const { url, apiKey, timeout, ...settings } = qdrant;
  const passages = createQdrantIndex({
    ...models,
    settings,
    server: {
      url,
      ...(apiKey ? { apiKey } : {}),
      deadline: () => AbortSignal.timeout(timeout * 1000),
      pause,
    },
    ledger: createIndexLedger(database),
    passagesAt: (places) => passagesAt(database, places),
    filtered: createFilteredDocuments(database),
    identitiesOf: (documents) => identitiesOf(database, documents),
  });
  return { passages: inOrder(passages), qdrant: () => passages.state() };
}
