import type { RunnableConfig } from "@langchain/core/runnables";
import type { Archive } from "../../../tools/tool.ts";
import { accessOf } from "../access.ts";
import { collectConflicts } from "../planner/conflicts.ts";
import { collectHistory, withFormerGround } from "../planner/histories.ts";
import { investigate } from "../planner/investigate.ts";
import { nearestTo } from "../planner/nearest.ts";
import { Recorder } from "../planner/recorder.ts";
import { resolveScope } from "../planner/scope.ts";
import type { PermitClerk } from "../state.ts";

/** The planner in code: looks up what the question names, then seeks there what it asks. Only tools are called. */
export function createGather(archive: Archive) {
  return async ({ understanding }: PermitClerk, config: RunnableConfig): Promise<Partial<PermitClerk>> => {
    const recorder = new Recorder({ archive, access: accessOf(config) });
    const resolved = await withFormerGround(await resolveScope(understanding, recorder), recorder);
    const told = await collectHistory(resolved, recorder);
    const { evidence: own, nearest: found } = await investigate(resolved, recorder);
    const evidence = [...own, ...told.evidence];
    const nearest = evidence.length > 0 || found.length > 0 ? found : await nearestTo(resolved, recorder);
    const papers = new Map(resolved.documents.map((paper) => [paper.document.id, paper]));
    const renamings = (await archive.streets?.renamings()) ?? [];
    const conflicts = await collectConflicts(resolved.scope.matters, papers, recorder, renamings);
    const known = new Set(resolved.documents.map(({ document }) => document.id));
    const others = [...new Set(evidence.map(({ document }) => document))].filter((id) => !known.has(id));
    const documents = [...resolved.documents, ...(await recorder.papers(others))];
    const { scope, registers } = resolved;
    const { statuses, open } = told;
    return {
      understanding: resolved.asked,
      gathered: { scope, registers, documents, evidence, conflicts, nearest, statuses, open, ...recorder.record },
    };
  };
}
