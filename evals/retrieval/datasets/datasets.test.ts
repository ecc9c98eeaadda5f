import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSuite as readWith } from "./read-suite.ts";

let folder = "";
const readSuite = (paths: readonly string[]) => readWith(paths, join(folder, "store"));
const put = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "teczka-datasets-"));
});
afterAll(() => rm(folder, { recursive: true }));

const squad = (contexts: readonly string[]) => ({
  version: "v2.0",
  data: [
    {
      title: "Mosty",
      paragraphs: contexts.map((context, index) => ({
        context,
        qas: [
          { id: `q${index}`, question: `Co mówi akapit ${index}?`, answers: [], is_impossible: true },
          { question: `O czym jest akapit ${index}?` },
        ],
      })),
    },
  ],
});

describe("a SQuAD 2 file", () => {
  it("gives its paragraphs as texts, and each question, answerable or not, its own paragraph", async () => {
    const { texts, questions } = await readSuite([
      await put("mosty.json", squad(["Most kamienny.", "Most drewniany."])),
    ]);
    expect(texts.map(({ text }) => text)).toEqual(["Most kamienny.", "Most drewniany."]);
    expect(questions.map(({ id, text, relevant, group }) => [id, text, [...relevant], group])).toEqual([
      ["q0", "Co mówi akapit 0?", [["0", 1]], "Most kamienny."],
      ["0.0.1", "O czym jest akapit 0?", [["0", 1]], "Most kamienny."],
      ["q1", "Co mówi akapit 1?", [["1", 1]], "Most drewniany."],
      ["0.1.1", "O czym jest akapit 1?", [["1", 1]], "Most drewniany."],
    ]);
  });

  it("is refused by name and place when a question has no text, or a paragraph is blank", async () => {
    const broken = { data: [{ paragraphs: [{ context: "Most.", qas: [{ id: "a", question: 7 }] }] }] };
    const path = await put("broken.json", broken);
    await expect(readSuite([path])).rejects.toThrow(/broken\.json, data\.0\.paragraphs\.0\.qas\.0\.question: /u);
    const blank = await put("blank.json", squad(["Most.", " "]));
    await expect(readSuite([blank])).rejects.toThrow(/blank\.json, data\.0\.paragraphs\.1: is blank/u);
  });
});

describe("several data sets", () => {
  it("are one corpus, in which equal texts are one and answer the questions of both", async () => {
    const long = "Przepis o mostach, dłuższy niż osiemdziesiąt znaków, stoi obok akapitów, żeby trudniej było trafić.";
    const units = [
      { id: "art(1)", text: long },
      { id: "art(2)", text: "Krótki." },
    ];
    const paths = [
      await put("one.json", squad(["Most kamienny.", "Kładka."])),
      await put("two.json", squad(["Kładka."])),
      await put("act.json", units),
    ];
    const { texts, questions } = await readSuite(paths);
    expect(texts.map(({ text }) => text)).toEqual(["Most kamienny.", "Kładka.", long]);
    expect(questions.slice(-2).map(({ relevant }) => [...relevant.keys()])).toEqual([["1"], ["1"]]);
  });

  it("are refused when no question is among them, or one is not there", async () => {
    await expect(readSuite([await put("only.json", [{ id: "art(1)", text: "Krótki." }])])).rejects.toThrow(
      /holds no questions/u,
    );
    await expect(readSuite([join(folder, "gone.json")])).rejects.toThrow(/gone\.json: is not there/u);
    await expect(readSuite([await put("text.json", "Most")])).rejects.toThrow(/text\.json: is no JSON/u);
    await mkdir(join(folder, "empty"));
    await expect(readSuite([join(folder, "empty")])).rejects.toThrow(/holds no corpus\.jsonl/u);
  });
});

describe("a BEIR folder", () => {
  const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join("\n");
  const beir = async (name: string, qrels: Record<string, string>): Promise<string> => {
    const texts = [
      { _id: "d1", title: "Kładka", text: "Kładka nad torami.", metadata: {} },
      { _id: "d2", title: "", text: "Most nad rzeką." },
      { _id: "d3", text: "Tunel." },
    ];
    await put(`${name}/corpus.jsonl`, `${lines(...texts)}\n`);
    await put(`${name}/queries.jsonl`, lines({ _id: "a", text: "kładka" }, { _id: "b", text: "most" }));
    for (const [file, rows] of Object.entries(qrels)) await put(`${name}/qrels/${file}`, rows);
    return join(folder, name);
  };
  const head = "query-id\tcorpus-id\tscore\n";

  it("gives its texts with titles, and its judged queries with their grades; a grade of 0 is no answer", async () => {
    const path = await beir("good", { "test.tsv": `${head}a\td1\t2\r\na\td2\t1\na\td3\t0\nb\td3\t0\n` });
    const { texts, questions } = await readSuite([path]);
    expect(texts[0]).toEqual({ id: "0", title: "Kładka", text: "Kładka nad torami." });
    expect(texts[1]).toEqual({ id: "1", text: "Most nad rzeką." });
    expect(questions.map(({ id, text, relevant }) => [id, text, [...relevant]])).toEqual([
      [
        "a",
        "kładka",
        [
          ["0", 2],
          ["1", 1],
        ],
      ],
    ]);
  });

  it("reads test.tsv where there are several, and refuses to choose among others", async () => {
    const both = await beir("both", { "dev.tsv": `${head}a\td1\t1\n`, "test.tsv": `${head}b\td2\t1\n` });
    expect((await readSuite([both])).questions.map(({ id }) => id)).toEqual(["b"]);
    const neither = await beir("neither", { "dev.tsv": head, "train.tsv": head });
    await expect(readSuite([neither])).rejects.toThrow(/qrels: wants one \.tsv or a test\.tsv/u);
  });

  it.each([
    ["a\td1", /test\.tsv, line 2: is not query, text and a whole grade/u],
    ["a\td1\thigh", /test\.tsv, line 2: is not query, text and a whole grade/u],
    ["x\td1\t1", /test\.tsv, line 2: names the query x, which is none/u],
    ["a\td9\t1", /test\.tsv, line 2: names the text d9, which is none/u],
  ])("is refused by file and row for %j", async (row, message) => {
    await expect(readSuite([await beir("bad", { "test.tsv": `${head}${row}\n` })])).rejects.toThrow(message);
  });

  it("is refused by file and line for a line that is no text", async () => {
    const path = await beir("line", { "test.tsv": `${head}a\td1\t1\n` });
    await put("line/corpus.jsonl", `${lines({ _id: "d1", text: "Most." })}\n\n{"_id":"d2"}\n`);
    await expect(readSuite([path])).rejects.toThrow(/corpus\.jsonl, line 3, text: /u);
    await put("line/corpus.jsonl", lines({ _id: "d1", text: "Most." }, { _id: "d1", text: "Kładka." }));
    await expect(readSuite([path])).rejects.toThrow(/corpus\.jsonl: two texts bear the same _id/u);
  });
});
