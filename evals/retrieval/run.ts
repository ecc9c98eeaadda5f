import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../src/config.ts";
import { askAll } from "./ask.ts";
import { readSuite } from "./datasets/read-suite.ts";
import { inHalf } from "./half.ts";
import { readOptions } from "./options.ts";
import { makeReport, printReport, type Report, type TargetResult } from "./report.ts";
import { printFailures } from "./failures.ts";
import type { OpenedSuite, Question } from "./suite.ts";
import { type Engines, ours, peers, type Targets } from "./targets/choose.ts";
import { dropCollections } from "./targets/qdrant-collections.ts";
import type { OpenTarget } from "./targets/target.ts";

/**
 * What a search brings, for Teczka and for other engines on the same questions and texts:
 *
 *     npm run evals -- retrieval [DATA…] [--half tune|report|all] [--peers none|NAME,…] [--store DIR]
 *                                [--json] [--out DIR] [--failures]
 *
 * DATA is a SQuAD 2 file, a list of units of an act, a BEIR folder; several make one corpus. Or it is the folder of one
 * generated archive. Without it, the corpus of README.md is taken from `$TECZKA_REAL_DATA`.
 */
export async function evaluateRetrieval(args: string[]): Promise<void> {
  const { data, half, peers: names, store, out, json, failures } = readOptions(args);
  const { embeddings, qdrant } = readConfig(process.env, process.cwd());
  const engines: Engines = { ...(embeddings ? { embeddings } : {}), ...(qdrant ? { qdrant } : {}) };
  const beside = peers(engines, names);
  const folder = store ?? (await mkdtemp(join(tmpdir(), "teczka-retrieval-")));
  try {
    const suite = await readSuite(data, join(folder, "lexical"));
    const questions = inHalf(suite.questions, half);
    const own = await measureAll(ours(engines, folder), suite, questions, folder);
    const other = await measureAll(beside, suite, questions, folder);
    const report = makeReport({ suite: suite.name, half, texts: suite.texts.length }, own, other);
    if (out !== undefined) await write(report, out);
    console.log(json ? JSON.stringify(report, null, 2) : printReport(report));
    if (failures) for (const result of own) console.log(printFailures(result, suite.texts));
  } finally {
    if (store === undefined) await rm(folder, { recursive: true });
    if (store === undefined && qdrant) await dropCollections(qdrant, folder);
  }
}

async function measureAll(
  targets: Targets,
  suite: OpenedSuite,
  questions: readonly Question[],
  folder: string,
): Promise<TargetResult[]> {
  const results: TargetResult[] = [];
  for (const [name, open] of Object.entries(targets)) {
    process.stderr.write(`${name} …\n`);
    results.push(await measure(open, suite, questions, join(folder, name)));
  }
  return results;
}

async function measure(
  open: OpenTarget,
  suite: OpenedSuite,
  questions: readonly Question[],
  store: string,
): Promise<TargetResult> {
  const before = performance.now();
  const target = await open(suite, store);
  try {
    const buildSeconds = (performance.now() - before) / 1000;
    return { name: target.name, about: target.about, buildSeconds, asked: await askAll(target, questions) };
  } finally {
    await target.close();
  }
}

async function write(report: Report, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const name = `retrieval-${report.half}`;
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(join(folder, `${name}.txt`), `${printReport(report)}\n`);
}
