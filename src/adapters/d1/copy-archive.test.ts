import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getPlatformProxy } from "wrangler";
import { sha256Hex } from "../../core/canonical-json.ts";
import type { PreparedDocument } from "../../core/document.ts";
import { preparedDocument } from "../../core/ports/test-support/prepared.ts";
import type { SqlDatabase } from "../sql/database.ts";
import { createDocumentStore } from "../sql/document-store.ts";
import { createKeyStore } from "../sql/key-store.ts";
import { migrate } from "../sql/migrate.ts";
import { createPassageIndex } from "../sql/passage-index.ts";
import { createPermitRegister } from "../sql/register-store.ts";
import { openSqlite } from "../sqlite/open.ts";
import type { D1Binding } from "./binding.ts";
import { copyArchive } from "./copy-archive.ts";
import { openD1 } from "./open.ts";
import { holdsSample } from "./sample.ts";

let platform: Awaited<ReturnType<typeof getPlatformProxy<{ DB: D1Binding }>>>;
let from: SqlDatabase;
let to: SqlDatabase;

beforeAll(async () => {
  platform = await getPlatformProxy<{ DB: D1Binding }>({ persist: false });
  to = openD1(platform.env.DB);
  await migrate(to);
  from = await openSqlite(":memory:");
});
afterAll(async () => {
  await from.close();
  await platform.dispose();
});

function archiveOf(database: SqlDatabase) {
  return {
    documents: createDocumentStore(database),
    passages: createPassageIndex(database),
    register: createPermitRegister(database),
  };
}

async function publish(document: PreparedDocument): Promise<void> {
  const { documents, passages } = archiveOf(from);
  const ref = await documents.stage(document);
  await passages.put(ref, document);
  await documents.publish(ref);
}

async function* oneRow() {
  yield {
    row: 1,
    caseKey: "k1",
    sha256: sha256Hex("row"),
    case: {
      number: "614/2014",
      date: "2014-03-12",
      kind: "budowa",
      outcome: "granted" as const,
      address: "Olszany, ul. Lipowa 4",
      parcels: ["87/14"],
      description: "Budynek",
      fields: {},
    },
  };
}

/** All that an asker can see of an archive. */
async function seen(database: SqlDatabase) {
  const { documents, passages, register } = archiveOf(database);
  const access = { labels: ["poufne"] };
  const list = await documents.list({ access });
  return {
    list,
    pages: await Promise.all(list.map(({ ref }) => documents.page(ref.id, 1, access))),
    fingerprint: await documents.fingerprint(access),
    boilerplate: await documents.boilerplateLines(access),
    search: await passages.search({ text: "dach nad garażem 12,5", limit: 20, filter: { access } }),
    barred: await passages.search({ text: "dach nad garażem", limit: 20, filter: { access: { labels: [] } } }),
    permits: await register.find({ parcel: "87/14" }),
  };
}

const copy = (sample: boolean) => copyArchive({ from, to, sample, onProgress: () => undefined });

describe("an archive copied from SQLite to D1", () => {
  it("answers as the one it was copied from, and keeps what is not the archive's", async () => {
    await createKeyStore(to).add(
      { id: "anna", kind: "token", role: "clerk", labels: [], createdAt: "2026-03-01T08:00:00.000Z" },
      sha256Hex("tk"),
    );
    const long = `Dach nad garażem: „żółć” – 12,5 m².\n${"Opis techniczny obiektu. ".repeat(22_000)}`;
    await publish(preparedDocument({ path: "a.txt", pages: [long, null], title: "It's a title" }));
    await publish(preparedDocument({ path: "b.txt", labels: ["poufne"], pages: ["Dach nad garażem, tajny"] }));
    await publish(preparedDocument({ path: "c.txt", facts: [{ field: "parcel", value: "87/14" }] }));
    const file = { register: "RWDZ", format: "rwdz-permits", fileName: "a.csv", sha256: sha256Hex("a") } as const;
    await archiveOf(from).register.replaceFile(file, oneRow());

    expect(await copy(true)).toBe(true);
    const copied = await seen(to);
    expect(copied).toEqual(await seen(from));
    expect(copied.search.hits.length).toBeGreaterThan(1);
    expect(copied.permits.cases).toHaveLength(1);
    expect(await holdsSample(to)).toBe(true);
    expect(await createKeyStore(to).list("token")).toHaveLength(1);
  });

  it("is left alone as long as it is the same, and made anew when it is not", async () => {
    expect(await copy(true)).toBe(false);
    await publish(preparedDocument({ path: "c.txt", pages: ["Dach nad garażem, nowa treść"] }));
    expect(await copy(true)).toBe(true);
    expect(await seen(to)).toEqual(await seen(from));
    expect(await copy(false)).toBe(true);
    expect(await holdsSample(to)).toBe(false);
  });

  it("is no copy when it broke off", async () => {
    await publish(preparedDocument({ path: "d.txt" }));
    const broken = copyArchive({
      from,
      to,
      sample: false,
      onProgress: (_, __, table) => {
        if (table === "documents") throw new Error("the process ends here");
      },
    });
    await expect(broken).rejects.toThrow("ends here");
    expect(await copy(false)).toBe(true);
    expect(await seen(to)).toEqual(await seen(from));
  });
});
