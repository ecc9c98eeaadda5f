import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { validate } from "@langchain/langgraph-checkpoint-validation";
import { openSqlite } from "../sqlite/open.ts";
import { SqlCheckpointer } from "./checkpointer.ts";
import type { SqlDatabase } from "./database.ts";

const open = new Map<BaseCheckpointSaver, SqlDatabase>();

// LangGraph's own contract for checkpointers, on a real store. Its types know number versions only.
validate({
  checkpointerName: "SqlCheckpointer on SQLite",
  createCheckpointer: async () => {
    const database = await openSqlite(":memory:");
    const checkpointer = new SqlCheckpointer(database) as unknown as BaseCheckpointSaver;
    open.set(checkpointer, database);
    return checkpointer;
  },
  destroyCheckpointer: async (checkpointer: BaseCheckpointSaver) => {
    await open.get(checkpointer)?.close();
    open.delete(checkpointer);
  },
});
