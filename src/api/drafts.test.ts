import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createServerApp } from "../app.ts";
import type { DocumentRef } from "../core/document.ts";
import type { Draft } from "../core/draft.ts";
import { TeczkaError } from "../core/errors.ts";
import { cite, claimOf, findingsOf, scriptedAgent } from "./test-support/agent.ts";
import { type TestServices, testServices } from "./test-support/services.ts";

const text = "Decyzja nr 614/2014\nZatwierdzam projekt budowlany i udzielam pozwolenia na budowę.";
let services: TestServices;
let app: ReturnType<typeof createServerApp>;
let ref: DocumentRef;
let clerk: string;
let asker: string;
let gate: PromiseWithResolvers<void>;

beforeEach(async () => {
  gate = Promise.withResolvers();
  gate.resolve();
  services = await testServices({
    run: (...asked) => scriptedAgent(findings, gate.promise).run(...asked),
    resume: async () => undefined,
  });
  app = createServerApp(services);
  ref = await services.add("decyzja.txt", text);
  [clerk, asker] = [await services.token("clerk"), await services.token("asker")];
});
afterEach(() => services.close());

const findings = () =>
  findingsOf([claimOf("c1", "Udzielono pozwolenia.", [cite(ref, text, "udzielam pozwolenia na budowę")])]);

/** One call as a program makes it; the body as JSON, the answer read. */
async function call(method: string, path: string, key: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await app.request(path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as never };
}
const ask = (
  key: string,
  question = "Co z decyzją 614/2014?",
): Promise<{ status: number; headers: Headers; body: Draft }> =>
  call("POST", "/v1/drafts", key, { question }, { prefer: "wait=10" });

describe("asking", () => {
  it("answers at once with id and status, and the draft comes by its own", async () => {
    gate = Promise.withResolvers();
    const asked = await call("POST", "/v1/drafts", clerk, { question: "614/2014?" });
    expect(asked).toMatchObject({ status: 202, body: { id: expect.any(String), status: "running" } });
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
    const late = await call("POST", "/v1/drafts", clerk, { question: "614/2014?" }, { prefer: "wait=1" });
    expect(late).toMatchObject({ status: 202, body: { status: "running" } });
    expect(late.headers.get("preference-applied")).toBe("wait=1");
    gate.resolve();
  });

  it("tells who waits that the draft failed, and why", async () => {
    gate = Promise.withResolvers();
    const down = new TeczkaError("unavailable", "index_down", "Indeks nie odpowiada.", "Uruchom go.");
    gate.reject(down);
    const failed = await ask(clerk);
    expect(failed).toMatchObject({ status: 503, body: { code: "draft_failed" } });
    expect(JSON.stringify(failed.body)).toContain("Indeks nie odpowiada. Uruchom go.");
  });
});

describe("deciding", () => {
  it("gives an answer after approval, and not before", async () => {
    const { body: draft } = await ask(asker);
    expect(draft).not.toHaveProperty("claims");
    expect(await call("GET", `/v1/answers/${draft.id}`, asker)).toMatchObject({ status: 404 });
    const { body: seen } = (await call("GET", `/v1/drafts/${draft.id}`, clerk)) as { body: Draft };
    const decided = await call("POST", `/v1/drafts/${draft.id}/decision`, clerk, {
      decision: "approve",
      hash: seen.hash,
    });
    expect(decided).toMatchObject({ status: 200, body: { status: "approved" } });
    expect(await call("GET", `/v1/answers/${draft.id}`, asker)).toMatchObject({
      status: 200,
      body: { claims: [{ text: "Udzielono pozwolenia." }], sourcesChanged: false },
    });
  });
});
