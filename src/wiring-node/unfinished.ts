import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { isTeczkaError } from "../core/errors.ts";

/**
 * Paths whose ingest has begun and not come to its end, in a file beside the store: after a crash the documents that
 * did come in are whole, and without this nobody would know that others are missing.
 */
export interface UnfinishedIngests {
  list(): Promise<string[]>;
  /** Notes the paths until the work is done; what breaks off leaves them noted, what is refused does not. */
  during<T>(paths: readonly string[], work: () => Promise<T>): Promise<T>;
}

/** Whoever calls `during` holds the lock of the ingest. */
export function unfinishedIngests(place: string): UnfinishedIngests {
  const list = async (): Promise<string[]> => {
    try {
      return JSON.parse(await readFile(place, "utf8")) as string[];
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
      throw error;
    }
  };
  const write = async (paths: readonly string[]): Promise<void> => {
    if (paths.length === 0) return rm(place, { force: true });
    await writeFile(`${place}.part`, JSON.stringify(paths));
    await rename(`${place}.part`, place);
  };
  return {
    list,
    during: async (paths, work) => {
      const these = paths.map((path) => resolve(path));
      const before = await list();
      const others = before.filter((path) => !these.includes(path));
      await write([...others, ...these]);
      try {
        const done = await work();
        await write(others);
        return done;
      } catch (error) {
        if (isTeczkaError(error) && error.kind !== "unavailable") await write(before);
        throw error;
      }
    },
  };
}
