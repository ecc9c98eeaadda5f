import { parentPort } from "node:worker_threads";
import { isTeczkaError } from "../../core/errors.ts";
import { prepare, type Readers } from "../../ingest/prepare.ts";
import type { ReadingAnswer, ReadingRequest } from "./messages.ts";

/** The inside of a reading thread. */
export function serveReading(readers: Readers): void {
  parentPort?.on("message", async ({ file, bytes }: ReadingRequest) => {
    parentPort?.postMessage(await answerTo({ file, bytes }, readers));
  });
}

async function answerTo({ file, bytes }: ReadingRequest, readers: Readers): Promise<ReadingAnswer> {
  try {
    return { document: await prepare(file, bytes, readers) };
  } catch (error) {
    if (!isTeczkaError(error)) return { error: { message: error instanceof Error ? `${error.stack}` : String(error) } };
    const { kind, code, message, hint } = error;
    return { error: { kind, code, message, hint } };
  }
}
