import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { endSession, startSession } from "../api/auth.ts";
import type { ApiEnv } from "../api/context.ts";
import { limitBody } from "../api/input.ts";
import type { Services } from "../services.ts";
import { signInByKey, signInByLink } from "./pages/sign-in.ts";
import { respond } from "./respond.ts";

const title = "Logowanie";
const refused = "Klucz albo link jest nieznany, zużyty lub po terminie. Nowy link wypisuje Teczka przy starcie.";

export function signInRoutes(services: Services): Hono<ApiEnv> {
  const { keys } = services;
  const routes = new Hono<ApiEnv>();
  routes.use("/sign-in", limitBody(1, "Klucz jest krótki."));
  routes.use("/sign-in", csrf());
  routes.use("/sign-out", csrf());

  routes.get("/sign-in", async (context) => {
    const { link, next } = context.req.query();
    const target = localPath(next);
    return respond(context, services, { title }, link ? signInByLink(link, target) : signInByKey(target));
  });

  routes.post("/sign-in", async (context) => {
    const { secret, next } = await context.req.parseBody();
    const target = localPath(next);
    if (typeof secret === "string" && (await startSession(context, keys, secret.trim()))) {
      return context.redirect(target, 303);
    }
    return respond(context, services, { title }, signInByKey(target, refused), 401);
  });

  routes.post("/sign-out", async (context) => {
    await endSession(context, keys);
    return context.redirect("/sign-in", 303);
  });
  return routes;
}

/** Where to go after sign-in: a page of ours, never an address that a link has brought along. */
function localPath(next: unknown): string {
  return typeof next === "string" && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next) ? next : "/";
}
