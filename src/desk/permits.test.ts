import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findingsOf, scriptedAgent } from "../api/test-support/agent.ts";
import { signedIn, type Visitor } from "../api/test-support/browser.ts";
import { type TestServices, testServices } from "../api/test-support/services.ts";
import { createServerApp } from "../app.ts";
import { entryOf, file, streamOf } from "../core/ports/test-support/register-entries.ts";

const attack = `<script>alert(1)</script>"><img src=x onerror="alert(1)">`;
const decision = [
  "STAROSTA OLSZAŃSKI",
  "Znak: AB.6740.1.234.2014.JK",
  "DECYZJA NR 614/2014",
  "Olszany, dnia 12 marca 2014 r.",
  "zatwierdzam projekt budowlany i udzielam pozwolenia na budowę na działce nr 87/14, obręb Górka",
].join("\n");

let services: TestServices;
let clerk: Visitor;

beforeEach(async () => {
  services = await testServices(scriptedAgent(() => findingsOf([])));
  clerk = await signedIn(createServerApp(services), services, "clerk");
  const { register } = services.archive;
  await register.replaceFile(
    file("rwdz.csv"),
    streamOf([
      entryOf(1, "granted", { number: "614/2014", date: "2014-03-12", signature: "AB.6740.1.234.2014.JK" }),
      entryOf(7, "granted", { number: "614/2014", date: "2014-03-12", signature: "AB.6740.1.234.2014.JK" }),
    ]),
  );
  await register.replaceFile(
    file("miasto.csv", { register: "rejestr miejski", format: "wroclaw" }),
    streamOf([
      entryOf(1, "mangled", {
        number: null,
        rawNumber: "09-wrz",
        possibleNumbers: ["9/2009"],
        date: null,
        outcome: "refused",
        description: "odmowa",
      }),
      entryOf(2, "hostile", {
        number: "77/2011",
        date: "2011-05-05",
        outcome: null,
        kind: attack,
        address: attack,
        description: `${attack} ${"bardzo długi opis ".repeat(400)}`,
        parcels: [],
        investor: attack,
        category: attack,
        fields: { [attack]: attack },
      }),
    ]),
  );
});
afterEach(() => services.close());

const get = (path: string) => clerk.get(path);

describe("the look-up of permits", () => {
  it("tells outcome, all rows of a case, and the logic of each register beside what was found", async () => {
    const { text } = await get("/permits?number=614/14");
    expect(text).toContain("Znaleziono: 1 sprawa.");
    expect(text).toContain("Decyzja nr 614/2014 z 12 marca 2014 r.");
    expect(text).toMatch(/<span class="tag approved">\s*pozwolenie udzielone/u);
    expect(text).toContain("RWDZ: rwdz.csv, wiersze 1, 7");
    expect(text).toContain("Wpis nie dowodzi, że decyzja dziś wiąże");
    expect(text).toContain("RWDZ publikuje tylko udzielone pozwolenia");
  });

  it("shows what is mangled as mangled, apart from what was found for certain", async () => {
    const { text } = await get("/permits?number=9/2009");
    expect(text).toContain("Pewnego wpisu nie znaleziono; możliwe dopasowania: 1.");
    const [before = "", after = ""] = text.split("Możliwe dopasowania</h2>");
    expect(before).not.toContain("09-wrz");
    expect(after).toContain("W rejestrze: „09-wrz”, numer nieczytelny; możliwe odczyty: 9/2009.");
    expect(after).toContain("możliwe dopasowanie</span>");
    expect(after).not.toContain("Decyzja nr 9/2009");
  });

  it("shows a number of another shape and parcels it cannot read as the register has them", async () => {
    const odd = { number: null, rawNumber: "312/2017/AB", possibleNumbers: ["312/2017"], unreadParcels: ["sty-14"] };
    await services.archive.register.replaceFile(file("inny.csv"), streamOf([entryOf(1, "odd", odd)]));
    const { text } = await get("/permits?number=312/2017");
    expect(text).toContain("Decyzja „312/2017/AB”");
    expect(text).toContain("zapis numeru jak w rejestrze; możliwe odczyty: 312/2017.");
    expect(text).not.toContain("numer nieczytelny.");
    expect(text).toContain("Działki zapisane nieczytelnie</dt><dd>„sty-14”");
  });

  it("says where the rows of a case disagree, and takes no outcome from one of them", async () => {
    const rows = [
      entryOf(1, "k", { number: "5/2018", outcome: "granted" }),
      entryOf(2, "k", { number: "5/2018", outcome: "refused" }),
    ];
    await services.archive.register.replaceFile(file("sprzeczny.csv"), streamOf(rows));
    const { text } = await get("/permits?number=5/2018");
    expect(text).toContain("rozstrzygnięcie nieustalone");
    expect(text).toContain("Wiersze tej sprawy podają różnie:");
    expect(text).toMatch(/rozstrzygnięcie: „pozwolenie udzielone”.*„odmowa”/su);
  });

  it("says what silence means when nothing is found, and what may find it", async () => {
    const { status, text } = await get("/permits?parcel=5/5,+AM-2&outcome=refused");
    expect(status).toBe(200);
    expect(text).toContain("Nie znaleziono wpisu.");
    expect(text).toContain("<strong>Brak wpisu nie oznacza odmowy ani tego, że decyzji nie ma.</strong>");
    expect(text).toContain('href="/permits?parcel=5%2F5&amp;outcome=refused"');
  });

  it("tells beside each field that it cannot be read, looks nothing up, and keeps what was typed", async () => {
    const { status, text } = await get("/permits?number=abc&from=zima&address=Lipowa");
    expect(status).toBe(400);
    expect(text).toContain("Niczego nie sprawdzono");
    expect(text).not.toContain("Nie znaleziono");
    expect(text).toMatch(/id="number"[^>]*value="abc"[^>]*aria-describedby="number-fault" aria-invalid="true"/u);
    expect(text).toContain('id="from-fault"');
    expect(text).toContain('value="Lipowa"');
    expect(text).toMatch(/<details open><summary>Więcej pól/u);
  });

  it("has an address that can be shared: empty fields of the form are not in it", async () => {
    const sent = await get("/permits?parcel=&number=614%2F2014&from=&outcome=&register=&sort=");
    expect(sent.status).toBe(303);
    expect(sent.headers.get("location")).toBe("/permits?number=614%2F2014");
  });

  it("narrows by register and outcome, which are chosen from lists", async () => {
    const { text } = await get("/permits?register=rejestr+miejski&outcome=refused");
    expect(text).toContain("Znaleziono: 1 sprawa.");
    expect(text).toMatch(/<option value="refused" selected>/u);
    expect(text).toMatch(/<option value="rejestr miejski" selected>/u);
    expect(await get("/permits?outcome=nonsense")).toMatchObject({ status: 400 });
    const twice = await get("/permits?number=614/2014&number=615/2014");
    expect(twice).toMatchObject({ status: 400, text: expect.stringContaining("więcej niż raz") as string });
  });

  it("leads from a case to its papers and to the history of its parcel, within the labels of who asks", async () => {
    const paper = await services.add("2014/decyzja.txt", decision);
    const secret = await services.add("2014/tajna.txt", decision.replace("NR 614", "NR  614"), ["poufne"]);
    const { text } = await get("/permits?number=614/2014");
    expect(text).toContain(`href="/documents/${paper.id}"`);
    expect(text).not.toContain(secret.id);
    expect(text).toContain('href="/history?parcel=87%2F14%2C+obr%C4%99b+G%C3%B3rka"');
    expect((await get("/permits?register=rejestr+miejski")).text).toContain(
      "W archiwum nie znaleziono pism tej sprawy.",
    );
  });

  it("says when a case stands under a former name of the street", async () => {
    const told = { at: "2026-01-01T00:00:00.000Z", actor: "operator", action: "named", subject: "streets" };
    await services.streets.replace([{ former: "Krucza", present: "Lipowa", from: "1991-03-01" }], told);
    const { text } = await get("/permits?address=Lipowa+4&register=RWDZ");
    expect(text).not.toContain("nosi od");
    const former = (await get("/permits?address=Krucza+4&register=RWDZ")).text;
    expect(former).toContain("Znaleziono pod inną nazwą ulicy: ul. Krucza nosi od 1 marca 1991 r. nazwę Lipowa.");
  });

  it("shows what stands under the number of a parcel before its division, apart and labelled", async () => {
    const divided =
      "Działka nr 87/14, obręb Górka, została podzielona na działki nr 87/30 i 87/31 z dniem 1 lipca 2017 r.";
    await services.add("geodezja/zawiadomienie.txt", `Olszany, dnia 3 lipca 2017 r.\n\nZAWIADOMIENIE\n\n${divided}`);
    const { text } = await get("/permits?parcel=87/30");
    const [own = "", related = ""] = text.split("Działki sprzed podziału i po podziale</h2>");
    expect(own).toContain("Nie znaleziono wpisu.");
    expect(related).toContain("Sprawa działki, z której powstała ta, o którą pytasz: dz. nr 87/14");
    expect(related).toContain("Decyzja nr 614/2014");
  });

  it("goes through pages, and says which one it is", async () => {
    const rows = Array.from({ length: 60 }, (_, at) => entryOf(at + 1, `k${at}`, { number: `${at + 1}/2019` }));
    await services.archive.register.replaceFile(file("duzy.csv", { register: "duży" }), streamOf(rows));
    const first = (await get("/permits?register=du%C5%BCy&sort=number")).text;
    expect(first).toContain("Znaleziono: 60 spraw.");
    expect(first).toContain("widoczne 1–25 z 60");
    const [, next = ""] = /rel="next" href="([^"]+)"/u.exec(first) ?? [];
    const second = (await get(next.replaceAll("&amp;", "&").replace("#results", ""))).text;
    expect(second).toContain("widoczne 26–50 z 60");
    expect(second).toContain("strona 2 z 3");
    expect(second).toContain('rel="prev"');
  });

  it("escapes whatever a register says, however long", async () => {
    for (const path of ["/permits?number=77/2011", "/registers/row?register=rejestr+miejski&file=miasto.csv&row=2"]) {
      const { status, text } = await get(path);
      expect(status).toBe(200);
      expect(text).toContain("&lt;script&gt;alert(1)");
      expect(text).not.toContain("<script>alert");
      expect(text).not.toContain("<img src=x");
    }
  });

  it("shows the case of a cited row, and says of one that is gone what may have happened", async () => {
    expect((await get("/registers/row?register=RWDZ&file=rwdz.csv&row=7")).text).toContain("Decyzja nr 614/2014");
    const gone = await get("/registers/row?register=RWDZ&file=rwdz.csv&row=9");
    expect(gone).toMatchObject({ status: 404, text: expect.stringContaining("nie ma teraz wiersza 9") as string });
  });

  it("lists the registers with what they hold, and no person may read them without the right", async () => {
    const { text } = await get("/registers");
    expect(text).toContain("Starosta Olszański");
    expect(text).toContain("rejestr miejski");
    const asker = await signedIn(createServerApp(services), services, "asker");
    for (const path of ["/permits", "/registers", "/registers/row?register=a&file=b&row=1", "/history", "/conflicts"])
      expect(await asker.get(path)).toMatchObject({ status: 403 });
  });
});
