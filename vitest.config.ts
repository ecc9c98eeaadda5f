import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          // The checkpointer's validation suite of LangGraph wants describe/it as globals.
          globals: true,
          include: ["{src,agents,tools,evals,data}/**/*.test.ts", ".ci/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/*.workers.test.ts"],
          // Two cores: more workers than that only slow each other down.
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
