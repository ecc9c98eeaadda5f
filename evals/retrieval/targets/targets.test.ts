import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askAll } from "../ask.ts";
import { readSuite } from "../datasets/read-suite.ts";
import { makeReport, printReport, type TargetResult } from "../report.ts";
import type { OpenedSuite } from "../suite.ts";
import { ours, peers } from "./choose.ts";

const paragraphs = [
  ["Kładka nad torami łączy dworzec z parkiem.", "co łączy kładka?"],
  ["Most drogowy zamknięto wiosną z powodu remontu łożysk.", "kiedy zamknięto most drogowy"],
  ["Tunel pod rzeką ma dwie nawy i chodnik dla obsługi.", "ile naw ma tunel"],
  ["Wiadukt rozebrano, a cegły trafiły na plac budowy szkoły.", "gdzie trafiły cegły wiaduktu"],
] as const;

describe("engines on the same questions", () => {
  let folder = "";
  let suite: OpenedSuite;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "teczka-targets-"));
    const squad = paragraphs.map(([context, question]) => ({ context, qas: [{ question }] }));
    await writeFile(join(folder, "mosty.json"), JSON.stringify({ data: [{ paragraphs: squad }] }));
    suite = await readSuite([join(folder, "mosty.json")], join(folder, "lexical"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const opened = (name: string, of: OpenedSuite) => {
    const open = { ...ours({}, folder), ...peers({}, undefined) }[name];
    if (!open) throw new Error(`no target ${name}`);
    return open(of, join(folder, name));
  };
  const measure = async (name: string): Promise<TargetResult> => {
    const target = await opened(name, suite);
    try {
      return { name: target.name, about: target.about, buildSeconds: 0, asked: await askAll(target, suite.questions) };
    } finally {
      await target.close();
    }
  };

  it.each(["lexical", "langchain-bm25", "minisearch", "minisearch-fuzzy", "fts5"])(
    "%s finds each paragraph by its own words, each text once",
    async (name) => {
      const { asked } = await measure(name);
      expect(asked.map(({ scores }) => scores["r@1"])).toEqual([1, 1, 1, 1]);
      for (const { ranked } of asked) expect(new Set(ranked).size).toBe(ranked.length);
    },
  );

  it("are told side by side, within 100 columns, with what a difference may be by chance", async () => {
    const [own, other] = [await measure("lexical"), await measure("fts5")];
    const report = makeReport({ suite: suite.name, half: "tune", texts: suite.texts.length }, [own], [other]);
    expect(report.sections).toHaveLength(1);
    expect(report.sections[0]).toMatchObject({
      questions: 4,
      rivalries: [{ comparison: { better: 0, p: 1 } }, {}, {}],
    });
    const printed = printReport(report);
    expect(Math.max(...printed.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(printed).not.toContain("once");
    expect(printReport({ ...report, half: "report" })).toContain("looked at once");
  });

  it("use a store again that holds the same texts, and fill another one for others", async () => {
    const before = await measure("lexical");
    expect((await measure("lexical")).asked.map(({ ranked }) => ranked)).toEqual(
      before.asked.map(({ ranked }) => ranked),
    );
    await writeFile(
      join(folder, "inne.json"),
      JSON.stringify({ data: [{ paragraphs: [{ context: "Prom pływa co godzinę.", qas: [{ question: "prom?" }] }] }] }),
    );
    const changed = await readSuite([join(folder, "inne.json")], join(folder, "lexical"));
    const target = await opened("lexical", changed);
    expect(await target.search("prom", 10)).toEqual(["0"]);
    expect(await target.search("kładka", 10)).toEqual([]);
    await target.close();
  });

  it("are refused by name when there is no such one, or its engine is not configured", () => {
    expect(() => peers({}, ["lucene"])).toThrow(/--peers takes .*not lucene/u);
    expect(() => peers({}, ["dense"])).toThrow(/dense needs TECZKA_EMBEDDINGS_URL/u);
    expect(Object.keys(peers({}, []))).toEqual([]);
  });
});
