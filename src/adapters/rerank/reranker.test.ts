import { describe, expect, it } from "vitest";
import { type Reaction, scriptedServer } from "../openai/test-support/scripted-server.ts";
import { createReranker, type RerankerOptions } from "./reranker.ts";

async function serve(reaction: Reaction, options: Partial<RerankerOptions> = {}) {
  const { url, asked } = await scriptedServer(() => reaction);
  return { asked, reranker: createReranker({ url, fetch, pause: async () => undefined, ...options }) };
}

describe("a reranker over HTTP", () => {
  it("asks as TEI does, and gives the scores in the order of the texts", async () => {
    const { reranker, asked } = await serve({
      json: [
        { index: 1, score: 0.9 },
        { index: 0, score: 0.1 },
      ],
    });
    expect(await reranker.scores("garaż", ["a", "b"])).toEqual([0.1, 0.9]);
    expect(asked).toMatchObject([
      { path: "/v1/rerank", authorization: undefined, body: { query: "garaż", texts: ["a", "b"], truncate: true } },
    ]);
    expect(await reranker.scores("garaż", [])).toEqual([]);
  });

  it("asks as Cohere and Jina do when a model is named, with its key", async () => {
    const json = { results: [{ index: 0, relevance_score: 0.7 }] };
    const { reranker, asked } = await serve({ json }, { model: "rerank-v3.5", apiKey: "k-1" });
    expect(await reranker.scores("garaż", ["a"])).toEqual([0.7]);
    expect(asked).toMatchObject([
      { authorization: "Bearer k-1", body: { model: "rerank-v3.5", query: "garaż", documents: ["a"], top_n: 1 } },
    ]);
  });

  it.each([
    ["is down", { cut: true } as const, "model_unreachable"],
    ["refuses", { status: 401, text: "no key" }, "rerank_refused"],
    ["is something else", { json: { object: "list" } }, "rerank_malformed"],
    ["leaves a text out", { json: [{ index: 0, score: 1 }] }, "rerank_malformed"],
  ])("names the service that %s", async (_, reaction, code) => {
    const { reranker } = await serve(reaction);
    await expect(reranker.scores("garaż", ["a", "b"])).rejects.toMatchObject({
      kind: "unavailable",
      code,
      message: expect.stringContaining("http://127.0.0.1"),
    });
  });
});
