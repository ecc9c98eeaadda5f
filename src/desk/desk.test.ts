import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cite, claimOf, findingsOf, scriptedAgent } from "../api/test-support/agent.ts";
import { signedIn, type Visitor, visitor } from "../api/test-support/browser.ts";
import { type TestServices, testServices } from "../api/test-support/services.ts";
import { createServerApp } from "../app.ts";
import type { DocumentRef } from "../core/document.ts";
import { TeczkaError } from "../core/errors.ts";
import type { DraftFindings } from "../core/ports/draft-agent.ts";

const quote = "udzielam pozwolenia na budowę";
const text = `Decyzja nr 614/2014\nZatwierdzam projekt budowlany i ${quote} <b>garażu</b>.`;

let services: TestServices;
let app: ReturnType<typeof createServerApp>;
let ref: DocumentRef;
let clerk: Visitor;
let sample: boolean;
let found: () => DraftFindings;

beforeEach(async () => {
  sample = false;
  found = () => findingsOf([claimOf("c1", "Udzielono pozwolenia.", [cite(ref, text, quote)])]);
  services = await testServices(
    scriptedAgent(() => found()),
    { sample: async () => sample },
  );
  app = createServerApp(services);
  ref = await services.add("sprawy/decyzja.txt", text, [], "Decyzja <script>alert(1)</script>");
  clerk = await signedIn(app, services, "clerk");
});
afterEach(() => services.close());

/** Asks and gives the address of the draft. */
async function ask(question = "Co z decyzją 614/2014?", by = clerk): Promise<string> {
  const { status, headers } = await by.post("/drafts", { question });
  expect(status).toBe(303);
  return headers.get("location") ?? "";
}

function hashIn(page: string): string {
  return /name="hash" value="([0-9a-f]{64})"/u.exec(page)?.[1] ?? "";
}

describe("signing in", () => {
  it("leaves a link unused when it is only looked at, and lets it in once", async () => {
    const link = await services.keys.createLink({ id: "admin-1", role: "admin", access: "all" });
    const nobody = visitor(app, "");
    for (const _ of ["prefetch", "person"]) {
      const page = await nobody.get(`/sign-in?link=${link}`);
      expect(page).toMatchObject({ status: 200 });
      expect(page.text).toContain(`value="${link}"`);
      expect(page.headers.get("set-cookie")).toBeNull();
    }
    const entered = await nobody.post("/sign-in", { secret: link, next: "/drafts?status=all" });
    expect(entered).toMatchObject({ status: 303 });
    expect(entered.headers.get("location")).toBe("/drafts?status=all");
    expect(entered.headers.get("set-cookie")).toMatch(/HttpOnly.*SameSite=Strict/u);
    expect(await nobody.post("/sign-in", { secret: link })).toMatchObject({ status: 401 });
  });

  it("takes a key as well, and sends nobody to a foreign page", async () => {
    const token = await services.token("clerk");
    for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      const entered = await visitor(app, "").post("/sign-in", { secret: ` ${token} `, next });
      expect(entered.headers.get("location")).toBe("/");
    }
  });

  it("asks who comes without a session to sign in, and ends it on the way out", async () => {
    const page = await visitor(app, "").get("/drafts?status=all");
    expect(page.headers.get("location")).toBe("/sign-in?next=%2Fdrafts%3Fstatus%3Dall");
    expect(await visitor(app, "").post("/drafts", { question: "?" })).toMatchObject({ status: 401 });
    expect(await clerk.get("/drafts")).toMatchObject({ status: 200 });
    expect(await clerk.post("/sign-out", {})).toMatchObject({ status: 303 });
    expect(await clerk.get("/drafts")).toMatchObject({ status: 303 });
  });

  it("does nothing for a form of another site", async () => {
    const draft = await ask();
    const hash = hashIn((await clerk.get(draft)).text);
    const decide = await clerk.post(`${draft}/decision`, { decision: "approve", hash }, "http://localhost:3000");
    expect(decide).toMatchObject({ status: 403, text: expect.stringContaining("innej strony") as string });
    expect(await clerk.post("/sign-out", {}, "https://evil.example")).toMatchObject({ status: 403 });
    expect((await clerk.get(draft)).text).toContain("czeka na decyzję");
  });
});

describe("a draft", () => {
  it("shows each claim with its source and the quote marked in the page around it", async () => {
    const { text: page } = await clerk.get(await ask());
    expect(page).toContain("Udzielono pozwolenia.");
    expect(page).toContain(`Zatwierdzam projekt budowlany i <mark>${quote}</mark> &lt;b&gt;garażu&lt;/b&gt;.`);
    expect(page).toContain(`/documents/${ref.id}/pages/1?version=1&amp;start=`);
  });

  it("keeps what was withheld apart, with its reasons, and shows conflicts with both quotes", async () => {
    const citation = cite(ref, text, "614/2014");
    const stopped = {
      ...claimOf("w1", "Odmówiono pozwolenia.", [citation]),
      verdict: "contradicted" as const,
      reasons: [{ code: "outcome", detail: "Cytat mówi o udzieleniu, a nie o odmowie." }],
    };
    const fields = { numer_decyzji: "614/2014", "<i>": "<img src=x>" };
    const row = {
      kind: "register" as const,
      register: { name: "RWDZ", sha256: "0" },
      rows: [{ file: "r.csv", row: 7 }],
      fields,
    };
    found = () =>
      findingsOf([claimOf("c1", "Udzielono pozwolenia.", [cite(ref, text, quote)])], {
        withheld: [stopped],
        conflicts: [
          {
            field: "date",
            values: [
              { value: "2014-03-12", citation },
              { value: "2014-03-21", citation: row },
            ],
          },
        ],
      });
    const { text: page } = await clerk.get(await ask());
    const [answer = "", withheld = ""] = page.split("Zatrzymane – nie wejdą do odpowiedzi");
    expect(answer).not.toContain("Odmówiono pozwolenia.");
    expect(withheld).toContain("Odmówiono pozwolenia.");
    expect(withheld).toContain("Cytat mówi o udzieleniu, a nie o odmowie.");
    expect(answer).toContain("data decyzji");
    expect(answer).toContain("r.csv, wiersz 7");
    expect(answer).toContain("&lt;img src=x&gt;");
  });

  it("proves that nothing was found", async () => {
    const nearest = [{ document: ref, page: 1, text: "Decyzja nr 614/2014", why: "Inny numer decyzji." }];
    const unreadable = [{ document: ref, page: 3, reason: "no_text_layer" }];
    const search = { ...findingsOf([]).search, queries: ["615/2014"], documentsSearched: 212, nearest, unreadable };
    found = () => findingsOf([], { search });
    const { text: page } = await clerk.get(await ask());
    for (const told of [
      "Nie znaleziono odpowiedzi",
      "212 dokumentów",
      "„615/2014”",
      "Inny numer decyzji.",
      "skan bez warstwy",
    ]) {
      expect(page).toContain(told);
    }
  });

  it("escapes whatever a question or a document says", async () => {
    const draft = await ask('<img src=x onerror="alert(1)"> 614/2014');
    for (const path of [draft, "/drafts", "/", `/documents/${ref.id}`, "/documents", `/documents/${ref.id}/pages/1`]) {
      const { status, text: page } = await clerk.get(path);
      expect(status).toBe(200);
      expect(page).not.toContain("<script>alert");
      expect(page).not.toContain("<img src=x");
    }
  });

  it("is approved by the hash that was seen, and then is an answer ready to paste", async () => {
    const draft = await ask();
    const hash = hashIn((await clerk.get(draft)).text);
    const approved = await clerk.post(`${draft}/decision`, { decision: "approve", hash });
    const answer = approved.headers.get("location") ?? "";
    expect(answer).toBe(draft.replace("drafts", "answers"));
    expect((await clerk.get(answer)).text).toContain(
      `1. Udzielono pozwolenia.\n   Źródło: sprawy/decyzja.txt, s. 1: „${quote}”`,
    );
    expect((await clerk.get(draft)).text).not.toContain('name="decision"');
    const again = await clerk.post(`${draft}/decision`, { decision: "reject", hash, comment: "nie" });
    expect(again).toMatchObject({ status: 409, text: expect.stringContaining("jest już zatwierdzony") as string });
  });

  it("is rejected with a reason, and not without one", async () => {
    const draft = await ask();
    const hash = hashIn((await clerk.get(draft)).text);
    expect(await clerk.post(`${draft}/decision`, { decision: "reject", hash, comment: " " })).toMatchObject({
      status: 400,
    });
    await clerk.post(`${draft}/decision`, { decision: "reject", hash, comment: "zły dokument" });
    expect((await clerk.get(draft)).text).toContain("„zły dokument”");
    expect((await clerk.get("/drafts?status=rejected")).text).toContain("Co z decyzją 614/2014?");
    expect((await clerk.get("/drafts")).text).toContain("Nie ma tu żadnych projektów.");
  });

  it("says of a failed one what failed", async () => {
    found = () => {
      throw new Error("secret path");
    };
    const { text: page } = await clerk.get(await ask());
    expect(page).toContain("Wewnętrzny błąd Teczki przerwał pracę");
    expect(page).not.toContain("secret path");
    expect(page).toContain("Zapytaj ponownie");
  });
});

describe("who sees what", () => {
  it("shows an asker how his draft stands, without claims, and no archive", async () => {
    const asker = await signedIn(app, services, "asker");
    const draft = await ask("614/2014?", asker);
    const { text: page } = await asker.get(draft);
    expect(page).toContain("czeka na decyzję");
    expect(page).not.toContain("Udzielono pozwolenia.");
    await clerk.post(`${draft}/decision`, { decision: "approve", hash: hashIn((await clerk.get(draft)).text) });
    const { text: answer } = await asker.get(draft.replace("drafts", "answers"));
    expect(answer).toContain(`<mark>${quote}</mark>`);
    expect(answer).not.toContain("Zatwierdzam projekt");
    expect(answer).not.toContain("/documents/");
    for (const path of ["/documents", `/documents/${ref.id}/pages/1`, "/search?q=garaż", "/permits"]) {
      expect(await asker.get(path)).toMatchObject({ status: 403 });
    }
  });

  it("lets an evaluator read and not decide", async () => {
    const draft = await ask();
    const evaluator = await signedIn(app, services, "evaluator");
    const { text: page } = await evaluator.get(draft);
    expect(page).toContain("Udzielono pozwolenia.");
    expect(page).not.toContain('name="decision"');
    const hash = hashIn((await clerk.get(draft)).text);
    expect(await evaluator.post(`${draft}/decision`, { decision: "approve", hash })).toMatchObject({ status: 403 });
  });

  it("hides documents whose labels are not held", async () => {
    const secret = await services.add("tajne.txt", "Opinia poufna o garażu.", ["poufne"]);
    expect((await clerk.get("/documents")).text).not.toContain("tajne.txt");
    expect(await clerk.get(`/documents/${secret.id}/pages/1`)).toMatchObject({ status: 404 });
    const trusted = await signedIn(app, services, "clerk", ["poufne"]);
    expect((await trusted.get(`/documents/${secret.id}/pages/1`)).text).toContain("Opinia poufna");
  });
});

describe("the archive", () => {
  it("opens a page with the quote marked, and says when it is an older version", async () => {
    const start = text.indexOf(quote);
    const path = `/documents/${ref.id}/pages/1?version=1&start=${start}&end=${start + quote.length}`;
    expect((await clerk.get(path)).text).toContain(`<mark id="cytat">${quote}</mark>`);
    await services.add("sprawy/decyzja.txt", `${text} Dopisek.`);
    const { text: page } = await clerk.get(path);
    expect(page).toContain(`<mark id="cytat">${quote}</mark>`);
    expect(page).toContain("Obecna jest wersja 2");
  });

  it("searches passages and looks permits up", async () => {
    expect((await clerk.get("/search?q=pozwolenia")).text).toContain("Zatwierdzam projekt budowlany");
    expect((await clerk.get("/permits?number=614/2014")).text).toContain("Nie wczytano żadnego rejestru");
  });

  it("marks the sample archive as fiction on every page", async () => {
    sample = true;
    const draft = await ask();
    for (const path of ["/", "/drafts", draft, "/documents", "/permits", "/sign-in", "/nowhere"]) {
      expect((await clerk.get(path)).text).toContain("Archiwum przykładowe – fikcja");
    }
    sample = false;
    expect((await clerk.get("/")).text).not.toContain("fikcja");
  });

  it("answers wrong addresses in Polish", async () => {
    for (const [path, status] of [
      ["/nowhere", 404],
      ["/drafts/d_none", 404],
      [`/documents/${ref.id}/pages/9`, 404],
      [`/documents/${ref.id}/pages/x`, 400],
      ["/drafts?status=nonsense", 400],
    ] as const) {
      const page = await clerk.get(path);
      expect(page).toMatchObject({ status, text: expect.stringContaining('lang="pl"') as string });
      expect(page.text).toContain(`Błąd ${status}`);
    }
  });

  it("tells in Polish of a store that is down, and reports it", async () => {
    const down = new TeczkaError("unavailable", "store_unreachable", "Magazyn nie odpowiada.", "Uruchom go.");
    const broken = createServerApp({ ...services, sample: () => Promise.reject(down) });
    const page = await visitor(broken, clerk.cookie).get("/");
    expect(page).toMatchObject({ status: 503, text: expect.stringContaining("Magazyn nie odpowiada.") as string });
    expect(services.reported).toContain(down);
  });

  it("refuses a question that is empty or too long", async () => {
    for (const question of [" ", "a".repeat(100_000)]) {
      const refused = await clerk.post("/drafts", { question });
      expect(refused).toMatchObject({ status: 400, text: expect.stringContaining("Pytanie") as string });
    }
    expect((await clerk.get("/drafts?status=all")).text).toContain("Nie ma tu żadnych projektów.");
  });

  it("lets a page run no script but its own, and serves that", async () => {
    const page = await clerk.get("/");
    expect(page.headers.get("content-security-policy")).toMatch(/default-src 'none'.*script-src 'self'/u);
    expect(page.text).not.toMatch(/<script(?! src="\/assets\/)|\son[a-z]+=|style=/u);
    for (const [, path = ""] of page.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/gu)) {
      expect(await visitor(app, "").get(path)).toMatchObject({ status: 200 });
    }
  });
});
