import { describe, expect, it } from "vitest";
import type { IndexedArchive } from "../../core/ports/passage-index.contract.ts";
import { preparedDocument } from "../../core/ports/test-support/prepared.ts";
import { toyEmbedder } from "./test-support/toy-embedder.ts";
import { cut, interposing } from "./test-support/interposed.ts";
import { qdrantArchives, reached, recordedServer } from "./test-support/qdrant-harness.ts";

const server = recordedServer("lost-points");
const archives = qdrantArchives(server);
const interposed = interposing();

const balcony = preparedDocument({ path: "balkon.txt", pages: ["Balkon od ulicy.", "Taras od ogrodu."] });
const garage = preparedDocument({ path: "garaż.txt", labels: ["poufne"], pages: ["Garaż przy granicy."] });

async function publish({ documents, passages }: IndexedArchive, document: typeof balcony) {
  const ref = await documents.stage(document);
  await passages.put(ref, document);
  await documents.publish(ref);
  return ref;
}

const ask = ({ passages }: IndexedArchive, text: string, labels?: string[]) =>
  passages.search({ text, limit: 5, filter: { access: labels ? { labels } : "all" } });

/** What somebody else did to the collection is a named error: in a search, in a check, and never an empty answer. */
async function refuses(archive: IndexedArchive, code: string) {
  await expect(ask(archive, "balkon")).rejects.toMatchObject({ kind: "unavailable", code });
  await expect(archive.passages.check()).rejects.toMatchObject({ kind: "unavailable", code });
}

describe("what another hand did to the collection", () => {
  it("points that were deleted are missed, whoever asks; nothing is told of whose they were", async () => {
    const archive = await archives.open();
    await publish(archive, balcony);
    const { id } = await publish(archive, garage);
    const filter = { must: [{ key: "document", match: { value: id } }] };
    await server.call("POST", `/collections/${archive.name}/points/delete?wait=true`, { filter });
    await refuses(archive, "index_half");
    const refused = await ask(archive, "balkon", []).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "index_half", message: expect.not.stringMatching(/garaż|\d/u) });
  });

  it("an alias that was dropped, and a collection", async () => {
    const archive = await archives.open();
    await publish(archive, balcony);
    const actions = [{ delete_alias: { alias_name: archive.name } }];
    await server.call("POST", "/collections/aliases", { actions });
    await refuses(archive, "index_missing");
    await expect(archive.passages.put({ ...garage, version: 1 }, garage)).rejects.toMatchObject({
      code: "index_missing",
    });
    await server.call("DELETE", `/collections/${archive.name}-1`);
    await refuses(archive, "index_missing");
  });

  it("a collection that was deleted is made anew by a rebuild, and holds all again", async () => {
    const archive = await archives.open();
    await publish(archive, balcony);
    await server.call("DELETE", `/collections/${archive.name}-1`);
    await archive.passages.rebuild(archive.documents, () => undefined);
    await archive.passages.check();
    expect((await ask(archive, "balkon")).hits).toHaveLength(1);
  });

  it("a collection that a rebuild had begun and that lost points is not gone on with", async () => {
    const archive = await archives.open();
    await publish(archive, balcony);
    const actions = [{ delete_alias: { alias_name: archive.name } }];
    await server.call("POST", "/collections/aliases", { actions });
    await server.call("POST", `/collections/${archive.name}-1/points/delete?wait=true`, { filter: {} });
    await archive.passages.rebuild(archive.documents, () => undefined);
    await archive.passages.check();
    expect((await ask(archive, "balkon")).hits).toHaveLength(1);
  });

  it("a name that something else has is left alone", async () => {
    const archive = await archives.open();
    const foreign = `${archive.name}-1`;
    await server.call("PUT", `/collections/${foreign}`, { vectors: { size: 2, distance: "Dot" } });
    const refused = { kind: "unavailable", code: "index_foreign" };
    await expect(archive.passages.put({ ...balcony, version: 1 }, balcony)).rejects.toMatchObject(refused);
    const actions = [{ create_alias: { alias_name: archive.name, collection_name: foreign } }];
    await server.call("POST", "/collections/aliases", { actions });
    await refuses(archive, "index_foreign");
    await expect(archive.passages.remove({ ...balcony, version: 1 })).rejects.toMatchObject(refused);
    expect(await server.call("GET", `/collections/${foreign}`)).toMatchObject({ points_count: 0 });
  });

  it("a collection of another archive is left alone too", async () => {
    const archive = await archives.open();
    await publish(archive, balcony);
    await archive.database.batch([{ sql: "UPDATE archive_state SET identity = 'another'", parameters: [] }]);
    const other = archive.reopened({});
    await refuses(other, "index_foreign");
    await expect(other.passages.put({ ...garage, version: 1 }, garage)).rejects.toMatchObject({
      code: "index_foreign",
    });
  });

  it("vectors of another dimension are told before one is sent", async () => {
    const archive = await archives.open({ embedder: toyEmbedder(3) });
    await publish(archive, balcony);
    const other = archive.reopened({ embedder: toyEmbedder(4) });
    await refuses(other, "index_wrong_dimension");
    await expect(other.passages.put({ ...garage, version: 1 }, garage)).rejects.toMatchObject({
      code: "index_wrong_dimension",
    });
  });
});

describe("a server that dies in the middle", () => {
  it("a version half written is found by nobody, and whole once it is put again", async () => {
    const archive = await archives.open();
    await publish(archive, balcony);
    let calls = 0;
    const dying = await interposed(({ method, url }) => {
      if (method === "PUT" && url?.includes("/points")) calls += 1;
      return calls > 1 ? cut : "through";
    }, server.url());
    const many = preparedDocument({ path: "pismo.txt", pages: Array.from({ length: 200 }, (_, at) => `Balkon ${at}`) });
    const ref = await archive.documents.stage(many);
    const cutOff = archive.reopened({ server: reached(dying) });
    await expect(cutOff.passages.put(ref, many)).rejects.toMatchObject({ code: "qdrant_unreachable" });
    const paths = async () => (await ask(archive, "balkon")).hits.map(({ document }) => document.path);
    expect(await paths()).toEqual(["balkon.txt"]);
    await archive.passages.put(ref, many);
    await archive.documents.publish(ref);
    expect(await paths()).toHaveLength(5);
    expect(await server.call("GET", `/collections/${archive.name}`)).toMatchObject({ points_count: 202 });
    await archive.passages.check();
  });

  it("a removal broken off hides the version all the same, and is ended by the next tidying", async () => {
    const archive = await archives.open();
    const first = await publish(archive, balcony);
    const changed = preparedDocument({ path: balcony.path, pages: ["Balkon od podwórza."] });
    await publish(archive, changed);
    const dying = await interposed(({ url }) => (url?.includes("/delete") ? cut : "through"), server.url());
    await expect(archive.reopened({ server: reached(dying) }).passages.remove(first)).rejects.toMatchObject({
      code: "qdrant_unreachable",
    });
    const texts = async () => (await ask(archive, "balkon")).hits.map(({ passage }) => passage.text);
    expect(await texts()).toEqual(["Balkon od podwórza."]);
    await archive.passages.optimize();
    expect(await texts()).toEqual(["Balkon od podwórza."]);
    expect(await server.call("GET", `/collections/${archive.name}`)).toMatchObject({ points_count: 1 });
  });
});
