import { AsyncLocalStorage } from "node:async_hooks";
import { AsyncLocalStorageProviderSingleton } from "@langchain/core/singletons";
import { type ExecutionContext, Hono } from "hono";
import { problemResponse } from "./api/problem.ts";
import { createServerApp } from "./app.ts";
import type { D1Binding } from "./adapters/d1/binding.ts";
import { createWorkerServices, type WorkerServices } from "./wiring-worker.ts";

// Bundlers for Workers take LangGraph's browser build, which leaves this undone; then `interrupt()` throws.
AsyncLocalStorageProviderSingleton.initializeGlobalInstance(new AsyncLocalStorage());

declare global {
  /** What the generated worker-configuration.d.ts calls the binding. */
  interface D1Database extends D1Binding {}
}

let made: { services: WorkerServices; app: Hono } | undefined;

/** The Workers entry: API, desk and agent on D1. */
export default {
  async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
    return appOf(env).app.fetch(request, env, context);
  },

  /** Takes up drafts whose isolate went away on the way. */
  async scheduled(_: unknown, env: Env, context: ExecutionContext): Promise<void> {
    const { services, prepare } = appOf(env).services;
    context.waitUntil(prepare().then(() => services.drafts.recover()));
  },
};

/** Once an isolate; nothing in it waits for I/O, so that no request waits for another's. */
function appOf(env: Env): { services: WorkerServices; app: Hono } {
  if (made) return made;
  // oxlint-disable-next-line no-console -- the log of Workers is the console
  const services = createWorkerServices(env.DB, (error) => console.error(error));
  const app = new Hono();
  app.onError((error, c) => problemResponse(c, error, services.services));
  app.use(async (c, next) => {
    // Whether the Worker lives is no question to its database.
    if (c.req.path !== "/healthz") await services.prepare();
    await next();
  });
  app.route("/", createServerApp(services.services));
  made = { services, app };
  return made;
}
