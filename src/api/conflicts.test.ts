import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FoundConflicts } from "../../tools/find-conflicts.ts";
import { createServerApp } from "../app.ts";
import { findingsOf, scriptedAgent } from "./test-support/agent.ts";
import { type Client, clientOf } from "./test-support/client.ts";
import { type TestServices, testServices } from "./test-support/services.ts";

const head = `STAROSTA BRZEGOWSKI\nZnak sprawy: AB.6740.1.234.2014.JK\nBrzegów, dnia 12 marca 2014 r.\n\n`;
const decision = `${head}DECYZJA Nr 614/2014\n\nzatwierdzam projekt budowlany i udzielam pozwolenia na budowę na działce nr 87/14.`;
const finality = `${head}POŚWIADCZENIE OSTATECZNOŚCI\n\nDecyzja nr 614/2014 z dnia 13 marca 2014 r. stała się ostateczna z dniem 2 kwietnia 2014 r.`;

let services: TestServices;
let call: Client;
beforeEach(async () => {
  services = await testServices(scriptedAgent(() => findingsOf([])));
  call = clientOf(createServerApp(services));
  await services.add("sprawy/decyzja.txt", decision);
  await services.add("sprawy/klauzula.txt", finality, ["poufne"]);
});
afterEach(() => services.close());

describe("GET /v1/conflicts", () => {
  const told = async (query: string, key: string) =>
    (await call<FoundConflicts>("GET", `/v1/conflicts${query}`, key)).body;

  it("gives both sides with their places to whoever may see both papers, and writes it down", async () => {
    const key = await services.token("evaluator", ["poufne"]);
    const { conflicts, documents, next } = await told("", key);
    expect(conflicts).toMatchObject([
      {
        case: { signature: "AB.6740.1.234.2014.JK" },
        field: "date",
        values: [
          { value: "2014-03-12", citation: { kind: "passage", document: { path: "sprawy/decyzja.txt" } } },
          { value: "2014-03-13", citation: { kind: "passage", document: { path: "sprawy/klauzula.txt" } } },
        ],
      },
    ]);
    expect([documents, next]).toEqual([{ done: 2, all: 2 }, undefined]);
    expect(await services.audit.list({ subject: "conflicts" })).toMatchObject([
      { action: "searched", detail: { hits: 1 } },
    ]);
  });

  it("gives no trace of a paper to whoever may not see it", async () => {
    const key = await services.token("clerk");
    for (const query of ["", "?signature=AB.6740.1.234.2014", "?number=614/2014"])
      expect(await told(query, key)).toEqual({ conflicts: [], withheld: [], documents: { done: 1, all: 1 } });
  });

  it("goes through the archive in parts", async () => {
    const key = await services.token("clerk", ["poufne"]);
    expect(await told("?documents=1", key)).toMatchObject({ conflicts: [{ field: "date" }], next: 1 });
    expect(await told("?documents=1&from=1", key)).toMatchObject({ conflicts: [], documents: { done: 2, all: 2 } });
  });

  it("is closed to programs that ask, and names what it cannot read", async () => {
    expect(await call("GET", "/v1/conflicts", await services.token("asker"))).toMatchObject({ status: 403 });
    const key = await services.token("clerk");
    expect(await call("GET", "/v1/conflicts?number=abc", key)).toMatchObject({
      status: 400,
      body: { code: "query_unreadable" },
    });
    expect(await call("GET", "/v1/conflicts?field=colour", key)).toMatchObject({
      status: 400,
      body: { code: "query_invalid" },
    });
  });
});
