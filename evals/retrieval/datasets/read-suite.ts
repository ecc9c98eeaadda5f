import { stat } from "node:fs/promises";
import { z } from "zod";
import { joinSuites, type OpenedSuite, type Suite } from "../suite.ts";
import { isArchiveFolder, readArchive } from "./archive.ts";
import { isBeirFolder, readBeir } from "./beir.ts";
import { DatasetError, readJson } from "./read-json.ts";
import { readSquad } from "./squad.ts";
import { textFiles } from "./text-files.ts";
import { readUnits } from "./units.ts";

/**
 * Data sets as one suite: SQuAD 2 files, lists of units, BEIR folders; or one generated archive. Which of them a path
 * is, its shape tells.
 * @param store where an archive's lexical store is kept
 */
export async function readSuite(paths: readonly string[], store: string): Promise<OpenedSuite> {
  const archive = paths.find(isArchiveFolder);
  if (archive !== undefined) {
    if (paths.length === 1) return readArchive(archive, store);
    throw new DatasetError(archive, "", "is an archive, which makes up a suite alone");
  }
  const suite = joinSuites(await Promise.all(paths.map(readOne)));
  if (suite.questions.length === 0) throw new DatasetError(paths.join(", "), "", "holds no questions");
  return { ...suite, intake: textFiles(suite.texts) };
}

async function readOne(path: string): Promise<Suite> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new DatasetError(path, "", "is not there", { cause });
  });
  if (found.isDirectory()) {
    if (isBeirFolder(path)) return readBeir(path);
    throw new DatasetError(path, "", "holds no corpus.jsonl, as a BEIR folder does");
  }
  return Array.isArray(await readJson(path, z.unknown())) ? readUnits(path) : readSquad(path);
}
