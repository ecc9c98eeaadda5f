import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OperatorServices } from "../../../src/cli/operator-services.ts";
import type { Config } from "../../../src/config.ts";
import { openServices } from "../../../src/wiring-node.ts";
import { searchPassages } from "../../../tools/search-passages.ts";
import { evaluator } from "../../archive/open-archive.ts";
import type { Intake } from "../suite.ts";
import type { OpenTarget } from "./target.ts";

/** Passages asked for one text wanted: several may stand in one. */
const passagesPerText = 4;

export type TeczkaSettings = Omit<Config, "data">;

/** Nothing of the environment: the embedded index, and no model. */
export const lexicalSettings: TeczkaSettings = { port: 0, host: "127.0.0.1", sample: false };

/** Teczka as it runs: files taken in by the ingest, searched as `teczka search` does it. */
export function teczka(name: string, settings: TeczkaSettings): OpenTarget {
  return async ({ intake }, store) => {
    const services = await openFilled(settings, intake, store);
    const context = { archive: services.archive, access: "all" } as const;
    return {
      name,
      about: services.archive.passages.fingerprint,
      search: async (text, limit) => {
        const { passages } = await searchPassages.run({ query: text, limit: limit * passagesPerText }, context);
        return [...new Set(passages.flatMap((passage) => intake.textsOf(passage)))];
      },
      close: () => services.close(),
    };
  };
}

/**
 * A store that holds the same files is used again, so what its model made stays; where another analyser or model filled
 * it than the program's, its index is made anew.
 */
export async function openFilled(settings: TeczkaSettings, intake: Intake, store: string): Promise<OperatorServices> {
  const folder = join(store, intake.digest.slice(0, 16));
  const filled = join(folder, "filled");
  const by = await readFile(filled, "utf8").catch(() => undefined);
  if (by === undefined) await rm(folder, { recursive: true, force: true });
  const services = await openServices({ ...settings, data: join(folder, "store") });
  try {
    const { fingerprint } = services.archive.passages;
    if (by === undefined) await fill(services, await intake.files(folder));
    else if (by !== fingerprint) await services.rebuildIndex(() => {});
    await writeFile(filled, fingerprint);
    return services;
  } catch (error) {
    await services.close();
    throw error;
  }
}

async function fill(services: OperatorServices, folder: string): Promise<void> {
  const { files } = await services.ingest({ paths: [folder], labels: [] }, evaluator);
  const refused = files.find(({ status }) => status === "refused");
  if (refused) throw new Error(`${refused.path} was refused: ${refused.reason}`);
}
