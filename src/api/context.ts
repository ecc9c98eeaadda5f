import type { Context } from "hono";
import type { Actor } from "../core/access.ts";
import type { Origin } from "../core/draft.ts";

/** What authentication leaves for the routes behind it. */
export interface ApiEnv {
  Variables: {
    actor: Actor;
    /** Of what is asked by this request. */
    origin: Origin;
  };
}

export type ApiContext = Context<ApiEnv>;

/**
 * Lets work outlive its response: a Worker is stopped when the response is out, unless the runtime is told of the
 * work; a Node process needs no telling, and Hono throws there because it has no execution context.
 */
export function keepAlive(context: Context, work: Promise<void>): void {
  try {
    context.executionCtx.waitUntil(work);
  } catch {
    // Node: the process lives on by itself.
  }
}

/** True when `work` was done within `seconds`; else it goes on. */
export async function doneWithin(work: Promise<void>, seconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), seconds * 1000);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
