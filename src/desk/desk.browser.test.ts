import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cite, claimOf, findingsOf, scriptedAgent } from "../api/test-support/agent.ts";
import { type TestServices, testServices } from "../api/test-support/services.ts";
import { createServerApp } from "../app.ts";
import type { DocumentRef } from "../core/document.ts";
import { hasChromium, openChromium, serveOnLoopback } from "./test-support/chromium.ts";

const quote = "udzielam pozwolenia na budowę garażu";
const text = `Decyzja nr 614/2014\nZatwierdzam projekt budowlany i ${quote}.\n<img src=x onerror="document.title='pwned'">`;
const attack = `<script>document.title='pwned'</script>"><img src=x onerror="document.title='pwned'">`;

describe.skipIf(!hasChromium)("the desk in Chromium (skipped where /usr/bin/chromium is absent)", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let services: TestServices;
  let server: Awaited<ReturnType<typeof serveOnLoopback>>;
  let ref: DocumentRef;
  let gate: Promise<void>;
  let complaints: string[];

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    gate = Promise.resolve();
    const found = () => findingsOf([claimOf("c1", "Udzielono pozwolenia na garaż.", [cite(ref, text, quote)])]);
    services = await testServices({
      run: (...asked) => scriptedAgent(found, gate).run(...asked),
      resume: async () => undefined,
    });
    ref = await services.add("decyzja.txt", text, [], `Decyzja ${attack}`);
    server = await serveOnLoopback(createServerApp(services));
    context = await browser.newContext({ baseURL: server.url, locale: "pl-PL" });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await signIn();
  });
  afterEach(async () => {
    await context.close();
    await server.close();
    await services.close();
  });

  async function signIn() {
    const link = await services.keys.createLink({ id: "clerk-1", role: "clerk", access: { labels: [] } });
    await page.goto(`/sign-in?link=${link}`);
    await page.getByRole("button", { name: "Zaloguj się" }).click();
    await page.getByRole("heading", { name: "O co zapytać archiwum?" }).waitFor();
  }

  async function ask(question: string) {
    await page.goto("/");
    await page.getByLabel("Pytanie").fill(question);
    await page.getByRole("button", { name: "Zapytaj" }).click();
    await page.waitForURL("**/drafts/*");
  }

  it("asks, shows the quote marked on its page, approves, and gives the answer to paste", async () => {
    await ask("Co z decyzją 614/2014?");
    expect(await page.locator("mark").textContent()).toBe(quote);
    await page.locator("figcaption a").click();
    expect(await page.locator("mark").textContent()).toBe(quote);
    await page.goBack();
    await page.getByRole("button", { name: "Zatwierdź odpowiedź" }).click();
    await page.getByText("Odpowiedź zatwierdzona").waitFor();
    expect(await page.getByLabel("Tekst odpowiedzi").inputValue()).toContain("1. Udzielono pozwolenia na garaż.");
    await page.getByRole("button", { name: "Kopiuj" }).click();
    await page.getByText(/Skopiowano|Ctrl\+C/u).waitFor();
    expect(complaints).toEqual([]);
  });

  it("works by the keyboard alone", async () => {
    await page.keyboard.type("Co z decyzją 614/2014?");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL("**/drafts/*");
    await page.getByLabel("Powód odrzucenia").focus();
    await page.keyboard.type("Nie ta decyzja");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Odrzucony:").waitFor();
    expect(await page.getByRole("status").first().textContent()).toContain("„Nie ta decyzja”");
    expect(await page.getByRole("button", { name: "Zatwierdź odpowiedź" }).count()).toBe(0);
  });

  it("shows a draft as soon as it is made, and lets no one wait before a page that stands still", async () => {
    const opened = Promise.withResolvers<void>();
    gate = opened.promise;
    await ask("Co z decyzją 614/2014?");
    await page.getByText("Teczka szuka odpowiedzi").waitFor();
    opened.resolve();
    await page.getByText("Udzielono pozwolenia na garaż.").waitFor();
    expect(await page.getByText("Teczka szuka odpowiedzi").count()).toBe(0);
  });

  it("runs nothing that a question, a title or a page of a document says", async () => {
    await ask(`${attack} 614/2014`);
    const draft = page.url();
    for (const path of [draft, "/drafts", "/", "/documents", `/documents/${ref.id}`, `/documents/${ref.id}/pages/1`]) {
      await page.goto(path);
      expect(await page.title()).not.toBe("pwned");
      expect(await page.locator("img").count()).toBe(0);
      expect(complaints).toEqual([]);
    }
  });

  it("works without JavaScript, at the width of a telephone", async () => {
    const state = await context.storageState();
    const plain = await browser.newContext({
      baseURL: server.url,
      storageState: state,
      javaScriptEnabled: false,
      viewport: { width: 400, height: 800 },
    });
    page = await plain.newPage();
    await ask("Co z decyzją 614/2014?");
    const overflow = await page.locator("body").evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "Zatwierdź odpowiedź" }).click();
    await page.getByText("Odpowiedź zatwierdzona").waitFor();
    await plain.close();
  });
});
