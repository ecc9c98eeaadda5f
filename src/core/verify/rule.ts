import type { ClaimReading } from "./claim-reading.ts";
import type { Fault } from "./evidence.ts";
import type { Ground } from "./ground.ts";

/** A claim against all places that it cites and that stand. */
export interface Case {
  claim: ClaimReading;
  grounds: readonly Ground[];
}

/** One rule of DESIGN §5: says nothing when the claim keeps it. */
export type Rule = (checked: Case) => Fault[];

export function contradicted(code: string, detail: string): Fault {
  return { verdict: "contradicted", code, detail };
}

export function unsupported(code: string, detail: string): Fault {
  return { verdict: "unsupported", code, detail };
}

/** Of a ground's quote and headings, never of the rest of the sentences around it. */
export function saidIn<T extends { start: number; end: number }>(
  ground: Ground,
  pick: (reading: Ground["source"]) => readonly T[],
): T[] {
  const { start, end } = ground.quoted;
  return [...pick(ground.source).filter((item) => start <= item.start && item.end <= end), ...pick(ground.headings)];
}
