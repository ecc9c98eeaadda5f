import { afterEach, beforeEach, expect, it } from "vitest";
import { findingsOf, scriptedAgent } from "../api/test-support/agent.ts";
import { signedIn, type Visitor } from "../api/test-support/browser.ts";
import { type TestServices, testServices } from "../api/test-support/services.ts";
import { createServerApp } from "../app.ts";
import { entryOf, file, streamOf } from "../core/ports/test-support/register-entries.ts";

const decision = [
  "STAROSTA OLSZAŃSKI",
  "Znak: AB.6740.1.234.2014.JK",
  "Olszany, dnia 12 marca 2014 r.",
  "DECYZJA NR 614/2014",
  "",
  "Po rozpatrzeniu wniosku zatwierdzam projekt budowlany i udzielam pozwolenia na budowę budynku na działce nr 87/14, obręb Górka.",
].join("\n");
const finality = [
  "STAROSTA OLSZAŃSKI",
  "Znak: AB.6740.1.234.2014.JK",
  "Olszany, dnia 20 kwietnia 2014 r.",
  "POŚWIADCZENIE OSTATECZNOŚCI",
  "Poświadcza się, że decyzja tutejszego organu nr 614/2014 z dnia 12 marca 2014 r. stała się ostateczna w dniu 10 kwietnia 2014 r.",
].join("\n");

let services: TestServices;
let clerk: Visitor;
let paper: string;

beforeEach(async () => {
  services = await testServices(scriptedAgent(() => findingsOf([])));
  clerk = await signedIn(createServerApp(services), services, "clerk");
  paper = (await services.add("2014/AB.6740.1.234.2014/decyzja.txt", decision)).id;
  await services.add("2014/AB.6740.1.234.2014/ostatecznosc.txt", finality);
  // The register tells another date than the paper.
  const row = {
    number: "614/2014",
    date: "2014-03-21",
    signature: "AB.6740.1.234.2014.JK",
    outcome: "granted" as const,
  };
  await services.archive.register.replaceFile(file("rwdz.csv"), streamOf([entryOf(3, "k", row)]));
});
afterEach(() => services.close());

it("asks of what and of which day, and takes today when no day is told", async () => {
  const { status, text } = await clerk.get("/history");
  expect(status).toBe(200);
  expect(text).toMatch(/id="on" name="on" type="date" value="\d{4}-\d{2}-\d{2}"/u);
});

it("tells where a decision stood on the day asked for, each word with its source", async () => {
  const before = (await clerk.get("/history?number=614/14&on=2014-04-01")).text;
  expect(before).toContain("Stan decyzji na dzień 1 kwietnia 2014 r.");
  expect(before).toMatch(/<span class="tag ">nieostateczna<\/span>/u);
  expect(before).toContain("po dniu, o który pytasz");
  const after = (await clerk.get("/history?parcel=87/14&on=2014-05-01")).text;
  expect(after).toMatch(/<span class="tag approved">ostateczna<\/span>/u);
  expect(after).toContain(`/documents/${paper}/pages/1?version=1&amp;start=`);
  expect(after).toContain("/registers/row?register=RWDZ&amp;file=rwdz.csv&amp;row=3");
  expect(after).toContain("Czego to archiwum nie może wiedzieć");
  expect(after).toContain("Co przejrzano");
});

it("takes a day as an officer writes it, and shows it in the field", async () => {
  expect((await clerk.get("/history?number=614/2014&on=1.05.2014")).text).toContain('value="2014-05-01"');
});

it("says that silence proves nothing", async () => {
  const { status, text } = await clerk.get("/history?parcel=999/9");
  expect(status).toBe(200);
  expect(text).toContain("To nie dowód, że niczego nie wydano");
});

it("tells beside the fields what is wrong with them", async () => {
  const both = await clerk.get("/history?parcel=87/14&number=614/2014");
  expect(both.status).toBe(400);
  expect(both.text).toContain("kilka rzeczy naraz");
  expect(both.text).toContain('value="614/2014"');
  const unread = await clerk.get("/history?number=614/2014&on=zima");
  expect(unread.status).toBe(400);
  expect(unread.text).toContain("zima");
});

it("shows both sides of a conflict with their quotes, and lets no one see a side he may not", async () => {
  const { status, text } = await clerk.get("/conflicts");
  expect(status).toBe(200);
  expect(text).toContain("Znaleziono: 1 rozbieżność.");
  expect(text).toContain("12 marca 2014 r.");
  expect(text).toContain("21 marca 2014 r.");
  expect(text).toContain("<mark>");
  expect(text).toContain("/registers/row?register=RWDZ");
  expect((await clerk.get("/conflicts?field=outcome")).text).toContain("Nie znaleziono rozbieżności.");
  expect((await clerk.get("/conflicts?signature=AB.6740.1.234.2014")).text).toContain("Znaleziono: 1 rozbieżność.");
  await services.add("tajne/decyzja.txt", decision.replaceAll("234", "235").replaceAll("614", "615"), ["poufne"]);
  expect((await clerk.get("/conflicts")).text).toContain("Porównano 2 dokumenty.");
});

it("tells an archive without documents apart from one without conflicts", async () => {
  const bare = await testServices(scriptedAgent(() => findingsOf([])));
  const reader = await signedIn(createServerApp(bare), bare, "clerk");
  const { text } = await reader.get("/conflicts");
  expect(text).toContain("Nie ma dokumentów, z którymi można by cokolwiek porównać.");
  expect(text).not.toContain("Nie znaleziono rozbieżności");
  await bare.close();
});

it("narrows the documents to a case, a number or a kind, by pages of its own address", async () => {
  const ofCase = (await clerk.get("/documents?signature=AB.6740.1.234.2014&number=&kind=")).headers.get("location");
  expect(ofCase).toBe("/documents?signature=AB.6740.1.234.2014");
  const { text } = await clerk.get(ofCase ?? "");
  expect(text).toContain("Tylko znak AB.6740.1.234.2014: 2 dokumenty.");
  expect((await clerk.get("/documents?number=614/14")).text).toContain("decyzja.txt");
  expect((await clerk.get("/documents?unreadable=yes")).text).toContain("0 dokumentów");
  expect((await clerk.get("/documents?offset=1")).text).toContain("widoczne 2–2 z 2");
});
