import { stat } from "node:fs/promises";
import { joinSuites, type Suite } from "../suite.ts";
import { isBeirFolder, readBeir } from "./beir.ts";
import { DatasetError, readJson } from "./read-json.ts";
import { readSquad } from "./squad.ts";
import { readUnits } from "./units.ts";
import { z } from "zod";

/** Data sets as one suite: SQuAD 2 files, lists of units, BEIR folders; which of them a path is, its shape tells. */
export async function readSuite(paths: readonly string[]): Promise<Suite> {
  const suite = joinSuites(await Promise.all(paths.map(readOne)));
  if (suite.questions.length === 0) throw new DatasetError(paths.join(", "), "", "holds no questions");
  return suite;
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
