import { openFts5 } from "./fts5.ts";
import { openLangChainBm25 } from "./langchain-bm25.ts";
import { openMiniSearch, openMiniSearchFuzzy } from "./minisearch.ts";
import { openQdrantBm25 } from "./qdrant-bm25.ts";
import type { OpenTarget } from "./target.ts";
import { lexicalSettings, teczka } from "./teczka.ts";

/** By the name of its folder in the store, and for peers the name that `--peers` takes. */
export type Targets = Readonly<Record<string, OpenTarget>>;

type Environment = Readonly<Record<string, string | undefined>>;

/** Teczka in all the ways that the environment lets it run. */
export function ours(_environment: Environment): Targets {
  return { lexical: teczka("Teczka lexical", lexicalSettings) };
}

/**
 * Engines beside Teczka.
 * @param names which of them; absent: all that the environment lets run
 * @throws Error for a name that is none, or whose engine is not there
 */
export function peers(environment: Environment, names: readonly string[] | undefined): Targets {
  const { QDRANT_URL: qdrant, QDRANT_API_KEY: qdrantKey } = environment;
  const there: Targets = {
    "langchain-bm25": openLangChainBm25,
    minisearch: openMiniSearch,
    "minisearch-fuzzy": openMiniSearchFuzzy,
    fts5: openFts5,
    ...(qdrant ? { "qdrant-bm25": openQdrantBm25(qdrant, qdrantKey) } : {}),
  };
  return Object.fromEntries((names ?? Object.keys(there)).map((name) => [name, named(there, name)]));
}

function named(there: Targets, name: string): OpenTarget {
  const target = there[name];
  if (target) return target;
  const needs = "qdrant-bm25 needs QDRANT_URL, dense needs TECZKA_EMBEDDINGS_URL";
  throw new Error(`--peers takes ${Object.keys(there).join(", ")} (${needs}), not ${name}`);
}
