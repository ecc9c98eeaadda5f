import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findingsOf, scriptedAgent } from "../api/test-support/agent.ts";
import { type TestServices, testServices } from "../api/test-support/services.ts";
import { createServerApp } from "../app.ts";
import { entryOf, file, streamOf } from "../core/ports/test-support/register-entries.ts";
import { hasChromium, openChromium, serveOnLoopback } from "./test-support/chromium.ts";

const attack = `<script>document.title='pwned'</script>"><img src=x onerror="document.title='pwned'">`;
const long = "AbcdefghijklmnopqrstuvwxyzAbcdefghijklmnopqrstuvwxyz".repeat(20);
const paths = [
  "/permits",
  "/permits?number=77/2011",
  "/registers",
  "/history?number=77/2011",
  "/conflicts",
  "/documents",
];

describe.skipIf(!hasChromium)("the register in Chromium (skipped where /usr/bin/chromium is absent)", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let services: TestServices;
  let server: Awaited<ReturnType<typeof serveOnLoopback>>;
  let complaints: string[];

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    services = await testServices(scriptedAgent(() => findingsOf([])));
    const hostile = { kind: attack, address: attack, investor: attack, category: attack, fields: { [attack]: long } };
    await services.archive.register.replaceFile(
      file("rwdz.csv"),
      streamOf([
        entryOf(1, "plain", { number: "614/2014", date: "2014-03-12" }),
        entryOf(2, "hostile", { number: "77/2011", date: "2011-05-05", description: `${attack}${long}`, ...hostile }),
      ]),
    );
    server = await serveOnLoopback(createServerApp(services));
    await open({});
  });
  afterEach(async () => {
    await context.close();
    await server.close();
    await services.close();
  });

  /** A signed-in page of a browser of this kind. */
  async function open(kind: Parameters<Browser["newContext"]>[0]) {
    await context?.close();
    context = await browser.newContext({ baseURL: server.url, locale: "pl-PL", ...kind });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    const link = await services.keys.createLink({ id: "clerk-1", role: "clerk", access: { labels: [] } });
    await page.goto(`/sign-in?link=${link}`);
    await page.getByRole("button", { name: "Zaloguj się" }).click();
    await page.getByRole("heading", { name: "O co zapytać archiwum?" }).waitFor();
  }

  it("is looked up by the keyboard, from the field at fault to the rows of the case", async () => {
    await page.goto("/permits");
    await page.getByLabel("Numer decyzji").focus();
    await page.keyboard.type("abc");
    await page.keyboard.press("Enter");
    await page.getByText("Niczego nie sprawdzono").waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("number");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("614/14");
    await page.keyboard.press("Enter");
    await page.getByText("Decyzja nr 614/2014 z 12 marca 2014 r.").waitFor();
    expect(new URL(page.url()).search).toBe("?number=614%2F14");
    await page.locator("summary", { hasText: "Źródło: RWDZ" }).focus();
    await page.keyboard.press("Enter");
    expect(await page.getByRole("rowheader", { name: "numer_decyzji_urzedu" }).isVisible()).toBe(true);
    expect(complaints.filter((text) => !text.includes("400"))).toEqual([]);
  });

  it("runs nothing that a register says, and keeps it within the width of a telephone, without JavaScript too", async () => {
    for (const kind of [{}, { javaScriptEnabled: false }]) {
      await open({ ...kind, viewport: { width: 400, height: 800 } });
      for (const path of paths) {
        await page.goto(path);
        for (const summary of await page.locator("main summary").all()) await summary.click();
        const overflow = await page.locator("body").evaluate((body) => body.scrollWidth - body.clientWidth);
        expect([path, overflow]).toEqual([path, 0]);
        expect(await page.title()).not.toBe("pwned");
        expect(await page.locator("img").count()).toBe(0);
      }
      expect(complaints).toEqual([]);
    }
  });
});
