import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { embeddings, type Reaction, scriptedServer } from "../adapters/openai/test-support/scripted-server.ts";
import { conceptEmbedder } from "../core/ports/test-support/concept-embedder.ts";
import type { FoundPassage } from "../../tools/search-passages.ts";
import { type Teczka, teczkaIn, type ToldError } from "./test-support/teczka.ts";

/** Each command is a process of its own. */
vi.setConfig({ testTimeout: 120_000 });

let teczka: Teczka;
let archive: string;

beforeEach(() => {
  teczka = teczkaIn("embeddings");
  archive = join(teczka.folder, "archive");
  mkdirSync(archive);
  writeFileSync(join(archive, "garaz.txt"), "Garaż na dwa stanowiska.");
  writeFileSync(join(archive, "psy.txt"), "Zakaz wprowadzania psów.");
});
afterEach(() => teczka.remove());

/** An endpoint with a model behind it that knows a few meanings. */
async function modelServer() {
  const concepts = conceptEmbedder();
  const vectors = new Map<string, number[]>();
  const texts = ["Garaż na dwa stanowiska.", "Zakaz wprowadzania psów.", "miejsce na samochód"];
  for (const [at, vector] of (await concepts.embedPassages(texts)).entries()) vectors.set(texts[at] ?? "", [...vector]);
  const [any = []] = vectors.values();
  const server = await scriptedServer(
    ({ body }): Reaction => embeddings(body.input.map((text) => vectors.get(text) ?? any)),
  );
  return { ...server, environment: { TECZKA_EMBEDDINGS_URL: server.url, TECZKA_EMBEDDINGS_MODEL: "bge-m3" } };
}

it("an archive that was taken in without a model is searched by meaning once its index is rebuilt", async () => {
  const { environment, asked } = await modelServer();
  await teczka.run("ingest", archive);
  const refused = await teczka.runWith(environment, "search", "miejsce na samochód", "--json");
  expect(refused.code).toBe(3);
  expect(refused.json<ToldError>().error).toMatchObject({
    code: "index_other_embedder",
    hint: expect.stringContaining("npx teczka index rebuild"),
  });

  const rebuilt = await teczka.runWith(environment, "index", "rebuild", "--json");
  expect([rebuilt.code, rebuilt.json()]).toEqual([0, { passages: 2 }]);
  const found = await teczka.runWith(environment, "search", "miejsce na samochód", "--json");
  expect(found.json<FoundPassage[]>()[0]).toMatchObject({ document: { path: "garaz.txt" }, why: { words: [] } });

  const before = asked.flatMap(({ body }) => body.input).filter((text) => text.startsWith("Garaż")).length;
  writeFileSync(join(archive, "kopia.txt"), "Garaż na dwa stanowiska.");
  expect((await teczka.runWith(environment, "ingest", archive)).code).toBe(0);
  expect(asked.flatMap(({ body }) => body.input).filter((text) => text.startsWith("Garaż"))).toHaveLength(before);
  const doctor = await teczka.runWith(environment, "doctor", "--json");
  expect(doctor.json<{ checks: unknown[] }>().checks).toContainEqual({
    name: "embeddings",
    status: "ok",
    detail: expect.stringMatching(/bge-m3 .*wymiar 32, zapamiętanych wektorów \d+/u),
  });
});

it("a model that is down is named by search and doctor, and search by words goes on without it", async () => {
  const environment = { TECZKA_EMBEDDINGS_URL: "http://127.0.0.1:1/v1", TECZKA_EMBEDDINGS_MODEL: "bge-m3" };
  await teczka.run("ingest", archive);
  const down = await teczka.runWith(environment, "search", "garaż", "--json");
  expect(down.code).toBe(3);
  const doctor = await teczka.runWith(environment, "doctor", "--json");
  expect(doctor.code).toBe(3);
  expect(doctor.json<{ checks: unknown[] }>().checks).toContainEqual(
    expect.objectContaining({
      name: "embeddings",
      status: "failed",
      detail: expect.stringContaining("http://127.0.0.1:1/v1/embeddings"),
    }),
  );
  expect((await teczka.run("search", "garaż", "--json")).json<FoundPassage[]>()).toHaveLength(1);
});
