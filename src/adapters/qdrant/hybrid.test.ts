import { describe, expect, it } from "vitest";
import { preparedDocument } from "../../core/ports/test-support/prepared.ts";
import type { PassageFilter } from "../../core/ports/passage-index.ts";
import { toyEmbedder } from "./test-support/toy-embedder.ts";
import { qdrantArchives, recordedServer } from "./test-support/qdrant-harness.ts";

const archives = qdrantArchives(recordedServer("hybrid"));

const papers = [
  preparedDocument({ path: "a.txt", pages: ["Loggia od ulicy Lipowej."] }),
  preparedDocument({ path: "b.txt", pages: ["Postój przy granicy działki."] }),
  preparedDocument({ path: "c.txt", labels: ["poufne"], pages: ["Balkon przy ulicy Lipowej."] }),
  preparedDocument({ path: "d.txt", kind: "order", pages: ["Balkon bez barierki."] }),
];

async function opened(settings = {}) {
  const archive = await archives.open({ embedder: toyEmbedder(), settings });
  for (const document of papers) {
    const ref = await archive.documents.stage(document);
    await archive.passages.put(ref, document);
    await archive.documents.publish(ref);
  }
  return async (text: string, filter: Partial<PassageFilter> = {}) => {
    const { hits } = await archive.passages.search({ text, limit: 10, filter: { access: "all", ...filter } });
    return hits.map(({ document, score, why }) => ({ path: document.path, score, ...why }));
  };
}

describe("words and meaning together", () => {
  it("finds what has no word of the question, and says that its meaning brought it", async () => {
    const ask = await opened();
    const hits = await ask("taras Lipowa");
    expect(
      hits
        .map(({ path }) => path)
        .slice(0, 2)
        .sort(),
    ).toEqual(["a.txt", "c.txt"]);
    const order = hits.find(({ path }) => path === "d.txt");
    expect(order).toMatchObject({ words: [], dense: { rank: expect.any(Number) } });
    expect(order?.dense?.similarity).toBeGreaterThan(0.9);
    expect(order).not.toHaveProperty("lexical");
  });

  it("tells where a passage stood in each ranking; equal ones in an order of their own, not the server's", async () => {
    const ask = await opened();
    const hits = await ask("taras Lipowa");
    expect(hits.flatMap(({ lexical }) => lexical?.rank ?? []).sort()).toEqual([1, 2]);
    expect(hits.flatMap(({ dense }) => dense?.rank ?? []).sort()).toEqual([1, 2, 3, 4]);
    const again = await opened();
    expect((await again("taras Lipowa")).map(({ path, score }) => [path, score])).toEqual(
      hits.map(({ path, score }) => [path, score]),
    );
  });

  it("holds the filter on both branches", async () => {
    const ask = await opened();
    const paths = async (filter: Partial<PassageFilter>) => (await ask("taras Lipowa", filter)).map(({ path }) => path);
    expect((await paths({ access: { labels: [] } })).sort()).toEqual(["a.txt", "b.txt", "d.txt"]);
    expect(await paths({ kinds: ["order"] })).toEqual(["d.txt"]);
    expect(await paths({ kinds: ["order"], access: { labels: [] } })).toEqual(["d.txt"]);
    expect(await paths({ kinds: ["act"] })).toEqual([]);
  });

  it("finds by meaning alone where no word of the question stands anywhere", async () => {
    const ask = await opened();
    expect((await ask("samochód"))[0]).toMatchObject({ path: "b.txt", words: [], dense: { rank: 1 } });
  });

  it.each([{ quantization: "scalar" as const }, { quantization: "binary" as const, onDisk: true }, { shards: 2 }])(
    "finds the same however the collection is kept: %o",
    async (settings) => {
      const ask = await opened(settings);
      const hits = await ask("taras Lipowa", { access: { labels: [] } });
      expect(hits[0]?.path).toBe("a.txt");
      expect(hits.map(({ path }) => path).sort()).toEqual(["a.txt", "b.txt", "d.txt"]);
    },
  );
});
