import type { CaseFile } from "../cases/join.ts";
import type { CasePaper } from "../cases/paper.ts";
import type { CaseConflict } from "./conflict.ts";
import { entryConflicts } from "./entry-conflicts.ts";
import { paperConflicts } from "./paper-conflicts.ts";
import { registerConflicts } from "./register-conflicts.ts";

/**
 * All that the sources of one case tell differently: register against paper, register against
 * register where there is no paper, and paper against paper.
 * @param later papers of other cases that decide on a decision of this one, or seem to
 */
export function findConflicts(file: CaseFile, later: readonly CasePaper[] = []): CaseConflict[] {
  return [...registerConflicts(file), ...entryConflicts(file), ...paperConflicts(file, later)];
}
