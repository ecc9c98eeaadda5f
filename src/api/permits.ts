import { Hono } from "hono";
import { z } from "zod";
import { TeczkaError } from "../core/errors.ts";
import { outcomes } from "../core/outcome.ts";
import { permitSorts } from "../core/permit.ts";
import type { Services } from "../services.ts";
import { allow, archiveReaders } from "./auth.ts";
import type { ApiEnv } from "./context.ts";
import { limitParameter, readQuery } from "./input.ts";
import { linkPages } from "./page-links.ts";
import { findPermits } from "./reading.ts";

const filled = z.string().trim().min(1).max(500).optional();
const permitsSchema = z.strictObject({
  parcel: filled,
  number: filled,
  signature: filled,
  address: filled,
  investor: filled,
  licence: filled,
  category: filled,
  from: filled,
  to: filled,
  outcome: z.enum(outcomes).optional(),
  register: filled,
  sort: z.enum(permitSorts).default("relevance"),
  offset: z.coerce.number().int().nonnegative().default(0),
  limit: limitParameter.default(100),
  related: z.stringbool().default(false),
});

/** One page of cases as an array, behind the last of them related ones when asked for; how many there are, and where the other pages are, stands in the headers. */
export function permitRoutes(services: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get("/", allow(...archiveReaders), async (context) => {
    const { related: wanted, ...asked } = readQuery(context, permitsSchema);
    const { sort, offset, limit, ...query } = asked;
    if (Object.keys(query).length === 0) throw queryEmpty();
    const page = { sort, offset, limit, related: wanted };
    const { cases, total, possible, registers, related = [] } = await findPermits(context, services, query, page);
    context.header("Teczka-Registers-Searched", String(registers.length));
    context.header("Teczka-Possible-Count", String(possible));
    if (wanted) context.header("Teczka-Related-Count", String(related.length));
    linkPages(context, { offset, limit }, total);
    return context.json([...cases, ...related]);
  });
  return routes;
}

function queryEmpty(): TeczkaError {
  return new TeczkaError(
    "invalid",
    "query_empty",
    "Nie podano, czego szukać w rejestrze.",
    "Podaj działkę (parcel), numer decyzji (number), znak sprawy (signature), adres (address), inwestora (investor), " +
      "uprawnienia (licence), kategorię (category), daty (from, to), rozstrzygnięcie (outcome) albo rejestr (register).",
  );
}
