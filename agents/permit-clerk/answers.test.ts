import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { SqlCheckpointer } from "../../src/adapters/sql/checkpointer.ts";
import type { SqlDatabase } from "../../src/adapters/sql/database.ts";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import type { Actor } from "../../src/core/access.ts";
import type { DraftFindings } from "../../src/core/ports/draft-agent.ts";
import { createPermitClerk } from "./agent.ts";
import { archiveOf, register, takeIn } from "./test-support/archive.ts";
import {
  amended,
  decision,
  finality,
  neighbour,
  ownTwin,
  parties,
  plan,
  transferred,
  twin,
  warrants,
} from "./test-support/papers.ts";

const clerk: Actor = { id: "clerk-1", role: "clerk", access: "all" };
let database: SqlDatabase;
let ask: (question: string) => Promise<DraftFindings>;
const said = ({ claims }: DraftFindings) => claims.map(({ text }) => text).join("\n");

beforeAll(async () => {
  database = await openSqlite(":memory:");
  const archive = archiveOf(database);
  const plans = [plan("X/12/2010", "Zatorze", "9"), plan("XI/40/2012", "Podgórze", "12")];
  await takeIn(archive, [
    decision,
    finality,
    parties,
    neighbour,
    amended,
    transferred,
    twin,
    ownTwin,
    warrants,
    ...plans,
  ]);
  await register(archive, [
    { number: "614/2014", date: "2014-03-21", parcels: ["87/14;sheet=28"], description: "budowa domu" },
    {
      number: null,
      rawNumber: "09-wrz",
      possibleNumbers: ["9/2009"],
      date: "2009-05-06",
      fields: { "Nr decyzji": "09-wrz" },
    },
  ]);
  const checkpointer = new SqlCheckpointer(database) as unknown as BaseCheckpointSaver;
  const agent = createPermitClerk({ archive, checkpointer, software: "teczka 0.0.0" });
  let asked = 0;
  ask = (question) => agent.run({ id: `d${(asked += 1)}`, question }, clerk);
});
afterAll(() => database.close());

describe("a parcel", () => {
  it("is that parcel, not its neighbour", async () => {
    const found = await ask("pnb na 87/14 AM-28?");
    expect(found.outcome).toBe("answered");
    expect(said(found)).toContain("614/2014");
    expect(said(found)).not.toContain("nr 9/2015");
  });

  it("of another sheet is in no paper, with the proof of it", async () => {
    const found = await ask("pnb na 87/14 AM-3?");
    expect(found).toMatchObject({ outcome: "not_found", claims: [] });
    expect(found.search.tools).toContain("look_up_permits");
    expect(found.search.queries.length).toBeGreaterThan(0);
    expect(found.search.documentsSearched).toBe(11);
    expect(found.search.nearest[0]?.why).toContain("87/14");
  });
});

describe("a decision", () => {
  it("is final from the day of its clause, not of its issue", async () => {
    const found = await ask("614/2014 ostateczna? od kiedy");
    expect(found.claims[0]?.text).toContain("3 kwietnia 2014");
    expect(found.claims[0]?.citations[0]).toMatchObject({ kind: "passage", page: 1 });
  });

  it("is told with authority and day", async () => {
    const found = await ask("Kto i kiedy wydał decyzję nr 614/2014?");
    expect(found.claims[0]?.text).toContain("12 marca 2014");
    expect(found.claims[0]?.text).toContain("Starosta Brzegowski");
  });

  it("of which nobody wrote is not found", async () => {
    expect((await ask("co w dec. 615/2014")).outcome).toBe("not_found");
  });

  it("says nothing of what its papers do not say", async () => {
    expect((await ask("jaki kolor elewacji w dec. 614/2014")).outcome).toBe("not_found");
  });

  it("number of two cases gives both, told apart", async () => {
    const found = await ask("dec 77/2016");
    expect(said(found)).toContain("Starosta Brzegowski");
    expect(said(found)).toContain("Starosta Olszański");
  });

  it("passes to the new investor", async () => {
    expect((await ask("na kogo przeniesiona 614/2014")).claims[0]?.text).toContain("Mur-Bet");
  });

  it("is changed with both values side by side", async () => {
    const text = said(await ask("zamienny do 614/2014 co zmienia"));
    expect(text).toContain("780 m³");
    expect(text).toContain("910 m³");
  });
});

describe("a refusal", () => {
  it("is grounded by the authority's reason, not by a party's argument", async () => {
    const text = said(await ask("czemu odmowa Wronia 7"));
    expect(text).toContain("przekracza 9 m");
    expect(text).not.toContain("zatrudnienie");
  });
});

describe("a party", () => {
  it("stands in the list of parties", async () => {
    expect((await ask("sąsiad 87/1 był stroną w AB.6740.1.234.2014?")).claims[0]?.text).toContain("Ewa Zielonogórska");
  });

  it("that no paper names is not found", async () => {
    expect((await ask("sąsiad 93/4 był stroną w AB.6740.1.234.2014?")).outcome).toBe("not_found");
  });
});

describe("a case file", () => {
  it("is listed in the order of dates", async () => {
    const texts = (await ask("spis pism AB.6740.1.234.2014")).claims.map(({ text }) => text);
    const places = ["12 marca 2014", "20 maja 2014"].map((date) => texts.findIndex((text) => text.includes(date)));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(places[1]).toBeGreaterThan(places[0] ?? 0);
  });
});

describe("a local plan", () => {
  it("that is named gives its own figure", async () => {
    const text = said(await ask("wys. w 3MN plan Zatorze"));
    expect(text).toContain("9 m");
    expect(text).not.toContain("12 m");
    expect(text).not.toContain("4 m");
  });

  it("that is not named is asked back", async () => {
    const found = await ask("wys. w 3MN");
    expect(found).toMatchObject({ outcome: "needs_clarification", claims: [] });
    expect(found.clarification?.choices).toHaveLength(2);
  });

  it("without the area, or of another name, answers nothing", async () => {
    expect((await ask("wys. w 7MN plan Zatorze")).outcome).toBe("not_found");
    expect((await ask("wys. w 3MN plan Słoneczny Stok")).outcome).toBe("not_found");
  });
});

describe("the register", () => {
  it("against the decision is shown as a conflict, neither declared right", async () => {
    const { conflicts } = await ask("co rozstrzyga dec 614/2014");
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.field).toBe("date");
    expect(conflicts[0]?.values.map(({ value }) => value)).toEqual(["2014-03-21", "2014-03-12"]);
    expect(conflicts[0]?.values.map(({ citation }) => citation.kind)).toEqual(["register", "passage"]);
  });

  it("and papers answer a part of a question only, when the other part stands nowhere", async () => {
    const found = await ask("czy dec 614/2014 jest ostateczna i czy konserwator uzgodnił projekt?");
    expect(found.outcome).toBe("partly_answered");
    expect((await ask("czy dec 614/2014 jest ostateczna?")).outcome).toBe("answered");
  });

  it("offers a mangled number as possible only", async () => {
    const found = await ask("dec 9/09");

    expect(found.outcome).toBe("partly_answered");
    expect(said(found)).toContain("możliwe");
    expect(said(found)).toContain("09-wrz");
  });
});

describe("a question in words", () => {
  it("is answered where all of its words are spoken of", async () => {
    expect(said(await ask("opłata skarbowa za pełnomocnictwo"))).toContain("17 zł");
  });

  it("of nothing in the archive is not found", async () => {
    expect((await ask("ile kosztuje bilet do zoo")).outcome).toBe("not_found");
    expect((await ask("asdf qwer zxcv")).outcome).toBe("not_found");
  });
});
