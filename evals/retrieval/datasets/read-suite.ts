import { stat } from "node:fs/promises";
import { z } from "zod";
import { joinSuites, type OpenedSuite, type Suite } from "../suite.ts";
import { isBeirFolder, readBeir } from "./beir.ts";
import { DatasetError, readJson } from "./read-json.ts";
import { readSquad } from "./squad.ts";
import { textFiles } from "./text-files.ts";
import { readUnits } from "./units.ts";

/** Data sets as one suite: SQuAD 2 files, lists of units, BEIR folders; which of them a path is, its shape tells. */
export async function readSuite(paths: readonly string[]): Promise<OpenedSuite> {
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
