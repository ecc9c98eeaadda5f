import { Hono } from "hono";
import type { Services } from "../services.ts";
import { archiveRoutes } from "./archive.ts";
import { auditRoutes } from "./audit.ts";
import { authenticate } from "./auth.ts";
import { conflictRoutes } from "./conflicts.ts";
import type { ApiEnv } from "./context.ts";
import { documentRoutes } from "./documents.ts";
import { draftRoutes, marked } from "./drafts.ts";
import { healthRoutes } from "./health.ts";
import { pathUnknown, problemResponse } from "./problem.ts";

/** The API of DESIGN §4 under /v1, with its health checks; every error of it is a problem+json. */
export function createApp(services: Services): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.onError((error, context) => problemResponse(context, error, services));
  app.route("/", healthRoutes(services));
  app.use("/v1/*", async (context, next) => {
    context.header("Cache-Control", "no-store");
    await next();
  });
  app.use("/v1/*", authenticate(services.keys));
  app.route("/v1/drafts", draftRoutes(services));
  app.get("/v1/answers/:id", async (context) => {
    const answer = await services.drafts.answer(context.req.param("id"), context.var.actor);
    return context.json(await marked(answer, services));
  });
  app.route("/v1/documents", documentRoutes(services));
  app.route("/v1/audit", auditRoutes(services));
  app.route("/v1/conflicts", conflictRoutes(services));
  app.route("/v1", archiveRoutes(services));
  app.all("/v1/*", (context) => {
    throw pathUnknown(context.req.method, context.req.path);
  });
  return app;
}
