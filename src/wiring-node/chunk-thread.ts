import { buffersOfChunk, createChunks } from "../adapters/sql/register-chunks.ts";
import { serveChunks } from "../adapters/threads/serve-chunks.ts";

// Started as a thread by intake.ts.
serveChunks({ create: createChunks, buffersOf: buffersOfChunk });
