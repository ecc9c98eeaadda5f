import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDocumentStore } from "../src/adapters/sql/document-store.ts";
import { createPassageIndex } from "../src/adapters/sql/passage-index.ts";
import type { SqlDatabase } from "../src/adapters/sql/database.ts";
import { createPermitRegister } from "../src/adapters/sql/register-store.ts";
import { openSqlite } from "../src/adapters/sqlite/open.ts";
import { createTextReader } from "../src/adapters/text/text-reader.ts";
import type { Access } from "../src/core/access.ts";
import { sha256Hex } from "../src/core/canonical-json.ts";
import { TeczkaError } from "../src/core/errors.ts";
import type { PermitCase } from "../src/core/permit.ts";
import { prepare } from "../src/ingest/prepare.ts";
import { findConflicts } from "./find-conflicts.ts";
import type { Archive } from "./tool.ts";

const signature = "AB.6740.1.234.2014.JK";
const decision = `STAROSTA BRZEGOWSKI
Znak sprawy: ${signature}
Brzegów, dnia 12 marca 2014 r.

DECYZJA Nr 614/2014

po rozpatrzeniu wniosku z dnia 5 lutego 2014 r. (wniosek nr 4102/2014)

zatwierdzam projekt budowlany i udzielam pozwolenia na budowę
dla: Dom Nova sp. z o.o.
obejmującego budowę budynku biurowego przy ul. Kruczej 64, na działce nr 87/14, AM-28, obręb Poświętne,
kategoria obiektu budowlanego: XVI, kubatura 2563 m³`;
const finality = `STAROSTA BRZEGOWSKI
Znak sprawy: ${signature}
Brzegów, dnia 10 kwietnia 2014 r.

POŚWIADCZENIE OSTATECZNOŚCI

Stwierdzam, że decyzja nr 614/2014 z dnia 12 marca 2014 r. stała się ostateczna z dniem 2 kwietnia 2014 r.`;
const application = `Brzegów, 5 lutego 2014 r.
Znak sprawy: ${signature}

WNIOSEK
o pozwolenie na budowę

Inwestor\tDom Nova spółka z ograniczoną odpowiedzialnością
Adres inwestycji\tBrzegów, ul. Krucza 64
Działki\tdz. nr 87/14, obręb Poświętne
Kategoria obiektu\tXVI
Kubatura\t2 563 m³`;
const transfer = `STAROSTA BRZEGOWSKI
Znak sprawy: AB.6740.1.99.2015.JK
Brzegów, dnia 3 marca 2015 r.

DECYZJA Nr 88/2015

przenoszę decyzję nr 614/2014 z dnia 12 marca 2014 r. o pozwoleniu na budowę na działce nr 87/14, AM-28, obręb Poświętne,
na rzecz Alfa S.A.`;

let database: SqlDatabase;
let archive: Archive;
beforeEach(async () => {
  database = await openSqlite(":memory:");
  const documents = createDocumentStore(database);
  archive = { documents, passages: createPassageIndex(database), register: createPermitRegister(database) };
});
afterEach(() => database.close());

describe("register against decision", () => {
  const row: Partial<PermitCase> = { number: "614/2014", date: "2014-03-12", address: "Krucza 64" };
  it.each<[string, Partial<PermitCase>, string]>([
    ["number", { number: "641/2014", applicationNumber: "4102/2014" }, "641/2014"],
    ["number", { number: "641/2014" }, "641/2014"],
    ["date", { date: "2014-03-21" }, "2014-03-21"],
    ["parcel", { parcels: ["87/15;sheet=28"] }, "87/15;sheet=28"],
    ["address", { address: "Krucza 46" }, "Krucza 46"],
    ["investor", { investor: "Dom Nowy S.A." }, "Dom Nowy S.A."],
    ["investor", { investor: "Dom Nova S.A." }, "Dom Nova S.A."],
    ["category", { category: "XVII", fields: { kategoria: "XVII" } }, "XVII"],
    ["volume", { fields: { kubatura: "2653" } }, "2653"],
    ["outcome", { description: "odmowa", outcome: "refused" }, "refused"],
  ])("tells another %s, with both places", async (field, changed, value) => {
    const ref = await takeIn({ "a/decyzja.txt": decision });
    await register([{ ...row, ...changed }]);
    const { conflicts, withheld } = await find();
    expect(withheld).toEqual([]);
    expect(conflicts).toMatchObject([
      {
        case: { signature },
        field,
        values: [
          { value, citation: { kind: "register", rows: [{ file: "rejestr.csv", row: 1 }] } },
          { citation: { kind: "passage", document: { id: ref }, page: 1 } },
        ],
      },
    ]);
  });

  it.each<[string, Partial<PermitCase>]>([
    ["all the same", {}],
    ["a mangled number that may be it", { number: null, rawNumber: "614-14", possibleNumbers: ["614/2014"] }],
    ["a mangled number of another case", { number: null, rawNumber: "09-sty", possibleNumbers: ["1/2009", "9/2001"] }],
    ["sheet and precinct untold", { parcels: ["87/14"] }],
    ["one more parcel", { parcels: ["87/14", "87/20"] }],
    ["a precinct by number", { parcels: ["87/14;precinct=0022"] }],
    ["the company's form in full, inflected", { investor: "DOM NOVA Spółka z ograniczoną odpowiedzialnością" }],
    ["the category in words", { category: "kategoria XVI" }],
    ["a volume rounded", { fields: { kubatura: "2563,4" } }],
    ["no volume", { fields: { kubatura: "0" } }],
    ["a street without a house", { address: "Krucza" }],
    ["a description that tells no outcome", { description: "sprzeciw", outcome: null }],
    [
      "another decision: number and day differ",
      { number: "700/2014", date: "2014-05-05", applicationNumber: "4102/2014" },
    ],
    ["a decision of that day on another application", { number: "615/2014", applicationNumber: "4103/2014" }],
  ])("is silent on %s", async (_what, changed) => {
    await takeIn({ "a/decyzja.txt": decision });
    await register([{ ...row, ...changed }]);
    expect(await fields()).toEqual([]);
  });

  it("knows a street by its former name, where the archive was told of it", async () => {
    await takeIn({ "a/decyzja.txt": decision });
    await register([{ ...row, address: "Gajowa 64", parcels: ["87/14"] }]);
    expect(await fields()).toEqual(["address"]);
    archive = { ...archive, streets: { renamings: async () => [{ former: "Gajowa", present: "Krucza" }] } };
    expect(await fields()).toEqual([]);
  });

  it("takes the entry of a second decision of that day for what it is", async () => {
    await takeIn({ "a/decyzja.txt": decision });
    await register([row, { ...row, number: "615/2014" }]);
    expect(await fields()).toEqual([]);
  });

  it("knows that a permit of RWDZ may be one amended or transferred, but not one refused", async () => {
    await takeIn({ "a/decyzja.txt": decision, "b/przeniesienie.txt": transfer });
    await register([{ number: "88/2015", date: "2015-03-03", parcels: ["87/14"], outcome: "granted" }], "rwdz-permits");
    expect(await fields()).toEqual([]);
    await takeIn({
      "a/decyzja.txt": decision.replace(/zatwierdzam.*/u, "odmawiam zatwierdzenia projektu i udzielenia pozwolenia"),
    });
    await register([{ ...row, outcome: "granted" }], "rwdz-permits");
    expect(await fields()).toEqual(["outcome"]);
  });
});

describe("register against register", () => {
  const row: Partial<PermitCase> = { number: "614/2014", date: "2014-03-12", parcels: ["87/14"], address: "Krucza 64" };
  it.each<[string, Partial<PermitCase>, string, string[]]>([
    ["another parcel, no paper of the decision", { parcels: ["87/41"] }, application, ["parcel"]],
    ["the same", {}, application, []],
    ["another day of the same number and case", { date: "2014-03-21" }, application, ["date"]],
    ["another number and day: another decision", { number: "7/2015", date: "2015-03-12" }, application, []],
    ["another parcel, and the paper tells which", { parcels: ["87/41"] }, decision, ["parcel"]],
  ])("tells where they differ: %s", async (_what, changed, paper, wanted) => {
    await takeIn({ "a/1.txt": paper.replace("WNIOSEK", "WNIOSEK nr 4102/2014") });
    const known = { ...row, applicationNumber: "4102/2014", signature };
    await register([known]);
    await register([{ ...known, ...changed }], "rwdz-permits", "rwdz");
    expect(await fields()).toEqual(wanted);
  });
});

describe("paper against paper", () => {
  it.each([
    ["an attestation", "date", finality.replace("12 marca", "21 marca")],
    ["an attestation", "number", finality.replace("614/2014", "641/2014")],
    ["an application", "parcel", application.replace("87/14", "87/41")],
    ["an application", "address", application.replace("Krucza 64", "Krucza 46")],
    ["an application", "investor", application.replace("Dom Nova", "Beta Bud")],
    ["an application", "category", application.replace("XVI", "XIII")],
    ["an application", "volume", application.replace("2 563", "2 653")],
    ["a transfer", "date", transfer.replace("12 marca", "13 marca")],
    ["a transfer", "number", transfer.replace("614/2014", "641/2014")],
    ["another copy", "parcel", decision.replace("87/14", "87/41")],
    ["another copy", "date", decision.replace("12 marca", "22 marca")],
  ])("tells where %s has another %s", async (_what, field, text) => {
    await takeIn({ "a/1.txt": decision, "b/2.txt": text });
    const { conflicts, withheld } = await find();
    expect([conflicts.map((conflict) => conflict.field), withheld]).toEqual([[field], []]);
    const paths = conflicts[0]?.values.map(({ citation }) => citation.kind === "passage" && citation.document.path);
    expect(paths?.toSorted()).toEqual(["a/1.txt", "b/2.txt"]);
  });

  it("is silent on papers that agree, on decisions spoken of, and on what a later decision changes", async () => {
    const planning = finality.replace("decyzja nr 614/2014 z dnia 12 marca", "decyzja nr 9/2013 z dnia 2 maja");
    await takeIn({
      "a/1.txt": application,
      "a/2.txt": decision,
      "a/3.txt": finality,
      "a/4.txt": planning,
      "a/kopia.txt": decision,
      "b/1.txt": transfer,
      "b/2.txt": transfer
        .replace("przenoszę", "zmieniam")
        .replace("na rzecz Alfa S.A.", "kubatura 2700 m³")
        .replace("88/2015", "89/2015"),
      "c/1.txt": `WYKAZ STRON\n\nZnak: ${signature}\n\n1\tDom Nova sp. z o.o.\tdziałka nr 87/14\tinwestor\n2\tAlfa S.A.\tdziałka nr 87/1\twłaściciel`,
    });
    expect(await fields()).toEqual([]);
  });

  it("asks the newest version of a document only", async () => {
    await takeIn({ "a/1.txt": decision, "a/2.txt": finality.replace("12 marca", "21 marca") });
    expect(await fields()).toEqual(["date"]);
    await takeIn({ "a/2.txt": finality });
    expect(await fields()).toEqual([]);
  });
});

describe("who asks, and for what", () => {
  beforeEach(async () => {
    await takeIn({
      "a/1.txt": decision,
      "z/other.txt": decision.replaceAll("234", "235").replaceAll("14/2014", "15/2014").replace("87/14", "9/9"),
    });
    await takeIn({ "a/2.txt": finality.replace("12 marca", "21 marca") }, ["poufne"]);
  });

  it("tells nobody of a conflict with a paper that he may not see", async () => {
    const unseen = await find({}, { labels: [] });
    expect(unseen).toEqual({ conflicts: [], withheld: [], documents: { done: 2, all: 2 } });
    expect((await find({}, { labels: ["poufne"] })).conflicts).toHaveLength(1);
  });

  it.each([
    [{ signature: "AB.6740.1.234.2014" }, 1],
    [{ parcel: "dz. 87/14, AM-28" }, 1],
    [{ number: "614/14" }, 1],
    [{ address: "ul. Krucza 64" }, 1],
    [{ field: "date" }, 1],
    [{ field: "parcel" }, 0],
    [{ signature: "AB.6740.1.235.2014" }, 0],
    [{ parcel: "9/9" }, 0],
  ])("looks only where it is asked to: %j", async (query, count) => {
    expect((await find(query)).conflicts).toHaveLength(count);
  });

  it("goes on where it stopped", async () => {
    expect((await find({ from: 1 })).conflicts).toEqual([]);
    expect(await find({ from: 3 })).toMatchObject({ documents: { done: 3, all: 3 } });
  });

  it("says what it cannot read, and throws an outage", async () => {
    await expect(find({ number: "dziewięć" })).rejects.toMatchObject({ code: "query_unreadable" });
    const down = new TeczkaError("unavailable", "store_unreachable", "Magazyn nie odpowiada.", "Sprawdź dysk.");
    archive = { ...archive, register: { ...archive.register, find: () => Promise.reject(down) } };
    await expect(find()).rejects.toBe(down);
  });
});

async function find(query: object = {}, access: Access = "all") {
  return findConflicts.run(findConflicts.input.parse(query), { archive, access });
}

async function fields(): Promise<string[]> {
  const { conflicts, withheld } = await find();
  expect(withheld).toEqual([]);
  return conflicts.map(({ field }) => field);
}

/** Text papers by path, through the real reader and facts; the id of the last. */
async function takeIn(papers: Record<string, string>, labels: string[] = []): Promise<string> {
  let last = "";
  for (const [path, text] of Object.entries(papers)) {
    const fileName = path.slice(path.lastIndexOf("/") + 1);
    const source = { fileName, path, sha256: sha256Hex(text), labels };
    const prepared = await prepare(source, new TextEncoder().encode(text), [createTextReader()]);
    const ref = await archive.documents.stage(prepared);
    await archive.passages.put(ref, prepared);
    await archive.documents.publish(ref);
    last = ref.id;
  }
  return last;
}

async function register(
  entries: Partial<PermitCase>[],
  format: PermitCase["register"]["format"] = "wroclaw",
  name = "rejestr",
) {
  const file = { register: name, format, fileName: `${name}.csv`, sha256: "0".repeat(64) };
  async function* rows() {
    for (const [at, entry] of entries.entries()) {
      const { description = "budowa budynku biurowego", fields: columns = {} } = entry;
      const permit = {
        number: null,
        date: null,
        kind: "",
        outcome: "granted" as const,
        address: "",
        parcels: [],
        ...entry,
        description,
        fields: { opis: description, ...columns },
      };
      yield { row: at + 1, caseKey: `case ${at}`, sha256: sha256Hex(JSON.stringify(entry)), case: permit };
    }
  }
  await archive.register.replaceFile(file, rows());
}
