import { readdirSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { timeProgram } from "./measure.ts";
import { realFolder } from "./real-data.ts";

const launch = fileURLToPath(new URL("../../src/launch.js", import.meta.url));

/** The command as an operator types it, in a process of its own: its whole memory is told. */
async function importOf(files: readonly string[], store: string) {
  const time = await timeProgram([launch, "register", "import", ...files, "--json"], { TECZKA_DATA: store });
  const { totals } = JSON.parse(time.printed) as {
    totals: { rows: number; kept: number; merged: number; blank: number; refused: number };
  };
  const rate = (milliseconds: number) => Math.round((totals.rows / milliseconds) * 1000);
  const measured = `${rate(time.wall)} rows/s, ${rate(time.processor)} by processor time, ${time.memory} MB at most`;
  return { totals, measured };
}

/** Rows of a table: a first import, the same again, and what it takes on the disk. */
export async function twoImports(dump: string, store: string, rows: number): Promise<string[][]> {
  const first = await importOf([dump], store);
  const { size } = await stat(join(store, "teczka.sqlite"));
  const again = await importOf([dump], store);
  const goal = "≥ 25 000 rows/s, < 300 MB";
  return [
    [`first import, ${rows} rows`, first.measured, goal],
    ["import of the same again", again.measured, goal],
    ["on the disk", `${Math.round(size / rows)} bytes a row`, ""],
  ];
}

export async function realImport(store: string): Promise<string[][]> {
  const folder = realFolder("register");
  if (folder === undefined) return [["import of the real city register", "left out: no real data", ""]];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => join(folder, name));
  const { totals, measured } = await importOf(files, store);
  const { rows, blank, refused, kept, merged } = totals;
  return [
    [`import of the real city register, ${files.length} files`, measured, ""],
    ["its rows", `${rows}: ${blank} blank, ${refused} refused, ${kept} kept as ${kept - merged} cases`, ""],
  ];
}
