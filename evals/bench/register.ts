import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { openServices } from "../../src/wiring-node.ts";
import { printTable } from "../archive/summary.ts";
import { realImport, twoImports } from "./register-imports.ts";
import { writeRegisterDump } from "./register-dump.ts";
import { lookUpTimes } from "./register-look-ups.ts";
import { conflictsFound, parseShares } from "./register-proof.ts";

/**
 * Prints one table of what the permit register is measured by. The dump is made up (register-dump.ts). Rates are told
 * by the clock and by processor time, which says what the work costs however many others share the machine. A section
 * whose data is not there says so.
 */
export async function benchRegister(rows: number): Promise<void> {
  const load = loadavg()[0]?.toFixed(1);
  console.log(`${availableParallelism()} cores, load ${load} at the start, Node ${process.versions.node}\n`);
  const work = await mkdtemp(join(tmpdir(), "teczka-registers-"));
  try {
    const dump = join(work, "dump.csv");
    const store = join(work, "store");
    await writeRegisterDump(dump, rows);
    const table = [["what", "measured", "goal"], ...(await twoImports(dump, store, rows))];
    const services = await openServices({ data: store, port: 0, host: "127.0.0.1", sample: false });
    table.push(...(await lookUpTimes(services.archive.register)));
    await services.close();
    table.push(...(await realImport(join(work, "real"))), ...parseShares(), ...(await conflictsFound()));
    console.log(printTable(table));
  } finally {
    await rm(work, { recursive: true });
  }
}
