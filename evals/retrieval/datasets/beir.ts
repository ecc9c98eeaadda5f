import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { CorpusText, Question, Suite } from "../suite.ts";
import { DatasetError, readJsonLines, readText } from "./read-json.ts";

/**
 * A folder as BEIR has them (N. Thakur et al., 2021): `corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`,
 * `text`), `qrels/*.tsv` (query, text, grade, tab-separated, under a head line). Of several qrels `test.tsv` is read,
 * which BEIR's figures are of; a query that they do not name, or for which they name no relevant text, is not asked.
 */
const textSchema = z.object({ _id: z.string(), title: z.string().optional(), text: z.string() });
const querySchema = z.object({ _id: z.string(), text: z.string() });
const head = /^query-?id\tcorpus-?id\tscore$/iu;

export function isBeirFolder(folder: string): boolean {
  return existsSync(join(folder, "corpus.jsonl"));
}

export async function readBeir(folder: string): Promise<Suite> {
  const corpus = join(folder, "corpus.jsonl");
  const queries = join(folder, "queries.jsonl");
  const texts = (await readJsonLines(corpus, textSchema)).map(
    ({ _id: id, title, text }): CorpusText => ({ id, ...(title ? { title } : {}), text }),
  );
  const ids = new Set(texts.map(({ id }) => id));
  if (ids.size < texts.length) throw new DatasetError(corpus, "", "two texts bear the same _id");
  const asked = new Map((await readJsonLines(queries, querySchema)).map(({ _id, text }) => [_id, text]));
  const file = await qrelsOf(folder);
  const judged = await readQrels(file, ids, asked);
  const questions = [...judged].flatMap(([id, relevant]): Question[] =>
    relevant.size === 0 ? [] : [{ id, text: asked.get(id) ?? "", relevant, group: id }],
  );
  return { name: basename(folder), texts, questions };
}

async function qrelsOf(folder: string): Promise<string> {
  const names = await readdir(join(folder, "qrels")).catch(() => []);
  const files = names.filter((name) => name.endsWith(".tsv"));
  const name = files.length === 1 ? files[0] : files.find((name) => name === "test.tsv");
  if (name === undefined)
    throw new DatasetError(join(folder, "qrels"), "", `wants one .tsv or a test.tsv, has [${files.join(", ")}]`);
  return join(folder, "qrels", name);
}

/** By query, its relevant texts with their grades; a grade of 0 says that a text was judged and is not relevant. */
async function readQrels(
  file: string,
  texts: ReadonlySet<string>,
  queries: ReadonlyMap<string, string>,
): Promise<Map<string, Map<string, number>>> {
  const judged = new Map<string, Map<string, number>>();
  for (const [index, written] of (await readText(file)).split("\n").entries()) {
    const line = written.replace(/\r$/u, "");
    if (line === "" || (index === 0 && head.test(line))) continue;
    const [query, text, grade, ...more] = line.split("\t");
    const place = `line ${index + 1}`;
    if (query === undefined || text === undefined || grade === undefined || more.length > 0 || !/^-?\d+$/u.test(grade))
      throw new DatasetError(file, place, "is not query, text and a whole grade, separated by tabs");
    if (!queries.has(query)) throw new DatasetError(file, place, `names the query ${query}, which is none`);
    if (!texts.has(text)) throw new DatasetError(file, place, `names the text ${text}, which is none`);
    const relevant = judged.get(query) ?? new Map<string, number>();
    if (Number(grade) > 0) relevant.set(text, Number(grade));
    judged.set(query, relevant);
  }
  return judged;
}
