import { parseArgs } from "node:util";
import { openArchive } from "../archive/open-archive.ts";
import { evaluateHistories, type Share } from "./evaluate.ts";

const { values, positionals } = parseArgs({ options: { seed: { type: "string" } }, allowPositionals: true });
const [folder = "data/sample"] = positionals;
const opened = await openArchive(values.seed ? { seed: Number(values.seed) } : { folder });
const { out } = { out: process.stdout };
try {
  const { services, truth } = opened;
  const score = await evaluateHistories(truth, { archive: services.archive, access: "all" });
  out.write(`\n# ${truth.town}, seed ${truth.seed}: histories\n\n`);
  line("status on a day", score.statuses);
  line("decisions told", score.told);
  line("decisions told that are its own", score.ownOnly);
  line("planted gaps found", score.missing);
  out.write(`reported missing, not planted: ${score.alsoMissing.length}\n`);
  for (const what of score.alsoMissing) out.write(`  ${what}\n`);
} finally {
  await opened.close();
}

function line(name: string, { right, of, wrong }: Share): void {
  out.write(`${name.padEnd(34)}${right}/${of} ${of === 0 ? "" : (right / of).toFixed(3)}\n`);
  for (const what of wrong) out.write(`  ${what}\n`);
}
