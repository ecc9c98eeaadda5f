import { createHash } from "node:crypto";
import { QdrantClient } from "@qdrant/js-client-rest";
import type { QdrantConfig } from "../../../src/config.ts";

/** Collections of one run's store begin with this: no archive's, and no other run's, do. */
export function collectionsOf(store: string): string {
  return `teczka-evals-${createHash("sha256").update(store).digest("hex").slice(0, 12)}`;
}

/** Removes what a run left in Qdrant whose store is removed too. */
export async function dropCollections({ url, apiKey }: QdrantConfig, store: string): Promise<void> {
  const client = new QdrantClient({ url, ...(apiKey ? { apiKey } : {}) });
  for (const { name } of (await client.getCollections()).collections)
    if (name.startsWith(`${collectionsOf(store)}-`)) await client.deleteCollection(name);
}
