import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// workerd asks nobody where this machine is.
process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";

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
      {
        // Inside workerd, on D1: the Worker as `wrangler dev` serves it, and the SQL stores' contract suites.
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.toml" } })],
        test: {
          name: "workers",
          globals: true,
          include: ["src/**/*.workers.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
