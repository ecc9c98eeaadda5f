import type { Services } from "../services.ts";
import type { ApiContext } from "./context.ts";

/** Writes down that this actor saw or did something, before the response tells him of it. */
export async function noteInAudit(
  context: ApiContext,
  { audit }: Pick<Services, "audit">,
  action: string,
  subject: string,
  detail?: Record<string, unknown>,
): Promise<void> {
  const actor = context.var.actor.id;
  await audit.append({ at: new Date().toISOString(), actor, action, subject, ...(detail ? { detail } : {}) });
}
