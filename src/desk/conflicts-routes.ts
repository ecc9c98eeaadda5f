import { Hono } from "hono";
import { allow, archiveReaders } from "../api/auth.ts";
import { conflictsSchema, listConflicts } from "../api/conflicts.ts";
import type { ApiEnv } from "../api/context.ts";
import { readQuery } from "../api/input.ts";
import type { Services } from "../services.ts";
import { conflictsPage } from "./pages/conflicts.ts";
import { loadCitedPages } from "./parts/cited.ts";
import { cleanAddress } from "./parts/clean-address.ts";
import { orFaults } from "./parts/faults.ts";
import { respond } from "./respond.ts";

/** After so many conflicts, or documents gone through, the rest of the archive waits for the next page. */
const perPage = { limit: 20, documents: 400 };

/** Where sources of a case disagree: of one case, or of the archive, part by part. */
export function conflictPages(services: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get("/conflicts", allow(...archiveReaders), async (context) => {
    const clean = cleanAddress(context);
    if (clean) return context.redirect(clean, 303);
    const { from, limit: _limit, documents: _documents, ...given } = readQuery(context, conflictsSchema);
    const query = { ...given, from, ...perPage };
    const { value: found, faults } = await orFaults(() => listConflicts(context, services, query));
    const { actor } = context.var;
    const body = conflictsPage({
      asked: Object.fromEntries(Object.entries(given).filter(([, value]) => value)),
      faults: faults ?? {},
      from,
      found,
      pages: await loadCitedPages(services.archive, actor, { claims: [], conflicts: found?.conflicts ?? [] }),
    });
    return respond(context, services, { title: "Rozbieżności", section: "/conflicts" }, body, faults ? 400 : 200);
  });
  return routes;
}
