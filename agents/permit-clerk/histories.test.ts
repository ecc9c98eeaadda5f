import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SqlCheckpointer } from "../../src/adapters/sql/checkpointer.ts";
import type { SqlDatabase } from "../../src/adapters/sql/database.ts";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import type { Actor } from "../../src/core/access.ts";
import type { DraftFindings } from "../../src/core/ports/draft-agent.ts";
import { createPermitClerk } from "./agent.ts";
import { archiveOf, takeIn, type TestPaper } from "./test-support/archive.ts";
import { decision, finality, transferred } from "./test-support/papers.ts";

const repealed: TestPaper = {
  path: "AB.6740.1.9.2019/01 decyzja.txt",
  text: "STAROSTA BRZEGOWSKI\nZnak sprawy: AB.6740.1.9.2019.JK\nBrzegowo, dnia 4 lutego 2019 r.\n\nDECYZJA Nr 77/2019\n\nuchylam w całości decyzję Starosty Brzegowskiego nr 614/2014 z dnia 12 marca 2014 r. o pozwoleniu na budowę",
  labels: ["poufne"],
};
const log: TestPaper = {
  path: "AB.6740.1.234.2014/05 metryka.txt",
  text: "METRYKA SPRAWY\n\nOznaczenie sprawy: AB.6740.1.234.2014.JK\n\nLp.\tData\tCzynność lub pismo\tOsoba\n1\t12.03.2014\tDecyzja\tJ. Lipa\n2\t15.02.2014\tOpinia zarządcy drogi\tJ. Lipa",
};
const division: TestPaper = {
  path: "GN.6831.4.2017/01 decyzja.txt",
  text: "STAROSTA BRZEGOWSKI\nZnak: GN.6831.4.2017\nBrzegowo, dnia 3 lipca 2017 r.\n\nDECYZJA Nr 5/2017\n\nzatwierdzam podział działki nr 31/2, AM-28, obręb Poświętne, na działki nr 31/5 i 31/6, AM-28, obręb Poświętne.",
  labels: ["geodezja"],
};

const clock = { now: () => new Date("2015-06-01T10:00:00Z") };
const clerk: Actor = { id: "clerk-1", role: "clerk", access: "all" };
let database: SqlDatabase;
let ask: (question: string, by?: Actor) => Promise<DraftFindings>;
const said = ({ claims }: DraftFindings) => claims.map(({ text }) => text).join("\n");

beforeAll(async () => {
  database = await openSqlite(":memory:");
  const archive = archiveOf(database);
  await takeIn(archive, [decision, finality, transferred, repealed, log, division]);
  const checkpointer = new SqlCheckpointer(database) as unknown as BaseCheckpointSaver;
  const agent = createPermitClerk({ archive, checkpointer, software: "teczka 0.0.0", clock });
  let asked = 0;
  ask = (question, by = clerk) => agent.run({ id: `d${(asked += 1)}`, question }, by);
});
afterAll(() => database.close());

describe("questions on a division of ground", () => {
  it.each([
    "czy działka 31/2 była dzielona?",
    "z czego powstała działka 31/6?",
    "na jakie działki podzielono dz. 31/2",
  ])("%s: answered by the words of the paper that says so", async (question) => {
    const told = await ask(question);
    expect(told.outcome).toBe("answered");
    expect(said(told)).toContain("zatwierdzam podział działki nr 31/2");
    expect(told.labels).toEqual(["geodezja"]);
  });

  it("find nothing in a permit for the same parcel, nor in what the asker may not see", async () => {
    expect((await ask("czy działka 87/14 była dzielona?")).outcome).toBe("not_found");
    const outsider = await ask("czy działka 31/2 była dzielona?", { ...clerk, access: { labels: [] } });
    expect(outsider).toMatchObject({ outcome: "not_found", claims: [], labels: [] });
  });
});

describe("questions of a day", () => {
  it.each(["jaki jest status decyzji 614/2014?", "stan decyzji nr 614/2014", "status dec 614/14"])(
    "%s: without a day means the day on which it is asked, and says so",
    async (question) => {
      const told = await ask(question);
      expect(told.outcome).toBe("answered");
      expect(told.claims[0]?.text).toBe(
        "Na dzień 1 czerwca 2015 r. decyzja nr 614/2014 z dnia 12 marca 2014 r.: ostateczna od 3 kwietnia 2014 r.",
      );
      expect(told.search.open?.[0]).toBe("Pytanie nie podaje dnia, więc podano stan na dziś: 1 czerwca 2015 r.");
    },
  );

  it("are answered by the status of that day, and by nothing that came later", async () => {
    const told = await ask("czy decyzja 614/14 obowiązywała 1.05.2014?");
    expect(told.outcome).toBe("answered");
    expect(told.withheld).toEqual([]);
    expect(told.claims[0]?.text).toBe(
      "Na dzień 1 maja 2014 r. decyzja nr 614/2014 z dnia 12 marca 2014 r.: ostateczna od 3 kwietnia 2014 r.",
    );
    expect(told.claims[0]?.citations).toMatchObject([{ kind: "derived", op: "status" }]);
    expect(said(told)).not.toContain("77/2019");
  });

  it("tell of the repeal from its day on, with its own words as proof", async () => {
    const told = await ask("Jaki był stan decyzji nr 614/2014 na dzień 5 marca 2019 r.?");
    expect(told.withheld).toEqual([]);
    expect(told.claims[0]?.text).toContain("uchylona decyzją nr 77/2019 z dnia 4 lutego 2019 r.");
    expect(JSON.stringify(told.claims[0]?.citations)).toContain("uchylam w całości decyzję");
    expect(told.labels).toEqual(["poufne"]);
  });

  it("tell nothing of a paper that the asker may not see", async () => {
    const told = await ask("status 614/2014 na dzień 5.03.2019", { ...clerk, access: { labels: [] } });
    expect(told.claims[0]?.text).toContain("ostateczna od 3 kwietnia 2014 r.");
    expect(JSON.stringify(told)).not.toContain("77/2019");
    expect(told.labels).toEqual([]);
  });

  it("say what would have to be known: the term with its inputs, what building supervision keeps", async () => {
    const { search } = await ask("czy 614/14 była w mocy 1.05.2018");
    expect(search.open?.join("\n")).toMatch(/3 lata.*3 kwietnia 2017/u);
    expect(search.open?.join("\n")).toContain("nadzoru budowlanego");
  });

  it("are not mistaken for the day that tells which decision is meant", async () => {
    const told = await ask("Czy decyzja nr 614/2014 z dnia 12 marca 2014 r. nadal obowiązuje?");
    expect(said(told)).not.toContain("Na dzień");
  });

  it("find nothing where the decision is not held", async () => {
    expect((await ask("czy decyzja 999/14 obowiązywała 1.05.2015?")).outcome).toBe("not_found");
  });
});

describe("the papers of a case", () => {
  it("are listed with what the log names and the archive lacks", async () => {
    const { search } = await ask("spis pism AB.6740.1.234.2014");
    expect(search.open).toEqual([expect.stringContaining("Opinia zarządcy drogi")]);
  });
});
