import type { RunnableConfig } from "@langchain/core/runnables";
import type { Conflict } from "../../../src/core/draft.ts";
import { checkCitations } from "../../../tools/check-citations.ts";
import type { Archive } from "../../../tools/tool.ts";
import { accessOf } from "../access.ts";
import type { Checked, PermitClerk, ProposedConflict } from "../state.ts";

type Context = Parameters<typeof checkCitations.run>[1];

/** Gives each proposed claim its verdict, by the same tool that anyone may call. */
export function createCheck(archive: Archive) {
  return async ({ proposal }: PermitClerk, config: RunnableConfig): Promise<Partial<PermitClerk>> => {
    const { parts, conflicts } = proposal;
    if (parts.length === 0) return { checked: [], conflicts: [] };
    const context = { archive, access: accessOf(config) };
    const { claims } = await checkCitations.run({ claims: parts.map(({ claim }) => claim) }, context);
    const checked = parts.flatMap((part, position): Checked[] => {
      const claim = claims[position];
      return claim ? [{ part, claim }] : [];
    });
    const { proven, withheld } = await checkConflicts(conflicts, context);
    return { checked: [...checked, ...withheld], conflicts: proven };
  };
}

/** A conflict is told when each of its values holds by itself; what does not hold is withheld in sight of the clerk. */
async function checkConflicts(
  conflicts: readonly ProposedConflict[],
  context: Context,
): Promise<{ proven: Conflict[]; withheld: Checked[] }> {
  const proven: Conflict[] = [];
  const withheld: Checked[] = [];
  for (const { field, values } of conflicts) {
    const proposed = values.map(({ claim, citation }) => ({ text: claim, citations: [citation] }));
    const { claims } = await checkCitations.run({ claims: proposed }, context);
    const cited = values.flatMap(({ value }, position) => {
      const checked = claims[position];
      const citation = checked?.citations[0]?.citation;
      return checked?.verdict === "supported" && citation ? [{ value, citation }] : [];
    });
    if (cited.length === values.length) proven.push({ field, values: cited });
    for (const [position, claim] of claims.entries()) {
      const part = proposed[position];
      if (part && claim.verdict !== "supported")
        withheld.push({ part: { claim: part, main: false }, claim, ofConflict: true });
    }
  }
  return { proven, withheld };
}
