import type { ClaimReading } from "./claim-reading.ts";
import type { Derived } from "./derived.ts";
import type { Fault } from "./evidence.ts";
import type { Ground } from "./ground.ts";

/** A claim against all places that it cites and that stand. */
export interface Case {
  claim: ClaimReading;
  grounds: readonly Ground[];
  derived: readonly Derived[];
}

/** One rule of DESIGN §5: says nothing when the claim keeps it. */
export type Rule = (checked: Case) => Fault[];

export function contradicted(code: string, detail: string): Fault {
  return { verdict: "contradicted", code, detail };
}

export function unsupported(code: string, detail: string): Fault {
  return { verdict: "unsupported", code, detail };
}
