import { Hono } from "hono";
import { z } from "zod";
import { type FoundConflicts, findConflicts } from "../../tools/find-conflicts.ts";
import { conflictFields } from "../core/conflicts/conflict.ts";
import type { Services } from "../services.ts";
import { noteInAudit } from "./audited.ts";
import { allow, archiveReaders } from "./auth.ts";
import type { ApiContext, ApiEnv } from "./context.ts";
import { limitParameter, readQuery } from "./input.ts";

const filled = z.string().trim().min(1).max(500).optional();
/** A case by one of its names, or, without any, a part of the archive from a document on. */
export const conflictsSchema = z.strictObject({
  signature: filled,
  parcel: filled,
  number: filled,
  address: filled,
  field: z.enum(conflictFields).optional(),
  from: z.coerce.number().int().nonnegative().default(0),
  /** Of the archive at most so many documents are gone through for one answer. */
  documents: z.coerce.number().int().min(1).max(10_000).default(2000),
  limit: limitParameter.default(50),
});

export function conflictRoutes(services: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get("/", allow(...archiveReaders), async (context) =>
    context.json(await listConflicts(context, services, readQuery(context, conflictsSchema))),
  );
  return routes;
}

/** As API and desk read them: within the labels of whoever asks, and written down. */
export async function listConflicts(
  context: ApiContext,
  services: Services,
  query: z.infer<typeof conflictsSchema>,
): Promise<FoundConflicts> {
  const { archive } = services;
  const found = await findConflicts.run(findConflicts.input.parse(query), {
    archive,
    access: context.var.actor.access,
  });
  const hits = found.conflicts.length + found.withheld.length;
  await noteInAudit(context, services, "searched", "conflicts", { ...query, hits });
  return found;
}
