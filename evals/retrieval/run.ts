import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askAll } from "./ask.ts";
import { readSuite } from "./datasets/read-suite.ts";
import { inHalf } from "./half.ts";
import { readOptions } from "./options.ts";
import { printFailures, printSummaries, summarise, type TargetResult } from "./report.ts";
import type { CorpusText, Question } from "./suite.ts";
import { openTeczka } from "./targets/teczka.ts";
import type { OpenTarget } from "./targets/target.ts";

/**
 * What a search brings, for Teczka and for other engines on the same questions and texts:
 *
 *     npm run evals -- retrieval [DATA…] [--half tune|report|all] [--peers none|NAME,…] [--store DIR] [--json] [--out DIR] [--failures]
 *
 * DATA is a SQuAD 2 file, a list of units of an act, a BEIR folder; several make one corpus. Without it, the corpus of
 * README.md is taken from `$TECZKA_REAL_DATA`.
 */
export async function evaluateRetrieval(args: string[]): Promise<void> {
  const { data, half, store, failures } = readOptions(args);
  const { name, texts, questions: all } = await readSuite(data);
  const questions = inHalf(all, half);
  console.log(`${name}\nhalf: ${half}, ${questions.length} questions against ${texts.length} texts\n`);
  const folder = store ?? (await mkdtemp(join(tmpdir(), "teczka-retrieval-")));
  try {
    const settings = { port: 0, host: "127.0.0.1", sample: false };
    const lexical: OpenTarget = (texts, store) => openTeczka("Teczka lexical", settings, texts, store);
    const result = await measure(lexical, texts, questions, join(folder, "lexical"));
    console.log(printSummaries([summarise(result)]));
    if (failures) console.log(printFailures(result, texts));
  } finally {
    if (store === undefined) await rm(folder, { recursive: true });
  }
}

async function measure(
  open: OpenTarget,
  texts: readonly CorpusText[],
  questions: readonly Question[],
  store: string,
): Promise<TargetResult> {
  const before = performance.now();
  const target = await open(texts, store);
  try {
    const buildSeconds = (performance.now() - before) / 1000;
    return { name: target.name, about: target.about, buildSeconds, asked: await askAll(target, questions) };
  } finally {
    await target.close();
  }
}
