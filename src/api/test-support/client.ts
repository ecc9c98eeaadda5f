import type { Hono } from "hono";

export interface Reply<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** A program with a key: sends JSON unless the body is a form or a text, and reads JSON. */
export type Client = <Body = unknown>(
  method: string,
  path: string,
  key?: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply<Body>>;

export function clientOf(app: { request: Hono["request"] }): Client {
  return async <Body>(
    method: string,
    path: string,
    key?: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const asIs = typeof body === "string" || body instanceof FormData || body === undefined;
    const response = await app.request(path, {
      method,
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(asIs ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: asIs ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json/u.test(response.headers.get("content-type") ?? "");
    return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as Body };
  };
}
