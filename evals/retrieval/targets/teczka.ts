import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OperatorServices } from "../../../src/cli/operator-services.ts";
import type { Config } from "../../../src/config.ts";
import { openServices } from "../../../src/wiring-node.ts";
import { evaluator } from "../../archive/open-archive.ts";
import type { CorpusText } from "../suite.ts";
import { type Target, wholeText } from "./target.ts";

/** Passages asked for one text wanted: several may stand in one. */
const passagesPerText = 4;

/**
 * Teczka as it runs: each text a file of its own, taken in by the ingest, searched as `teczka search` does it. A store
 * that holds the same texts is used again, so what its analyser or model made stays; where that is another one than the
 * program's, the search says so.
 */
export async function openTeczka(
  name: string,
  settings: Omit<Config, "data">,
  texts: readonly CorpusText[],
  store: string,
): Promise<Target> {
  const folder = join(store, digestOf(texts));
  const filled = join(folder, "filled");
  if (!existsSync(filled)) await rm(folder, { recursive: true, force: true });
  const services = await openServices({ ...settings, data: join(folder, "store") });
  try {
    if (!existsSync(filled)) {
      await fill(services, texts, join(folder, "texts"));
      await writeFile(filled, "");
    }
  } catch (error) {
    await services.close();
    throw error;
  }
  const { passages } = services.archive;
  return {
    name,
    about: passages.fingerprint,
    search: async (text, limit) => {
      const query = { text, filter: { access: "all" } as const, limit: limit * passagesPerText };
      const { hits } = await passages.search(query);
      return [...new Set(hits.map(({ document }) => idOf(document.fileName)))];
    },
    close: () => services.close(),
  };
}

async function fill(services: OperatorServices, texts: readonly CorpusText[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const text of texts) await writeFile(join(folder, fileNameOf(text)), wholeText(text));
  const { files } = await services.ingest({ paths: [folder], labels: [] }, evaluator);
  const refused = files.find(({ status }) => status === "refused");
  if (refused) throw new Error(`text ${refused.path} was refused: ${refused.reason}`);
}

const fileNameOf = ({ id }: CorpusText): string => `${id}.txt`;
const idOf = (fileName: string): string => fileName.slice(0, -".txt".length);

function digestOf(texts: readonly CorpusText[]): string {
  const digest = createHash("sha256");
  for (const text of texts) digest.update(JSON.stringify([text.id, wholeText(text)]));
  return digest.digest("hex").slice(0, 16);
}
