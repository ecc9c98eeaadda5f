import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { SqlCheckpointer } from "../../src/adapters/sql/checkpointer.ts";
import type { SqlDatabase } from "../../src/adapters/sql/database.ts";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import type { Actor } from "../../src/core/access.ts";
import type { DraftFindings } from "../../src/core/ports/draft-agent.ts";
import { createPermitClerk } from "./agent.ts";
import { archiveOf, register, takeIn } from "./test-support/archive.ts";

const clerk: Actor = { id: "clerk-1", role: "clerk", access: "all" };
let database: SqlDatabase;
let ask: (question: string) => Promise<DraftFindings>;
const said = ({ claims }: DraftFindings) => claims.map(({ text }) => text).join("\n");

/** Its register entry has parcel 11/2. */
const paper = {
  path: "sprawy/11/decyzja.txt",
  text: `Starosta Brzegowski
Brzegów, dnia 16 maja 2019 r.

znak: AB.6740.1.11.2019.KL

DECYZJA NR 511/2019

zatwierdzam projekt budowlany i udzielam pozwolenia na budowę, obejmującego budowę budynku gospodarczego przy ul. Sowiej 11, dz. nr 11/1, AM-28, obręb 0022.
`,
};

beforeAll(async () => {
  database = await openSqlite(":memory:");
  const archive = archiveOf(database);
  await takeIn(archive, [paper]);
  const at = { kind: "budowa", description: "budowa budynku gospodarczego" };
  await register(
    archive,
    [
      { ...at, number: "312/2019", date: "2019-05-06", authority: "Starosta Brzegowski", parcels: ["87/14"] },
      { ...at, number: "312/2019", date: "2019-08-01", authority: "Starosta Dębowski", parcels: ["5/1"] },
      {
        ...at,
        number: "511/2019",
        date: "2019-05-16",
        authority: "Starosta Brzegowski",
        signature: "AB.6740.1.11.2019.KL",
        address: "Brzegów, ul. Sowia 11",
        parcels: ["11/2;sheet=28;precinct=0022"],
        fields: {
          numer_urzad: "AB.6740.1.11.2019.KL",
          ulica: "Sowia",
          nr_domu: "11",
          obreb_numer: "0022",
          opis: at.description,
        },
      },
      {
        ...at,
        number: "313/2019",
        date: "2019-05-06",
        authority: "Starosta Brzegowski",
        investor: "Zielony Ogród sp. z o.o.",
        applicationDate: "2019-03-01",
      },
      {
        ...at,
        number: "314/2019",
        date: "2019-05-06",
        authority: "Starosta Brzegowski",
        applicationDate: "2019-03-01",
      },
    ],
    "rwdz-permits",
  );
  const checkpointer = new SqlCheckpointer(database) as unknown as BaseCheckpointSaver;
  const agent = createPermitClerk({ archive, checkpointer, software: "teczka 0.0.0" });
  let asked = 0;
  ask = (question) => agent.run({ id: `d${(asked += 1)}`, question }, clerk);
});
afterAll(() => database.close());

describe("a number that several authorities gave", () => {
  it("is told with the authority of each", async () => {
    const found = await ask("decyzja 312/2019");
    expect(found.outcome).toBe("answered");
    expect(said(found)).toContain("organ: Starosta Brzegowski");
    expect(said(found)).toContain("organ: Starosta Dębowski");
  });

  it.each([
    ["decyzja 312/2019 Starosty Dębowskiego", "5/1", "87/14"],
    ["decyzja 312/2019 Starosty Brzegowskiego", "87/14", "5/1"],
    ["decyzja 312/2019 z 6 maja 2019 dotyczy jakiej działki", "87/14", "5/1"],
  ])("%s: authority and day tell which is meant", async (question, own, other) => {
    const found = await ask(question);
    expect(found.outcome).toBe("answered");
    expect(said(found)).toContain(own);
    expect(said(found)).not.toContain(other);
  });
});

it.each(["pnb na 11/2", "pnb na działce 11/2", "czy dla działki nr 11/2 AM-28 wydano pozwolenie"])(
  "%s: the entry of a parcel stands, and that the decision has another is told",
  async (question) => {
    const found = await ask(question);
    expect(found.outcome).toBe("answered");
    expect(said(found)).toContain("decyzja nr 511/2019 z dnia 16 maja 2019 r., znak AB.6740.1.11.2019.KL");
    expect(found.conflicts).toMatchObject([{ field: "parcel" }]);
  },
);

describe("who the investor is", () => {
  it("no entry tells that names none", async () => {
    expect(await ask("kto jest inwestorem decyzji 314/2019?")).toMatchObject({ outcome: "not_found", claims: [] });
    expect(said(await ask("kiedy złożono wniosek 314/2019"))).toContain("wniosek z dnia 1 marca 2019");
  });

  it("an entry tells that names a company", async () => {
    expect(said(await ask("kto jest inwestorem decyzji 313/2019?"))).toContain("inwestor Zielony Ogród sp. z o.o.");
  });
});
