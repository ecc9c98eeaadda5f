import type { RunnableConfig } from "@langchain/core/runnables";
import { checkCitations } from "../../../tools/check-citations.ts";
import type { Archive } from "../../../tools/tool.ts";
import { accessOf } from "../access.ts";
import type { Checked, PermitClerk } from "../state.ts";

/** Gives each proposed claim its verdict, by the same tool that anyone may call. */
export function createCheck(archive: Archive) {
  return async ({ proposal }: PermitClerk, config: RunnableConfig): Promise<Partial<PermitClerk>> => {
    const { parts } = proposal;
    if (parts.length === 0) return { checked: [] };
    const context = { archive, access: accessOf(config) };
    const { claims } = await checkCitations.run({ claims: parts.map(({ claim }) => claim) }, context);
    const checked = parts.flatMap((part, position): Checked[] => {
      const claim = claims[position];
      return claim ? [{ part, claim }] : [];
    });
    return { checked };
  };
}
