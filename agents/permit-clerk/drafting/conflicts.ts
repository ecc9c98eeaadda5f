import type { Evidence, Matter, PaperDocument, ProposedConflict } from "../state.ts";

export function conflictsOf(
  _matter: Matter,
  _papers: ReadonlyMap<string, PaperDocument>,
  _evidence: readonly Evidence[],
): ProposedConflict[] {
  return [];
}
