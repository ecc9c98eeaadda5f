import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sentencesOf } from "../../src/core/text/sentences.ts";
import { readerFor } from "../../src/ingest/prepare.ts";
import { readers } from "../../src/wiring-node/readers.ts";
import { realFolder } from "./real-data.ts";

const sample = fileURLToPath(new URL("../../data/sample/archive", import.meta.url));
/** Shorter ones are headings and cells, longer ones lists that were not cut. */
const lengths = { least: 60, most: 400 };

/** Sentences that an archive is made up from, and where they come from. */
export interface SourceText {
  from: string;
  sentences: string[];
}

/** Of the real acts and plans where they are there, else of the made-up town. Read by the readers of an ingest. */
export async function sourceText(): Promise<SourceText> {
  const real = ["acts", "plans"].map(realFolder).filter((folder) => folder !== undefined);
  const folders = real.length > 0 ? real : [sample];
  const sentences = new Set<string>();
  for (const folder of folders)
    for (const path of await filesIn(folder)) for (const sentence of await sentencesIn(path)) sentences.add(sentence);
  return { from: real.length > 0 ? "real acts and plans" : "the made-up town", sentences: [...sentences] };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:pdf|html?|txt)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function sentencesIn(path: string): Promise<string[]> {
  const bytes = new Uint8Array(await readFile(path));
  const { pages } = await readerFor(bytes, path, readers).read(bytes, path);
  return pages.flatMap(({ text }) =>
    sentencesOf(text)
      .map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, " "))
      .filter((one) => one.length >= lengths.least && one.length <= lengths.most && /^[\p{Lu}\d§]/u.test(one)),
  );
}
