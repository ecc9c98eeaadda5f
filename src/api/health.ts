import { Hono } from "hono";
import { TeczkaError } from "../core/errors.ts";
import type { Services } from "../services.ts";
import type { ApiEnv } from "./context.ts";

/** Open to all, so they tell nothing of the archive: what is down is named to the operator only. */
export function healthRoutes({ ready }: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get("/healthz", (context) => context.json({ status: "ok" }));
  routes.get("/readyz", async (context) => {
    try {
      await ready();
    } catch (error) {
      throw new TeczkaError(
        "unavailable",
        "not_ready",
        "Teczka nie jest gotowa do pracy.",
        "Sprawdź poleceniem: teczka doctor.",
        { cause: error },
      );
    }
    return context.json({ status: "ready" });
  });
  return routes;
}
