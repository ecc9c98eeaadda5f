import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SqlDatabase } from "../src/adapters/sql/database.ts";
import { createDocumentStore } from "../src/adapters/sql/document-store.ts";
import { createPassageIndex } from "../src/adapters/sql/passage-index.ts";
import { createPermitRegister } from "../src/adapters/sql/register-store.ts";
import { createStreetNames } from "../src/adapters/sql/street-names.ts";
import { openSqlite } from "../src/adapters/sqlite/open.ts";
import { paper } from "../src/core/verify/test-support/papers.ts";
import { lookUpAbsent } from "./absent-evidence.ts";
import { listCaseDocuments } from "./list-case-documents.ts";
import { propertyHistory } from "./property-history.ts";
import type { Archive } from "./tool.ts";

const decision = `STAROSTA BRZEGOWSKI
Znak sprawy: AB.6740.1.234.2014.JK
Brzegów, dnia 12 marca 2014 r.

DECYZJA Nr 614/2014

zatwierdzam projekt budowlany i udzielam pozwolenia na budowę budynku mieszkalnego
położonego przy ul. Kruczej 64-66.`;

let database: SqlDatabase;
let archive: Archive;

beforeEach(async () => {
  database = await openSqlite(":memory:");
  const documents = createDocumentStore(database);
  const passages = createPassageIndex(database);
  archive = { documents, passages, register: createPermitRegister(database) };
  const prepared = { ...paper("sprawy/decyzja.txt", decision), fileName: "decyzja.txt" };
  const ref = await documents.stage(prepared);
  await passages.put(ref, prepared);
  await documents.publish(ref);
});
afterEach(() => database.close());

const list = async (address: string) =>
  (await listCaseDocuments.run(listCaseDocuments.input.parse({ address }), { archive, access: "all" })).documents;

describe("papers of an address", () => {
  it("are found in any case of the street's name, and for a house in the range", async () => {
    for (const address of ["Krucza 64-66", "ul. Krucza 66", "kruczej 65"]) expect(await list(address)).toHaveLength(1);
    expect(await list("Krucza 68")).toEqual([]);
  });

  it("are found by another name of the street that the office has told, and say so", async () => {
    expect(await list("Zamkowa 66")).toEqual([]);
    const streets = createStreetNames(database);
    archive = { ...archive, streets };
    const renaming = { former: "Krucza", present: "Zamkowa", from: "2018-03-01" };
    const told = {
      at: "2026-01-01T00:00:00Z",
      actor: "clerk",
      action: "street_names_replaced",
      subject: "street_names",
    };
    await streets.replace([renaming], told);
    expect(await list("ul. Zamkowa 66")).toMatchObject([{ match: "same", streetRenaming: renaming }]);
    expect((await list("Krucza 66"))[0]).not.toHaveProperty("streetRenaming");
    expect(await list("Zamkowa 68")).toEqual([]);
    const asked = propertyHistory.input.parse({ address: "Zamkowa 66", on: "2020-01-01" });
    const { decisions } = await propertyHistory.run(asked, { archive, access: "all" });
    expect(decisions.map(({ number }) => number)).toEqual(["614/2014"]);
    expect(await lookUpAbsent("decyzja dla ul. Zamkowej 66", archive, "all")).toMatchObject({ documents: 1 });
    expect(await lookUpAbsent("decyzja dla ul. Zamkowej 68", archive, "all")).toMatchObject({ documents: 0 });
  });
});
