import { Worker } from "node:worker_threads";
import type { PreparedDocument } from "../../core/document.ts";
import { TeczkaError } from "../../core/errors.ts";
import type { SourceFile } from "../../ingest/prepare.ts";
import { errorOf } from "./error-message.ts";
import type { ReadingAnswer, ReadingRequest } from "./messages.ts";

/** Threads that read files: a PDF of a thousand pages holds up no request and no other file. */
export interface ReadingThreads {
  /** Rejects with the TeczkaError of the reader. Waits while all threads are at work. */
  prepare(file: SourceFile, bytes: Uint8Array): Promise<PreparedDocument>;
  close(): Promise<void>;
}

interface Job {
  request: ReadingRequest;
  resolve: (document: PreparedDocument) => void;
  reject: (error: unknown) => void;
}

/**
 * @param entry the module that a thread runs: it calls `serveReading` with the readers
 * @param most threads at once; they are started when there is work for them
 */
export function createReadingThreads(entry: URL, most: number): ReadingThreads {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job>();

  const next = (): void => {
    const job = waiting[0];
    if (!job) return;
    const worker = idle.pop() ?? (busy.size < most ? start() : undefined);
    if (!worker) return;
    waiting.shift();
    busy.set(worker, job);
    worker.postMessage(job.request);
  };

  const settle = (worker: Worker, answer: ReadingAnswer): void => {
    const job = busy.get(worker);
    busy.delete(worker);
    idle.push(worker);
    if (job && "document" in answer) job.resolve(answer.document);
    else if (job && "error" in answer) job.reject(errorOf(answer.error));
    next();
  };

  /** A thread that died (out of memory, as a rule) takes its file with it, and nothing else. */
  const bury = (worker: Worker, cause: unknown): void => {
    const job = busy.get(worker);
    busy.delete(worker);
    job?.reject(readingFailed(job.request.file.fileName, cause));
    next();
  };

  const start = (): Worker => {
    const worker = new Worker(entry);
    worker.on("message", (answer: ReadingAnswer) => settle(worker, answer));
    worker.on("error", (error) => bury(worker, error));
    return worker;
  };

  return {
    prepare: (file, bytes) =>
      new Promise((resolve, reject) => {
        waiting.push({ request: { file, bytes }, resolve, reject });
        next();
      }),
    close: async () => {
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}

function readingFailed(fileName: string, cause: unknown): TeczkaError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new TeczkaError(
    "invalid",
    "file_unreadable",
    `Czytanie pliku „${fileName}” przerwał błąd (${said}).`,
    "Podziel plik na mniejsze albo otwórz i zapisz go w innym programie.",
    { cause },
  );
}
