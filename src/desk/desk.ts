import { Hono, type MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { sessionActor, signInFirst } from "../api/auth.ts";
import type { ApiEnv } from "../api/context.ts";
import { problemOf, reportOurs } from "../api/problem.ts";
import { TeczkaError } from "../core/errors.ts";
import type { Services } from "../services.ts";
import { archivePages } from "./archive-routes.ts";
import { assetRoutes } from "./assets/routes.ts";
import { conflictPages } from "./conflicts-routes.ts";
import { draftForms, draftPages } from "./draft-routes.ts";
import { historyPages } from "./history-routes.ts";
import { errorPage } from "./pages/error.ts";
import { registerPages } from "./register-routes.ts";
import { respond } from "./respond.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import { uploadPages } from "./upload-routes.ts";

/** The officer's pages, in Polish. They work without JavaScript; what there is of it only helps. */
export function createDesk(services: Services): Hono<ApiEnv> {
  const desk = new Hono<ApiEnv>();
  desk.onError((error, context) => {
    const problem = problemOf(error);
    reportOurs(error, problem, services);
    const draft = /^\/drafts\/[^/]+(?=\/)/u.exec(context.req.path)?.[0];
    // The store that failed may be the one that knows; its failure is what this page tells of.
    const sample = () => services.sample().catch(() => false);
    return respond(context, { sample }, { title: problem.title }, errorPage(problem, draft), problem.status);
  });
  desk.route("/", assetRoutes());
  desk.route("/", signInRoutes(services));
  desk.use(requireSession(services));
  desk.route("/", uploadPages(services));
  desk.route("/", draftPages(services));
  desk.route("/", draftForms(services));
  desk.route("/", archivePages(services));
  desk.route("/", registerPages(services));
  desk.route("/", historyPages(services));
  desk.route("/", conflictPages(services));
  desk.all("*", (context) => {
    throw pageUnknown(context.req.path);
  });
  return desk;
}

/** Who is not signed in is sent to do so, and then back to the page he wanted. */
function requireSession({ keys }: Services): MiddlewareHandler<ApiEnv> {
  const sameOrigin = csrf();
  return async (context, next) => {
    const actor = await sessionActor(context, keys);
    if (!actor) {
      if (context.req.method !== "GET") throw signInFirst();
      const { pathname, search } = new URL(context.req.url);
      return context.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 303);
    }
    context.set("actor", actor);
    context.set("origin", "desk");
    return sameOrigin(context, next);
  };
}

function pageUnknown(path: string): TeczkaError {
  return new TeczkaError(
    "not_found",
    "path_unknown",
    `Teczka nie ma strony „${path}”.`,
    "Sprawdź adres albo zacznij od strony głównej.",
  );
}
