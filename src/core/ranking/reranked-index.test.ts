import { describe, expect, it } from "vitest";
import type { PassageHit, PassageIndex } from "../ports/passage-index.ts";
import type { Reranker } from "../ports/reranker.ts";
import { rerankedIndex } from "./reranked-index.ts";

function hit(path: string, identifiers: string[] = []): PassageHit {
  const passage = { ordinal: 0, page: 1, start: 0, end: path.length, text: path, headingPath: [] };
  const document = { id: path, version: 1, fileName: path, path, sha256: "" };
  return { document, kind: "letter", passage, score: 1, why: { words: [path], identifiers } };
}

/** An index that finds these, as far as it is asked for; a model that likes a text by its length. */
function reranked(
  hits: readonly PassageHit[],
  scores: Reranker["scores"] = async (_, texts) => texts.map((text) => text.length),
) {
  const index: PassageIndex = {
    fingerprint: "index",
    put: async () => undefined,
    remove: async () => undefined,
    rebuild: async () => undefined,
    optimize: async () => undefined,
    check: async () => undefined,
    search: async ({ limit }) => ({ hits: hits.slice(0, limit), documentsSearched: 9, words: ["a"], absent: [] }),
  };
  return rerankedIndex(index, { fingerprint: "model", scores });
}

describe("an index with a reranking model", () => {
  const query = { text: "a", filter: { access: "all" as const }, limit: 2 };

  it("puts the first passages in the model's order, and says where they stood", async () => {
    const { hits, documentsSearched } = await reranked([hit("a"), hit("aaa"), hit("aa")]).search(query);
    expect(hits.map(({ document, why }) => [document.path, why.reranked?.rank])).toEqual([
      ["aaa", 2],
      ["aa", 3],
    ]);
    expect(documentsSearched).toBe(9);
  });

  it("keeps what bears the identifier asked for before what does not", async () => {
    const { hits } = await reranked([hit("a", ["87/14"]), hit("aaa")]).search(query);
    expect(hits.map(({ document }) => document.path)).toEqual(["a", "aaa"]);
  });

  it("tells an outage of the model, in a search and in its check", async () => {
    const index = reranked([hit("a")], () => Promise.reject(new Error("down")));
    await expect(index.search(query)).rejects.toThrow("down");
    await expect(index.check()).rejects.toThrow("down");
  });

  it("asks no model about nothing", async () => {
    const index = reranked([], () => Promise.reject(new Error("asked")));
    expect((await index.search(query)).hits).toEqual([]);
  });
});
