import { afterEach, beforeEach, expect, it } from "vitest";
import type { PropertyHistory } from "../../tools/property-history.ts";
import { createServerApp } from "../app.ts";
import { findingsOf, scriptedAgent } from "./test-support/agent.ts";
import { type Client, clientOf } from "./test-support/client.ts";
import { type TestServices, testServices } from "./test-support/services.ts";

const paper = (number: string, day: string, operative: string) =>
  `STAROSTA BRZEGOWSKI\nBrzegowo, dnia ${day}\n\nDECYZJA Nr ${number}\n\n${operative}`;
let services: TestServices;
let call: Client;

beforeEach(async () => {
  services = await testServices(scriptedAgent(() => findingsOf([])));
  call = clientOf(createServerApp(services));
  const permit = "udzielam pozwolenia na budowę garażu na działce nr 87/14";
  const repeal = "uchylam decyzję nr 614/2014 z dnia 12 marca 2014 r.";
  await services.add("a/decyzja.txt", paper("614/2014", "12 marca 2014 r.", permit));
  await services.add("b/uchylenie.txt", paper("9/2016", "4 lutego 2016 r.", repeal), ["poufne"]);
});
afterEach(() => services.close());

it("tells the history of a decision on a day, within the labels of the key", async () => {
  const codes = async (key: string, on: string) => {
    const { body } = await call<PropertyHistory>("GET", `/v1/history?number=614/14&on=${on}`, key);
    return body.decisions.map(({ number, status }) => `${number} ${status.code}`);
  };
  const clerk = await services.token("clerk");
  const trusted = await services.token("clerk", ["poufne"]);
  expect(await codes(clerk, "1.01.2017")).toEqual(["614/2014 finality_unknown"]);
  expect(await codes(trusted, "1.01.2017")).toEqual(["614/2014 repealed", "9/2016 finality_unknown"]);
  expect(await codes(trusted, "2015-01-01")).toEqual(["614/2014 finality_unknown", "9/2016 not_issued"]);
});

it("asks of exactly one thing, that can be read, and takes no day for today", async () => {
  const clerk = await services.token("clerk");
  for (const [query, code] of [
    ["", "query_invalid"],
    ["?parcel=87/14&number=614/2014", "query_invalid"],
    ["?number=jutro", "query_unreadable"],
    ["?parcel=87/14&on=kiedys", "query_unreadable"],
  ])
    expect(await call("GET", `/v1/history${query}`, clerk)).toMatchObject({ status: 400, body: { code } });
  const { body } = await call<PropertyHistory>("GET", "/v1/history?parcel=87/14", clerk);
  expect(body.on).toMatch(/^20\d\d-\d\d-\d\d$/u);
  expect(body.events.map(({ number }) => number)).toEqual(["614/2014"]);
});

it("is not for programs that may only ask", async () => {
  expect(await call("GET", "/v1/history?parcel=87/14", await services.token("asker"))).toMatchObject({ status: 403 });
});
