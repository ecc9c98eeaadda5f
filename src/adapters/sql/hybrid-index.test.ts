import { describe, expect, it } from "vitest";
import type { PreparedDocument } from "../../core/document.ts";
import { conceptEmbedder, type ConceptEmbedder } from "../../core/ports/test-support/concept-embedder.ts";
import { preparedDocument } from "../../core/ports/test-support/prepared.ts";
import { cachedEmbedder } from "../../core/ranking/cached-embedder.ts";
import { openSqlite } from "../sqlite/open.ts";
import type { SqlDatabase } from "./database.ts";
import { createDocumentStore } from "./document-store.ts";
import { createEmbeddingCache } from "./embedding-cache.ts";
import { createPassageIndex } from "./passage-index.ts";
import { sqliteHarness } from "./test-support/sqlite-harness.ts";

const harness = sqliteHarness((database) => database);

/** An archive over a database, asked with this model or with none. */
function archiveOn(database: SqlDatabase, model?: ConceptEmbedder) {
  const documents = createDocumentStore(database);
  const embedder = model && cachedEmbedder(model, createEmbeddingCache(database));
  const passages = createPassageIndex(database, embedder ? { embedder } : {});
  return {
    passages,
    publish: async (...prepared: PreparedDocument[]) => {
      for (const document of prepared) {
        const before = await documents.get(document.id, "all");
        const ref = await documents.stage(document);
        await passages.put(ref, document);
        await documents.publish(ref);
        if (before) await passages.remove(before.ref);
      }
    },
    ask: (text: string, labels?: string[]) =>
      passages.search({ text, limit: 10, filter: { access: labels ? { labels } : "all" } }),
    rebuild: async () => {
      const told: [number, number][] = [];
      await passages.rebuild(documents, (done, total) => told.push([done, total]));
      return told;
    },
  };
}

const garage = preparedDocument({ path: "garaz.txt", pages: ["Garaż na dwa stanowiska.", "Ogrodzenie z siatki."] });
const dogs = preparedDocument({ path: "psy.txt", pages: ["Zakaz wprowadzania psów."] });
const roof = preparedDocument({ path: "dach.txt", pages: ["Poddasze bez okien."] });

describe("the embedded index with a model", () => {
  it("finds what is meant in other words, and says that it came by meaning alone", async () => {
    const archive = archiveOn(await harness.open(), conceptEmbedder());
    await archive.publish(garage, dogs, roof);
    const { hits, documentsSearched } = await archive.ask("miejsce na samochód");
    expect(hits[0]).toMatchObject({ document: { path: "garaz.txt" }, why: { words: [], dense: { rank: 1 } } });
    expect(hits[0]?.why.lexical).toBeUndefined();
    expect(hits[0]?.why.dense?.similarity).toBeGreaterThan(hits[1]?.why.dense?.similarity ?? 1);
    expect(documentsSearched).toBe(3);
  });

  it("puts first what both its words and its meaning bring, with its place in either ranking", async () => {
    const archive = archiveOn(await harness.open(), conceptEmbedder());
    await archive.publish(garage, dogs, roof);
    const [first] = (await archive.ask("garaż")).hits;
    expect(first).toMatchObject({ document: { path: "garaz.txt" }, why: { words: ["garaż"] } });
    expect(first?.why).toMatchObject({ lexical: { rank: 1 }, dense: { rank: 1 } });
  });

  it("refuses a model that has another dimension under the same name, wherever the asker may look", async () => {
    const database = await harness.open();
    const model = conceptEmbedder();
    const barred = preparedDocument({ path: "tajne/1", labels: ["poufne"], pages: ["Wiata."] });
    await archiveOn(database, model).publish(garage, barred);
    const longer = (text: string) => model.embedQuery(text).then((vector) => Float32Array.of(...vector, 0));
    const { ask } = archiveOn(database, { ...model, embedQuery: longer });
    const refused = { kind: "unavailable", code: "index_wrong_dimension" };
    await expect(ask("garaż")).rejects.toMatchObject(refused);
    await expect(ask("wiata", [])).rejects.toMatchObject(refused);
  });

  it("answers one without the labels as if the papers he may not see were not there", async () => {
    const barred = [0, 1, 2].map((at) =>
      preparedDocument({ path: `tajne/${at}`, labels: ["poufne"], pages: ["Wiata i parking dla samochodów."] }),
    );
    const small = archiveOn(await harness.open(), conceptEmbedder());
    await small.publish(garage, dogs);
    const large = archiveOn(await harness.open(), conceptEmbedder());
    await large.publish(...barred, garage, dogs);
    expect(await large.ask("miejsce na samochód", [])).toEqual(await small.ask("miejsce na samochód"));
    expect((await large.ask("miejsce na samochód", ["poufne"])).hits[0]?.document.path).toBe("tajne/0");
  });

  it("embeds nothing twice: not a file that comes again, not what a new version still says", async () => {
    const model = conceptEmbedder();
    const archive = archiveOn(await harness.open(), model);
    await archive.publish(garage, { ...garage, id: "copy", path: "kopia.txt" });
    const changed = preparedDocument({ path: "garaz.txt", pages: ["Garaż na dwa stanowiska.", "Ogrodzenie z desek."] });
    await archive.publish(changed);
    expect(model.embedded).toEqual(["Garaż na dwa stanowiska.", "Ogrodzenie z siatki.", "Ogrodzenie z desek."]);
  });

  it("embeds a passage under its headings", async () => {
    const model = conceptEmbedder();
    const archive = archiveOn(await harness.open(), model);
    const [passage] = garage.passages;
    if (passage) await archive.publish({ ...garage, passages: [{ ...passage, headingPath: ["§ 5", "3MN"] }] });
    expect(model.embedded).toEqual(["§ 5 › 3MN\nGaraż na dwa stanowiska."]);
  });

  it("says that the model is down, and never answers by words alone in its place", async () => {
    const model = conceptEmbedder();
    const archive = archiveOn(await harness.open(), model);
    await archive.publish(garage);
    model.failsFrom = 0;
    await expect(archive.ask("garaż")).rejects.toMatchObject({ kind: "unavailable", code: "model_unreachable" });
    await expect(archive.passages.check()).rejects.toMatchObject({ code: "model_unreachable" });
    await expect(archive.publish(dogs)).rejects.toMatchObject({ code: "model_unreachable" });
  });
});

describe("an index that was built otherwise", () => {
  const refused = { kind: "unavailable", code: "index_other_embedder", hint: expect.stringContaining("index rebuild") };

  it("without a model, or with another one, refuses the question, until it is rebuilt", async () => {
    const database = await harness.open();
    await archiveOn(database).publish(garage, dogs);
    for (const model of [conceptEmbedder(), conceptEmbedder("concepts-2||")]) {
      const archive = archiveOn(database, model);
      await expect(archive.ask("samochód")).rejects.toMatchObject(refused);
      await expect(archive.passages.check()).rejects.toMatchObject(refused);
      expect((await archive.rebuild()).at(-1)).toEqual([3, 3]);
      expect((await archive.ask("samochód")).hits[0]?.document.path).toBe("garaz.txt");
      expect(await archive.rebuild()).toEqual([]);
    }
  });

  it("with a model refuses a question by words alone; rebuilt, it takes them, and back again nothing is embedded", async () => {
    const database = await harness.open();
    const model = conceptEmbedder();
    await archiveOn(database, model).publish(garage, dogs);
    const words = archiveOn(database);
    await expect(words.ask("garaż")).rejects.toMatchObject(refused);
    await words.rebuild();
    expect((await words.ask("garaż")).hits[0]?.why.dense).toBeUndefined();
    const again = archiveOn(database, model);
    await again.rebuild();
    expect((await again.ask("samochód")).hits[0]?.document.path).toBe("garaz.txt");
    expect(new Set(model.embedded).size).toBe(model.embedded.length);
  });

  it("goes on where it was when the rebuild was broken off", async () => {
    const database = await harness.open();
    const papers = Array.from({ length: 20 }, (_, at) =>
      preparedDocument({ path: `${at}.txt`, pages: [`Garaż ${at}.`, `Dach ${at}.`] }),
    );
    await archiveOn(database).publish(...papers);
    const model = conceptEmbedder();
    model.failsFrom = 15;
    const archive = archiveOn(database, model);
    await expect(archive.rebuild()).rejects.toMatchObject({ code: "model_unreachable" });
    model.failsFrom = undefined;
    await expect(archive.ask("samochód")).rejects.toMatchObject(refused);
    const told = await archive.rebuild();
    expect(told[0]?.[1]).toBeLessThan(40);
    expect((await archive.ask("samochód")).hits).toHaveLength(10);
  });

  it("and lost some of its postings is made anew", async () => {
    const database = await harness.open();
    const archive = archiveOn(database);
    await archive.publish(garage, dogs);
    const before = await archive.ask("garaż");
    await database.batch([{ sql: "DELETE FROM index_postings", parameters: [] }]);
    await archive.rebuild();
    expect(await archive.ask("garaż")).toEqual(before);
  });

  it("by another analyser is made anew, with its vectors as they are", async () => {
    const database = await harness.open();
    const model = conceptEmbedder();
    const archive = archiveOn(database, model);
    await archive.publish(garage, dogs);
    const before = await archive.ask("garaż");
    await database.batch([
      { sql: "UPDATE index_segments SET fingerprint = 'other-1'", parameters: [] },
      { sql: "UPDATE archive_state SET revision = revision + 1", parameters: [] },
    ]);
    await expect(archive.ask("garaż")).rejects.toMatchObject({ code: "index_other_analyser" });
    await archive.rebuild();
    expect(await archive.ask("garaż")).toEqual(before);
    expect(new Set(model.embedded).size).toBe(model.embedded.length);
  });
});

describe("the cache of vectors", () => {
  it("gives them back in half precision, by model and text", async () => {
    const cache = createEmbeddingCache(await openSqlite(":memory:"));
    const wave = Float32Array.from({ length: 384 }, (_, at) => Math.sin(at * 7));
    const length = Math.hypot(...wave);
    const vector = wave.map((number) => number / length);
    await cache.put("m", new Map([["a".repeat(64), vector]]));
    await cache.put("m", new Map([["a".repeat(64), vector]]));
    const kept = (await cache.get("m", ["a".repeat(64), "b"])).get("a".repeat(64)) ?? new Float32Array();
    expect(kept.reduce((sum, number, at) => sum + number * (vector[at] as number), 0)).toBeCloseTo(1, 4);
    expect(Math.hypot(...kept)).toBeCloseTo(1, 6);
    expect(await cache.get("other", ["a".repeat(64)])).toEqual(new Map());
    expect([await cache.count("m"), await cache.count("other")]).toEqual([1, 0]);
  });
});
