import { parentPort } from "node:worker_threads";
import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { errorMessage } from "./error-message.ts";
import {
  mostOnTheWay,
  type OpenedRegister,
  type RegisterAnswer,
  type RegisterCounts,
  type RegisterProgress,
  type RegisterRequest,
} from "./register-messages.ts";

/** What the thread needs of the parser of registers. */
interface RegisterReading extends Omit<OpenedRegister, "index"> {
  entries(context: { register: string; authority?: string | undefined }): AsyncIterable<Iterable<RegisterEntry>>;
  counts: RegisterCounts;
  progress(): RegisterProgress;
}

export interface RegisterParts<Package> {
  open(path: string): Promise<RegisterReading[]>;
  pack(entries: AsyncIterable<Iterable<RegisterEntry>>): AsyncIterable<Package>;
  /** Of a package: what is handed over, not copied. */
  buffersOf(some: Package): ArrayBuffer[];
}

/** The inside of the thread that reads registers: what it sends is ready to be written. */
export function serveRegisters<Package>({ open, pack, buffersOf }: RegisterParts<Package>): void {
  const readings: RegisterReading[] = [];
  const flow = { room: mostOnTheWay, wake: () => {} };
  const send = (answer: RegisterAnswer<Package>, buffers: ArrayBuffer[] = []) =>
    parentPort?.postMessage(answer, buffers);

  const read = async (index: number, context: Parameters<RegisterReading["entries"]>[0]): Promise<void> => {
    const reading = readings[index];
    if (!reading) throw new Error(`no register ${index} is open`);
    for await (const some of pack(reading.entries(context))) {
      while (flow.room === 0) await new Promise<void>((resolve) => (flow.wake = resolve));
      flow.room -= 1;
      send({ package: some, progress: reading.progress() }, buffersOf(some));
    }
    send({ counts: reading.counts });
  };
  const answer = async (request: RegisterRequest): Promise<void> => {
    if (request.ask === "more") {
      flow.room += 1;
      flow.wake();
      return;
    }
    try {
      if (request.ask === "read") return await read(request.index, request.context);
      const opened = await open(request.path);
      const first = readings.push(...opened) - opened.length;
      send({
        opened: opened.map(({ fileName, sha256, format }, at) => ({ index: first + at, fileName, sha256, format })),
      });
    } catch (error) {
      send({ error: errorMessage(error) });
    }
  };
  parentPort?.on("message", (request: RegisterRequest) => void answer(request));
}
