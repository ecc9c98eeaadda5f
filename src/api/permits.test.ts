import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createServerApp } from "../app.ts";
import type { PermitCase } from "../core/permit.ts";
import { entryOf, file, streamOf } from "../core/ports/test-support/register-entries.ts";
import { findingsOf, scriptedAgent } from "./test-support/agent.ts";
import { type Client, clientOf, type Reply } from "./test-support/client.ts";
import { type TestServices, testServices } from "./test-support/services.ts";

let services: TestServices;
let call: Client;
let clerk: string;

beforeEach(async () => {
  services = await testServices(scriptedAgent(() => findingsOf([])));
  call = clientOf(createServerApp(services));
  clerk = await services.token("clerk");
  const entries = Array.from({ length: 25 }, (_, at) =>
    entryOf(at + 1, `k${at}`, {
      number: `${at + 1}/2014`,
      date: `2014-01-${String(at + 1).padStart(2, "0")}`,
      category: "I",
    }),
  );
  await services.archive.register.replaceFile(file("a.csv"), streamOf(entries));
});
afterEach(() => services.close());

describe("GET /v1/permits", () => {
  it("gives every case once when the links to the next page are followed", async () => {
    const numbers: (string | null)[] = [];
    const pages: string[] = [];
    let next: string | undefined = "/v1/permits?category=kat.%20I&sort=newest&limit=10";
    while (next) {
      pages.push(next);
      const { status, body, headers }: Reply<PermitCase[]> = await call("GET", next, clerk);
      expect({ status, total: headers.get("x-total-count") }).toEqual({ status: 200, total: "25" });
      numbers.push(...body.map(({ number }) => number));
      next = /<([^>]+)>; rel="next"/u.exec(headers.get("link") ?? "")?.[1];
    }
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, at) => `${25 - at}/2014`));
    expect(pages).toHaveLength(3);
    const { headers } = await call("GET", pages[2] ?? "", clerk);
    expect(headers.get("link")).toBe(`<${pages[1]?.replace("%20", "+")}>; rel="prev"`);
  });

  it.each([
    "permits?parcel=87/14&form=2014",
    "history?parcel=87/14&onn=2014-01-01",
    "conflicts?page=2",
    "search?q=a&lim=1",
  ])("refuses a parameter that it does not know, and names it: %s", async (path) => {
    const { status, body } = await call<{ detail: string }>("GET", `/v1/${path}`, clerk);
    expect(status).toBe(400);
    expect(body.detail).toMatch(/form|onn|page|lim/u);
  });

  it("takes days as officers write them, and tells of no other page where there is none", async () => {
    const { body, headers } = await call<PermitCase[]>("GET", "/v1/permits?from=10.01.2014&to=2014-01-11", clerk);
    expect(body.map(({ date }) => date)).toEqual(["2014-01-10", "2014-01-11"]);
    expect([headers.get("x-total-count"), headers.get("link")]).toEqual(["2", null]);
  });

  it.each([
    ["category=dom", "query_unreadable"],
    ["from=2015&to=2014", "query_unreadable"],
    ["register=inny", "query_unreadable"],
    ["outcome=tak", "query_invalid"],
    ["category=I&sort=random", "query_invalid"],
    ["category=I&offset=-1", "query_invalid"],
    ["sort=newest", "query_empty"],
  ])("refuses %s", async (query, code) => {
    expect(await call("GET", `/v1/permits?${query}`, clerk)).toMatchObject({ status: 400, body: { code } });
  });
});
