import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/*
 * Exchanges with a real server, recorded once (`npm run record:qdrant`) and given again by a server on the loopback
 * address, so that client, connection and errors are the real ones too. What is asked is known by method, path and
 * body, and the answers to the same question come in the order in which they were given: so it does not matter in
 * which order calls that run at once arrive. Of the answers, what nobody reads here is left out: how long a call took,
 * numbers of operations, the server's own settings.
 */

/** One line of a recording: `ask` is for people, `key` is the hash of the question, `answers` name lines of `bodies`. */
interface Exchange {
  ask: string;
  key: string;
  answers: [status: number, body: number, times: number][];
}

interface Recording {
  exchanges: Map<string, Exchange>;
  bodies: string[];
}

export interface ExchangeServer {
  url: string;
  close(): Promise<void>;
}

const calls = ["time", "usage", "operation_id", "update_queue"];
const serverSettings = ["optimizer_config", "wal_config", "hnsw_config", "payload_schema"];
const leftOut = new Set([...calls, ...serverSettings]);

/**
 * @param file of the recording
 * @param live the server to record from; `undefined`: the recording is given again
 */
export async function serveExchanges(file: string, live: string | undefined): Promise<ExchangeServer> {
  const recording = live === undefined ? readRecording(file) : { exchanges: new Map(), bodies: [] };
  const given = new Map<string, number>();
  const server = createServer((request, response) => {
    const done = live === undefined ? replay(recording, given, request) : record(recording, live, request);
    done.then(
      ({ status, body }) => send(response, status, body),
      (error: unknown) => send(response, 500, JSON.stringify({ status: { error: String(error) } })),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      if (live !== undefined) writeFileSync(file, linesOf(recording));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Answer {
  status: number;
  body: string;
}

async function replay(
  { exchanges, bodies }: Recording,
  given: Map<string, number>,
  request: IncomingMessage,
): Promise<Answer> {
  const { ask, key } = await questionOf(request);
  const exchange = exchanges.get(key);
  if (!exchange) {
    const error = `not recorded: ${ask}; run: QDRANT_URL=… npm run record:qdrant`;
    return { status: 501, body: JSON.stringify({ status: { error } }) };
  }
  const at = given.get(key) ?? 0;
  given.set(key, at + 1);
  let before = 0;
  // A question asked more often than it was recorded gets the last answer again.
  const answer = exchange.answers.find(([, , times]) => (before += times) > at) ?? exchange.answers.at(-1);
  if (!answer) throw new Error(`no answer to ${ask}`);
  return { status: answer[0], body: bodies[answer[1]] ?? "" };
}

async function record({ exchanges, bodies }: Recording, live: string, request: IncomingMessage): Promise<Answer> {
  const { ask, key, method, path, text } = await questionOf(request);
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${live}${path}`, { method, headers, ...(text === "" ? {} : { body: text }) });
  const body = JSON.stringify(await response.json(), (name, value: unknown) => (leftOut.has(name) ? undefined : value));
  let number = bodies.indexOf(body);
  if (number < 0) number = bodies.push(body) - 1;
  const exchange = exchanges.get(key) ?? { ask, key, answers: [] };
  exchanges.set(key, exchange);
  const last = exchange.answers.at(-1);
  if (last && last[0] === response.status && last[1] === number) last[2] += 1;
  else exchange.answers.push([response.status, number, 1]);
  return { status: response.status, body };
}

async function questionOf(request: IncomingMessage) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString("utf8");
  const method = request.method ?? "GET";
  const path = request.url ?? "/";
  const ask = `${method} ${path}`;
  const key = createHash("sha256").update(`${ask}\n${text}`).digest("hex").slice(0, 16);
  return { ask, key, method, path, text };
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(body);
}

/** Sorted, so that a recording made anew differs only where an answer does. */
function linesOf({ exchanges, bodies }: Recording): string {
  const order = [...bodies.keys()].sort((x, y) => ((bodies[x] ?? "") < (bodies[y] ?? "") ? -1 : 1));
  const place = new Map(order.map((was, is) => [was, is]));
  const asked = [...exchanges.values()].sort((x, y) => (x.ask + x.key < y.ask + y.key ? -1 : 1));
  const lines = asked.map(({ ask, key, answers }) => ({
    ask,
    key,
    answers: answers.map(([status, body, times]) => [status, place.get(body), times]),
  }));
  const written = [...order.map((at) => bodies[at] ?? ""), "", ...lines.map((line) => JSON.stringify(line))];
  return `${written.join("\n")}\n`;
}

function readRecording(file: string): Recording {
  if (!existsSync(file)) throw new Error(`${file} is missing; run: QDRANT_URL=… npm run record:qdrant`);
  const [bodies = "", exchanges = ""] = readFileSync(file, "utf8").split("\n\n");
  const asked = exchanges
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Exchange);
  return { bodies: bodies.split("\n"), exchanges: new Map(asked.map((exchange) => [exchange.key, exchange])) };
}
