import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDocumentStore } from "../src/adapters/sql/document-store.ts";
import { createPassageIndex } from "../src/adapters/sql/passage-index.ts";
import type { SqlDatabase } from "../src/adapters/sql/database.ts";
import { createPermitRegister } from "../src/adapters/sql/register-store.ts";
import { createStreetNames } from "../src/adapters/sql/street-names.ts";
import { openSqlite } from "../src/adapters/sqlite/open.ts";
import type { Access } from "../src/core/access.ts";
import type { PreparedDocument } from "../src/core/document.ts";
import type { RegisterEntry } from "../src/core/ports/permit-register.ts";
import { TeczkaError } from "../src/core/errors.ts";
import { paper } from "../src/core/verify/test-support/papers.ts";
import { checkCitations } from "./check-citations.ts";
import type { Archive } from "./tool.ts";

const decision = `STAROSTA BRZEGOWSKI
Znak sprawy: AB.6740.1.234.2014.JK
Brzegów, dnia 12 marca 2014 r.

DECYZJA Nr 614/2014

zatwierdzam projekt budowlany i udzielam pozwolenia na budowę budynku mieszkalnego
na działce nr 87/14, AM-28, obręb Poświętne.`;
const second = `Decyzja jest ostateczna i podlega wykonaniu od dnia 2 kwietnia 2014 r.`;

let database: SqlDatabase;
let archive: Archive;

beforeEach(async () => {
  database = await openSqlite(":memory:");
  const documents = createDocumentStore(database);
  archive = { documents, passages: createPassageIndex(database), register: createPermitRegister(database) };
  await store({ ...paper("sprawy/decyzja.txt", decision, second), fileName: "decyzja.txt" });
});
afterEach(() => database.close());

describe("check_citations over a real store", () => {
  it("finds the document by id, path, file name and hash, and says where the quote stands", async () => {
    const { id, sha256 } = paper("sprawy/decyzja.txt", decision, second);
    for (const document of [id, "sprawy/decyzja.txt", "decyzja.txt", sha256]) {
      const [claim] = await check("Starosta udzielił pozwolenia na budowę budynku mieszkalnego.", {
        document,
        page: 1,
        quote: "udzielam pozwolenia na budowę budynku mieszkalnego",
      });
      expect(claim).toMatchObject({ verdict: "supported", reasons: [], citations: [{ found: true }] });
      const citation = claim?.citations[0]?.citation;
      if (citation?.kind !== "passage") throw new Error("no passage");
      expect(decision.slice(citation.start, citation.end)).toBe(citation.quote);
      expect(citation.pageTextSha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it("tells an unknown document, an unknown page and a quote of another page apart", async () => {
    const quote = "Decyzja jest ostateczna i podlega wykonaniu";
    const codes = async (document: string, page: number) =>
      (await check("Decyzja jest ostateczna.", { document, page, quote }))[0]?.reasons.map(({ code }) => code);
    expect(await codes("inna.txt", 1)).toEqual(["document_unknown"]);
    expect(await codes("decyzja.txt", 7)).toEqual(["page_unknown"]);
    expect(await codes("decyzja.txt", 1)).toEqual(["quote_on_other_page"]);
  });

  it("does not tell of a document that the asker may not see", async () => {
    await store({ ...paper("tajne.txt", decision), labels: ["poufne"] });
    const citation = { document: "tajne.txt", page: 1, quote: "udzielam pozwolenia na budowę budynku" };
    const [unseen] = await check("Udzielono pozwolenia na budowę budynku.", citation, { labels: [] });
    expect(unseen?.reasons).toMatchObject([{ code: "document_unknown" }]);
    const [seen] = await check("Udzielono pozwolenia na budowę budynku.", citation, { labels: ["poufne"] });
    expect(seen?.verdict).toBe("supported");
  });

  it("abstains where a file name stands for several documents", async () => {
    await store({ ...paper("kopie/decyzja.txt", decision), fileName: "decyzja.txt" });
    const [claim] = await check("Udzielono pozwolenia.", {
      document: "decyzja.txt",
      page: 1,
      quote: "udzielam pozwolenia",
    });
    expect(claim).toMatchObject({ verdict: "abstained", reasons: [{ code: "document_ambiguous" }] });
  });

  it("checks register rows, each by itself", async () => {
    await importRow();
    const rows = { register: "RWDZ", rows: [{ file: "rwdz.csv", row: 1 }] };
    const [claim] = await check("Decyzją nr 9/2016 z dnia 2 maja 2016 r. udzielono pozwolenia na budowę wiaty.", rows);
    expect(claim).toMatchObject({ verdict: "supported", citations: [{ found: true, citation: { rows: rows.rows } }] });
    const [other] = await check("Udzielono pozwolenia.", { ...rows, rows: [{ file: "rwdz.csv", row: 2 }] });
    expect(other?.reasons).toMatchObject([{ code: "row_unknown" }]);
  });

  it("takes two names for one street when the office has told so, and only then", async () => {
    await importRow({ address: "Brzegów, Krucza 5" });
    const rows = { register: "RWDZ", rows: [{ file: "rwdz.csv", row: 1 }] };
    const text = "Decyzją nr 9/2016 udzielono pozwolenia na budowę wiaty przy ul. Zamkowej 5.";
    expect((await check(text, rows))[0]?.verdict).toBe("contradicted");
    const streets = createStreetNames(database);
    archive = { ...archive, streets };
    const told = {
      at: "2026-01-01T00:00:00Z",
      actor: "clerk",
      action: "street_names_replaced",
      subject: "street_names",
    };
    await streets.replace([{ former: "Krucza", present: "Zamkowa" }], told);
    expect((await check(text, rows))[0]).toMatchObject({ verdict: "supported", reasons: [] });
    expect((await check(text.replace("5.", "7."), rows))[0]?.verdict).toBe("contradicted");
    expect((await check(text.replace("Zamkowej", "Młyńskiej"), rows))[0]?.verdict).toBe("contradicted");
  });

  it("looks an absence up anew, in documents and registers", async () => {
    await importRow();
    const absent = async (text: string, over: string) => {
      const [claim] = await check(text, { op: "absent", over, inputs: [] });
      return [claim?.verdict, claim?.reasons[0]?.code];
    };
    expect(await absent("Nie znaleziono decyzji nr 700/2014.", "decyzja nr 700/2014")).toEqual([
      "supported",
      undefined,
    ]);
    expect(await absent("Nie znaleziono decyzji nr 614/2014.", "decyzja nr 614/2014")).toEqual([
      "contradicted",
      "absence_refuted",
    ]);
    expect(await absent("Nie znaleziono decyzji nr 9/2016.", "decyzja nr 9/2016")).toEqual([
      "contradicted",
      "absence_refuted",
    ]);
    const transfer = "przeniesienie decyzji nr 614/2014";
    expect(await absent("Nie znaleziono przeniesienia decyzji nr 614/2014.", transfer)).toEqual([
      "supported",
      undefined,
    ]);
    expect((await absent("Odmówiono wydania decyzji nr 700/2014.", "decyzja nr 700/2014"))[0]).toBe("unsupported");
    expect(await absent("Niczego nie znaleziono.", "cokolwiek")).toEqual(["abstained", "absence_unreadable"]);
  });

  it("takes no page whose text was changed in the store", async () => {
    await database.db
      .updateTable("pages")
      .set({ text: decision.replace("udzielam", "odmawiam") })
      .execute();
    const citation = { document: "decyzja.txt", page: 1, quote: "odmawiam pozwolenia na budowę" };
    await expect(check("Odmówiono pozwolenia.", citation)).rejects.toMatchObject({ code: "page_hash_mismatch" });
  });

  it("throws an outage and makes no verdict of it", async () => {
    const down = new TeczkaError("unavailable", "store_unreachable", "Magazyn nie odpowiada.", "Sprawdź dysk.");
    archive = { ...archive, documents: { ...archive.documents, page: () => Promise.reject(down) } };
    const citation = { document: "decyzja.txt", page: 1, quote: "udzielam pozwolenia" };
    await expect(check("Udzielono pozwolenia.", citation)).rejects.toBe(down);
  });
});

async function store(document: PreparedDocument): Promise<void> {
  await archive.documents.publish(await archive.documents.stage(document));
}

async function importRow(parts: Partial<RegisterEntry["case"]> = {}): Promise<void> {
  const fields = { numer_decyzji_urzedu: "9/2016", nazwa_zamierzenia_bud: "Budowa wiaty" };
  const permit = {
    number: "9/2016",
    date: "2016-05-02",
    kind: "budowa",
    outcome: "granted" as const,
    address: "",
    parcels: [],
    description: "Budowa wiaty",
    fields,
    ...parts,
  };
  async function* entries(): AsyncGenerator<RegisterEntry> {
    yield { row: 1, caseKey: "k", case: permit, sha256: "h" };
  }
  const file = { register: "RWDZ", format: "rwdz-permits", fileName: "rwdz.csv", sha256: "f" } as const;
  await archive.register.replaceFile(file, entries());
}

async function check(text: string, citation: unknown, access: Access = "all") {
  const input = checkCitations.input.parse({ claims: [{ text, citations: [citation] }] });
  return (await checkCitations.run(input, { archive, access })).claims;
}
