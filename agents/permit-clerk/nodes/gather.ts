import type { RunnableConfig } from "@langchain/core/runnables";
import type { Archive } from "../../../tools/tool.ts";
import { accessOf } from "../access.ts";
import { collectConflicts } from "../planner/conflicts.ts";
import { collectHistory, withFormerGround } from "../planner/histories.ts";
import { investigate } from "../planner/investigate.ts";
import { nearestTo } from "../planner/nearest.ts";
import { casesListed, listOfRegisters, type Listed } from "../planner/register-list.ts";
import { Recorder } from "../planner/recorder.ts";
import { resolveScope } from "../planner/scope.ts";
import type { Gathered, PermitClerk } from "../state.ts";

/** The planner in code: looks up what the question names, then seeks there what it asks. Only tools are called. */
export function createGather(archive: Archive) {
  return async ({ understanding }: PermitClerk, config: RunnableConfig): Promise<Partial<PermitClerk>> => {
    const recorder = new Recorder({ archive, access: accessOf(config) });
    const listed = await listOfRegisters(understanding, recorder);
    if (listed) return { understanding, gathered: await gatheredOf(listed, recorder, archive) };
    const resolved = await withFormerGround(await resolveScope(understanding, recorder), recorder);
    const told = await collectHistory(resolved, recorder);
    const { evidence: own, nearest: found } = await investigate(resolved, recorder);
    const evidence = [...own, ...told.evidence];
    const nearest = evidence.length > 0 || found.length > 0 ? found : await nearestTo(resolved, recorder);
    const papers = new Map(resolved.documents.map((paper) => [paper.document.id, paper]));
    const conflicts = await collectConflicts(resolved.scope.matters, papers, recorder, await renamingsOf(archive));
    const known = new Set(resolved.documents.map(({ document }) => document.id));
    const others = [...new Set(evidence.map(({ document }) => document))].filter((id) => !known.has(id));
    const documents = [...resolved.documents, ...(await recorder.papers(others))];
    const { scope, registers } = resolved;
    const { statuses } = told;
    const open = [...resolved.leftOut, ...told.open];
    return {
      understanding: resolved.asked,
      gathered: { scope, registers, documents, evidence, conflicts, nearest, statuses, open, ...recorder.record },
    };
  };
}

async function renamingsOf({ streets }: Archive) {
  return (await streets?.renamings()) ?? [];
}

/** Papers of the cases listed are read for what they disagree in, and told in an answer of their own. */
async function gatheredOf({ list, open, registers }: Listed, recorder: Recorder, archive: Archive): Promise<Gathered> {
  const { matters, papers } = await casesListed(list, recorder);
  const conflicts = await collectConflicts(matters, papers, recorder, await renamingsOf(archive));
  const scope = { named: [], missing: [], matters };
  const found = { statuses: [], evidence: [], nearest: [], documents: [...papers.values()] };
  return { scope, registers, ...found, list, open, conflicts, ...recorder.record };
}
