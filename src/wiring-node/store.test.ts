import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awaitAllCallbacks } from "@langchain/core/callbacks/promises";
import { afterEach, expect, it, vi } from "vitest";
import { openStore } from "./store.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

it("sends no run to LangSmith, whatever the environment says to LangChain", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  for (const name of ["LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"]) vi.stubEnv(name, "true");
  vi.stubEnv("LANGSMITH_API_KEY", "key");
  vi.stubEnv("LANGSMITH_ENDPOINT", `http://127.0.0.1:${port}`);
  // Runs are sent as they end, not in a batch some time later.
  vi.stubEnv("LANGCHAIN_CALLBACKS_BACKGROUND", "false");
  const folder = await mkdtemp(join(tmpdir(), "teczka-quiet-"));
  const store = await openStore({ folder, sample: false, software: "teczka", onLost: () => undefined });
  const operator = { id: "operator", role: "admin", access: "all" } as const;
  await store.drafts.ask("Czy wydano pozwolenie dla działki 87/14?", operator, "cli");
  await awaitAllCallbacks();
  expect(asked).toEqual([]);
  await store.close();
  server.close();
  await rm(folder, { recursive: true });
});
