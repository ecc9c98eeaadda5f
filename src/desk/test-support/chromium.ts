import { existsSync } from "node:fs";
import { once } from "node:events";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import { type Browser, chromium } from "playwright-core";

const executablePath = "/usr/bin/chromium";

/** Absent, the tests that need it are skipped, unless TECZKA_REQUIRE names it: then they run, and fail. */
export const hasChromium =
  existsSync(executablePath) || (process.env.TECZKA_REQUIRE ?? "").split(",").includes("chromium");

export function openChromium(): Promise<Browser> {
  const quiet = ["no-first-run", "disable-background-networking", "disable-component-update", "disable-sync"];
  const args = ["headless", "no-sandbox", "disable-gpu", ...quiet].map((name) => `--${name}`);
  return chromium.launch({ executablePath, args });
}

const ports = Array.from({ length: 100 }, (_, at) => 41_500 + at);

/** Serves the app on loopback, on the first port of its range that it gets: test files run beside each other. */
export async function serveOnLoopback(app: Hono): Promise<{ url: string; close(): Promise<void> }> {
  for (const port of ports) {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port });
    // Rejects on the server's error.
    const isOurs = await once(server, "listening").then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EADDRINUSE") return false;
        throw error;
      },
    );
    if (!isOurs) continue;
    const close = async () => {
      const closed = once(server, "close");
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    };
    return { url: `http://127.0.0.1:${port}`, close };
  }
  throw new Error("No free port from 41500 to 41599");
}
