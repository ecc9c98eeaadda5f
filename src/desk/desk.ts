import { Hono } from "hono";
import type { ApiEnv } from "../api/context.ts";
import { problemResponse } from "../api/problem.ts";
import type { Services } from "../services.ts";

/** The officer's pages, in Polish. They work without JavaScript; what there is of it only helps. */
export function createDesk(services: Services): Hono<ApiEnv> {
  const desk = new Hono<ApiEnv>();
  desk.onError((error, context) => problemResponse(context, error, services));
  return desk;
}
