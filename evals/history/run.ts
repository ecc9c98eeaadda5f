import { parseArgs } from "node:util";
import { openArchive } from "../archive/open-archive.ts";
import { evaluateHistories, type Share } from "./evaluate.ts";

/**
 * Statuses on a day and decisions of a history, against what is true of a generated archive:
 *
 *     npm run evals -- history FOLDER
 *     npm run evals -- history --seed 7
 */
export async function evaluateHistory(args: string[]): Promise<void> {
  const options = { seed: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [folder = "data/sample"] = positionals;
  const opened = await openArchive(values.seed ? { seed: Number(values.seed) } : { folder });
  try {
    const { services, truth } = opened;
    const score = await evaluateHistories(truth, { archive: services.archive, access: "all" });
    console.log(`\n# ${truth.town}, seed ${truth.seed}: histories\n`);
    printLine("status on a day", score.statuses);
    printLine("decisions told", score.told);
    printLine("decisions told that are its own", score.ownOnly);
    printLine("planted gaps found", score.missing);
    console.log(`reported missing, not planted: ${score.alsoMissing.length}`);
    for (const what of score.alsoMissing) console.log(`  ${what}`);
  } finally {
    await opened.close();
  }
}

function printLine(name: string, { right, of, wrong }: Share): void {
  console.log(`${name.padEnd(34)}${right}/${of} ${of === 0 ? "" : (right / of).toFixed(3)}`);
  for (const what of wrong) console.log(`  ${what}`);
}
