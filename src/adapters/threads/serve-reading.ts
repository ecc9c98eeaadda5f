import { parentPort } from "node:worker_threads";
import { prepare, type Readers } from "../../ingest/prepare.ts";
import { errorMessage } from "./error-message.ts";
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
    return { error: errorMessage(error) };
  }
}
