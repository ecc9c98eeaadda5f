import { parentPort } from "node:worker_threads";
import type { ChunkAnswer, ChunkRequest } from "./chunk-messages.ts";
import { errorMessage } from "./error-message.ts";

interface ChunkParts<Chunk, Told> {
  create(): { add(index: Uint8Array): Chunk[]; end(): { chunks: Chunk[]; told: Told } };
  /** Of a chunk: what is handed over, not copied. */
  buffersOf(chunk: Chunk): ArrayBuffer[];
}

/** The inside of the thread that makes chunks of packages. */
export function serveChunks<Chunk, Told>({ create, buffersOf }: ChunkParts<Chunk, Told>): void {
  let chunks = create();
  const answer = ({ first, index }: ChunkRequest): ChunkAnswer<Chunk, Told> => {
    if (first) chunks = create();
    return index ? { chunks: chunks.add(index) } : chunks.end();
  };
  parentPort?.on("message", (request: ChunkRequest) => {
    try {
      const made = answer(request);
      parentPort?.postMessage(made, made.chunks.flatMap(buffersOf));
    } catch (error) {
      parentPort?.postMessage({ error: errorMessage(error) });
    }
  });
}
