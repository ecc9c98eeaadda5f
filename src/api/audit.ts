import { Hono } from "hono";
import { z } from "zod";
import type { Services } from "../services.ts";
import { allow } from "./auth.ts";
import type { ApiEnv } from "./context.ts";
import { limitParameter, readQuery } from "./input.ts";

const schema = z.strictObject({
  subject: z.string().optional(),
  actor: z.string().optional(),
  limit: limitParameter.default(200),
});

/** For the administrator alone: who asked for what tells of papers whose labels a clerk may not hold. */
export function auditRoutes({ audit }: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get("/", allow("admin"), async (context) => {
    const { subject, actor, limit } = readQuery(context, schema);
    return context.json(await audit.list({ ...(subject ? { subject } : {}), ...(actor ? { actor } : {}), limit }));
  });
  return routes;
}
