import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { SqlCheckpointer } from "../../src/adapters/sql/checkpointer.ts";
import type { SqlDatabase } from "../../src/adapters/sql/database.ts";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import type { Actor } from "../../src/core/access.ts";
import { countOver, parseCountOver } from "../../src/core/look-up/count-statement.ts";
import type { DraftFindings } from "../../src/core/ports/draft-agent.ts";
import { checkCitations } from "../../tools/check-citations.ts";
import type { Archive } from "../../tools/tool.ts";
import { createPermitClerk } from "./agent.ts";
import { archiveOf, register, takeIn } from "./test-support/archive.ts";
import { decision } from "./test-support/papers.ts";

const clerk: Actor = { id: "clerk-1", role: "clerk", access: "all" };
let database: SqlDatabase;
let archive: Archive;
let ask: (question: string) => Promise<DraftFindings>;
const said = ({ claims }: DraftFindings) => claims.map(({ text }) => text).join("\n");
const open = ({ search }: DraftFindings) => (search.open ?? []).join("\n");
const city = "rejestr miejski";

beforeAll(async () => {
  database = await openSqlite(":memory:");
  archive = archiveOf(database);
  await takeIn(archive, [decision]);
  const many = Array.from({ length: 23 }, (_, at) => ({
    number: `${at + 1}/2019`,
    date: `2019-01-${String(at + 1).padStart(2, "0")}`,
    address: `Brzegów, ul. Polna ${at + 1}`,
    investor: "Zielony Ogród sp. z o.o.",
    licences: ["7/POM/99"],
  }));
  await register(
    archive,
    [
      ...many,
      {
        number: "80/2020",
        date: "2020-05-04",
        address: "Brzegów, ul. Lipowa 9",
        investor: "Alfa Dom sp. z o.o.",
        licences: ["12/POM/98"],
        description: "Budowa wiaty",
      },
    ],
    "rwdz-permits",
  );
  await register(archive, [
    { number: "1/2011", date: "2011-02-03", address: "Cicha 5", description: "budowa stajni" },
    { number: "2/2011", date: "2011-02-04", address: "Cicha 6", description: "odmowa-budowa stajni" },
    { number: "3/2011", date: "2011-02-05", address: "Cicha 7", description: "budowa obory" },
    { number: "4/2012", date: "2012-02-05", address: "Cicha 8", description: "budowa obory" },
    { number: null, date: null, address: "Cicha 9", description: "budowa szopy" },
    { number: "5/2011", date: "2011-02-09", address: "Cichociemnych 5", description: "budowa stajni" },
  ]);
  const checkpointer = new SqlCheckpointer(database) as unknown as BaseCheckpointSaver;
  const agent = createPermitClerk({ archive, checkpointer, software: "teczka 0.0.0" });
  let asked = 0;
  ask = (question) => agent.run({ id: `d${(asked += 1)}`, question }, clerk);
});
afterAll(() => database.close());

describe("the cases of a company or of a licence", () => {
  it.each([
    "Jakie pozwolenia dostała spółka Alfa Dom?",
    "pozwolenia Alfa Dom sp. z o.o.",
    "co mamy na alfa dom sp z oo",
    "pozwolenia Alfa Dom",
  ])("%s: rows that name it, with the name", async (question) => {
    const found = await ask(question);
    expect(found.outcome).toBe("answered");
    expect(found.claims).toHaveLength(1);
    expect(said(found)).toContain("decyzja nr 80/2020 z dnia 4 maja 2020 r., inwestor Alfa Dom sp. z o.o.");
    expect(found.claims[0]?.citations).toMatchObject([{ kind: "register", rows: [{ row: 24 }] }]);
  });

  it("are found by the designer's licence however it is written", async () => {
    const found = await ask("Na jakie inwestycje projektował projektant z uprawnieniami nr 12/pom/98?");
    expect(found.outcome).toBe("answered");
    expect(said(found)).toContain("uprawnienia 12/POM/98, udzielono pozwolenia, Budowa wiaty");
  });

  it("are a page of the newest when there are many, with the number of all", async () => {
    const found = await ask("jakie pozwolenia ma spółka Zielony Ogród?");
    expect(found.outcome).toBe("partly_answered");
    expect(found.claims[0]?.text).toBe("Rejestr „rwdz-permits”: 23 sprawy, inwestor: Zielony Ogród.");
    expect(found.claims).toHaveLength(21);
    expect(found.claims[1]?.text).toContain("nr 23/2019");
    expect(open(found)).toContain("pokazano 20 najnowszych");
  });

  it("are none for a person, whose name no register holds", async () => {
    const found = await ask("pozwolenia inwestora Jan Nowak");
    expect(found).toMatchObject({ outcome: "not_found", claims: [] });
  });

  it("leave questions on one decision to that decision", async () => {
    const found = await ask("czy decyzja 614/2014 została przeniesiona na spółkę Alfa Dom?");
    expect(said(found)).not.toContain("80/2020");
    const designer = await ask("uprawnienia projektanta 80/2020");
    expect(said(designer)).toContain("uprawnienia projektanta 12/POM/98");
  });
});

describe("how many there are", () => {
  it.each(["ile pozwoleń wydano w 2011 przy ul. Cichej?", "ile pozwoleń wydano w 2011 roku przy Cichej"])(
    "%s: counts what the register has, and says what it could not count",
    async (question) => {
      const found = await ask(question);
      expect(found.outcome).toBe("answered");
      expect(found.withheld).toEqual([]);
      expect(found.claims[0]?.text).toBe(
        "Rejestr „rejestr miejski”: 2 sprawy, rozstrzygnięcie: pozwolenie udzielone, data decyzji w 2011 r., adres: Cicha.",
      );
      expect(found.claims[0]?.citations).toMatchObject([{ kind: "derived", op: "count" }]);
      expect(said(found)).not.toContain("2/2011 z dnia 4 lutego");
      expect(open(found)).toContain("1 sprawa nie ma w rejestrze daty decyzji");
    },
  );

  it("takes a year alone, an outcome, a span of years", async () => {
    expect((await ask("ile odmów wydano w 2011 r.?")).claims[0]?.text).toContain("1 sprawa, rozstrzygnięcie: odmowa");
    expect((await ask("ile pozwoleń wydano w latach 2011 i 2012 przy Cichej?")).claims[0]?.text).toContain("3 sprawy");
  });

  it("is no number at all where nothing is found: silence is not told as zero", async () => {
    expect(await ask("ile pozwoleń wydano w 2005 przy ul. Cichej?")).toMatchObject({
      outcome: "not_found",
      claims: [],
    });
  });

  const over = countOver({
    register: city,
    address: "Cicha",
    from: "2011-01-01",
    to: "2011-12-31",
    outcome: "granted",
  });
  const told =
    "Rejestr „rejestr miejski”: 2 sprawy, rozstrzygnięcie: pozwolenie udzielone, data decyzji w 2011 r., adres: Cicha.";
  const rows = (...numbers: number[]) =>
    numbers.map((row) => ({ register: city, rows: [{ file: `${city}.csv`, row }] }));
  const verdictOf = async (text: string, inputs = rows(1, 3), of = over) => {
    const claim = { text, citations: [{ op: "count" as const, over: of, inputs }] };
    const { claims } = await checkCitations.run({ claims: [claim] }, { archive, access: "all" });
    return claims[0]?.verdict;
  };

  it("is made anew by the check, word for word", async () => {
    expect(await verdictOf(told)).toBe("supported");
    expect(await verdictOf(told, rows(1))).toBe("supported");
    expect(await verdictOf(told.replace("2 sprawy", "3 sprawy"))).not.toBe("supported");
    expect(await verdictOf(told.replace("2011 r.", "2012 r."))).not.toBe("supported");
    expect(await verdictOf(told.replace("pozwolenie udzielone", "odmowa"))).not.toBe("supported");
    expect(await verdictOf(told.replace(", adres: Cicha", ""))).not.toBe("supported");
  });

  it("stands on no row that is not among the counted, and on no query that cannot be read", async () => {
    expect(await verdictOf(told, rows(1, 2))).not.toBe("supported");
    expect(await verdictOf(told, rows(1, 3), "rejestr: inny; adres: Cicha")).not.toBe("supported");
    expect(await verdictOf(told, rows(1, 3), `${over}; kolor: zielony`)).not.toBe("supported");
    expect(parseCountOver(over)).toEqual({
      register: city,
      address: "Cicha",
      from: "2011-01-01",
      to: "2011-12-31",
      outcome: "granted",
    });
  });
});
