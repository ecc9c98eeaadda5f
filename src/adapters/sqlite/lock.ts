import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { storeError } from "./errors.ts";

/**
 * A lock between processes, on a file of its own: an exclusive transaction that is never committed. The system lets
 * go of it when the process dies, however it dies, so no lock is ever left behind.
 * @returns what releases it; `undefined` when another process holds it
 */
export function tryLock(path: string): (() => void) | undefined {
  let raw: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    raw = new DatabaseSync(path, { timeout: 0 });
    raw.exec("BEGIN EXCLUSIVE");
    const held = raw;
    return () => held.close();
  } catch (error) {
    raw?.close();
    if (error instanceof Error && "errcode" in error && error.errcode === 5) return undefined;
    throw storeError(error, path);
  }
}
