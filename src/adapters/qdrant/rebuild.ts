import type { DocumentStore } from "../../core/ports/document-store.ts";
import type { IndexableDocument } from "../../core/ports/passage-index.ts";
import type { DocumentRef } from "../../core/document.ts";
import { indexableDocuments } from "../../core/ranking/indexable-documents.ts";
import {
  collectionNames,
  createCollection,
  createPayloadIndexes,
  describeCollection,
  dropCollection,
  type FoundCollection,
  pointAlias,
  type QdrantSettings,
} from "./collections.ts";
import { isTeczkaError } from "../../core/errors.ts";
import { refuseLoss, type SearchParts } from "./search.ts";

interface RebuildParts extends Pick<SearchParts, "connection" | "ledger" | "inUse"> {
  settings: QdrantSettings;
  put: (collection: FoundCollection, ref: DocumentRef, document: IndexableDocument) => Promise<void>;
  /** Until the server has built its indexes over what was written. */
  settle: (collection: string) => Promise<void>;
}

/**
 * Fills a new collection beside the one in use, which answers all the while, and switches the alias in one step once
 * the new one is whole. Broken off, it goes on with the collection that it had begun. Nobody may ingest meanwhile.
 */
export async function rebuild(
  parts: RebuildParts,
  documents: Pick<DocumentStore, "list" | "passages">,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const { connection, ledger, settings } = parts;
  const alias = settings.collection;
  const before = await inUseNow(parts);
  const target = await begun(parts, before?.name);
  const { current } = await ledger.state(target.name);
  const whole = new Set(current.filter((version) => version.whole).map(({ ref }) => ref.id));
  const total = current.reduce((sum, { passages }) => sum + passages, 0);
  let done = current.reduce((sum, { passages, ref }) => sum + (whole.has(ref.id) ? passages : 0), 0);
  onProgress(done, total);
  for await (const { ref, document } of indexableDocuments(documents, ({ id }) => !whole.has(id))) {
    await parts.put(target, ref, document);
    done += document.passages.length;
    onProgress(done, total);
  }
  await parts.settle(target.name);
  await refuseLoss(parts, { ...target, points: 0 }, await ledger.state(target.name));
  await pointAlias(connection, alias, target.name, before?.name);
  await dropOthers(parts, target.name);
}

/** A collection that is gone, or was built otherwise, is what a rebuild is for; another's is not touched. */
async function inUseNow({ inUse }: RebuildParts): Promise<FoundCollection | undefined> {
  try {
    return await inUse.find();
  } catch (error) {
    if (isTeczkaError(error) && error.code === "index_missing") return undefined;
    throw error;
  }
}

/** The collection that a rebuild broken off had begun, or else a new one. */
async function begun(parts: RebuildParts, inUse: string | undefined): Promise<FoundCollection> {
  const { connection, settings } = parts;
  const identity = await parts.inUse.identity();
  const { numbers, own } = await collectionsOf(parts);
  for (const found of own) {
    const { name, fingerprint, dimension } = found;
    if (name === inUse || fingerprint !== identity.fingerprint || dimension !== identity.dimension) continue;
    if (await hasLost(parts, found)) continue;
    await createPayloadIndexes(connection, name);
    return found;
  }
  const name = `${settings.collection}-${Math.max(0, ...numbers) + 1}`;
  // One of that name that was deleted on the server: what the ledger tells of it no longer holds.
  await parts.ledger.drop(name);
  await createCollection(connection, name, identity, settings);
  await createPayloadIndexes(connection, name);
  return { ...identity, name, points: 0, settled: true };
}

async function hasLost(parts: RebuildParts, found: FoundCollection): Promise<boolean> {
  try {
    await refuseLoss(parts, found, await parts.ledger.state(found.name));
    return false;
  } catch (error) {
    if (isTeczkaError(error) && error.code === "index_half") return true;
    throw error;
  }
}

/** Collections called as this alias calls its own: their numbers, and those that are this archive's, newest first. */
async function collectionsOf(parts: RebuildParts): Promise<{ numbers: number[]; own: FoundCollection[] }> {
  const { archive } = await parts.inUse.identity();
  const prefix = `${parts.settings.collection}-`;
  const numbers = (await collectionNames(parts.connection))
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .map((name) => Number(name.slice(prefix.length)))
    .sort((x, y) => y - x);
  const own: FoundCollection[] = [];
  for (const number of numbers) {
    const found = await describeCollection(parts.connection, `${prefix}${number}`).catch((error: unknown) => {
      if (isTeczkaError(error) && error.code === "index_foreign") return undefined;
      throw error;
    });
    if (found?.archive === archive) own.push(found);
  }
  return { numbers, own };
}

/** After the switch nobody asks the others; a search that just did begins anew. */
async function dropOthers(parts: RebuildParts, kept: string): Promise<void> {
  for (const { name } of (await collectionsOf(parts)).own)
    if (name !== kept) await dropCollection(parts.connection, name);
  for (const name of await parts.ledger.collections()) if (name !== kept) await parts.ledger.drop(name);
}
