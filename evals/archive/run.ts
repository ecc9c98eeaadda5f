import { parseArgs } from "node:util";
import type { StoredDocument } from "../../src/core/document.ts";
import { isWhole } from "../../src/core/drafts/draft-view.ts";
import type { DocumentStore } from "../../src/core/ports/document-store.ts";
import { evaluate } from "./evaluate.ts";
import { printFacts, scoreFacts } from "./facts.ts";
import { evaluator, openArchive } from "./open-archive.ts";
import { printFailure, printSummary, printTimes, summarise } from "./summary.ts";

interface Shown {
  /** Only questions of this family. */
  family?: string;
  /** Lists each draft that is not right, with what is missing of it. */
  failures: boolean;
  /** Lists what was read wrongly or missed in each paper, and asks nothing. */
  facts: boolean;
}

/**
 * Ingests generated archives into stores of their own, asks every question of their ground truth and prints how many
 * drafts are right, by family:
 *
 *     npm run evals -- archive --seed 1 --seed 7 [--failures] [--family NAME] [--facts]
 *     npm run evals -- archive FOLDER [--failures]
 */
export async function evaluateArchives(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seed: { type: "string", multiple: true, default: [] },
      family: { type: "string" },
      failures: { type: "boolean", default: false },
      facts: { type: "boolean", default: false },
    },
  });
  const sources = [
    ...values.seed.map((seed) => ({ seed: Number(seed) })),
    ...positionals.map((folder) => ({ folder })),
  ];
  if (sources.length === 0) throw new Error("Name archives: --seed N, or folders that the generator wrote");
  for (const source of sources) await run(source, values);
}

async function run(source: { seed: number } | { folder: string }, shown: Shown): Promise<void> {
  const { services, truth, ingested, imported, close } = await openArchive(source);
  try {
    const { files, pages, passages, refused } = ingested.totals;
    console.log(`\n# ${truth.town}, seed ${truth.seed}: ${files} files, ${pages} pages, ${passages} passages`);
    console.log(`${imported.totals.kept} register rows; refused: ${refused} files, ${imported.totals.refused} rows`);
    for (const { path, reason } of [
      ...ingested.files,
      ...imported.files.map((file) => ({ ...file, path: file.fileName })),
    ])
      if (reason !== undefined) console.log(`refused ${path}: ${reason}`);
    const stored = await services.archive.documents.list({ access: "all" });
    const facts = scoreFacts(truth.documents, stored, await textsOf(stored, services.archive.documents));
    console.log(`\n${printFacts(facts)}`);
    if (shown.facts) {
      for (const { field, faults } of facts) for (const fault of faults) console.log(`${field}: ${fault}`);
      return;
    }
    const questions = truth.questions.filter(({ family }) => shown.family === undefined || family === shown.family);
    const asked = await evaluate({ questions }, async (question) => {
      const draft = await services.drafts.ask(question, evaluator, "eval");
      if (!isWhole(draft)) throw new Error("an evaluator sees drafts whole");
      return draft;
    });
    console.log(`\n${printSummary(summarise(asked))}`);
    console.log(`\nask: ${printTimes(asked.map(({ milliseconds }) => milliseconds))}`);
    if (shown.failures) for (const one of asked) if (!one.score.correct) console.log(`\n${printFailure(one)}`);
  } finally {
    await close();
  }
}

/** By path, the readable pages with white space folded. */
async function textsOf(stored: readonly StoredDocument[], documents: DocumentStore): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { ref, pageCount } of stored) {
    const pages = await Promise.all(
      Array.from({ length: pageCount }, (_, index) => documents.page(ref.id, index + 1, "all")),
    );
    const readable = pages.flatMap((page) => (page && !page.unreadable ? [page.text] : []));
    texts.set(ref.path, readable.join(" ").replace(/\s+/gu, " "));
  }
  return texts;
}
