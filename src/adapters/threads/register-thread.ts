import { Worker } from "node:worker_threads";
import { TeczkaError } from "../../core/errors.ts";
import { errorOf } from "./error-message.ts";
import type {
  OpenedRegister,
  RegisterAnswer,
  RegisterCounts,
  RegisterProgress,
  RegisterRequest,
} from "./register-messages.ts";

/** A register that the thread has open. */
interface ThreadRegister<Package> extends OpenedRegister {
  /** Its rows, packed; those of one register are read to the end before another is asked for. */
  rows(context: { register: string; authority?: string | undefined }): AsyncGenerator<Package>;
  /** Complete once `rows` has been read to the end. */
  counts(): RegisterCounts;
  progress(): RegisterProgress;
}

/** A thread that reads, parses and packs registers, so that this one only writes. */
export interface RegisterThread<Package> {
  /** The registers of a file. Rejects with the TeczkaError of the parser. */
  open(path: string): Promise<ThreadRegister<Package>[]>;
  close(): Promise<void>;
}

/**
 * Megabytes of heap. Left to itself V8 lets garbage grow to gigabytes; the rows on their way and one chunk's terms need
 * far less.
 */
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 24 };

/**
 * A thread that has read so many holds its memory for long after. It is let go of when nothing is left to read, since
 * what was read is compared next, which wants as much; another file starts another thread.
 */
const manyRows = 100_000;

/** @param entry the module that the thread runs: it calls `serveRegisters` */
export function startRegisterThread<Package>(entry: URL): RegisterThread<Package> {
  const thread = createTalk<Package>(entry);
  /** Registers that the thread has open and nobody has read to the end. */
  let unread = 0;
  const registerOf = (path: string, opened: OpenedRegister): ThreadRegister<Package> => {
    let counts: RegisterCounts = { rows: 0, blank: 0, repaired: 0, refused: [] };
    let progress: RegisterProgress = { rows: 0, share: 0 };
    return {
      ...opened,
      rows: async function* (context) {
        thread.ask({ ask: "read", index: opened.index, context });
        for (;;) {
          const answer = await thread.next(path);
          if ("counts" in answer) {
            ({ counts } = answer);
            unread -= 1;
            if (unread === 0 && counts.rows >= manyRows) await thread.close();
            return;
          }
          if (!("package" in answer)) continue;
          ({ progress } = answer);
          yield answer.package;
          thread.ask({ ask: "more" });
        }
      },
      counts: () => counts,
      progress: () => progress,
    };
  };
  return {
    open: async (path) => {
      thread.ask({ ask: "open", path });
      const answer = await thread.next(path);
      if (!("opened" in answer)) return [];
      unread += answer.opened.length;
      return answer.opened.map((one) => registerOf(path, one));
    },
    close: thread.close,
  };
}

/** Questions to a thread and its answers, in order; it is started by the first question, also after it was closed. */
function createTalk<Package>(entry: URL) {
  let worker: Worker | undefined;
  const arrived: RegisterAnswer<Package>[] = [];
  let died: unknown;
  let wake: (() => void) | undefined;
  const start = (): Worker => {
    const started = new Worker(entry, { resourceLimits });
    started.on("message", (answer: RegisterAnswer<Package>) => {
      arrived.push(answer);
      wake?.();
    });
    started.on("error", (error) => {
      died = error;
      wake?.();
    });
    return started;
  };
  return {
    ask: (request: RegisterRequest): void => {
      worker ??= start();
      worker.postMessage(request);
    },
    next: async (path: string): Promise<Exclude<RegisterAnswer<Package>, { error: unknown }>> => {
      while (arrived.length === 0) {
        if (died !== undefined) throw threadDied(path, died);
        await new Promise<void>((resolve) => (wake = resolve));
      }
      const answer = arrived.shift() as RegisterAnswer<Package>;
      if ("error" in answer) throw errorOf(answer.error);
      return answer;
    },
    close: async (): Promise<void> => {
      const closing = worker;
      worker = undefined;
      await closing?.terminate();
    },
  };
}

function threadDied(path: string, cause: unknown): TeczkaError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new TeczkaError(
    "invalid",
    "register_unreadable",
    `Czytanie pliku „${path}” przerwał błąd (${said}).`,
    "Pobierz plik ponownie; dotychczasowe dane rejestru pozostały bez zmian.",
    { cause },
  );
}
