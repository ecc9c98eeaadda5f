import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openServices } from "../../src/wiring-node.ts";
import { evaluator } from "../archive/open-archive.ts";
import { printTable } from "../archive/summary.ts";
import { writeRegisterDump } from "./register-dump.ts";
import { lookUpTimes } from "./register-look-ups.ts";

/**
 * Prints the figures of a voivodeship's register: `npm run bench:registers -- [ROWS]`, a million rows unless told.
 * The dump is made up (register-dump.ts). Rates are told by the wall clock and by processor time, which says what the
 * work costs however many others share the machine; the memory is the most that this process ever held.
 */
const rows = Number(process.argv[2] ?? 1_000_000);

const work = await mkdtemp(join(tmpdir(), "teczka-registers-"));
try {
  const dump = join(work, "dump.csv");
  await writeRegisterDump(dump, rows);
  const services = await openServices({ data: join(work, "store"), port: 0, host: "127.0.0.1", sample: false });
  const table = [["what", "measured", "goal"]];
  for (const what of ["first import", "import of the same again"]) {
    const [wall, processor] = [performance.now(), process.cpuUsage()];
    const { totals } = await services.importRegisters({ files: [dump], format: "auto" }, evaluator);
    const { user, system } = process.cpuUsage(processor);
    const rate = (milliseconds: number) => Math.round((totals.kept / milliseconds) * 1000);
    const measured = `${rate(performance.now() - wall)} rows/s, ${rate((user + system) / 1000)} by processor time`;
    table.push([`${what}, ${totals.kept} rows`, measured, "≥ 25 000 rows/s"]);
  }
  table.push(["memory, at most", `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`, "< 300 MB"]);
  table.push(...(await lookUpTimes(services.archive.register)));
  await services.close();
  console.log(printTable(table));
} finally {
  await rm(work, { recursive: true });
}
