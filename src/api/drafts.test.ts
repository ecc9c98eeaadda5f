import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createServerApp } from "../app.ts";
import type { DocumentRef } from "../core/document.ts";
import { answerSchema, type Draft } from "../core/draft.ts";
import { TeczkaError } from "../core/errors.ts";
import { cite, claimOf, findingsOf, scriptedAgent } from "./test-support/agent.ts";
import { type Client, clientOf, type Reply } from "./test-support/client.ts";
import { type TestServices, testServices } from "./test-support/services.ts";

const text = "Decyzja nr 614/2014\nZatwierdzam projekt budowlany i udzielam pozwolenia na budowę.";
let services: TestServices;
let call: Client;
let ref: DocumentRef;
let clerk: string;
let asker: string;
let gate: PromiseWithResolvers<void>;
let sample: boolean;

const findings = () =>
  findingsOf([claimOf("c1", "Udzielono pozwolenia.", [cite(ref, text, "udzielam pozwolenia na budowę")])]);

beforeEach(async () => {
  sample = false;
  gate = Promise.withResolvers();
  gate.resolve();
  const agent = {
    run: (...asked: Parameters<ReturnType<typeof scriptedAgent>["run"]>) =>
      scriptedAgent(findings, gate.promise).run(...asked),
    resume: async () => undefined,
  };
  services = await testServices(agent, { sample: async () => sample });
  call = clientOf(createServerApp(services));
  ref = await services.add("decyzja.txt", text);
  [clerk, asker] = [await services.token("clerk"), await services.token("asker")];
});
afterEach(() => services.close());

const ask = (key: string, question = "Co z decyzją 614/2014?"): Promise<Reply<Draft>> =>
  call("POST", "/v1/drafts", key, { question }, { prefer: "wait=10" });
const decide = (id: string, body: unknown, key = clerk) => call("POST", `/v1/drafts/${id}/decision`, key, body);
/** Asked and ready to be decided. */
const ready = async (): Promise<Draft> => (await ask(clerk)).body;

describe("asking", () => {
  it("answers at once with id and status, and the draft comes by its own", async () => {
    gate = Promise.withResolvers();
    const asked = await call("POST", "/v1/drafts", clerk, { question: "614/2014?" });
    expect(asked).toMatchObject({ status: 202, body: { id: expect.any(String) as string, status: "running" } });
    const path = asked.headers.get("location") ?? "";
    expect(await call("GET", path, clerk)).toMatchObject({ status: 200, body: { status: "running" } });
    gate.resolve();
    await expect.poll(async () => (await call("GET", path, clerk)).body).toMatchObject({ status: "awaiting_approval" });
  });

  it("waits as long as the caller prefers, and no longer", async () => {
    expect(await ask(clerk)).toMatchObject({
      status: 201,
      body: { status: "awaiting_approval", outcome: "answered", claims: [{ text: "Udzielono pozwolenia." }] },
    });
    gate = Promise.withResolvers();
    const late = await call(
      "POST",
      "/v1/drafts",
      clerk,
      { question: "614/2014?" },
      { prefer: "respond-async, wait=1" },
    );
    expect(late).toMatchObject({ status: 202, body: { status: "running" } });
    expect(late.headers.get("preference-applied")).toBe("wait=1");
    gate.resolve();
  });

  it("has a Worker live on until a draft that nobody waits for is made", async () => {
    gate = Promise.withResolvers();
    const told: Promise<unknown>[] = [];
    const worker = {
      waitUntil: (work: Promise<unknown>) => told.push(work),
      passThroughOnException: () => undefined,
      props: {},
    };
    const headers = { authorization: `Bearer ${clerk}`, "content-type": "application/json" };
    const body = JSON.stringify({ question: "614/2014?" });
    const response = await createServerApp(services).request(
      "/v1/drafts",
      { method: "POST", headers, body },
      {},
      worker,
    );
    expect(response.status).toBe(202);
    gate.resolve();
    await Promise.all(told);
    expect((await call("GET", "/v1/drafts", clerk)).body).toMatchObject([{ status: "awaiting_approval" }]);
  });

  it("tells who waits that the draft failed, and why", async () => {
    gate = Promise.withResolvers();
    gate.reject(new TeczkaError("unavailable", "index_down", "Indeks nie odpowiada.", "Uruchom go."));
    const failed = await ask(clerk);
    expect(failed).toMatchObject({ status: 503, body: { code: "draft_failed" } });
    expect(JSON.stringify(failed.body)).toContain("Indeks nie odpowiada. Uruchom go.");
    expect(await call("GET", "/v1/drafts?status=failed", clerk)).toMatchObject({ body: [{ status: "failed" }] });
  });

  it("refuses a question that is empty, too long, or none", async () => {
    for (const [question, code] of [
      ["  ", "question_empty"],
      ["a".repeat(100_000), "question_too_long"],
      [7, "body_invalid"],
    ]) {
      expect(await call("POST", "/v1/drafts", clerk, { question })).toMatchObject({ status: 400, body: { code } });
    }
    expect((await call("GET", "/v1/drafts", clerk)).body).toEqual([]);
  });

  it("keeps runs of an evaluation out of the queue, and tells them when asked for", async () => {
    await ask(await services.token("evaluator"));
    expect((await call("GET", "/v1/drafts", clerk)).body).toEqual([]);
    expect((await call("GET", "/v1/drafts?origin=eval", clerk)).body).toMatchObject([{ origin: "eval" }]);
  });

  it("marks a draft over the sample archive", async () => {
    expect((await ready()) as object).not.toHaveProperty("sample");
    sample = true;
    const { id, hash, ...draft } = await ready();
    expect(draft).toMatchObject({ sample: true });
    await decide(id, { decision: "approve", hash });
    expect(await call("GET", `/v1/answers/${id}`, clerk)).toMatchObject({ body: { sample: true } });
    expect((await call("GET", "/v1/drafts", clerk)).body).toMatchObject([{ sample: true }, { sample: true }]);
  });
});

describe("listing", () => {
  it("filters by status, newest first", async () => {
    const [first, second] = [await ready(), await ready()];
    await decide(first.id, { decision: "reject", hash: first.hash });
    const ids = async (query: string) =>
      (await call<Draft[]>("GET", `/v1/drafts${query}`, clerk)).body.map(({ id }) => id);
    expect(await ids("")).toEqual([second.id, first.id]);
    expect(await ids("?status=rejected")).toEqual([first.id]);
    expect(await ids("?limit=1")).toEqual([second.id]);
  });

  it("refuses a status or limit that there is not", async () => {
    for (const query of ["?status=done", "?limit=0", "?limit=many", "?origin=moon"]) {
      expect(await call("GET", `/v1/drafts${query}`, clerk)).toMatchObject({
        status: 400,
        body: { code: "query_invalid", detail: expect.stringContaining("Parametr") as string },
      });
    }
  });
});

describe("deciding", () => {
  it("gives an answer after approval, and not before; an asker reads the claims only then", async () => {
    const { body: draft } = await ask(asker);
    expect(draft).toMatchObject({ status: "awaiting_approval", outcome: "answered" });
    expect(JSON.stringify(draft)).not.toContain("Udzielono");
    const answer = `/v1/answers/${draft.id}`;
    expect(await call("GET", answer, asker)).toMatchObject({ status: 404, body: { code: "answer_unknown" } });
    const { hash } = (await call<Draft>("GET", `/v1/drafts/${draft.id}`, clerk)).body;
    const approved = await decide(draft.id, { decision: "approve", hash, comment: "zgadza się" });
    expect(approved).toMatchObject({ status: 200, body: { status: "approved", decision: { comment: "zgadza się" } } });
    const fetched = await call("GET", answer, asker);
    expect(fetched).toMatchObject({
      status: 200,
      body: { outcome: "answered", claims: [{ text: "Udzielono pozwolenia." }], hash, sourcesChanged: false },
    });
    expect(answerSchema.parse(fetched.body)).toMatchObject({ id: draft.id });
    expect((await call("GET", `/v1/drafts/${draft.id}`, asker)).body).toHaveProperty("claims.0.text");
  });

  it("refuses a wrong hash and a second decision, and changes nothing by them", async () => {
    const { id, hash } = await ready();
    const wrong = await decide(id, { decision: "approve", hash: "0".repeat(64) });
    expect(wrong).toMatchObject({ status: 409, body: { code: "draft_hash_mismatch" } });
    expect(await decide(id, { decision: "approve", hash })).toMatchObject({ status: 200 });
    const second = await decide(id, { decision: "reject", hash });
    expect(second).toMatchObject({ status: 409, body: { code: "draft_already_decided" } });
    expect(await call("GET", `/v1/answers/${id}`, clerk)).toMatchObject({ status: 200 });
  });

  it("refuses to approve what rests on a page that has changed, and marks what was approved before", async () => {
    const [before, after] = [await ready(), await ready()];
    await decide(before.id, { decision: "approve", hash: before.hash });
    await services.add("decyzja.txt", `${text}\nDopisek.`);
    expect(await decide(after.id, { decision: "approve", hash: after.hash })).toMatchObject({
      status: 409,
      body: { code: "sources_changed" },
    });
    expect(await call("GET", `/v1/answers/${before.id}`, clerk)).toMatchObject({ body: { sourcesChanged: true } });
  });

  it("says that revising is not possible yet", async () => {
    const { id, hash } = await ready();
    expect(await decide(id, { decision: "revise", hash })).toMatchObject({
      status: 501,
      body: { code: "revise_unsupported" },
    });
  });

  it("refuses a decision that is none, and one on an unknown draft", async () => {
    const { id, hash } = await ready();
    expect(await decide(id, { decision: "maybe", hash })).toMatchObject({
      status: 400,
      body: { code: "body_invalid" },
    });
    expect(await decide(id, { decision: "approve" })).toMatchObject({ status: 400 });
    for (const role of ["asker", "evaluator"] as const) {
      const { id: other } = (await ask(await services.token(role))).body;
      expect(await decide(other, { decision: "approve", hash }, await services.token("evaluator"))).toMatchObject({
        status: 403,
      });
    }
    expect(await decide("d_none", { decision: "approve", hash })).toMatchObject({ status: 404 });
  });
});

describe("cancelling", () => {
  it("stops a draft that is in the making, and is no way to end it twice", async () => {
    gate = Promise.withResolvers();
    const { body } = await call<Draft>("POST", "/v1/drafts", asker, { question: "614/2014?" });
    const path = `/v1/drafts/${body.id}`;
    expect(await call("DELETE", path, asker)).toMatchObject({ status: 200, body: { status: "cancelled" } });
    expect(await call("DELETE", path, asker)).toMatchObject({ status: 409 });
    expect(await call("DELETE", path, await services.token("asker"))).toMatchObject({ status: 404 });
  });
});

describe("the audit", () => {
  it("tells who asked, saw and decided, to an administrator", async () => {
    const { id, hash } = await ready();
    await decide(id, { decision: "approve", hash });
    const { body } = await call<{ actor: string; action: string }[]>(
      "GET",
      `/v1/audit?subject=${id}`,
      await services.token("admin"),
    );
    expect(body.map(({ action }) => action)).toEqual(["approved", "saw", "drafted", "asked"]);
    expect(body[0]?.actor).toMatch(/^clerk-/u);
    expect(await call("GET", "/v1/audit", clerk)).toMatchObject({ status: 403 });
  });
});
