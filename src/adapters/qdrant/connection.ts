import { QdrantClient } from "@qdrant/js-client-rest";
import type { z } from "zod";
import { TeczkaError } from "../../core/errors.ts";
import { errorOf, isPassing, type Refusal, refusalOf } from "./errors.ts";

export interface QdrantServer {
  /** With scheme, and with the port unless it is Qdrant's own 6333; a path is kept. */
  url: string;
  apiKey?: string;
  /** How long one call may take: a new signal for each. */
  deadline: () => AbortSignal;
  /** Waits between attempts, in milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
}

type Api = ReturnType<QdrantClient["api"]>;
type Answer = Promise<{ data: unknown }>;
type Outcome<T> = { ok: true; result: T } | { ok: false; refusal: Refusal; error: unknown };

export interface Connection {
  /** As the operator wrote it, without credentials: for errors. */
  readonly address: string;
  /**
   * One call, asked again a little later when the server is only busy (every call here may be made twice).
   * @param result shape of the answer's `result`
   * @throws TeczkaError of kind `unavailable`, named after what is wrong
   */
  call<T>(make: (api: Api, init: RequestInit) => Answer, result: z.ZodType<T>): Promise<T>;
  /** The same, and `undefined` when the server says that what was asked for is not there. */
  find<T>(make: (api: Api, init: RequestInit) => Answer, result: z.ZodType<T>): Promise<T | undefined>;
}

/** Attempts at one call, with waits of 0.2, 0.4, 0.8 and 1.6 s between them. */
const attempts = 5;
const firstPause = 200;
const defaultPort = 6333;

export function connect({ url, apiKey, deadline, pause }: QdrantServer): Connection {
  const { origin, pathname, hostname, protocol } = new URL(url);
  const path = pathname.replace(/\/+$/, "");
  const api = new QdrantClient({
    host: hostname,
    https: protocol === "https:",
    port: portOf(url),
    prefix: path,
    // As a header, since the client warns on the console about a key without TLS; Teczka's doctor does that.
    ...(apiKey === undefined ? {} : { headers: { "api-key": apiKey } }),
    // Each call brings a signal of its own; a finite number here would replace it.
    timeout: Number.POSITIVE_INFINITY,
    checkCompatibility: false,
  }).api();
  const address = `${origin}${path}`;

  const attempt = async <T>(
    make: (api: Api, init: RequestInit) => Answer,
    result: z.ZodType<T>,
  ): Promise<Outcome<T>> => {
    for (let at = 0; ; at += 1) {
      try {
        // No redirect is followed: nothing is sent to an address that the configuration does not name.
        const { data } = await make(api, { signal: deadline(), redirect: "manual" });
        return { ok: true, result: resultOf(data, result, address) };
      } catch (error) {
        if (error instanceof TeczkaError) throw error;
        const refusal = refusalOf(error);
        if (!refusal) throw error;
        if (at + 1 >= attempts || !isPassing(refusal)) return { ok: false, refusal, error };
        await pause(Math.max(firstPause * 2 ** at, 1000 * (refusal.retryAfter ?? 0)));
      }
    }
  };

  return {
    address,
    call: async (make, result) => {
      const answer = await attempt(make, result);
      if (answer.ok) return answer.result;
      throw errorOf(answer.refusal, address, answer.error);
    },
    find: async (make, result) => {
      const answer = await attempt(make, result);
      if (answer.ok) return answer.result;
      if (isAbsent(answer.refusal)) return undefined;
      throw errorOf(answer.refusal, address, answer.error);
    },
  };
}

/** Qdrant's own words for it: a 404 of another server, or of a gateway, is no answer about a collection. */
function isAbsent({ status, told }: Refusal): boolean {
  return status === 404 && /^not found: /i.test(told);
}

/** `URL` forgets a port that is the scheme's own; without one it is Qdrant's. */
function portOf(url: string): number {
  const written = /^[a-z]+:\/\/[^/]*:(\d+)/i.exec(url)?.[1];
  return written === undefined ? defaultPort : Number(written);
}

function resultOf<T>(data: unknown, result: z.ZodType<T>, address: string): T {
  const body = typeof data === "object" && data !== null && "result" in data ? data.result : data;
  const read = result.safeParse(body);
  if (read.success) return read.data;
  throw errorOf({ told: read.error.message, code: "NOT_JSON" }, address, read.error);
}
