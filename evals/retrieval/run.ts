import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { openServices } from "../../src/wiring-node.ts";
import { evaluator } from "../archive/open-archive.ts";
import { printShare, printTable, printTimes } from "../archive/summary.ts";

/**
 * How often the passage index brings the right paragraph first, and among the first five: Polish questions that no one
 * here wrote (PoQuAD), against their paragraphs and the longer units of two statutes together. Opt-in, since the data
 * stays outside the repository: `npm run evals:retrieval`. Each paragraph and unit is a file of its own, so that what
 * is ranked is found by its path; passages of a long paragraph count for it.
 */
const data = process.env.TECZKA_REAL_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const shortestUnit = 80;
/** Passages asked for: several may stand in one paragraph. */
const depth = 40;

const squadSchema = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) })),
    }),
  ),
});
const unitsSchema = z.array(z.object({ text: z.string() }));

const read = (path: string): unknown => JSON.parse(readFileSync(join(data, path), "utf8"));
const paragraphs = squadSchema.parse(read("qa/poquad-shared.json")).data.flatMap((article) => article.paragraphs);
const units = ["law/prawo-budowlane-2024-725.json", "law/warunki-techniczne-2022-1225.json"].flatMap((path) =>
  unitsSchema.parse(read(path)).filter(({ text }) => text.length > shortestUnit),
);

const work = await mkdtemp(join(tmpdir(), "teczka-retrieval-"));
const services = await openServices({ data: join(work, "store"), port: 0, host: "127.0.0.1", sample: false });
try {
  const files: string[] = [];
  const put = async (name: string, text: string) => {
    files.push(join(work, name));
    await writeFile(join(work, name), text);
  };
  for (const [index, { context }] of paragraphs.entries()) await put(`p${index}.txt`, context);
  for (const [index, { text }] of units.entries()) await put(`u${index}.txt`, text);
  await services.ingest({ paths: files, labels: [] }, evaluator);
  await ask(files.length);
} finally {
  await services.close();
  await rm(work, { recursive: true });
}

async function ask(total: number): Promise<void> {
  const ranks: number[] = [];
  const times: number[] = [];
  for (const [index, { qas }] of paragraphs.entries()) {
    for (const { question } of qas) {
      const before = performance.now();
      const filter = { access: "all" } as const;
      const { hits } = await services.archive.passages.search({ text: question, filter, limit: depth });
      times.push(performance.now() - before);
      const found = [...new Set(hits.map(({ document }) => document.path))];
      ranks.push(found.indexOf(`p${index}.txt`) + 1 || Number.POSITIVE_INFINITY);
    }
  }
  const within = (limit: number) =>
    printShare({ hits: ranks.filter((rank) => rank <= limit).length, trials: ranks.length });
  const reciprocal = ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
  console.log(
    `${ranks.length} questions against ${total} paragraphs and units, ${services.archive.passages.fingerprint}`,
  );
  console.log(
    printTable([
      ["r@1", "r@5", "r@10", "MRR"],
      [within(1), within(5), within(10), reciprocal.toFixed(3)],
    ]),
  );
  console.log(`search: ${printTimes(times)}`);
}
