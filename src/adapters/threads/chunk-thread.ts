import { Worker } from "node:worker_threads";
import type { ChunkAnswer, ChunkRequest } from "./chunk-messages.ts";
import { errorOf } from "./error-message.ts";

/** A thread that makes chunks of packages, one file's after another's; see register-chunks.ts. */
export interface ChunkThread<Chunk, Told> {
  /** Of another file. */
  begin(): {
    /** @param index is handed over */
    add(index: Uint8Array<ArrayBuffer>): Promise<Chunk[]>;
    end(): Promise<{ chunks: Chunk[]; told: Told }>;
  };
  close(): Promise<void>;
}

/** Megabytes of heap: one chunk's terms need far less. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 12 };

/** @param entry the module that the thread runs: it calls `serveChunks` */
export function startChunkThread<Chunk, Told>(entry: URL): ChunkThread<Chunk, Told> {
  let worker: Worker | undefined;
  type Answer = ChunkAnswer<Chunk, Told>;
  let waiting: { resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = [];
  const start = (): Worker => {
    const started = new Worker(entry, { resourceLimits });
    started.on("message", (answer: Answer | { error: Parameters<typeof errorOf>[0] }) => {
      const first = waiting.shift();
      if ("error" in answer) first?.reject(errorOf(answer.error));
      else first?.resolve(answer);
    });
    started.on("error", (error) => {
      for (const { reject } of waiting) reject(error);
      waiting = [];
    });
    return started;
  };
  const ask = (request: ChunkRequest, buffers: ArrayBuffer[] = []): Promise<Answer> => {
    worker ??= start();
    worker.postMessage(request, buffers);
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };
  const close = async (): Promise<void> => {
    const closing = worker;
    worker = undefined;
    await closing?.terminate();
  };
  return {
    begin: () => {
      let first = true;
      return {
        add: async (index) => {
          const answer = await ask({ first, index }, [index.buffer]);
          first = false;
          return answer.chunks;
        },
        end: async () => {
          const { chunks, told } = await ask({ first });
          // Its memory is wanted for what comes next: the rows are compared.
          await close();
          return { chunks, told: told as Told };
        },
      };
    },
    close,
  };
}
