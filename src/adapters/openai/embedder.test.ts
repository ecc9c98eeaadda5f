import { describe, expect, it } from "vitest";
import { createEmbedder, type EmbedderOptions } from "./embedder.ts";
import { type Asked, embeddings, type Reaction, scriptedServer } from "./test-support/scripted-server.ts";

const busy: Reaction = { status: 503, text: "loading" };
/** A model that knows a text by its length. */
const byLength = ({ body }: Asked) => embeddings(body.input.map(({ length }) => [length, 1, 0]));

async function serve(react: (asked: Asked, nth: number) => Reaction, options: Partial<EmbedderOptions> = {}) {
  const server = await scriptedServer(react);
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => void pauses.push(milliseconds);
  const embedder = createEmbedder({ url: server.url, model: "bge-m3", fetch, pause, ...options });
  return { embedder, pauses, ...server };
}

describe("an embedder over an OpenAI-compatible API", () => {
  it("asks /embeddings for the model with its key, and brings vectors to the length 1", async () => {
    const { embedder, asked } = await serve(() => embeddings([[3, 0, 4]]), { apiKey: "sk-1" });
    expect([...(await embedder.embedQuery("garaż"))].map((number) => number.toFixed(3))).toEqual([
      "0.600",
      "0.000",
      "0.800",
    ]);
    expect(asked).toEqual([
      {
        path: "/v1/embeddings",
        authorization: "Bearer sk-1",
        body: { model: "bge-m3", input: ["garaż"], encoding_format: "float" },
      },
    ]);
    expect(await embedder.dimension()).toBe(3);
    expect(asked).toHaveLength(1);
  });

  it("finds its dimension out by itself, and holds the model to it", async () => {
    const { embedder } = await serve((_, nth) => embeddings([nth === 1 ? [1, 0] : [1, 0, 0]]));
    expect(await embedder.dimension()).toBe(2);
    await expect(embedder.embedQuery("garaż")).rejects.toMatchObject({
      kind: "unavailable",
      code: "embeddings_malformed",
      message: expect.stringContaining("wektor ma 3 liczb zamiast 2"),
    });
  });

  it("cuts many texts into batches, by count and by length, and gives their vectors in order", async () => {
    const { embedder, asked } = await serve(byLength);
    const texts = Array.from({ length: 70 }, (_, at) => "x".repeat(at === 40 ? 23_000 : at + 1));
    const vectors = await embedder.embedPassages(texts);
    expect(vectors.map(([x = 0, y = 1]) => Math.round(x / y))).toEqual(texts.map(({ length }) => length));
    for (const { body } of asked) {
      expect(body.input.length).toBeLessThanOrEqual(32);
      expect(body.input.join("").length).toBeLessThanOrEqual(24_000);
    }
    expect(await embedder.embedPassages([])).toEqual([]);
  });

  it("puts the vectors in order by the index that the server gives", async () => {
    const { embedder } = await serve(() => ({
      json: {
        data: [
          { index: 1, embedding: [0, 1] },
          { index: 0, embedding: [1, 0] },
        ],
      },
    }));
    expect((await embedder.embedPassages(["a", "b"])).map((vector) => [...vector])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});

describe("prefixes", () => {
  const same = ({ body }: Asked) => embeddings(body.input.map(() => [1, 0]));

  it.each([
    ["intfloat/multilingual-e5-large", "query: a", "passage: b"],
    ["sdadas/mmlw-retrieval-roberta-large", "zapytanie: a", "b"],
    ["sdadas/mmlw-retrieval-e5-small", "query: a", "passage: b"],
    ["BAAI/bge-m3", "a", "b"],
    ["nomic-embed-text:latest", "search_query: a", "search_document: b"],
    ["own-model", "a", "b"],
  ])("of %s are those of its family", async (model, query, passage) => {
    const { embedder, asked } = await serve(same, { model });
    await embedder.embedQuery("a");
    await embedder.embedPassages(["b"]);
    expect(asked.slice(-2).map(({ body }) => body.input)).toEqual([[query], [passage]]);
    expect(asked.at(-1)?.body.input_type).toBeUndefined();
  });

  it("are left to a server that adds them itself, which is then told what is a query", async () => {
    const { embedder, asked } = await serve(
      ({ body }) => embeddings(body.input.map(() => (body.input_type === "query" ? [1, 0] : [0, 1]))),
      { model: "multilingual-e5-small" },
    );
    await embedder.embedQuery("a");
    await embedder.embedPassages(["b"]);
    expect(asked.slice(-2).map(({ body: { input, input_type } }) => [input, input_type])).toEqual([
      [["a"], "query"],
      [["b"], "passage"],
    ]);
  });

  it("are added where a server refuses to be told", async () => {
    const { embedder, asked } = await serve(
      (one) => (one.body.input_type ? { status: 422, text: "unknown field" } : same(one)),
      { model: "multilingual-e5-small" },
    );
    await embedder.embedQuery("a");
    expect(asked.at(-1)?.body.input).toEqual(["query: a"]);
  });

  it("of the configuration come before the family's, and tell indexes apart", async () => {
    const { embedder, asked } = await serve(same, { model: "e5-base", queryPrefix: "", passagePrefix: "tekst: " });
    await embedder.embedPassages(["b"]);
    expect(asked.map(({ body }) => body.input)).toEqual([["tekst: b"]]);
    const plain = await serve(same, { model: "e5-base" });
    expect(embedder.fingerprint).not.toBe(plain.embedder.fingerprint);
  });
});

describe("a text that is too long", () => {
  it("is cut until the server takes it, alone of its batch", async () => {
    const { embedder } = await serve((one) =>
      one.body.input.some(({ length }) => length > 300)
        ? { status: 400, text: '{"error":{"message":"input exceeds the maximum context length of 512 tokens"}}' }
        : byLength(one),
    );
    const vectors = await embedder.embedPassages(["a".repeat(1000), "b".repeat(80)]);
    expect(vectors.map(([x = 0, y = 1]) => Math.round(x / y))).toEqual([250, 80]);
  });

  it("is not the reason when a short one is refused as well", async () => {
    const { embedder, asked } = await serve(() => ({ status: 413, text: "too large" }));
    await expect(embedder.embedPassages(["a".repeat(100)])).rejects.toMatchObject({ code: "embeddings_refused" });
    expect(asked).toHaveLength(2);
  });
});

describe("a service that is not well", () => {
  it("is asked anew when it is busy or cuts the line, after growing pauses or as long as it says", async () => {
    const { embedder, pauses } = await serve((_, nth) => {
      if (nth === 1) return busy;
      if (nth === 2) return { cut: true };
      return nth === 3 ? { status: 429, headers: { "retry-after": "7" } } : embeddings([[1, 0]]);
    });
    expect(await embedder.embedPassages(["a"])).toHaveLength(1);
    expect(pauses).toEqual([500, 1000, 7000]);
  });

  it("is named when it stays so, and a query does not wait for long", async () => {
    const { embedder, pauses, asked } = await serve(() => busy, { apiKey: "sk-secret" });
    const failure = await embedder.embedQuery("a").catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: "unavailable", code: "embeddings_refused" });
    expect(String((failure as Error).message)).toContain("/v1/embeddings odmówiła (503, model bge-m3): loading");
    expect(JSON.stringify(failure)).not.toContain("sk-secret");
    expect([pauses.length, asked.length]).toEqual([1, 2]);
  });

  it("is named when nobody listens", async () => {
    const pause = async () => undefined;
    const embedder = createEmbedder({ url: "http://127.0.0.1:1/v1", model: "bge-m3", fetch, pause });
    await expect(embedder.check()).rejects.toMatchObject({
      kind: "unavailable",
      code: "model_unreachable",
      message: expect.stringContaining("http://127.0.0.1:1/v1/embeddings"),
    });
  });

  it("is not asked anew when it refuses the key or knows no such model, and is not followed elsewhere", async () => {
    for (const status of [401, 404, 302]) {
      const { embedder, pauses } = await serve(() => ({ status, headers: { location: "http://127.0.0.1:1/" } }));
      await expect(embedder.embedPassages(["a"])).rejects.toMatchObject({ code: "embeddings_refused" });
      expect(pauses).toEqual([]);
    }
  });

  it.each([
    ["too few vectors", embeddings([[1, 0]])],
    [
      "a vector of nulls",
      embeddings([
        [null, 1],
        [1, 0],
      ]),
    ],
    [
      "a vector of zeros",
      embeddings([
        [0, 0],
        [1, 0],
      ]),
    ],
    ["an empty vector", embeddings([[], [1, 0]])],
    ["the same place twice", { json: { data: [0, 0].map((index) => ({ index, embedding: [1, 0] })) } }],
    ["something else", { json: { choices: [] } }],
  ])("never passes for well with %s", async (_, reaction) => {
    const { embedder } = await serve(() => reaction as Reaction);
    await expect(embedder.embedPassages(["a", "b"])).rejects.toMatchObject({
      kind: "unavailable",
      code: "embeddings_malformed",
    });
  });
});
