import type { CaseFile } from "../cases/join.ts";
import { parseAddress } from "../identity/address.ts";
import { renamingBetween, type StreetRenaming } from "../identity/street-names.ts";
import type { CasePaper } from "../cases/paper.ts";
import type { CaseConflict } from "./conflict.ts";
import { entryConflicts } from "./entry-conflicts.ts";
import { paperConflicts } from "./paper-conflicts.ts";
import { registerConflicts } from "./register-conflicts.ts";

/** What bears on a case beside its own papers and entries. */
export interface CaseSurroundings {
  /** Papers of other cases that decide on a decision of this one, or seem to. */
  later?: readonly CasePaper[];
  /** Former and present names of streets. */
  renamings?: readonly StreetRenaming[];
}

/**
 * All that the sources of one case tell differently: register against paper, register against register where there is no
 * paper, and paper against paper.
 */
export function findConflicts(file: CaseFile, { later = [], renamings = [] }: CaseSurroundings = {}): CaseConflict[] {
  const found = [...registerConflicts(file), ...entryConflicts(file), ...paperConflicts(file, later)];
  return found.filter((conflict) => !isRenamed(conflict, renamings));
}

/** The same house by the street's former name here and its present one there. */
function isRenamed({ field, sides: [one, other] }: CaseConflict, renamings: readonly StreetRenaming[]): boolean {
  if (field !== "address") return false;
  const [a, b] = [parseAddress(one.value), parseAddress(other.value)];
  return a !== undefined && b !== undefined && renamingBetween(a, b, renamings) !== undefined;
}
