import { afterEach, beforeEach, expect, it } from "vitest";
import { findingsOf, scriptedAgent } from "../api/test-support/agent.ts";
import { signedIn, type Visitor } from "../api/test-support/browser.ts";
import { type TestServices, testServices } from "../api/test-support/services.ts";
import { createServerApp } from "../app.ts";

/** A draft in the making, and the person who asked. */
let services: TestServices;
let clerk: Visitor;
let draft: string;
let done: Promise<void>;
let gate: PromiseWithResolvers<void>;

beforeEach(async () => {
  gate = Promise.withResolvers();
  services = await testServices(scriptedAgent(() => findingsOf([]), gate.promise));
  clerk = await signedIn(createServerApp(services), services, "clerk");
  const asked = await services.drafts.start(
    "614/2014?",
    { id: "clerk-1", role: "clerk", access: { labels: [] } },
    "desk",
  );
  draft = `/drafts/${asked.draft.id}`;
  done = asked.done;
});
afterEach(() => services.close());

it("says that it goes on, and has a browser without JavaScript look again", async () => {
  const { text: page } = await clerk.get(draft);
  expect(page).toContain("Teczka szuka odpowiedzi");
  expect(page).toContain('<noscript><meta http-equiv="refresh" content="3"></noscript>');
  gate.resolve();
  await done;
  const { text: made } = await clerk.get(draft);
  expect(made).toContain("Nie znaleziono odpowiedzi w archiwum");
  expect(made).not.toContain("http-equiv");
});

it("is cancelled by its asker", async () => {
  expect(await clerk.post(`${draft}/cancel`, {})).toMatchObject({ status: 303 });
  await done;
  const { text: page } = await clerk.get(draft);
  expect(page).toContain("Pytanie anulowano.");
  expect(page).not.toContain("Anuluj pytanie");
  expect(await clerk.post(`${draft}/cancel`, {})).toMatchObject({ status: 409 });
  expect((await clerk.get("/drafts?status=cancelled")).text).toContain("614/2014?");
});
