import { Hono } from "hono";
import { z } from "zod";
import { documentKinds } from "../core/document.ts";
import { dayInPoland } from "../core/in-words.ts";
import type { Services } from "../services.ts";
import { systemClock } from "../surroundings.ts";
import { allow, archiveReaders } from "./auth.ts";
import type { ApiEnv } from "./context.ts";
import { limitBody, readJson, readQuery } from "./input.ts";
import { permitRoutes } from "./permits.ts";
import { checkClaims, checkSchema, findHistory, findPassages, requireDocument } from "./reading.ts";

const filled = z.string().trim().min(1).max(500).optional();
const searchSchema = z.strictObject({
  q: z.string().trim().min(1).max(4000),
  limit: z.coerce.number().int().min(1).max(100).default(10),
  kind: z.enum(documentKinds).optional(),
  document: filled,
  parcel: filled,
  signature: filled,
  from: filled,
  to: filled,
});
const historySchema = z.strictObject({
  parcel: filled,
  address: filled,
  signature: filled,
  number: filled,
  on: filled,
});

/** What the tools read, for whoever may read the archive. */
export function archiveRoutes(services: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const readers = allow(...archiveReaders);

  routes.get("/search", readers, async (context) => {
    const { q, kind, document, ...asked } = readQuery(context, searchSchema);
    const found = await findPassages(context, services, {
      ...asked,
      query: q,
      ...(kind ? { kinds: [kind] } : {}),
      ...(document ? { documents: [(await requireDocument(context, services, document)).ref.id] } : {}),
    });
    context.header("Teczka-Documents-Searched", String(found.documentsSearched));
    // Headers hold ASCII only.
    context.header("Teczka-Words-Absent", found.absent.map(({ word }) => encodeURIComponent(word)).join(","));
    return context.json(found.passages);
  });

  routes.route("/permits", permitRoutes(services));

  routes.get("/history", readers, async (context) => {
    const { on = dayInPoland(systemClock.now()), ...asked } = readQuery(context, historySchema);
    return context.json(await findHistory(context, services, { ...asked, on }));
  });

  routes.post("/citations/check", readers, limitBody(4, "Sprawdź mniej twierdzeń naraz."), async (context) =>
    context.json(await checkClaims(context, services, await readJson(context, checkSchema))),
  );
  return routes;
}
