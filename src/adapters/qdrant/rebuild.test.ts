import { describe, expect, it } from "vitest";
import { preparedDocument } from "../../core/ports/test-support/prepared.ts";
import type { IndexedArchive } from "../../core/ports/passage-index.contract.ts";
import { createPassageIndex } from "../sql/passage-index.ts";
import { toyEmbedder } from "./test-support/toy-embedder.ts";
import { cut, interposing } from "./test-support/interposed.ts";
import { type QdrantArchive, qdrantArchives, reached, recordedServer } from "./test-support/qdrant-harness.ts";

const server = recordedServer("rebuild");
const archives = qdrantArchives(server);
const interposed = interposing();

const papers = [0, 1, 2, 3].map((at) =>
  preparedDocument({ path: `${at}.txt`, pages: [`Balkon numer ${at}.`, `Strych domu ${at}.`] }),
);

async function publish({ documents, passages }: IndexedArchive) {
  for (const document of papers) {
    const ref = await documents.stage(document);
    await passages.put(ref, document);
    await documents.publish(ref);
  }
}

async function found({ passages }: IndexedArchive) {
  const { hits } = await passages.search({ text: "balkon", limit: 10, filter: { access: "all" } });
  return [...new Set(hits.map(({ document }) => document.path))].sort();
}

const every = papers.map(({ path }) => path);
const silent = () => undefined;

/** Collections of the archive, with how many points each holds. */
async function collectionsOf({ name }: QdrantArchive) {
  const held: Record<string, number> = {};
  for (const number of [1, 2, 3]) {
    const count = await server
      .call("POST", `/collections/${name}-${number}/points/count`, { exact: true })
      .catch(() => undefined);
    if (count) held[number] = (count as { count: number }).count;
  }
  return held;
}

describe("an index rebuilt into a new collection", () => {
  it("answers all the while, by the old one and then by the new, which holds each passage once", async () => {
    const archive = await archives.open();
    await publish(archive);
    const meanwhile: string[][] = [];
    const progress: [number, number][] = [];
    await archive.passages.rebuild(
      {
        ...archive.documents,
        passages: async (ref) => {
          meanwhile.push(await found(archive));
          return archive.documents.passages(ref);
        },
      },
      (done, total) => progress.push([done, total]),
    );
    expect(meanwhile).toEqual(papers.map(() => every));
    expect(progress).toEqual([0, 2, 4, 6, 8].map((done) => [done, 8]));
    expect(await found(archive)).toEqual(every);
    expect(await collectionsOf(archive)).toEqual({ 2: 8 });
    await archive.passages.check();
  });

  it("goes on where it was broken off, and the old collection answers until it is done", async () => {
    const archive = await archives.open();
    await publish(archive);
    let upserts = 0;
    const through = (broken: () => boolean) =>
      interposed(({ method, url }) => {
        if (method === "PUT" && url?.includes("-2/points")) upserts += 1;
        return broken() ? cut : "through";
      }, server.url());
    const dying = archive.reopened({ server: reached(await through(() => upserts > 2)) });
    await expect(dying.passages.rebuild(archive.documents, silent)).rejects.toMatchObject({
      code: "qdrant_unreachable",
    });
    expect(await found(archive)).toEqual(every);
    upserts = 0;
    const again = archive.reopened({ server: reached(await through(() => false)) });
    await again.passages.rebuild(archive.documents, silent);
    expect(upserts).toBe(2);
    expect(await found(archive)).toEqual(every);
    expect(await collectionsOf(archive)).toEqual({ 2: 8 });
  });

  it("is the answer to another model, to a lost alias and to points that were lost", async () => {
    const archive = await archives.open();
    await publish(archive);
    const modelled = archive.reopened({ embedder: toyEmbedder() });
    await expect(found(modelled)).rejects.toMatchObject({ code: "index_other_analyser" });
    await modelled.passages.rebuild(archive.documents, silent);
    expect(await found(modelled)).toEqual(every);
    await expect(found(archive)).rejects.toMatchObject({ code: "index_other_analyser" });

    await server.call("POST", "/collections/aliases", { actions: [{ delete_alias: { alias_name: archive.name } }] });
    await expect(found(modelled)).rejects.toMatchObject({ code: "index_missing" });
    await modelled.passages.rebuild(archive.documents, silent);
    expect(await found(modelled)).toEqual(every);

    const filter = { must: [{ key: "ordinal", match: { value: 0 } }] };
    await server.call("POST", `/collections/${archive.name}/points/delete?wait=true`, { filter });
    await expect(found(modelled)).rejects.toMatchObject({ code: "index_half" });
    await modelled.passages.rebuild(archive.documents, silent);
    expect(await found(modelled)).toEqual(every);
  });

  it("takes in an archive that was indexed beside its documents until then", async () => {
    const archive = await archives.open();
    await publish({ documents: archive.documents, passages: createPassageIndex(archive.database) });
    await expect(found(archive)).rejects.toMatchObject({ code: "index_incomplete" });
    await archive.passages.rebuild(archive.documents, silent);
    expect(await found(archive)).toEqual(every);
    expect(await collectionsOf(archive)).toEqual({ 1: 8 });
  });
});
