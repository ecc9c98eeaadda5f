import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OperatorServices } from "../../src/cli/operator-services.ts";
import type { Actor } from "../../src/core/access.ts";
import type { Citation } from "../../src/core/draft.ts";
import { isWhole } from "../../src/core/drafts/draft-view.ts";
import type { IngestReport } from "../../src/ingest/ingest.ts";
import type { ImportReport } from "../../src/ingest/register-import.ts";
import { openServices } from "../../src/wiring-node.ts";
import { foldPrint, hasPdftotext, pageByAnotherProgram, registerLine } from "./another-program.ts";

/** Real acts, plans and registers lie beside the repository, never in it. */
const data = process.env.TECZKA_REAL_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const required = (process.env.TECZKA_REQUIRE ?? "").split(",");
const missing = [
  ...(existsSync(join(data, "acts")) || required.includes("real-data") ? [] : [`no real data at ${basename(data)}`]),
  ...(hasPdftotext() || required.includes("pdftotext") ? [] : ["no pdftotext"]),
];
const clerk: Actor = { id: "clerk", role: "clerk", access: "all" };
const folders = { acts: join(data, "acts"), plans: join(data, "plans"), register: join(data, "register") };

/** In words of ours: the question, what the answer holds, and the file that it must come from. */
const questions = [
  ["Ile procent wynosi stawka opłaty planistycznej w planie Rejon Foch?", /\b30\s?%/u, "VIII13111.htm"],
  ["W jakich granicach sąd wymierza karę łączną?", /\b15 lat\b/u, "Kodeks-Karny.pdf"],
  [
    "Jakie są przesłanki odpowiedzialności majątkowej funkcjonariusza publicznego?",
    /art\. 5\b/iu,
    "Ustawa-o-odpowiedzialnosci-majatkowej-funkcjonariuszy-publicznych-za-razace-naruszenie-prawa.pdf",
  ],
  [
    "Jaka jest dopuszczalna wysokość budynków mieszkalnych z dachem stromym w planie Rejon Krywałdu i Ustronie Leśne?",
    /10,0\s?m/u,
    "XXIII34812.htm",
  ],
  [
    "Kiedy straciły ważność dawne zaświadczenia o prawie wykonywania zawodu lekarza?",
    /31 grudnia 2002/u,
    "Ustawa-o-zawodzie-lekarza.pdf",
  ],
  ["dec 3031/14", /3031\/2014.*7 lipca 2014/u, "wspolrzednepozwolen na budowe cz.11.csv"],
  ["pnb na dz. 23/10 am-2 polanowice", /1390\/2012/u, "wspolrzedne - budynki mieszkalne cz1.csv"],
  ["Krzywoustego 126 jakie decyzje", /1935\/2015/u, "wspolrzednepozwolen na budowe cz.13.csv"],
  ["dec 3041/14 jaki wynik", /3041\/2014.*odm[oó]wi/u, "wspolrzednepozwolen na budowe cz.11.csv"],
  ["Jakie decyzje wydano dla ul. Odrzańskiej 7?", /3095\/2014.*umorz/u, "wspolrzednepozwolen na budowe cz.11.csv"],
] as const;

describe.skipIf(missing.length > 0)(
  `real acts, plans and registers${missing.map((what) => ` (${what})`).join("")}`,
  () => {
    let work = "";
    let services: OperatorServices;
    let ingested: IngestReport;
    let imported: ImportReport;

    beforeAll(async () => {
      work = await mkdtemp(join(tmpdir(), "teczka-real-"));
      services = await openServices({ data: work, port: 0, host: "127.0.0.1", sample: false });
      ingested = await services.ingest({ paths: [folders.acts, folders.plans], labels: [] }, clerk);
      const files = readdirSync(folders.register).map((name) => join(folders.register, name));
      imported = await services.importRegisters({ files, format: "auto" }, clerk);
    }, 600_000);
    afterAll(async () => {
      await services?.close();
      if (work) await rm(work, { recursive: true });
    });

    it("go in whole", () => {
      expect(ingested.totals).toMatchObject({ files: 49, added: 49, refused: 0, pages: 989 });
      expect(ingested.files.flatMap(({ unreadablePages }) => unreadablePages)).toEqual([]);
      expect(imported.totals).toMatchObject({ files: 9, rows: 18_999, kept: 15_161, blank: 3838, refused: 0 });
    });

    it.each(questions)(
      "%s",
      async (question, value, file) => {
        const draft = await services.drafts.ask(question, clerk, "eval");
        if (!isWhole(draft)) throw new Error("a clerk sees drafts whole");
        const told = draft.claims.filter(({ text }) => value.test(text));
        expect(told.flatMap(({ citations }) => citations.flatMap(filesOf))).toContain(file);
        const citations = draft.claims.flatMap((claim) => claim.citations);
        expect(citations.filter((citation) => !standsByAnotherProgram(citation))).toEqual([]);
      },
      120_000,
    );

    it("lets no hostile PDF stop the rest", async () => {
      const { files, totals } = await services.ingest({ paths: [join(data, "pdf-hostile")], labels: [] }, clerk);
      expect(totals.files).toBe(130);
      expect(totals.added).toBeGreaterThanOrEqual(110);
      const refused = files.filter(({ status }) => status === "refused");
      expect(refused.filter(({ reason, fileName }) => !reason?.includes(fileName))).toEqual([]);
    }, 300_000);
  },
);

function filesOf(citation: Citation): string[] {
  if (citation.kind === "passage") return [citation.document.fileName];
  if (citation.kind === "register") return citation.rows.map(({ file }) => file);
  return citation.kind === "derived" ? citation.inputs.flatMap(filesOf) : [];
}

function standsByAnotherProgram(citation: Citation): boolean {
  switch (citation.kind) {
    case "passage": {
      const { fileName } = citation.document;
      const folder = fileName.endsWith(".pdf") ? folders.acts : folders.plans;
      const pages = [citation.page, ...(citation.endPage ? [citation.endPage] : [])];
      const print = pages.map((page) => foldPrint(pageByAnotherProgram(folder, fileName, page))).join("");
      return print.includes(foldPrint(citation.quote));
    }
    case "register":
      return citation.rows.every(({ file, row }, index) => {
        const line = foldPrint(registerLine(folders.register, file, row));
        return index > 0 || Object.values(citation.fields).every((cell) => line.includes(foldPrint(cell)));
      });
    case "derived":
      return citation.inputs.every(standsByAnotherProgram);
    case "law":
      return false;
  }
}
