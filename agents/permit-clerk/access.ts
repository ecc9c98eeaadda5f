import type { RunnableConfig } from "@langchain/core/runnables";
import type { Access } from "../../src/core/access.ts";

/** Whose eyes the graph reads with. It is handed in with each run, so a checkpoint never widens anyone's view. */
export function accessOf(config: RunnableConfig): Access {
  const access: unknown = config.configurable?.access;
  if (access === undefined) throw new Error("The graph runs with `configurable.access`");
  return access as Access;
}
