import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SqlCheckpointer } from "../../src/adapters/sql/checkpointer.ts";
import type { SqlDatabase } from "../../src/adapters/sql/database.ts";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import type { Actor } from "../../src/core/access.ts";
import { TeczkaError } from "../../src/core/errors.ts";
import type { Archive } from "../../tools/tool.ts";
import { createPermitClerk } from "./agent.ts";
import { createGraph } from "./graph.ts";
import { archiveOf, takeIn } from "./test-support/archive.ts";
import { decision, finality, hostile, neighbour } from "./test-support/papers.ts";

const clerk: Actor = { id: "clerk-1", role: "clerk", access: "all" };
const software = "teczka 0.0.0";
const question = "614/2014 ostateczna? od kiedy";
const thread = (id: string) => ({ configurable: { thread_id: id } });

let folder: string;
let database: SqlDatabase;
let archive: Archive;
const open: SqlDatabase[] = [];

/** What another process sees: the same file through a connection, graph and agent of its own. */
async function anotherProcess(outage?: Partial<Archive>) {
  const own = await openSqlite(join(folder, "teczka.db"));
  open.push(own);
  // Graphs take a saver with versions of any type, but their type says numbers.
  const checkpointer = new SqlCheckpointer(own) as unknown as BaseCheckpointSaver;
  const options = { archive: { ...archiveOf(own), ...outage }, checkpointer, software };
  return { agent: createPermitClerk(options), graph: createGraph(options), ...options };
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "teczka-agent-"));
  database = await openSqlite(join(folder, "teczka.db"));
  open.push(database);
  archive = archiveOf(database);
  await takeIn(archive, [decision, finality, neighbour]);
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  rmSync(folder, { recursive: true });
});

describe("the pause before approval", () => {
  it("stops the graph, and another process ends it", async () => {
    const first = await anotherProcess();
    const findings = await first.agent.run({ id: "d1", question }, clerk);
    expect(findings.outcome).toBe("answered");
    expect((await first.graph.getState(thread("d1"))).next).toEqual(["await_approval"]);

    const second = await anotherProcess();
    await second.agent.resume("d1", "approved");
    const after = await second.graph.getState(thread("d1"));
    expect(after.next).toEqual([]);
    expect(after.values.decision).toBe("approved");
    expect(after.values.gathered?.evidence).toEqual([]);
  });

  it("gives the same findings again instead of asking anew", async () => {
    const first = await anotherProcess();
    const findings = await first.agent.run({ id: "d1", question }, clerk);
    const second = await anotherProcess();
    expect(await second.agent.run({ id: "d1", question }, clerk)).toEqual(findings);
  });

  it("tells a thread that never paused nothing", async () => {
    const { agent, graph } = await anotherProcess();
    await agent.resume("unknown", "cancelled");
    expect((await graph.getState(thread("unknown"))).values).toEqual({});
  });
});

describe("a process that dies on the way", () => {
  it("is gone on from its checkpoint, without gathering again", async () => {
    const dying = await anotherProcess();
    const config = { configurable: { thread_id: "d1", access: clerk.access }, interruptBefore: ["check" as const] };
    await dying.graph.invoke({ question }, config);
    expect((await dying.graph.getState(thread("d1"))).next).toEqual(["check"]);

    // What was gathered is in the checkpoint: the passage index is not asked again.
    const mute = { ...archive.passages, search: () => Promise.reject(new Error("asked again")) };
    const next = await anotherProcess({ passages: mute });
    const findings = await next.agent.run({ id: "d1", question }, clerk);
    expect(findings.outcome).toBe("answered");
    expect(findings.claims[0]?.text).toContain("3 kwietnia 2014");
  });
});

describe("an outage", () => {
  const outage = new TeczkaError("unavailable", "store_down", "Magazyn nie odpowiada.", "Uruchom go.");

  it.each([
    ["documents", { list: () => Promise.reject(outage) }],
    ["register", { find: () => Promise.reject(outage) }],
  ] as const)("of the %s is an error and never an absence", async (room, broken) => {
    const { agent } = await anotherProcess({ [room]: { ...archive[room], ...broken } });
    await expect(agent.run({ id: "d1", question }, clerk)).rejects.toBe(outage);
  });

  it("of the index is an error for a question in words", async () => {
    const passages = { ...archive.passages, search: () => Promise.reject(outage) };
    const { agent } = await anotherProcess({ passages });
    await expect(agent.run({ id: "d1", question: "stawki opłaty skarbowej za pełnomocnictwo" }, clerk)).rejects.toBe(
      outage,
    );
  });
});

describe("access labels", () => {
  const secret = {
    ...finality,
    path: "AB.6740.1.234.2014/05 tajne.txt",
    labels: ["poufne"],
    text: finality.text.replace("3 kwietnia", "4 kwietnia"),
  };

  it("keep a paper out of claims, proof and counts of whoever lacks them", async () => {
    await takeIn(archive, [secret]);
    const { agent } = await anotherProcess();
    const outsider: Actor = { id: "o", role: "clerk", access: { labels: [] } };
    const told = await agent.run({ id: "d1", question }, outsider);
    expect(JSON.stringify(told)).not.toContain("tajne");
    expect(told.search.documentsSearched).toBe(3);
    const insider = await agent.run({ id: "d2", question }, { ...outsider, access: { labels: ["poufne"] } });
    expect(JSON.stringify(insider.claims)).toContain("tajne");
    expect(insider.labels).toEqual(["poufne"]);
  });

  it("are asked of whoever sees the draft, too, when a paper is only near to an answer", async () => {
    const text = "Notatka służbowa. Hasło do sejfu brzmi kwazar purpurowy i nie wolno go nikomu podawać.";
    await takeIn(archive, [{ path: "notatki/sejf.txt", labels: ["poufne"], text }]);
    const { agent } = await anotherProcess();
    const asked = { id: "d1", question: "Kto zmienił kolor drzwi sejfu purpurowego w kwazarze?" };
    const told = await agent.run(asked, { id: "i", role: "clerk", access: { labels: ["poufne"] } });
    expect(told.claims).toEqual([]);
    expect(JSON.stringify(told.search.nearest)).toContain("notatki/sejf.txt");
    expect(told.labels).toEqual(["poufne"]);
  });
});

describe("orders inside a paper", () => {
  it("change nothing", async () => {
    const before = await (await anotherProcess()).agent.run(
      { id: "d1", question: "co rozstrzyga dec 614/2014" },
      clerk,
    );
    await takeIn(archive, [hostile]);
    const { agent, graph } = await anotherProcess();
    const after = await agent.run({ id: "d2", question: "co rozstrzyga dec 614/2014" }, clerk);
    expect(after.claims.map(({ text }) => text)).toEqual(before.claims.map(({ text }) => text));
    expect((await graph.getState(thread("d2"))).next).toEqual(["await_approval"]);
  });
});
