import { Command } from "@langchain/langgraph";
import { TeczkaError } from "../../src/core/errors.ts";
import type { DraftAgent, DraftFindings } from "../../src/core/ports/draft-agent.ts";
import { createGraph, type PermitClerkOptions } from "./graph.ts";
import type { PermitClerk } from "./state.ts";

/**
 * The whole state is written once, where the graph pauses or fails, and not after each node: a run takes a fraction of
 * a second, each write waits for the disk, and a run whose process died begins again from its question.
 */
const durability = "exit";

/** The permit clerk as a DraftAgent: one thread of the graph for each draft, with the draft's id. */
export function createPermitClerk(options: PermitClerkOptions): DraftAgent {
  const graph = createGraph(options);
  const thread = (id: string) => ({ configurable: { thread_id: id } });
  return {
    run: async ({ id, question }, actor, signal) => {
      signal?.throwIfAborted();
      const before = await graph.getState(thread(id));
      const settled = findingsOf(before);
      if (settled) return settled;
      // A checkpoint without findings: its process died on the way, so the graph goes on from there.
      const begun = before.config.configurable?.checkpoint_id !== undefined;
      const configurable = { thread_id: id, access: actor.access };
      await graph.invoke(begun ? null : { question }, { configurable, durability, ...(signal ? { signal } : {}) });
      const findings = findingsOf(await graph.getState(thread(id)));
      if (findings) return findings;
      throw new TeczkaError(
        "unavailable",
        "draft_unfinished",
        `Praca nad projektem odpowiedzi ${id} skończyła się przed zatwierdzeniem.`,
        "Zadaj pytanie ponownie.",
      );
    },

    resume: async (draftId, decision) => {
      const { next } = await graph.getState(thread(draftId));
      // A thread that never paused (cancelled while running) has nothing to be told.
      if (!next.includes("await_approval")) return;
      await graph.invoke(new Command({ resume: decision }), { ...thread(draftId), durability });
    },
  };
}

/** The findings of a thread that has come to the pause, or beyond it. */
function findingsOf(snapshot: { values: Partial<PermitClerk>; next: readonly string[] }): DraftFindings | undefined {
  const paused = snapshot.next.length === 0 || snapshot.next.includes("await_approval");
  return paused ? snapshot.values.findings : undefined;
}
