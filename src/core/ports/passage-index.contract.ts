import { describe, expect, it } from "vitest";
import type { Access } from "../access.ts";
import type { FactField, PreparedDocument } from "../document.ts";
import type { DocumentStore } from "./document-store.ts";
import type { PassageFilter, PassageHit, PassageIndex, PassageQuery } from "./passage-index.ts";
import { type Harness, hidingOutage } from "./test-support/harness.ts";
import { preparedDocument } from "./test-support/prepared.ts";

/** An index answers for what its document store has published, so a suite needs both. */
export interface IndexedArchive {
  documents: DocumentStore;
  passages: PassageIndex;
}

export interface IndexHarness extends Harness<IndexedArchive> {
  /** The same archive, as if another analyser had built its index. */
  builtByAnother: (archive: IndexedArchive) => Promise<void>;
}

type Opened = IndexHarness["open"];

async function published({ documents, passages }: IndexedArchive, document: PreparedDocument) {
  const before = await documents.get(document.id, "all");
  const ref = await documents.stage(document);
  await passages.put(ref, document);
  await documents.publish(ref);
  if (before) await passages.remove(before.ref);
  return ref;
}

function ask({ passages }: IndexedArchive, text: string, query: Partial<PassageQuery> & { access?: Access } = {}) {
  const filter = { access: query.access ?? ("all" as const), ...query.filter };
  return passages.search({ text, limit: query.limit ?? 10, filter });
}

/** An index with a model brings also what is merely near, when nothing is nearer: what it found by words is told apart. */
const byWords = ({ why }: PassageHit): boolean => why.words.length > 0;

/** What every passage index does, lexical or not, wherever it is kept. */
export function describePassageIndex(name: string, harness: IndexHarness): void {
  describe(`passage index on ${name}`, () => {
    describeSearch(harness.open);
    describeChanges(harness.open);
    describeFilters(harness.open);

    it("refuses a query by another analyser than built it", async () => {
      const archive = await harness.open();
      await published(archive, preparedDocument({ pages: ["Wysokość zabudowy."] }));
      await harness.builtByAnother(archive);
      const refused = { kind: "unavailable", code: "index_other_analyser" };
      await expect(ask(archive, "wysokość")).rejects.toMatchObject(refused);
      await expect(archive.passages.check()).rejects.toMatchObject(refused);
    });

    it("tells an outage as an error, never as nothing", async () => {
      const archive = await harness.broken();
      const document = preparedDocument();
      const ref = { ...document, version: 1 };
      const hiding = await hidingOutage([
        () => archive.passages.put(ref, document),
        () => archive.passages.remove(ref),
        () => ask(archive, "wysokość"),
        () => archive.passages.optimize(),
        () => archive.passages.check(),
      ]);
      expect(hiding).toEqual([]);
    });
  });
}

function describeSearch(open: Opened): void {
  it("finds a passage by its words in other inflections, with its document and the words that brought it", async () => {
    const archive = await open();
    const ref = await published(
      archive,
      preparedDocument({ pages: ["Dach dwuspadowy.", "Wysokość budynków do 9 m."] }),
    );
    await published(archive, preparedDocument({ path: "inne.txt", pages: ["Opłata skarbowa została uiszczona."] }));
    const { hits, documentsSearched, words } = await ask(archive, "wysokością budynku");
    expect(hits[0]).toMatchObject({ document: ref, kind: "letter" });
    expect(hits[0]?.passage).toEqual({
      ordinal: 1,
      page: 2,
      start: 0,
      end: 25,
      text: "Wysokość budynków do 9 m.",
      headingPath: [],
    });
    expect(hits[0]?.why.words.sort()).toEqual(["budynku", "wysokością"]);
    expect(hits.filter(byWords).map(({ passage }) => passage.text)).not.toContain("Opłata skarbowa została uiszczona.");
    expect(documentsSearched).toBe(2);
    expect(words).toEqual(["wysokością", "budynku"]);
  });

  it("gives hits by falling score, no more than asked for, and says how many documents it searched", async () => {
    const archive = await open();
    for (let at = 0; at < 12; at += 1)
      await published(
        archive,
        preparedDocument({ path: `${at}.txt`, pages: [`Garaż numer ${at}. ${"Taras. ".repeat(at)}`] }),
      );
    const { hits, documentsSearched } = await ask(archive, "garaż", { limit: 5 });
    expect(hits).toHaveLength(5);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(documentsSearched).toBe(12);
  });

  it("tells nothing found with how many documents were searched", async () => {
    const archive = await open();
    await published(archive, preparedDocument({ pages: ["Dach dwuspadowy."] }));
    const { hits, documentsSearched } = await ask(archive, "kolejka wąskotorowa");
    expect(hits.filter(byWords)).toEqual([]);
    expect(documentsSearched).toBe(1);
    expect(await ask(await open(), "dach")).toMatchObject({ hits: [], documentsSearched: 0 });
  });

  it("refuses a query without a word to search for", async () => {
    const archive = await open();
    for (const text of ["", " ?! ", "czy i w na"])
      await expect(ask(archive, text)).rejects.toMatchObject({ kind: "invalid", code: "query_empty" });
  });

  it("keeps identifiers whole: 87/1 never meets 87/14", async () => {
    const archive = await open();
    await published(archive, preparedDocument({ path: "a", pages: ["Działka 87/14."] }));
    const right = await published(archive, preparedDocument({ path: "b", pages: ["Działka 87/1."] }));
    const [best, other] = (await ask(archive, "działka 87/1")).hits;
    expect(best?.document.id).toBe(right.id);
    expect(other?.why.words ?? []).not.toContain("87/1");
  });

  it("finds a page by what its document is, and says so", async () => {
    const archive = await open();
    const facts = [{ field: "decisionNumber" as const, value: "614/2014" }];
    await published(archive, preparedDocument({ path: "a", pages: ["Decyzja nr 5/2014.", "Kategoria obiektu: I."] }));
    const right = await published(
      archive,
      preparedDocument({ path: "b", facts, pages: ["Zatwierdzam projekt.", "Kategoria obiektu: III."] }),
    );
    const { hits } = await ask(archive, "kategoria obiektu 614/2014");
    expect(hits[0]).toMatchObject({ document: right, passage: { page: 2 }, why: { identifiers: ["614/2014"] } });
  });

  it("gives the same answer to the same words, in whatever order they are asked", async () => {
    const archive = await open();
    for (let at = 0; at < 6; at += 1)
      await published(
        archive,
        preparedDocument({ path: `${at}`, pages: [`Balkon i taras przy ulicy Lipowej ${at % 2}.`] }),
      );
    const asked = await Promise.all(
      ["balkon taras Lipowa", "balkon taras Lipowa", "Lipowa balkon taras"].map((text) => ask(archive, text)),
    );
    const answers = asked.map(({ hits }) => hits.map(({ document, score }) => [document.path, score]));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it("holds few copies of one text, so that a letterhead does not crowd out the rest", async () => {
    const archive = await open();
    for (let at = 0; at < 30; at += 1)
      await published(archive, preparedDocument({ path: `${at}`, pages: ["Pouczenie o odwołaniu."] }));
    await published(
      archive,
      preparedDocument({ path: "z", pages: ["Odwołanie wniósł sąsiad, po pouczeniu, w terminie."] }),
    );
    const { hits } = await ask(archive, "pouczenie o odwołaniu", { limit: 5 });
    expect(hits.filter(({ passage }) => passage.text === "Pouczenie o odwołaniu.").length).toBeLessThan(5);
    expect(hits.map(({ document }) => document.path)).toContain("z");
  });
}

function describeChanges(open: Opened): void {
  const old = preparedDocument({ pages: ["Elewacja z cegły."] });
  const changed = preparedDocument({ pages: ["Elewacja z drewna."] });
  const texts = async (archive: IndexedArchive, text: string) =>
    (await ask(archive, text)).hits.filter(byWords).map(({ passage }) => passage.text);

  it("finds a version once it is published, and the one before no more", async () => {
    const archive = await open();
    await published(archive, old);
    const ref = await archive.documents.stage(changed);
    await archive.passages.put(ref, changed);
    expect(await texts(archive, "elewacja")).toEqual(["Elewacja z cegły."]);
    await archive.documents.publish(ref);
    expect(await texts(archive, "elewacja")).toEqual(["Elewacja z drewna."]);
    expect(await texts(archive, "cegła")).toEqual([]);
    await archive.passages.remove({ ...ref, version: 1 });
    expect(await texts(archive, "elewacja")).toEqual(["Elewacja z drewna."]);
  });

  it("takes the same version twice as once, and forgets what it never had", async () => {
    const archive = await open();
    const ref = await published(archive, old);
    const once = await ask(archive, "elewacja");
    await archive.passages.put(ref, old);
    await archive.passages.remove({ ...ref, version: 7 });
    expect(await ask(archive, "elewacja")).toEqual(once);
  });

  it("tells no lie about a document that is published and not indexed", async () => {
    const archive = await open();
    await archive.documents.publish(await archive.documents.stage(old));
    await expect(ask(archive, "elewacja")).rejects.toMatchObject({ kind: "unavailable" });
  });

  it("finds the same before and after it is tidied, and after many small writes", async () => {
    const archive = await open();
    const document = (at: number) =>
      preparedDocument({ path: `${at}.txt`, pages: [`Ogrodzenie działki ${at}`, `Brama wjazdowa ${at}`] });
    for (let at = 0; at < 20; at += 1) await published(archive, document(at));
    const gone = await archive.documents.stage(document(99));
    await archive.passages.put(gone, document(99));
    for (const leftover of await archive.documents.discardStaged()) await archive.passages.remove(leftover);
    const before = await ask(archive, "brama 7", { limit: 30 });
    expect(before.hits[0]?.document.path).toBe("7.txt");
    await archive.passages.optimize();
    expect(await ask(archive, "brama 7", { limit: 30 })).toEqual(before);
    for (let at = 20; at < 80; at += 1) await published(archive, document(at));
    await archive.passages.optimize();
    expect((await ask(archive, "brama 77")).hits[0]?.document.path).toBe("77.txt");
    expect((await ask(archive, "brama", { limit: 1000 })).hits.filter(byWords)).toHaveLength(80);
  });

  it("takes many versions at once", async () => {
    const archive = await open();
    const at = Array.from({ length: 80 }, (_, number) => number);
    await Promise.all(
      at.map((number) => published(archive, preparedDocument({ path: `${number}`, pages: [`Komin ${number}`] }))),
    );
    await archive.passages.optimize();
    expect((await ask(archive, "komin", { limit: 200 })).hits).toHaveLength(80);
  });
}

function describeFilters(open: Opened): void {
  it("searches only in the documents and kinds asked for", async () => {
    const archive = await open();
    const a = await published(archive, preparedDocument({ path: "a", kind: "order", pages: ["Schody zewnętrzne."] }));
    const b = await published(archive, preparedDocument({ path: "b", pages: ["Schody wewnętrzne."] }));
    const found = async (filter: Omit<PassageFilter, "access">) => {
      const { hits, documentsSearched } = await ask(archive, "schody", { filter: { access: "all", ...filter } });
      return { ids: hits.map(({ document }) => document.id), documentsSearched };
    };
    expect(await found({ documents: [b.id] })).toEqual({ ids: [b.id], documentsSearched: 1 });
    expect(await found({ kinds: ["order"] })).toEqual({ ids: [a.id], documentsSearched: 1 });
    expect(await found({ documents: [b.id], kinds: ["order"] })).toEqual({ ids: [], documentsSearched: 0 });
    expect(await found({ documents: [] })).toEqual({ ids: [], documentsSearched: 0 });
  });

  it("searches only in papers of the parcels, cases and days asked for", async () => {
    const archive = await open();
    const put = (path: string, facts: Record<string, string>) =>
      published(
        archive,
        preparedDocument({
          path,
          pages: [`Schody zewnętrzne, wariant ${path}.`],
          facts: Object.entries(facts).map(([field, value]) => ({ field: field as FactField, value })),
        }),
      );
    await put("a", { parcel: "87/14;sheet=28", signature: "AB.6740.1.234.2018.JK", issueDate: "2018-03-12" });
    await put("b", { parcel: "87/14", signature: "AB.6740.1.235.2018", issueDate: "2018-05-04" });
    await put("c", { parcel: "87/1;sheet=28", refersToSignature: "AB.6740.1.234.2018", applicationDate: "2018-01-02" });
    await put("d", {});
    const found = async (filter: Omit<PassageFilter, "access">) => {
      const { hits, documentsSearched } = await ask(archive, "schody", { filter: { access: "all", ...filter } });
      expect(hits).toHaveLength(documentsSearched);
      return hits.map(({ document }) => document.path).sort();
    };
    expect(await found({ parcels: [{ number: "87/14" }] })).toEqual(["a", "b"]);
    expect(await found({ parcels: [{ number: "87/14", sheet: "2" }] })).toEqual(["b"]);
    expect(await found({ parcels: [{ number: "87/1" }, { number: "5" }] })).toEqual(["c"]);
    expect(await found({ parcels: [] })).toEqual([]);
    expect(await found({ cases: ["AB.6740.1.234.2018"] })).toEqual(["a"]);
    expect(await found({ from: "2018-03-12" })).toEqual(["a", "b"]);
    expect(await found({ from: "2018-01-02", to: "2018-03-12" })).toEqual(["a", "c"]);
    expect(await found({ parcels: [{ number: "87/14" }], to: "2018-04-01" })).toEqual(["a"]);
    expect(await found({ cases: ["AB.6740.1.234.2018"], kinds: ["order"] })).toEqual([]);
  });

  it("answers one without the labels as if the documents he may not see were not there", async () => {
    const pages = (at: number) => [`Piwnica domu ${at}`, "Strych i piwnica"];
    const seen = [0, 1, 2].map((at) => preparedDocument({ path: `${at}`, pages: pages(at) }));
    const barred = [3, 4, 5, 6].map((at) =>
      preparedDocument({ path: `${at}`, labels: ["poufne", "kadry"], pages: pages(at) }),
    );
    const small = await open();
    for (const document of seen) await published(small, document);
    const expected = await ask(small, "piwnica 4", { limit: 50 });
    const large = await open();
    for (const document of [...barred, ...seen]) await published(large, document);
    for (const labels of [[], ["poufne"], ["inne", "kadry"]])
      expect(await ask(large, "piwnica 4", { access: { labels }, limit: 50 })).toEqual(expected);
    const whole = await ask(large, "piwnica 4", { access: { labels: ["kadry", "poufne"] }, limit: 50 });
    expect(whole.documentsSearched).toBe(7);
    expect(whole.hits[0]?.document.path).toBe("4");
  });
}
