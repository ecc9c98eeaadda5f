import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Real data that is not part of the project; `TECZKA_REAL_DATA` names another place. */
const realData = process.env.TECZKA_REAL_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));

/** The folder, where it is there. */
export function realFolder(name: string): string | undefined {
  const folder = join(realData, name);
  return existsSync(folder) ? folder : undefined;
}
