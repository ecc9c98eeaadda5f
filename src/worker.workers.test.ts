import { reset } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import type { ExecutionContext } from "hono";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openD1 } from "./adapters/d1/open.ts";
import { createDocumentStore } from "./adapters/sql/document-store.ts";
import { createDraftStore } from "./adapters/sql/draft-store.ts";
import { createPassageIndex } from "./adapters/sql/passage-index.ts";
import { createTextReader } from "./adapters/text/text-reader.ts";
import { sha256Hex } from "./core/canonical-json.ts";
import type { Answer, Draft } from "./core/draft.ts";
import { prepare } from "./ingest/prepare.ts";
import { createWorkerServices } from "./wiring-worker.ts";
import worker from "./worker.ts";

const decision = `STAROSTA OLSZAŃSKI
Olszany, dnia 12 marca 2014 r.
AB.6740.1.234.2014.JK

DECYZJA Nr 614/2014

Na podstawie art. 28 ustawy z dnia 7 lipca 1994 r. – Prawo budowlane zatwierdzam projekt budowlany i udzielam
pozwolenia na budowę budynku mieszkalnego jednorodzinnego na działce nr 87/14, obręb Górka, przy ul. Lipowej 4.

UZASADNIENIE

Inwestor złożył wniosek wraz z czterema egzemplarzami projektu budowlanego.`;

const question = "Czy wydano pozwolenie na budowę dla działki 87/14?";

const isolate = () => createWorkerServices(env.DB, () => undefined);
const operator = { id: "operator", role: "admin", access: "all" } as const;
let key: string;

/** D1 as the fill leaves it: a key, and documents published and indexed. */
async function fill(): Promise<void> {
  // What the Worker under test did once for its isolate is gone with the reset of D1.
  await isolate().prepare();
  key = (await isolate().services.keys.createToken({ role: "admin", labels: [], name: "worker" }, operator)).token;
  const database = openD1(env.DB);
  const documents = createDocumentStore(database);
  const passages = createPassageIndex(database);
  const bytes = new TextEncoder().encode(decision);
  const file = {
    fileName: "decyzja.txt",
    path: "AB.6740.1.234.2014/decyzja.txt",
    sha256: sha256Hex(decision),
    labels: [],
  };
  const prepared = await prepare(file, bytes, [createTextReader()]);
  const ref = await documents.stage(prepared);
  await passages.put(ref, prepared);
  await documents.publish(ref);
}

async function call(path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await exports.default.fetch(`https://teczka.test${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.clone().text(), headers: response.headers };
}

async function json<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
  return JSON.parse((await call(path, body, headers)).text) as T;
}

beforeEach(async () => {
  vi.restoreAllMocks();
  await reset();
  await fill();
});

describe("the Worker", () => {
  it("asks, is interrupted, approves in a later request and gives the answer", async () => {
    const asked = await call("/v1/drafts", { question }, { prefer: "wait=25" });
    expect({ status: asked.status, text: asked.text }).toMatchObject({ status: 201 });
    const draft = JSON.parse(asked.text) as Draft;
    expect(draft).toMatchObject({ status: "awaiting_approval", outcome: "answered", withheld: [] });
    const [citation] = draft.claims[0]?.citations ?? [];
    expect(citation).toMatchObject({ kind: "passage", page: 1, document: { fileName: "decyzja.txt" } });
    expect(decision).toContain(citation?.kind === "passage" ? citation.quote : "nothing");

    expect((await call(`/v1/answers/${draft.id}`)).status).toBe(404);
    const wrong = await call(`/v1/drafts/${draft.id}/decision`, { decision: "approve", hash: "0".repeat(64) });
    expect(wrong.status).toBe(409);
    const approved = await json<Draft>(`/v1/drafts/${draft.id}/decision`, { decision: "approve", hash: draft.hash });
    expect(approved.status).toBe("approved");
    const again = await call(`/v1/drafts/${draft.id}/decision`, { decision: "approve", hash: draft.hash });
    expect(again.status).toBe(409);

    const answer = await json<Answer>(`/v1/answers/${draft.id}`);
    expect(answer).toMatchObject({
      question,
      hash: draft.hash,
      approvedBy: expect.stringMatching(/^worker-/u),
      sourcesChanged: false,
    });
    expect(answer.claims).toEqual(draft.claims);
  });

  it("lets an isolate that never saw the question take the decision, and end the paused graph", async () => {
    const clerk = { id: "anna", role: "clerk", access: "all" } as const;
    const draft = await isolate().services.drafts.ask(question, clerk, "api");
    const hash = "hash" in draft ? draft.hash : "";
    const decided = await isolate().services.drafts.decide(draft.id, { decision: "approve", hash }, clerk);
    expect(decided.status).toBe("approved");
    const audit = await json<{ action: string }[]>(`/v1/audit?subject=${draft.id}`);
    expect(audit.map(({ action }) => action)).not.toContain("resume_failed");
    expect((await isolate().services.drafts.answer(draft.id, clerk)).approvedBy).toBe("anna");
  });

  it("goes on with a draft after its request was answered", async () => {
    const { id, status } = await json<{ id: string; status: string }>("/v1/drafts", { question });
    expect(status).toBe("running");
    await expect
      .poll(async () => (await json<Draft>(`/v1/drafts/${id}`)).status, { timeout: 20_000 })
      .toBe("awaiting_approval");
  });

  it("takes up, on schedule, a draft whose isolate went away on the way", async () => {
    const at = "2026-03-01T08:00:00.000Z";
    const draft: Draft = {
      id: "d_left",
      question,
      createdAt: at,
      askedBy: "anna",
      origin: "api",
      hash: "",
      status: "running",
      outcome: "not_found",
      claims: [],
      withheld: [],
      conflicts: [],
      labels: [],
      search: { queries: [], tools: [], documentsSearched: 0, nearest: [], unreadable: [] },
      made: { archive: "", index: "", software: "" },
    };
    const asked = { at, actor: "anna", action: "asked", subject: draft.id, detail: { role: "clerk", access: "all" } };
    await createDraftStore(openD1(env.DB)).create(draft, asked);
    const work: Promise<unknown>[] = [];
    const context = { waitUntil: (promise: Promise<unknown>) => void work.push(promise) };
    await worker.scheduled(undefined, env, context as ExecutionContext);
    await Promise.all(work);
    expect(await json<Draft>(`/v1/drafts/${draft.id}`)).toMatchObject({
      status: "awaiting_approval",
      outcome: "answered",
    });
  });

  it("says how much it searched when it finds nothing", async () => {
    const draft = await json<Draft>(
      "/v1/drafts",
      { question: "Co ustalono w sprawie wyciągu narciarskiego?" },
      { prefer: "wait=25" },
    );
    expect(draft).toMatchObject({ outcome: "not_found", claims: [], search: { documentsSearched: 1 } });
  });

  it("serves the desk, and nobody without a key", async () => {
    const page = await exports.default.fetch("https://teczka.test/sign-in");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<html lang="pl"');
    expect((await call("/v1/documents", undefined, { authorization: "Bearer tk_other" })).status).toBe(401);
  });

  it("refuses to take documents in: ingest is not a matter of Workers", async () => {
    const form = new FormData();
    form.append("file", new File([decision], "inna.txt"));
    const response = await exports.default.fetch("https://teczka.test/v1/documents", {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
      body: form,
    });
    expect(response.status).toBe(501);
  });

  it("tells an outage of D1 as 503, and is not ready", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await openD1(env.DB).batch([{ sql: "DROP TABLE index_postings", parameters: [] }]);
    expect((await call("/v1/search?q=pozwolenie")).status).toBe(503);
    expect((await call("/readyz")).status).toBe(503);
    expect((await call("/healthz")).status).toBe(200);
    expect(log).toHaveBeenCalled();
  });
});
