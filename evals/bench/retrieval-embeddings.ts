import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

const dimension = 384;

/**
 * A server of embeddings in OpenAI's shape whose vectors are made of the letters: as good as real ones for measuring
 * time and room, and no measure of what is found.
 */
export async function startMadeUpEmbeddings(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { input } = JSON.parse(body || "{}") as { input?: string | string[] };
      const texts = typeof input === "string" ? [input] : (input ?? []);
      const data = texts.map((one, index) => ({ object: "embedding", index, embedding: vectorOf(one) }));
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ object: "list", model: "made-up", data }));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, close: () => void server.close() };
}

/** Each three letters move a few of the numbers, so that like texts are near each other. */
function vectorOf(text: string): number[] {
  const vector = new Float64Array(dimension);
  for (let at = 0; at + 3 <= text.length; at += 1) {
    const hash =
      Math.imul(text.charCodeAt(at) * 31 + text.charCodeAt(at + 1), 0x9e3779b1) ^
      Math.imul(text.charCodeAt(at + 2), 0x85ebca6b);
    const place = (hash >>> 8) % dimension;
    vector[place] = (vector[place] ?? 0) + ((hash & 1) === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector) || 1;
  return [...vector].map((number) => Math.fround(number / length));
}
