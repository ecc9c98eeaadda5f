import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createServerApp } from "../app.ts";
import { TeczkaError } from "../core/errors.ts";
import { findingsOf, scriptedAgent } from "./test-support/agent.ts";
import { signedIn } from "./test-support/browser.ts";
import { type Client, clientOf } from "./test-support/client.ts";
import { type TestServices, testServices } from "./test-support/services.ts";

let services: TestServices;
let app: ReturnType<typeof createServerApp>;
let call: Client;
let clerk: string;

beforeEach(async () => {
  services = await testServices(scriptedAgent(() => findingsOf([])));
  app = createServerApp(services);
  call = clientOf(app);
  clerk = await services.token("clerk");
});
afterEach(() => services.close());

describe("who comes in", () => {
  it("asks everyone for a key or a session", async () => {
    const routes = [
      "drafts",
      "drafts/d_1",
      "answers/d_1",
      "documents",
      "search?q=a",
      "permits?number=1/1",
      "audit",
      "nothing",
    ];
    for (const route of routes) {
      const refused = await call("GET", `/v1/${route}`);
      expect(refused).toMatchObject({ status: 401, body: { code: "not_signed_in", status: 401 } });
      expect(refused.headers.get("www-authenticate")).toBe('Bearer realm="teczka"');
    }
  });

  it("refuses a wrong key even beside a good session, a link as a key, and a revoked key", async () => {
    const { cookie } = await signedIn(app, services, "clerk");
    expect(await call("GET", "/v1/drafts", undefined, undefined, { cookie })).toMatchObject({ status: 200 });
    const link = await services.keys.createLink({ id: "x", role: "clerk", access: { labels: [] } });
    const { token, key } = await services.keys.createToken(
      { role: "clerk", labels: [] },
      { id: "a", role: "admin", access: "all" },
    );
    await services.keys.revoke(key.id, { id: "a", role: "admin", access: "all" });
    for (const wrong of ["nonsense", link, token]) {
      const refused = await call("GET", "/v1/drafts", wrong, undefined, { cookie });
      expect(refused).toMatchObject({ status: 401, body: { code: "key_unknown" } });
    }
    expect(await call("GET", "/v1/drafts", undefined, undefined, { authorization: "Basic YTpi" })).toMatchObject({
      status: 401,
    });
  });

  it("lets each role do what it is for", async () => {
    const table: [method: string, path: string, allowed: string][] = [
      ["GET", "/v1/documents", "clerk evaluator admin"],
      ["POST", "/v1/documents", "clerk admin"],
      ["GET", "/v1/search?q=a", "clerk evaluator admin"],
      ["GET", "/v1/permits?number=1/2014", "clerk evaluator admin"],
      ["POST", "/v1/citations/check", "clerk evaluator admin"],
      ["GET", "/v1/audit", "admin"],
      ["GET", "/v1/drafts", "asker clerk evaluator admin"],
      ["POST", "/v1/drafts", "asker clerk evaluator admin"],
    ];
    for (const role of ["asker", "clerk", "evaluator", "admin"] as const) {
      const key = await services.token(role);
      for (const [method, path, allowed] of table) {
        const { status } = await call(method, path, key);
        expect([role, method, path, status === 403]).toEqual([role, method, path, !allowed.split(" ").includes(role)]);
      }
    }
  });

  it("does nothing by a session's cookie that another site sends along", async () => {
    const { cookie } = await signedIn(app, services, "clerk");
    const form = new FormData();
    form.set("file", new File(["x"], "x.txt"));
    const foreign = { cookie, origin: "http://localhost:3000" };
    for (const [method, path, body] of [
      ["POST", "/v1/documents", form],
      ["DELETE", "/v1/drafts/d_1", undefined],
    ] as const) {
      const refused = await call(method, path, undefined, body, foreign);
      expect(refused).toMatchObject({ status: 403, body: { code: "cross_site_request" } });
    }
    const simple = { ...foreign, "content-type": "text/plain" };
    expect(await call("POST", "/v1/drafts", undefined, '{"question":"?"}', simple)).toMatchObject({ status: 403 });
    expect(await services.drafts.list({}, { id: "a", role: "admin", access: "all" })).toEqual([]);
  });
});

describe("what goes wrong", () => {
  it("is a problem in Polish with a code and a hint", async () => {
    const unknown = await call("PUT", "/v1/drafts", clerk);
    expect(unknown.headers.get("content-type")).toBe("application/problem+json");
    expect(unknown).toMatchObject({
      status: 404,
      body: {
        type: "urn:teczka:problem:path_unknown",
        title: "Nie znaleziono",
        status: 404,
        detail: "Pod adresem PUT /v1/drafts nic nie ma.",
        code: "path_unknown",
        hint: expect.stringContaining("Sprawdź") as string,
      },
    });
  });

  it("tells malformed JSON, another kind of content and a body that is too large apart", async () => {
    const json = { "content-type": "application/json; charset=utf-8" };
    expect(await call("POST", "/v1/drafts", clerk, "{", json)).toMatchObject({
      status: 400,
      body: { code: "json_malformed" },
    });
    expect(await call("POST", "/v1/drafts", clerk, "", json)).toMatchObject({ status: 400 });
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"]) {
      expect(await call("POST", "/v1/drafts", clerk, "{}", { "content-type": type })).toMatchObject({
        status: 415,
        body: { code: "content_type_wrong" },
      });
    }
    const question = "a".repeat(2 * 1024 * 1024);
    expect(await call("POST", "/v1/drafts", clerk, { question })).toMatchObject({
      status: 413,
      body: { code: "body_too_large" },
    });
  });

  it("is never an empty list when the store is down", async () => {
    const down = new TeczkaError("unavailable", "store_unreachable", "Magazyn /var/x nie odpowiada.", "Uruchom go.");
    services.archive.passages.search = () => Promise.reject(down);
    expect(await call("GET", "/v1/search?q=a", clerk)).toMatchObject({
      status: 503,
      body: { code: "store_unreachable", detail: "Magazyn /var/x nie odpowiada." },
    });
    expect(services.reported).toEqual([down]);
  });

  it("hides from the caller an error that no one foresaw, and reports it", async () => {
    const error = new Error("secret of the house");
    services.archive.documents.list = () => Promise.reject(error);
    const failed = await call("GET", "/v1/documents", clerk);
    expect(failed).toMatchObject({ status: 500, body: { code: "internal" } });
    expect(JSON.stringify(failed.body)).not.toContain("secret");
    expect(services.reported).toEqual([error]);
  });
});

describe("health", () => {
  it("is open and tells nothing of the archive", async () => {
    expect(await call("GET", "/healthz")).toMatchObject({ status: 200, body: { status: "ok" } });
    expect(await call("GET", "/readyz")).toMatchObject({ status: 200, body: { status: "ready" } });
    const down = new TeczkaError("unavailable", "store_unreachable", "Magazyn /var/x nie odpowiada.", "Uruchom go.");
    const broken = clientOf(createServerApp({ ...services, ready: () => Promise.reject(down) }));
    const unready = await broken("GET", "/readyz");
    expect(unready).toMatchObject({ status: 503, body: { code: "not_ready" } });
    expect(JSON.stringify(unready.body)).not.toContain("/var/x");
  });
});

describe("headers", () => {
  it("let nothing keep, frame or guess at what the API says", async () => {
    const { headers } = await call("GET", "/v1/drafts", clerk);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});
