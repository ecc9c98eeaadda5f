import { propose } from "../drafting/propose.ts";
import type { PermitClerk } from "../state.ts";

/** The extractive draft: sentences of pages and entries of registers, in their own words. */
export function draft({ understanding, gathered }: PermitClerk): Partial<PermitClerk> {
  return { proposal: propose(understanding, gathered) };
}
