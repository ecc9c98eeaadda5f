import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Asked {
  path: string;
  authorization: string | undefined;
  body: { model: string; input: string[]; input_type?: string };
}

/** What is done with a request: an answer as JSON, a status with a text, or the line is cut. */
export type Reaction =
  | { json: unknown }
  | { status: number; text?: string; headers?: Record<string, string> }
  | { cut: true };

/** A real HTTP server on the loopback that does what the script says; closed when the test ends. */
export async function scriptedServer(react: (asked: Asked, nth: number) => Reaction) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const one: Asked = {
        path: request.url ?? "",
        authorization: request.headers.authorization,
        body: JSON.parse(await bodyOf(request)) as Asked["body"],
      };
      asked.push(one);
      answer(request, response, react(one, asked.length));
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}

function answer(request: IncomingMessage, response: ServerResponse, reaction: Reaction): void {
  if ("cut" in reaction) request.socket.destroy();
  else if ("json" in reaction) {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(reaction.json));
  } else response.writeHead(reaction.status, reaction.headers).end(reaction.text ?? "");
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** The answer of a model that makes these vectors, in the order of the texts. */
export function embeddings(vectors: readonly (readonly unknown[])[]): Reaction {
  return { json: { object: "list", data: vectors.map((embedding, index) => ({ index, embedding })) } };
}
