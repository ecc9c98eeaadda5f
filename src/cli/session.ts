import { userInfo } from "node:os";
import type { Config } from "../config.ts";
import type { Actor } from "../core/access.ts";
import type { OperatorServices } from "./operator-services.ts";
import { createProgress } from "./progress.ts";
import { type Terminal, widthOf, wrap } from "./terminal.ts";

/** 0 done (also `not_found`), 1 done with findings, 2 wrong usage or bad input, 3 something it needs is unavailable. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a command works with. */
export interface Session extends Terminal {
  config: Config;
  json: boolean;
  /** The operator: whoever may run commands on this machine sees all of its archive. */
  actor: Actor;
  /** Opened by the first call; whoever made the session closes them. */
  services(): Promise<OperatorServices>;
}

/** How a command's work gets its session, and hands its exit code back. */
export type Perform = (work: (session: Session) => Promise<ExitCode>) => Promise<void>;

export function operator(): Actor {
  return { id: `cli-${userName()}`, role: "admin", access: "all" };
}

/** A container may run under a number that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "operator";
  }
}

/** Services over an archive that can be asked: one's own, or the sample, filled first when nobody has yet. */
export async function archiveServices(session: Session): Promise<OperatorServices> {
  const services = await session.services();
  const progress = createProgress("Archiwum przykładowe", session.err);
  try {
    await services.fillSample((done, total, what) => progress.show(done, total, what));
  } finally {
    progress.end();
  }
  const unfinished = await services.unfinishedIngests();
  if (unfinished.length > 0) {
    const warning = `Uwaga: wczytywanie trwa albo zostało przerwane (${unfinished.join(", ")}). Archiwum nie ma jeszcze wszystkich dokumentów.`;
    session.err.write(`${wrap(warning, widthOf(session.err))}\n`);
  }
  return services;
}

/** As over HTTP: a draft over the sample archive says that it is fiction. */
export async function marked<T extends object>(draft: T, services: Pick<OperatorServices, "sample">) {
  return (await services.sample()) ? { ...draft, sample: true as const } : draft;
}

/** One JSON document, and nothing else, on stdout. */
export function emitJson({ out }: Terminal, value: unknown): void {
  out.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** One line of JSONL. */
export function emitLine({ out }: Terminal, value: unknown): void {
  out.write(`${JSON.stringify(value)}\n`);
}
