import { Hono } from "hono";
import { z } from "zod";
import { checkCitations } from "../../tools/check-citations.ts";
import { lookUpPermits } from "../../tools/look-up-permits.ts";
import { searchPassages } from "../../tools/search-passages.ts";
import { TeczkaError } from "../core/errors.ts";
import { permitQuerySchema } from "../core/permit.ts";
import type { Services } from "../services.ts";
import { noteInAudit } from "./audited.ts";
import { allow, archiveReaders } from "./auth.ts";
import type { ApiContext, ApiEnv } from "./context.ts";
import { limitBody, limitParameter, readJson, readQuery } from "./input.ts";

const filled = z.string().trim().min(1).max(500).optional();
const searchSchema = z.object({
  q: z.string().trim().min(1).max(4000),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});
const permitsSchema = permitQuerySchema.extend({
  parcel: filled,
  number: filled,
  signature: filled,
  address: filled,
  limit: limitParameter.default(100),
});

/** What the tools read, for whoever may read the archive. */
export function archiveRoutes(services: Services): Hono<ApiEnv> {
  const { archive } = services;
  const routes = new Hono<ApiEnv>();
  const readers = allow(...archiveReaders);
  const toolContext = (context: ApiContext) => ({ archive, access: context.var.actor.access });

  routes.get("/search", readers, async (context) => {
    const { q, limit } = readQuery(context, searchSchema);
    const { passages, documentsSearched } = await searchPassages.run({ query: q, limit }, toolContext(context));
    await noteInAudit(context, services, "searched", "passages", { query: q, hits: passages.length });
    context.header("Teczka-Documents-Searched", String(documentsSearched));
    return context.json(passages);
  });

  routes.get("/permits", readers, async (context) => {
    const { limit, ...asked } = readQuery(context, permitsSchema);
    const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    if (Object.keys(query).length === 0) throw queryEmpty();
    const { cases, registers } = await lookUpPermits.run({ ...query, limit }, toolContext(context));
    await noteInAudit(context, services, "searched", "permits", { ...query, hits: cases.length });
    context.header("Teczka-Registers-Searched", String(registers.length));
    return context.json(cases);
  });

  routes.post("/citations/check", readers, limitBody(4, "Sprawdź mniej twierdzeń naraz."), async (context) => {
    const { claims } = await readJson(context, checkCitations.input);
    const checked = await checkCitations.run({ claims }, toolContext(context));
    await noteInAudit(context, services, "checked", "citations", { claims: claims.length });
    return context.json(checked);
  });
  return routes;
}

function queryEmpty(): TeczkaError {
  return new TeczkaError(
    "invalid",
    "query_empty",
    "Nie podano, czego szukać w rejestrze.",
    "Podaj działkę (parcel), numer decyzji (number), znak sprawy (signature) albo adres (address).",
  );
}
