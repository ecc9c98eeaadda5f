import { fileURLToPath } from "node:url";
import { openArchive } from "../archive/open-archive.ts";
import { scoreConflicts } from "../conflicts/score.ts";
import { identityShares } from "./identity-shares.ts";
import { realFolder } from "./real-data.ts";

/** How much of the real register's columns is read rightly. */
export function parseShares(): string[][] {
  const folder = realFolder("register");
  if (folder === undefined) return [["real register's columns read", "left out: no real data", ""]];
  return identityShares(folder).map(({ what, cells, right }) => [
    `real register: ${what}`,
    right === undefined ? `${cells} cells` : `${right} of ${cells} read (${((right / cells) * 100).toFixed(2)} %)`,
    right === undefined ? "" : "≥ 98 %",
  ]);
}

/** Conflicts of the sample archive, against those that its generator planted. */
export async function conflictsFound(): Promise<string[][]> {
  const folder = fileURLToPath(new URL("../../data/sample", import.meta.url));
  const { services, truth, close } = await openArchive({ folder });
  try {
    const { fields } = await scoreConflicts(truth.conflicts, services.archive);
    return fields.map(({ field, planted, found, extra }) => [
      `conflicts of the sample archive: ${field}`,
      `${found} of ${planted} planted, ${extra} not planted`,
      "all, none",
    ]);
  } finally {
    await close();
  }
}
