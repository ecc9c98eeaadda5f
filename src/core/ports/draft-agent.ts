import type { Actor } from "../access.ts";
import type { Draft } from "../draft.ts";

/** What the graph found out: the draft without what the store gives it (status, hash, who and when). */
export type DraftFindings = Pick<
  Draft,
  "outcome" | "claims" | "withheld" | "conflicts" | "clarification" | "search" | "labels" | "made"
>;

/** The LangGraph agent as the draft service sees it; the thread id is the draft's id. */
export interface DraftAgent {
  /** Runs from the question to the pause before approval, or goes on from the last checkpoint of this draft. */
  run(draft: { id: string; question: string }, actor: Actor, signal?: AbortSignal): Promise<DraftFindings>;
  /** Tells the paused graph how the clerk decided. The draft store has decided already; this lets the graph end. */
  resume(draftId: string, decision: "approved" | "rejected" | "cancelled"): Promise<void>;
}
