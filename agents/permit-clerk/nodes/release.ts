import type { PermitClerk } from "../state.ts";

/**
 * The end of the road. What goes out is read from the drafts table, which has taken the decision already; so here
 * only the working material of the thread is let go.
 */
export function release({ gathered }: PermitClerk): Partial<PermitClerk> {
  return { gathered: { ...gathered, evidence: [], documents: [], conflicts: [], nearest: [] } };
}
