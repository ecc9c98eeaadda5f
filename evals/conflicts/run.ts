import { parseArgs } from "node:util";
import { openArchive } from "../archive/open-archive.ts";
import { printConflicts, scoreConflicts } from "./score.ts";

/**
 * Conflicts found against those planted, over generated archives in stores of their own:
 *
 *     npm run evals -- conflicts FOLDER --seed 7 --seed 8
 */
export async function evaluateConflicts(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { seed: { type: "string", multiple: true, default: [] } },
  });
  const sources = [
    ...values.seed.map((seed) => ({ seed: Number(seed) })),
    ...positionals.map((folder) => ({ folder })),
  ];
  if (sources.length === 0) throw new Error("Name archives: --seed N, or folders that the generator wrote");
  for (const source of sources) {
    const { services, truth, close } = await openArchive(source);
    try {
      console.log(`\n# ${truth.town}, seed ${truth.seed}\n`);
      console.log(printConflicts(await scoreConflicts(truth.conflicts, services.archive)));
    } finally {
      await close();
    }
  }
}
