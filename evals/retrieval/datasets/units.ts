import { basename } from "node:path";
import { z } from "zod";
import type { Suite } from "../suite.ts";
import { readJson } from "./read-json.ts";

/** Shorter units are headings and ends of lists, which no question is about. */
const longerThan = 80;

/** A JSON list of units of an act (`id`, `text`): texts without questions, to stand beside those of another data set. */
const unitsSchema = z.array(z.object({ id: z.string(), text: z.string() }));

export async function readUnits(file: string): Promise<Suite> {
  const units = await readJson(file, unitsSchema);
  return { name: basename(file), texts: units.filter(({ text }) => text.length > longerThan), questions: [] };
}
