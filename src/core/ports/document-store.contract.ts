import { describe, expect, it } from "vitest";
import type { PreparedDocument } from "../document.ts";
import type { DocumentStore } from "./document-store.ts";
import { type Harness, hidingOutage } from "./test-support/harness.ts";
import { preparedDocument } from "./test-support/prepared.ts";

const everything = { access: "all" } as const;

async function published(store: DocumentStore, document: PreparedDocument) {
  const ref = await store.stage(document);
  await store.publish(ref);
  return ref;
}

/** What every document store does, whatever it keeps its documents in. */
export function describeDocumentStore(name: string, { open, broken }: Harness<DocumentStore>): void {
  describe(`document store on ${name}`, () => {
    describeVersions(open);
    describeReading(open);
    describeLabels(open);
    describeArchive(open);

    it("tells an outage as an error, never as nothing", async () => {
      const store = await broken();
      const document = preparedDocument();
      const ref = { ...document, version: 1 };
      const hiding = await hidingOutage([
        () => store.findSame(document.id, document.sha256, document.reader),
        () => store.stage(document),
        () => store.publish(ref),
        () => store.discardStaged(),
        () => store.list(everything),
        () => store.countOf(everything),
        () => store.get(document.id, "all"),
        () => store.resolve(document.path, "all"),
        () => store.page(document.id, 1, "all"),
        () => store.passages(ref),
        () => store.boilerplateLines("all"),
        () => store.fingerprint("all"),
        () => store.count("all"),
      ]);
      expect(hiding).toEqual([]);
    });
  });
}

function describeVersions(open: () => Promise<DocumentStore>): void {
  const first = preparedDocument({ pages: ["Pierwsza treść.", "Strona druga."] });
  const second = preparedDocument({ pages: ["Druga treść."] });

  it("shows a staged version to nobody until it is published", async () => {
    const store = await open();
    const ref = await store.stage(first);
    expect(await store.list(everything)).toEqual([]);
    expect(await store.get(first.id, "all")).toBeUndefined();
    expect(await store.resolve(first.path, "all")).toBeUndefined();
    expect(await store.page(first.id, 1, "all")).toBeUndefined();
    expect(await store.page(first.id, 1, "all", ref.version)).toBeUndefined();
    expect(await store.findSame(first.id, first.sha256, first.reader)).toBeUndefined();
    expect(await store.count("all")).toEqual({ documents: 0, pages: 0, unreadablePages: 0 });
    await store.publish(ref);
    expect((await store.get(first.id, "all"))?.ref).toEqual(ref);
    expect(await store.count("all")).toEqual({ documents: 1, pages: 2, unreadablePages: 0 });
  });

  it("adds a version for other bytes, and keeps the pages of the one before as evidence", async () => {
    const store = await open();
    const before = await published(store, first);
    const after = await published(store, second);
    expect([before.version, after.version]).toEqual([1, 2]);
    expect((await store.list(everything)).map(({ ref }) => ref)).toEqual([after]);
    expect((await store.page(first.id, 1, "all"))?.text).toBe("Druga treść.");
    expect((await store.page(first.id, 1, "all", 1))?.text).toBe("Pierwsza treść.");
    expect(await store.page(first.id, 2, "all")).toBeUndefined();
    expect((await store.page(first.id, 2, "all", 1))?.textSha256).toBe(first.pages[1]?.textSha256);
    expect((await store.passages(before)).map(({ text }) => text)).toEqual(["Pierwsza treść.", "Strona druga."]);
  });

  it("knows the same bytes read by the same reader, and no others", async () => {
    const store = await open();
    const ref = await published(store, first);
    expect(await store.findSame(first.id, first.sha256, "reader-1")).toEqual(ref);
    expect(await store.findSame(first.id, first.sha256, "reader-2")).toBeUndefined();
    expect(await store.findSame(first.id, second.sha256, "reader-1")).toBeUndefined();
    expect(await store.findSame("other", first.sha256, "reader-1")).toBeUndefined();
    await published(store, second);
    expect(await store.findSame(first.id, first.sha256, "reader-1")).toBeUndefined();
  });

  it("removes what was staged and never published, and nothing else", async () => {
    const store = await open();
    const kept = await published(store, first);
    const leftover = await store.stage(second);
    expect(await store.discardStaged()).toEqual([leftover]);
    expect(await store.discardStaged()).toEqual([]);
    expect((await store.get(first.id, "all"))?.ref).toEqual(kept);
    expect(await store.passages(leftover)).toEqual([]);
  });

  it("keeps the version that is there when the one to publish was taken for a leftover", async () => {
    const store = await open();
    const kept = await published(store, first);
    const lost = await store.stage(second);
    await store.discardStaged();
    await expect(store.publish(lost)).rejects.toMatchObject({ kind: "conflict" });
    expect((await store.get(first.id, "all"))?.ref).toEqual(kept);
  });

  it("publishes twice as once, and never an older version over a newer one", async () => {
    const store = await open();
    const older = await store.stage(first);
    const newer = await store.stage(second);
    await store.publish(newer);
    await store.publish(newer);
    await expect(store.publish(older)).rejects.toMatchObject({ kind: "conflict" });
    expect((await store.list(everything)).map(({ ref }) => ref)).toEqual([newer]);
  });
}

function describeReading(open: () => Promise<DocumentStore>): void {
  it("gives back all that was prepared", async () => {
    const store = await open();
    const document = preparedDocument({
      title: "Decyzja",
      kind: "permit_decision",
      labels: ["architektura", "poufne"],
      pages: ["Treść: „żółć” – 12 m².\n\ttabela", null],
      facts: [
        { field: "parcel", value: "87/14;sheet=28" },
        { field: "outcome", value: "granted" },
      ],
    });
    const ref = await published(store, document);
    const stored = await store.get(document.id, "all");
    const { id, fileName, path, sha256, title } = document;
    expect(ref).toEqual({ id, version: 1, fileName, path, sha256, title });
    expect(stored).toMatchObject({
      ref,
      kind: "permit_decision",
      format: "text",
      reader: "reader-1",
      labels: ["architektura", "poufne"],
      pageCount: 2,
      passageCount: 1,
      unreadablePages: [{ page: 2, reason: "no_text_layer" }],
      facts: document.facts,
    });
    expect(await store.page(id, 1, "all")).toEqual(document.pages[0]);
    expect(await store.page(id, 2, "all")).toEqual(document.pages[1]);
    expect(await store.passages(ref)).toEqual(document.passages);
  });

  it("resolves by id, path, file name and SHA-256, and names the candidates when there are several", async () => {
    const store = await open();
    const a = preparedDocument({ path: "1/decyzja.pdf", pages: ["a"] });
    const b = preparedDocument({ path: "2/decyzja.pdf", pages: ["b"] });
    const twin = preparedDocument({ path: "3/kopia.pdf", pages: ["b"] });
    for (const document of [a, b, twin]) await published(store, document);
    for (const reference of [a.id, a.path, a.sha256])
      expect((await store.resolve(reference, "all"))?.ref.id).toBe(a.id);
    expect((await store.resolve("kopia.pdf", "all"))?.ref.id).toBe(twin.id);
    await expect(store.resolve("decyzja.pdf", "all")).rejects.toThrow("1/decyzja.pdf, 2/decyzja.pdf");
    await expect(store.resolve(b.sha256, "all")).rejects.toMatchObject({ kind: "conflict" });
    expect(await store.resolve("' OR 1=1 --", "all")).toBeUndefined();
  });

  it("marks equal bytes at another path as a duplicate of the first by path", async () => {
    const store = await open();
    const documents = ["b.txt", "a.txt"].map((path) => preparedDocument({ path, pages: ["to samo"] }));
    for (const document of documents) await published(store, document);
    const [a, b] = await store.list(everything);
    expect(a?.duplicateOf).toBeUndefined();
    expect(b?.duplicateOf).toBe(a?.ref.id);
  });

  it("lists by path what a filter lets through", async () => {
    const store = await open();
    const fact = (field: "signature" | "parcel", value: string) => [{ field, value }];
    const documents = [
      preparedDocument({ path: "c", kind: "order", facts: fact("signature", "AB.6740.1.2018.JK") }),
      preparedDocument({ path: "a", kind: "letter", facts: fact("parcel", "87/14;sheet=28") }),
      preparedDocument({ path: "b", kind: "order", facts: fact("parcel", "87/1"), pages: [null] }),
    ];
    for (const document of documents) await published(store, document);
    const paths = async (filter: Omit<Parameters<DocumentStore["list"]>[0], "access">) =>
      (await store.list({ ...everything, ...filter })).map(({ ref }) => ref.path);
    expect(await paths({})).toEqual(["a", "b", "c"]);
    expect(await paths({ kinds: ["order"] })).toEqual(["b", "c"]);
    expect(await paths({ unreadable: true })).toEqual(["b"]);
    expect(await paths({ facts: fact("parcel", "87/14") })).toEqual([]);
    expect(await paths({ facts: [{ field: "parcel", value: "87/14", startsWith: true }] })).toEqual(["a"]);
    expect(await paths({ facts: [{ field: "signature", value: "AB.6740.1.2018", startsWith: true }] })).toEqual(["c"]);
    expect(await paths({ facts: [{ field: "signature", value: "%", startsWith: true }] })).toEqual([]);
    expect(await paths({ ids: [] })).toEqual([]);
    const many = Array.from({ length: 300 }, (_, at) => `unknown-${at}`);
    expect(await paths({ ids: [...many, ...documents.map(({ id }) => id)] })).toEqual(["a", "b", "c"]);
  });

  it("gives a slice of a list, and counts the whole of it", async () => {
    const store = await open();
    for (const path of ["d", "b", "a", "c"])
      await published(store, preparedDocument({ path, kind: path === "b" ? "order" : "letter" }));
    const letters = { ...everything, kinds: ["letter"] } as const;
    const slice = async (limit: number, offset?: number) =>
      (await store.list(letters, { limit, ...(offset === undefined ? {} : { offset }) })).map(({ ref }) => ref.path);
    expect(await slice(2)).toEqual(["a", "c"]);
    expect(await slice(2, 2)).toEqual(["d"]);
    expect(await slice(2, 3)).toEqual([]);
    expect(await store.countOf(letters)).toBe(3);
    expect(await store.countOf(everything)).toBe(4);
    expect(await store.countOf({ ...everything, ids: [] })).toBe(0);
  });
}

function describeLabels(open: () => Promise<DocumentStore>): void {
  it("shows a document only to who holds all of its labels, and tells the others nothing of it", async () => {
    const store = await open();
    const secret = preparedDocument({ path: "tajne.txt", labels: ["kadry", "poufne"], pages: ["wspólne", null] });
    const open2 = preparedDocument({ path: "z-jawne.txt", pages: ["wspólne", null] });
    for (const document of [secret, open2]) await published(store, document);
    const [clerk, half] = [{ labels: ["poufne", "kadry", "inne"] }, { labels: ["poufne"] }];
    for (const access of [half, { labels: [] }]) {
      expect((await store.list({ access })).map(({ ref }) => ref.path)).toEqual(["z-jawne.txt"]);
      expect(await store.list({ access }, { limit: 9, offset: 1 })).toEqual([]);
      expect(await store.countOf({ access })).toBe(1);
      expect(await store.get(secret.id, access)).toBeUndefined();
      expect(await store.page(secret.id, 1, access)).toBeUndefined();
      expect(await store.page(secret.id, 1, access, 1)).toBeUndefined();
      for (const reference of [secret.id, secret.path, secret.fileName])
        expect(await store.resolve(reference, access)).toBeUndefined();
      // Equal bytes: neither ambiguous nor a duplicate of what he may not know of.
      expect((await store.resolve(secret.sha256, access))?.duplicateOf).toBeUndefined();
      expect(await store.count(access)).toEqual({ documents: 1, pages: 2, unreadablePages: 1 });
    }
    expect(await store.count(clerk)).toEqual({ documents: 2, pages: 4, unreadablePages: 2 });
    expect((await store.page(secret.id, 1, clerk))?.text).toBe("wspólne");
  });
}

function describeArchive(open: () => Promise<DocumentStore>): void {
  it("changes its fingerprint with what can be read, and only then", async () => {
    const store = await open();
    const seen = [await store.fingerprint("all")];
    const ref = await store.stage(preparedDocument({ pages: ["a"] }));
    expect(await store.fingerprint("all")).toBe(seen[0]);
    await store.publish(ref);
    seen.push(await store.fingerprint("all"));
    await published(store, preparedDocument({ pages: ["b"] }));
    seen.push(await store.fingerprint("all"));
    await published(store, preparedDocument({ path: "inne.txt" }));
    seen.push(await store.fingerprint("all"));
    expect(new Set(seen).size).toBe(4);
    expect(await store.fingerprint("all")).toBe(seen[3]);
  });

  it("finds the lines that stand in half of the documents, from twenty documents on", async () => {
    const store = await open();
    const document = (at: number) =>
      preparedDocument({
        path: `${at}.txt`,
        pages: [`Pismo ${at}\n${at % 2 === 0 ? "  POUCZENIE  o odwołaniu" : "-"}`],
      });
    for (let at = 0; at < 19; at += 1) await published(store, document(at));
    expect(await store.boilerplateLines("all")).toEqual(new Set());
    await published(store, document(19));
    expect(await store.boilerplateLines("all")).toEqual(new Set(["pouczenie o odwołaniu", "-"]));
    await published(store, document(21));
    expect(await store.boilerplateLines("all")).toEqual(new Set(["-"]));
  });

  it("reckons fingerprint and shared lines over what the asker may see", async () => {
    const store = await open();
    const line = (path: string, labels: string[] = []) =>
      preparedDocument({ path, labels, pages: [`${path}\nPOUCZENIE`] });
    for (let at = 0; at < 15; at += 1) await published(store, line(`${at}.txt`));
    const before = await store.fingerprint({ labels: [] });
    for (let at = 0; at < 15; at += 1) await published(store, line(`t${at}.txt`, ["tajne"]));
    expect(await store.fingerprint({ labels: ["inne"] })).toBe(before);
    expect(await store.boilerplateLines({ labels: ["inne"] })).toEqual(new Set());
    const whole = await store.fingerprint("all");
    expect(whole).not.toBe(before);
    expect(await store.fingerprint({ labels: ["tajne", "inne"] })).toBe(whole);
    expect(await store.boilerplateLines({ labels: ["tajne"] })).toEqual(new Set(["pouczenie"]));
  });
}
