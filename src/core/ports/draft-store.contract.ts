import { describe, expect, it } from "vitest";
import type { Draft } from "../draft.ts";
import type { AuditEntry, AuditLog, Decision, DraftStore } from "./draft-store.ts";
import { type Harness, hidingOutage } from "./test-support/harness.ts";

/** Drafts and their audit are written together, so a suite needs both. */
export interface DraftDesk {
  drafts: DraftStore;
  audit: AuditLog;
}

type Opened = Harness<DraftDesk>["open"];

const day = (number: number) => `2026-03-${String(number).padStart(2, "0")}T08:00:00.000Z`;

function draftOf(id: string, parts: Partial<Draft> = {}): Draft {
  return {
    id,
    question: "Czy wydano pozwolenie dla działki 87/14?",
    createdAt: day(1),
    askedBy: "portal",
    origin: "api",
    hash: "h1",
    status: "awaiting_approval",
    outcome: "not_found",
    claims: [],
    withheld: [],
    conflicts: [],
    search: { queries: ["działka 87/14"], tools: [], documentsSearched: 3, nearest: [], unreadable: [] },
    labels: [],
    made: { archive: "a", index: "i", software: "teczka" },
    ...parts,
  };
}

function entry(action: string, subject: string, parts: Partial<AuditEntry> = {}): AuditEntry {
  return { at: day(2), actor: "anna", action, subject, ...parts };
}

const approval: Decision = { status: "approved", by: "anna", at: day(2), comment: "Zgodne." };

/** What every draft store and its audit log do, whatever they keep them in. */
export function describeDraftStore(name: string, { open, broken }: Harness<DraftDesk>): void {
  describe(`drafts and audit on ${name}`, () => {
    describeDecisions(open);
    describeDrafts(open);
    describeAudit(open);

    it("tells an outage as an error, never as nothing", async () => {
      const { drafts, audit } = await broken();
      const told = entry("asked", "d_1");
      const hiding = await hidingOutage([
        () => drafts.create(draftOf("d_1"), told),
        () => drafts.save(draftOf("d_1"), "running", told),
        () => drafts.decide("d_1", "awaiting_approval", "h1", approval, told),
        () => drafts.get("d_1"),
        () => drafts.list({}),
        () => drafts.lease("d_1", day(2)),
        () => drafts.abandoned(day(2)),
        () => audit.append(told),
        () => audit.list({}),
      ]);
      expect(hiding).toEqual([]);
    });
  });
}

function describeDecisions(open: Opened): void {
  it("lets exactly one of eight racing decisions through, with exactly its audit entry", async () => {
    const { drafts, audit } = await open();
    await drafts.create(draftOf("d_1"), entry("asked", "d_1"));
    const racers = Array.from(
      { length: 8 },
      (_, at): Decision => ({
        status: at % 2 === 0 ? "approved" : "rejected",
        by: `clerk-${at}`,
        at: day(2),
      }),
    );
    const results = await Promise.allSettled(
      racers.map((decision) =>
        drafts.decide(
          "d_1",
          "awaiting_approval",
          "h1",
          decision,
          entry(decision.status, "d_1", { actor: decision.by }),
        ),
      ),
    );
    const won = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
    expect(won).toHaveLength(1);
    for (const reason of lost) expect(reason).toMatchObject({ kind: "conflict", code: "draft_already_decided" });
    const stored = await drafts.get("d_1");
    expect(stored?.decision).toEqual(won[0]?.decision);
    expect(stored?.draft.status).toBe(won[0]?.decision?.status);
    const told = (await audit.list({ subject: "d_1" })).map(({ actor, action }) => ({ actor, action }));
    expect(told).toEqual([
      { actor: won[0]?.decision?.by, action: won[0]?.decision?.status },
      { actor: "anna", action: "asked" },
    ]);
  });

  it("decides only on the content that was read", async () => {
    const { drafts, audit } = await open();
    await drafts.create(draftOf("d_1"), entry("asked", "d_1"));
    const wrong = drafts.decide("d_1", "awaiting_approval", "h0", approval, entry("approved", "d_1"));
    await expect(wrong).rejects.toMatchObject({ kind: "conflict", code: "draft_hash_mismatch" });
    expect((await drafts.get("d_1"))?.decision).toBeUndefined();
    expect(await audit.list({ subject: "d_1" })).toHaveLength(1);
    const { draft, decision } = await drafts.decide(
      "d_1",
      "awaiting_approval",
      "h1",
      approval,
      entry("approved", "d_1"),
    );
    expect([draft.status, decision]).toEqual(["approved", approval]);
    expect(await drafts.get("d_1")).toEqual({ draft, decision });
  });

  it("decides only from the status it was read in, once, and names who decided before", async () => {
    const { drafts } = await open();
    await drafts.create(draftOf("d_1"), entry("asked", "d_1"));
    const early = drafts.decide("d_1", "running", "h1", approval, entry("approved", "d_1"));
    await expect(early).rejects.toMatchObject({ kind: "conflict" });
    await drafts.decide("d_1", "awaiting_approval", "h1", approval, entry("approved", "d_1"));
    const again = drafts.decide("d_1", "awaiting_approval", "h1", { ...approval, by: "jan" }, entry("approved", "d_1"));
    await expect(again).rejects.toThrow("anna");
    const unknown = drafts.decide("d_0", "awaiting_approval", "h1", approval, entry("approved", "d_0"));
    await expect(unknown).rejects.toMatchObject({ kind: "not_found" });
  });

  it("takes no decision whose audit entry cannot be written", async () => {
    const { drafts, audit } = await open();
    await drafts.create(draftOf("d_1"), entry("asked", "d_1"));
    const untold = entry("approved", "d_1", { actor: null as unknown as string });
    await expect(drafts.decide("d_1", "awaiting_approval", "h1", approval, untold)).rejects.toBeInstanceOf(Error);
    expect((await drafts.get("d_1"))?.draft.status).toBe("awaiting_approval");
    expect(await audit.list({ subject: "d_1" })).toHaveLength(1);
    await drafts.decide("d_1", "awaiting_approval", "h1", approval, entry("approved", "d_1"));
  });
}

function describeDrafts(open: Opened): void {
  it("replaces a draft only while it has the status it was read in", async () => {
    const { drafts, audit } = await open();
    await drafts.create(draftOf("d_1", { status: "running", hash: "" }), entry("asked", "d_1"));
    const made = draftOf("d_1", { outcome: "answered", hash: "h2" });
    await drafts.save(made, "running", entry("drafted", "d_1"));
    expect(await drafts.get("d_1")).toEqual({ draft: made });
    await expect(drafts.save(draftOf("d_1"), "running", entry("drafted", "d_1"))).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(await drafts.get("d_1")).toEqual({ draft: made });
    expect((await audit.list({ subject: "d_1" })).map(({ action }) => action)).toEqual(["drafted", "asked"]);
    await expect(drafts.save(draftOf("d_0"), "running", entry("drafted", "d_0"))).rejects.toMatchObject({
      kind: "not_found",
    });
  });

  it("keeps the first draft of an id", async () => {
    const { drafts } = await open();
    await drafts.create(draftOf("d_1", { question: "pierwsze" }), entry("asked", "d_1"));
    await expect(drafts.create(draftOf("d_1", { question: "drugie" }), entry("asked", "d_1"))).rejects.toBeInstanceOf(
      Error,
    );
    expect((await drafts.get("d_1"))?.draft.question).toBe("pierwsze");
    expect(await drafts.get("' OR 1=1 --")).toBeUndefined();
  });

  it("keeps two questions of the same words apart", async () => {
    const { drafts } = await open();
    for (const id of ["d_1", "d_2"]) await drafts.create(draftOf(id), entry("asked", id));
    await drafts.decide("d_1", "awaiting_approval", "h1", approval, entry("approved", "d_1"));
    expect((await drafts.get("d_2"))?.draft.status).toBe("awaiting_approval");
  });

  it("lists the newest first, by status, origin and asker, and evaluation runs only when asked for", async () => {
    const { drafts } = await open();
    const all = [
      draftOf("d_1", { createdAt: day(1), askedBy: "portal" }),
      draftOf("d_3", { createdAt: day(3), askedBy: "jan", origin: "desk" }),
      draftOf("d_2", { createdAt: day(2), status: "running" }),
      draftOf("d_4", { createdAt: day(4), origin: "eval" }),
    ];
    for (const draft of all) await drafts.create(draft, entry("asked", draft.id));
    const ids = async (filter: Parameters<DraftStore["list"]>[0]) =>
      (await drafts.list(filter)).map(({ draft }) => draft.id);
    expect(await ids({})).toEqual(["d_3", "d_2", "d_1"]);
    expect(await ids({ limit: 1 })).toEqual(["d_3"]);
    expect(await ids({ status: "running" })).toEqual(["d_2"]);
    expect(await ids({ askedBy: "portal" })).toEqual(["d_2", "d_1"]);
    expect(await ids({ origin: "eval" })).toEqual(["d_4"]);
    expect(await ids({ origin: "desk", status: "running" })).toEqual([]);
  });

  it("knows a running draft as abandoned when nobody holds it any more", async () => {
    const { drafts } = await open();
    await drafts.create(draftOf("d_1", { status: "running" }), entry("asked", "d_1"), day(10));
    for (const id of ["d_2", "d_3"]) await drafts.create(draftOf(id, { status: "running" }), entry("asked", id));
    await drafts.lease("d_2", day(5));
    const abandoned = async (now: string) => (await drafts.abandoned(now)).map(({ id }) => id).sort();
    expect(await abandoned(day(7))).toEqual(["d_2", "d_3"]);
    await drafts.save(draftOf("d_2"), "running", entry("drafted", "d_2"));
    await drafts.lease("d_2", day(1));
    expect(await abandoned(day(11))).toEqual(["d_1", "d_3"]);
  });
}

function describeAudit(open: Opened): void {
  it("gives back what was appended, newest first, by subject and actor", async () => {
    const { audit } = await open();
    const entries = [
      entry("signed_in", "session-1", { at: day(3) }),
      entry("saw", "d_1", { at: day(1), detail: { pages: [1, 2], żółć: "tak" } }),
      entry("saw", "d_1", { at: day(1), actor: "jan" }),
    ];
    for (const one of entries) await audit.append(one);
    expect(await audit.list({})).toEqual([...entries].reverse());
    expect(await audit.list({ subject: "d_1", actor: "anna" })).toEqual([entries[1]]);
    expect(await audit.list({ limit: 1 })).toEqual([entries[2]]);
    expect(await audit.list({ subject: "d_9" })).toEqual([]);
  });
}
