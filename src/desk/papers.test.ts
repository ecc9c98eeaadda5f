import { afterEach, beforeEach, expect, it } from "vitest";
import { findingsOf, scriptedAgent } from "../api/test-support/agent.ts";
import { signedIn, type Visitor } from "../api/test-support/browser.ts";
import { type TestServices, testServices } from "../api/test-support/services.ts";
import { createServerApp } from "../app.ts";

let services: TestServices;
let app: ReturnType<typeof createServerApp>;
let clerk: Visitor;
let isSample: () => Promise<boolean>;

beforeEach(async () => {
  isSample = async () => false;
  services = await testServices(
    scriptedAgent(() => findingsOf([])),
    { sample: () => isSample() },
  );
  app = createServerApp(services);
  clerk = await signedIn(app, services, "clerk");
});
afterEach(() => services.close());

function form(files: Record<string, string>, fields: Record<string, string> = {}): FormData {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) body.append("file", new File([content], name));
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return body;
}

const folder = "2014/AB.6740.1.234.2014";

it("takes papers in, says of each what came of it, and leads to it", async () => {
  expect((await clerk.get("/documents")).text).toContain('href="/upload"');
  expect((await clerk.get("/upload")).text).toContain('enctype="multipart/form-data"');
  const first = await clerk.post("/upload", form({ "a.txt": "Decyzja nr 614/2014", "b.txt": "" }, { folder }));
  expect(first.status).toBe(200);
  expect(first.text).toMatch(/>2014\/AB\.6740\.1\.234\.2014\/a\.txt<\/a> – <strong>dodano<\/strong> \(1 strona\)/u);
  expect(first.text).toMatch(/b\.txt – <span class="tag stop">odrzucono<\/span> Plik „b\.txt” jest pusty\./u);
  const [, document = ""] = /href="(\/documents\/[0-9a-f]+)"/u.exec(first.text) ?? [];
  expect((await clerk.get(document)).text).toContain("614/2014");

  const same = await clerk.post("/upload", form({ "a.txt": "Decyzja nr 614/2014" }, { folder }));
  expect(same.text).toContain("bez zmian");
  const changed = await clerk.post("/upload", form({ "a.txt": "Decyzja nr 615/2014" }, { folder }));
  expect(changed.text).toContain("zmieniono: to nowa wersja");
  const elsewhere = await clerk.post("/upload", form({ "a.txt": "Decyzja nr 615/2014" }));
  expect(elsewhere.text).toContain("dodano");
});

it("leads from a paper to the question about its case", async () => {
  const letter = await services.add("pismo.txt", "AB.6740.1.234.2014\nRybiczowo, dnia 4 maja 2014 r.\nPismo");
  const [, href = ""] = /href="(\/\?q=[^"]+)"/u.exec((await clerk.get(`/documents/${letter.id}`)).text) ?? [];
  expect((await clerk.get(href)).text).toContain("Wymień pisma w sprawie AB.6740.1.234.2014.</textarea>");
});

it("says that nothing was taken when everything was refused", async () => {
  expect(await clerk.post("/upload", form({ "b.txt": "" }))).toMatchObject({ status: 400 });
  expect(await clerk.post("/upload", form({}))).toMatchObject({ status: 400 });
  const outside = await clerk.post("/upload", form({ "a.txt": "tekst" }, { folder: "../x" }));
  expect(outside).toMatchObject({ status: 400, text: expect.stringContaining("nie jest nazwą folderu") as string });
  expect(await services.archive.documents.list({ access: "all" })).toEqual([]);
});

it("puts papers under labels that the clerk holds, and under no other", async () => {
  expect((await clerk.get("/upload")).text).not.toContain('name="labels"');
  const trusted = await signedIn(app, services, "clerk", ["poufne"]);
  expect((await trusted.get("/upload")).text).toContain("Masz: poufne.");
  await trusted.post("/upload", form({ "a.txt": "Opinia" }, { labels: " poufne, " }));
  const [stored] = await services.archive.documents.list({ access: "all" });
  expect(stored?.labels).toEqual(["poufne"]);
  expect(await clerk.post("/upload", form({ "b.txt": "Opinia" }, { labels: "poufne" }))).toMatchObject({ status: 403 });
});

it("ends the sample archive only when the clerk says so", async () => {
  isSample = async () => (await services.archive.documents.list({ access: "all" })).length === 0;
  expect((await clerk.get("/upload")).text).toContain("kończy pracę na archiwum przykładowym");
  const unsaid = await clerk.post("/upload", form({ "a.txt": "Decyzja" }));
  expect(unsaid).toMatchObject({ status: 400, text: expect.stringContaining("Nic nie zostało wczytane") as string });
  expect(await isSample()).toBe(true);
  const said = await clerk.post("/upload", form({ "a.txt": "Decyzja" }, { endSample: "yes" }));
  expect(said.text).toContain("Praca na archiwum przykładowym skończona");
  expect(said.text).not.toContain("fikcja");
  expect((await clerk.get("/upload")).text).not.toContain('name="endSample"');
});

it("is for clerks and administrators, where papers can be taken in", async () => {
  for (const role of ["asker", "evaluator"] as const) {
    const other = await signedIn(app, services, role);
    expect(await other.get("/upload")).toMatchObject({ status: 403 });
    expect(await other.post("/upload", form({ "a.txt": "x" }))).toMatchObject({ status: 403 });
  }
  expect(await clerk.post("/upload", form({ "a.txt": "x" }), "https://evil.example")).toMatchObject({ status: 403 });
  delete services.intake;
  expect(await clerk.get("/upload")).toMatchObject({ status: 501 });
  expect((await clerk.get("/documents")).text).not.toContain('href="/upload"');
});

it("searches in papers, says why they came and what was tried, and tells a fault beside its field", async () => {
  await services.add("pismo.txt", "Wapienna 3: garaż na działce.\n\nPozwolenie na budowę garażu.");
  expect((await clerk.get("/search")).text).toContain("Szukaj w dokumentach");
  const { text: found } = await clerk.get("/search?q=pnb+gara%C5%BC");
  expect(found).toContain("Znaleziono po słowach: garaż; dodano do pytania: pozwolenie, budowę (za „pnb”).");
  const { text: none } = await clerk.get("/search?q=gara%C5%BC&kind=act");
  expect(none).toContain("Nie znaleziono.");
  expect(none).toContain("Żaden dokument nie pasuje do zawężenia: pominęło 1 dokument.");
  const { text: slip } = await clerk.get("/search?q=wapinena+gara%C5%BC");
  expect(slip).toContain('Czy chodziło o: <a href="/search?q=wapienna+gara%C5%BC">wapienna garaż</a>?');
  expect((await clerk.get("/search?q=gara%C5%BC&parcel=nic")).text).toContain('id="parcel-fault"');
});
