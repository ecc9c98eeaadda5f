import { readFile } from "node:fs/promises";
import type { z } from "zod";

/** What is wrong with a data set, and where: the file, and the line or the path inside it. */
export class DatasetError extends Error {
  override readonly name = "DatasetError";
  constructor(file: string, place: string, fault: string, options?: { cause?: unknown }) {
    super(`${file}${place && `, ${place}`}: ${fault}`, options);
  }
}

/** @throws DatasetError naming the file, and what in it is not of the schema's shape */
export async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  return parseAs(await readText(file), schema, file, "");
}

/** A value a line; blank lines are passed over. */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  return (await readText(file))
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [parseAs(line, schema, file, `line ${index + 1}`)]));
}

/** @throws DatasetError when the file cannot be read */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new DatasetError(file, "", "cannot be read", { cause });
  }
}

function parseAs<T>(json: string, schema: z.ZodType<T>, file: string, place: string): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new DatasetError(file, place, `is no JSON (${String(cause)})`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path = [], message = "" } = parsed.error.issues[0] ?? {};
  throw new DatasetError(file, [place, path.join(".")].filter(Boolean).join(", "), message);
}
