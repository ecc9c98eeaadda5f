import { findConflicts } from "../../../src/core/conflicts/find-conflicts.ts";
import { toldSides } from "../../../src/core/conflicts/told.ts";
import type { StreetRenaming } from "../../../src/core/identity/street-names.ts";
import { laterPapersOf } from "../../../tools/later-papers.ts";
import type { Matter, PaperDocument, ProposedConflict } from "../state.ts";
import { papersOf } from "./matters.ts";
import type { Recorder } from "./recorder.ts";

/** Where the sources of a case disagree, each side with its place; neither is declared right. */
export async function collectConflicts(
  matters: readonly Matter[],
  papers: ReadonlyMap<string, PaperDocument>,
  recorder: Recorder,
  renamings: readonly StreetRenaming[],
): Promise<ProposedConflict[]> {
  const conflicts: ProposedConflict[] = [];
  for (const matter of matters) {
    const file = { key: matter.key, papers: papersOf(matter, papers), entries: matter.cases };
    const later = await laterPapersOf(file.papers, (query) => recorder.list(query));
    for (const conflict of findConflicts(file, { later, renamings })) {
      const values = await toldSides(conflict, (document, page) => recorder.page(document, page));
      conflicts.push({ field: conflict.field, values });
    }
  }
  return conflicts;
}
