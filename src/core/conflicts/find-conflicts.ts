import type { CaseFile } from "../cases/join.ts";
import type { CaseConflict } from "./conflict.ts";
import { registerConflicts } from "./register-conflicts.ts";

/** All that the sources of one case tell differently: register against paper. */
export function findConflicts(file: CaseFile): CaseConflict[] {
  return registerConflicts(file);
}
