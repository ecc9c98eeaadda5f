import type { Config } from "../../../src/config.ts";
import { openDense } from "./dense.ts";
import { openFts5 } from "./fts5.ts";
import { openLangChainBm25 } from "./langchain-bm25.ts";
import { openMiniSearch, openMiniSearchFuzzy } from "./minisearch.ts";
import { openQdrantBm25 } from "./qdrant-bm25.ts";
import { collectionsOf } from "./qdrant-collections.ts";
import type { OpenTarget } from "./target.ts";
import { lexicalSettings, teczka } from "./teczka.ts";

/** By the name of its folder in the store, and for peers the name that `--peers` takes. */
export type Targets = Readonly<Record<string, OpenTarget>>;

/** The engines that the environment names, as the program reads it. */
export type Engines = Pick<Config, "embeddings" | "qdrant">;

/**
 * Teczka in all the ways that there is an engine for.
 * @param store by which its collections in Qdrant are told from those of other stores
 */
export function ours({ embeddings, qdrant }: Engines, store: string): Targets {
  const inQdrant = (name: string) => ({
    ...lexicalSettings,
    ...(qdrant ? { qdrant: { ...qdrant, collection: `${collectionsOf(store)}-${name}` } } : {}),
  });
  return {
    lexical: teczka("Teczka lexical", lexicalSettings),
    ...(embeddings ? { hybrid: teczka("Teczka hybrid", { ...lexicalSettings, embeddings }) } : {}),
    ...(qdrant ? { qdrant: teczka("Qdrant lexical", inQdrant("lexical")) } : {}),
    ...(qdrant && embeddings
      ? { "qdrant-hybrid": teczka("Qdrant hybrid", { ...inQdrant("hybrid"), embeddings }) }
      : {}),
  };
}

/**
 * Engines beside Teczka.
 * @param names which of them; absent: all that there is an engine for
 * @throws Error for a name that is none, or whose engine is not there
 */
export function peers({ embeddings, qdrant }: Engines, names: readonly string[] | undefined): Targets {
  const there: Targets = {
    "langchain-bm25": openLangChainBm25,
    minisearch: openMiniSearch,
    "minisearch-fuzzy": openMiniSearchFuzzy,
    fts5: openFts5,
    ...(embeddings ? { dense: openDense(embeddings) } : {}),
    ...(qdrant ? { "qdrant-bm25": openQdrantBm25(qdrant) } : {}),
  };
  return Object.fromEntries((names ?? Object.keys(there)).map((name) => [name, named(there, name)]));
}

function named(there: Targets, name: string): OpenTarget {
  const target = there[name];
  if (target) return target;
  const needs = "qdrant-bm25 needs QDRANT_URL, dense needs TECZKA_EMBEDDINGS_URL";
  throw new Error(`--peers takes ${Object.keys(there).join(", ")} (${needs}), not ${name}`);
}
