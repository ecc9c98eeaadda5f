import { env } from "cloudflare:workers";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { validate } from "@langchain/langgraph-checkpoint-validation";
import { SqlCheckpointer } from "../sql/checkpointer.ts";
import { migrate } from "../sql/migrate.ts";
import { openD1 } from "./open.ts";

const database = openD1(env.DB);

// LangGraph's own contract for checkpointers, on D1. Its types know number versions only.
validate({
  checkpointerName: "SqlCheckpointer on D1",
  createCheckpointer: async () => {
    await migrate(database);
    await database.batch(
      ["checkpoints", "checkpoint_blobs", "checkpoint_writes"].map((table) => ({
        sql: `DELETE FROM ${table}`,
        parameters: [],
      })),
    );
    return new SqlCheckpointer(database) as unknown as BaseCheckpointSaver;
  },
});
