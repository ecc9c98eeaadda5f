import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAuditLog } from "../../adapters/sql/audit-log.ts";
import type { SqlDatabase } from "../../adapters/sql/database.ts";
import { createDocumentStore } from "../../adapters/sql/document-store.ts";
import { createDraftStore } from "../../adapters/sql/draft-store.ts";
import { createPermitRegister } from "../../adapters/sql/register-store.ts";
import { openSqlite } from "../../adapters/sqlite/open.ts";
import { randomSecrets, timeSortedIds } from "../../surroundings.ts";
import type { Actor } from "../access.ts";
import { sha256Hex } from "../canonical-json.ts";
import type { DocumentRef, PreparedDocument } from "../document.ts";
import { TeczkaError } from "../errors.ts";
import type { DraftAgent, DraftFindings } from "../ports/draft-agent.ts";
import { createDraftService, type DraftService } from "./draft-service.ts";

const clerk: Actor = { id: "clerk-1", role: "clerk", access: { labels: ["poufne"] } };
const asker: Actor = { id: "portal-1", role: "asker", access: { labels: ["poufne"] } };
const evaluator: Actor = { id: "eval-1", role: "evaluator", access: "all" };
const pageText = "Decyzja nr 614/2014\nZatwierdzam projekt budowlany i udzielam pozwolenia na budowę.";

let database: SqlDatabase;
let time: Date;
let ref: DocumentRef;
let beats: (() => void)[];

beforeEach(async () => {
  database = await openSqlite(":memory:");
  time = new Date("2026-11-24T10:00:00.000Z");
  beats = [];
  ref = await store(pageText, "a");
});
afterEach(() => database.close());

describe("asking", () => {
  it("gives a draft that awaits approval and names its hash", async () => {
    const draft = await service(scripted()).ask("  614/2014?  ", clerk, "cli");
    expect(draft).toMatchObject({
      question: "614/2014?",
      status: "awaiting_approval",
      outcome: "answered",
      askedBy: "clerk-1",
    });
    expect(draft).toHaveProperty("hash", expect.stringMatching(/^[0-9a-f]{64}$/u));
    expect(await actionsOn(draft.id)).toEqual(["asked", "drafted"]);
  });

  it.each([
    [" \n ", "question_empty"],
    ["decyzja \u0000 614/2014", "question_not_text"],
    ["decyzja \ud800", "question_not_text"],
    ["a".repeat(100_000), "question_too_long"],
  ])("refuses an empty question, one of 100,000 characters, and what is no text", async (question, code) => {
    await expect(service(scripted()).ask(question, clerk, "cli")).rejects.toMatchObject({ kind: "invalid", code });
  });

  it("keeps a failure of the agent with the draft and throws it", async () => {
    const outage = new TeczkaError("unavailable", "index_down", "Indeks nie odpowiada.", "Uruchom go.");
    const drafts = service({ ...scripted(), run: () => Promise.reject(outage) });
    await expect(drafts.ask("614/2014?", clerk, "cli")).rejects.toBe(outage);
    const [failed] = await drafts.list({}, clerk);
    expect(failed).toMatchObject({ status: "failed", note: "Indeks nie odpowiada. Uruchom go." });
    expect(failed).not.toHaveProperty("outcome");
  });

  it("answers at once when it is started, and is running until the agent is done", async () => {
    const gate = Promise.withResolvers<void>();
    const drafts = service(scripted(gate.promise));
    const { draft, done } = await drafts.start("614/2014?", clerk, "api");
    expect(draft.status).toBe("running");
    gate.resolve();
    await done;
    expect((await drafts.get(draft.id, clerk)).status).toBe("awaiting_approval");
  });

  it("stops an agent whose draft another process has cancelled", async () => {
    const gate = Promise.withResolvers<void>();
    const here = service(scripted(gate.promise));
    const { draft, done } = await here.start("614/2014?", clerk, "api");
    await service(scripted()).cancel(draft.id, clerk);
    for (const beat of beats) beat();
    await done;
    expect((await here.get(draft.id, clerk)).status).toBe("cancelled");
  });
});

describe("who sees what", () => {
  it("shows an asker how a draft stands, and claims only after approval", async () => {
    const drafts = service(scripted());
    const before = await drafts.ask("614/2014?", asker, "api");
    expect(before).toMatchObject({ status: "awaiting_approval", outcome: "answered" });
    expect(JSON.stringify(before)).not.toContain("udzielam");
    expect(before).not.toHaveProperty("hash");
    const { hash } = (await drafts.list({}, clerk))[0] as { hash: string };
    await drafts.decide(before.id, { decision: "approve", hash }, clerk);
    const after = await drafts.get(before.id, asker);
    expect(after).toHaveProperty("claims.0.text", "Udzielono pozwolenia.");
    expect(after).not.toHaveProperty("withheld");
  });

  it("hides a draft of another asker, and one whose labels are not held", async () => {
    const drafts = service(scripted());
    const { id } = await drafts.ask("614/2014?", clerk, "cli");
    const stranger: Actor = { ...clerk, id: "clerk-2", access: { labels: [] } };
    for (const actor of [asker, stranger]) {
      await expect(drafts.get(id, actor)).rejects.toMatchObject({ kind: "not_found", code: "draft_unknown" });
      expect(await drafts.list({}, actor)).toEqual([]);
    }
    expect(await drafts.get(id, evaluator)).toHaveProperty("claims.0.verdict", "supported");
  });
});

describe("deciding", () => {
  const ready = async (agent = scripted()) => {
    const drafts = service(agent);
    const { id, hash } = (await drafts.ask("614/2014?", clerk, "cli")) as { id: string; hash: string };
    return { drafts, id, hash };
  };

  it("releases an answer by approval, and not before", async () => {
    const { drafts, id, hash } = await ready();
    await expect(drafts.answer(id, clerk)).rejects.toMatchObject({ code: "answer_unknown" });
    await drafts.decide(id, { decision: "approve", hash, comment: "zgadza się" }, clerk);
    expect(await drafts.answer(id, clerk)).toMatchObject({ id, hash, approvedBy: "clerk-1", sourcesChanged: false });
  });

  it("refuses a wrong hash, a second decision, a role that may not, and an unknown id", async () => {
    const { drafts, id, hash } = await ready();
    const approve = (actor: Actor, named = hash, draft = id) =>
      drafts.decide(draft, { decision: "approve", hash: named }, actor);
    await expect(approve(clerk, "0".repeat(64))).rejects.toMatchObject({
      kind: "conflict",
      code: "draft_hash_mismatch",
    });
    await expect(approve(evaluator)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(approve(clerk, hash, "d_none")).rejects.toMatchObject({ kind: "not_found" });
    await approve(clerk);
    await expect(approve({ ...clerk, id: "clerk-2" })).rejects.toMatchObject({
      kind: "conflict",
      code: "draft_already_decided",
      message: expect.stringContaining("clerk-1, 24 listopada 2026 r., 10:00 UTC") as string,
    });
  });

  it("lets one of two racing decisions through", async () => {
    const { drafts, id, hash } = await ready();
    const other = service(scripted());
    const decisions = await Promise.allSettled([
      drafts.decide(id, { decision: "approve", hash }, clerk),
      other.decide(id, { decision: "reject", hash }, clerk),
    ]);
    expect(decisions.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("does not approve what rests on a page that reads otherwise now, and marks what was approved before", async () => {
    const first = await ready();
    const second = await ready();
    await first.drafts.decide(first.id, { decision: "approve", hash: first.hash }, clerk);
    await store(`${pageText}\nDopisek.`, "b");
    await expect(
      second.drafts.decide(second.id, { decision: "approve", hash: second.hash }, clerk),
    ).rejects.toMatchObject({
      kind: "conflict",
      code: "sources_changed",
    });
    expect(await first.drafts.answer(first.id, clerk)).toMatchObject({ sourcesChanged: true });
    await second.drafts.decide(second.id, { decision: "reject", hash: second.hash }, clerk);
  });

  it("approves though the agent cannot be told, and says so in the audit", async () => {
    const { drafts, id, hash } = await ready({
      ...scripted(),
      resume: () => Promise.reject(new Error("no checkpoint")),
    });
    const decided = await drafts.decide(id, { decision: "approve", hash }, clerk);
    expect(decided.status).toBe("approved");
    expect(await actionsOn(id)).toEqual(["asked", "drafted", "approved", "resume_failed"]);
  });

  it("cancels what is not decided yet", async () => {
    const { drafts, id, hash } = await ready();
    expect((await drafts.cancel(id, clerk)).status).toBe("cancelled");
    await expect(drafts.decide(id, { decision: "approve", hash }, clerk)).rejects.toMatchObject({
      code: "draft_already_decided",
    });
  });
});

describe("recovering", () => {
  it("runs again, with the asker's own access, what a dead process has left", async () => {
    const dead = service({ ...scripted(), run: () => new Promise(() => undefined) });
    const { draft } = await dead.start("614/2014?", asker, "api");
    const seen: Actor[] = [];
    const alive = service({ ...scripted(), run: (asked, actor) => (seen.push(actor), scripted().run(asked, actor)) });
    expect(await alive.recover()).toBe(0);
    time = new Date(time.getTime() + 60_000);
    expect(await alive.recover()).toBe(1);
    expect(seen).toEqual([asker]);
    expect((await alive.get(draft.id, clerk)).status).toBe("awaiting_approval");
  });

  it("gives up a question that fells its process again and again", async () => {
    const deadly = service({ ...scripted(), run: () => new Promise(() => undefined) });
    const { draft } = await deadly.start("614/2014?", clerk, "api");
    const rounds = [1, 2, 3];
    for (const _ of rounds) {
      time = new Date(time.getTime() + 60_000);
      const recovery = deadly.recover();
      await Promise.race([recovery, new Promise(setImmediate)]);
    }
    expect((await deadly.get(draft.id, clerk)).status).toBe("failed");
  });
});

function service(agent: DraftAgent): DraftService {
  return createDraftService({
    drafts: createDraftStore(database),
    audit: createAuditLog(database),
    agent,
    sources: { documents: createDocumentStore(database), register: createPermitRegister(database) },
    clock: { now: () => time },
    ids: timeSortedIds,
    ticker: { every: (_, beat) => (beats.push(beat), () => undefined) },
    software: "teczka 0.0.0",
    onLost: (_, error) => {
      throw error;
    },
  });
}

/** An agent that finds one thing, once `gate` is open. */
function scripted(gate?: Promise<void>): DraftAgent {
  return {
    run: async (_, __, signal) => {
      const stopped = new Promise<never>((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(new Error("stopped")));
      });
      await (gate ? Promise.race([gate, stopped]) : undefined);
      return findings();
    },
    resume: async () => undefined,
  };
}

function findings(): DraftFindings {
  const quote = "udzielam pozwolenia na budowę";
  const start = pageText.indexOf(quote);
  return {
    outcome: "answered",
    claims: [
      {
        id: "c1",
        text: "Udzielono pozwolenia.",
        verdict: "supported",
        reasons: [],
        citations: [
          {
            kind: "passage",
            document: ref,
            page: 1,
            quote,
            start,
            end: start + quote.length,
            pageTextSha256: sha256Hex(pageText),
            headingPath: [],
          },
        ],
      },
    ],
    withheld: [],
    conflicts: [],
    search: { queries: ["614/2014"], tools: ["look_up_permits"], documentsSearched: 1, nearest: [], unreadable: [] },
    labels: ["poufne"],
    made: { archive: "a", index: "i", software: "teczka 0.0.0" },
  };
}

async function store(text: string, sha256: string): Promise<DocumentRef> {
  const documents = createDocumentStore(database);
  const document: PreparedDocument = {
    id: "decyzja",
    fileName: "decyzja.txt",
    path: "decyzja.txt",
    sha256,
    format: "text",
    reader: randomSecrets.tail(),
    labels: ["poufne"],
    kind: "permit_decision",
    facts: [],
    passages: [],
    pages: [{ number: 1, text, textSha256: sha256Hex(text) }],
  };
  const staged = await documents.stage(document);
  await documents.publish(staged);
  return staged;
}

async function actionsOn(id: string): Promise<string[]> {
  const entries = await createAuditLog(database).list({ subject: id });
  return entries.map(({ action }) => action).reverse();
}
