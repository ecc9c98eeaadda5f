import { type BaseCheckpointSaver, END, START, StateGraph } from "@langchain/langgraph";
import type { Clock } from "../../src/core/ports/surroundings.ts";
import type { Archive } from "../../tools/tool.ts";
import { awaitApproval } from "./nodes/await-approval.ts";
import { createCheck } from "./nodes/check.ts";
import { createConclude } from "./nodes/conclude.ts";
import { draft } from "./nodes/draft.ts";
import { createGather } from "./nodes/gather.ts";
import { release } from "./nodes/release.ts";
import { repair, worthRepair } from "./nodes/repair.ts";
import { createUnderstand } from "./nodes/understand.ts";
import { PermitClerkState } from "./state.ts";

export interface PermitClerkOptions {
  archive: Archive;
  checkpointer: BaseCheckpointSaver;
  /** Name and version of the software, for the draft's `made`. */
  software: string;
  /** Without one a question that names no day is of no day. */
  clock?: Clock;
}

/** question → understand → gather → draft → check ⇄ repair → conclude → await approval → release (DESIGN §2). */
export function createGraph({ archive, checkpointer, software, clock }: PermitClerkOptions) {
  return new StateGraph(PermitClerkState)
    .addNode("understand", createUnderstand(clock))
    .addNode("gather", createGather(archive))
    .addNode("draft", draft)
    .addNode("check", createCheck(archive))
    .addNode("repair", repair)
    .addNode("conclude", createConclude(archive, software))
    .addNode("await_approval", awaitApproval)
    .addNode("release", release)
    .addEdge(START, "understand")
    .addEdge("understand", "gather")
    .addEdge("gather", "draft")
    .addEdge("draft", "check")
    .addConditionalEdges("check", (state) => (worthRepair(state) ? "repair" : "conclude"), ["repair", "conclude"])
    .addEdge("repair", "check")
    .addEdge("conclude", "await_approval")
    .addEdge("await_approval", "release")
    .addEdge("release", END)
    .compile({ checkpointer, name: "permit-clerk" });
}
