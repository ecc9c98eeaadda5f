import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

/** What happens to a call on its way: it goes through, or something else is done with it. */
type Fate = "through" | ((response: ServerResponse, request: IncomingMessage) => void);

/** A server on the way to another, or in the place of one; closed after each test. */
export function interposing() {
  const open: ReturnType<typeof createServer>[] = [];
  afterEach(async () => {
    for (const server of open.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
  return async (fateOf: (request: IncomingMessage) => Fate, target = ""): Promise<string> => {
    const server = createServer((request, response) => {
      const fate = fateOf(request);
      if (fate === "through") passOn(target, request, response).catch(() => response.destroy());
      else fate(response, request);
    });
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
}

/** The connection breaks, as when the server is killed. */
export const cut: Fate = (response) => response.destroy();

/** Nothing is ever answered. */
export const silence: Fate = () => undefined;

export function answer(status: number, body: string, headers: Record<string, string> = {}): Fate {
  return (response) => response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(body);
}

/** As Qdrant words a refusal. */
export function refusal(status: number, error: string, headers: Record<string, string> = {}): Fate {
  return answer(status, JSON.stringify({ status: { error }, time: 0 }), headers);
}

async function passOn(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = parts.length === 0 ? {} : { body: Buffer.concat(parts) };
  const headers = { "Content-Type": "application/json" };
  const answered = await fetch(`${target}${request.url}`, { method: request.method ?? "GET", headers, ...body });
  response.writeHead(answered.status, { "Content-Type": "application/json" }).end(await answered.text());
}
