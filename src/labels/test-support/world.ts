import { MemorySaver } from "@langchain/langgraph";
import { createPermitClerk } from "../../../agents/permit-clerk/agent.ts";
import type { TestPaper } from "../../../agents/permit-clerk/test-support/archive.ts";
import { type TestServices, testServices } from "../../api/test-support/services.ts";
import { type Access, maySee } from "../../core/access.ts";
import type { DraftAgent } from "../../core/ports/draft-agent.ts";
import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { file, streamOf } from "../../core/ports/test-support/register-entries.ts";

/** An archive with the real agent over it; registers bear no labels, so every world has the same rows. */
export type World = TestServices;

export async function worldOf(papers: readonly TestPaper[], entries: readonly RegisterEntry[]): Promise<World> {
  // The agent works on the archive of the services that it is a part of.
  let clerk: DraftAgent | undefined;
  const agent: DraftAgent = {
    run: async (...given) => ready(clerk).run(...given),
    resume: async (...given) => ready(clerk).resume(...given),
  };
  const services = await testServices(agent);
  const { archive, software } = services;
  clerk = createPermitClerk({ archive, checkpointer: new MemorySaver(), software });
  for (const { path, text, labels } of papers) await services.add(path, text, labels);
  await archive.register.replaceFile(file("rwdz.csv"), streamOf(entries));
  return services;
}

/** Of these papers, in their order, those that this asker may see: the archive that he has to take the whole one for. */
export function seenBy(access: Access, papers: readonly TestPaper[]): TestPaper[] {
  return papers.filter(({ labels = [] }) => maySee(access, labels));
}

function ready(agent: DraftAgent | undefined): DraftAgent {
  if (!agent) throw new Error("the world is not made yet");
  return agent;
}
