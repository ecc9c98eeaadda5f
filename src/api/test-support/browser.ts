import type { Hono } from "hono";
import type { Role } from "../../core/access.ts";
import type { TestServices } from "./services.ts";

const origin = "http://127.0.0.1:41500";

/** What a browser with one session does: keeps the cookie, names the origin of its forms. */
export interface Visitor {
  cookie: string;
  get(path: string): Promise<{ status: number; text: string; headers: Headers }>;
  /** Sends a form from a page of `from`; redirects are not followed. */
  post(
    path: string,
    fields: Record<string, string> | FormData,
    from?: string,
  ): Promise<{ status: number; text: string; headers: Headers }>;
}

/** A visitor who has used a sign-in link of this role. */
export async function signedIn(
  app: { request: Hono["request"] },
  { keys }: TestServices,
  role: Role,
  labels: string[] = [],
): Promise<Visitor> {
  const access = role === "admin" ? "all" : { labels };
  const secret = await keys.createLink({ id: `${role}-1`, role, access });
  const response = await visitor(app, "").post("/sign-in", { secret });
  return visitor(app, response.headers.get("set-cookie")?.split(";", 1)[0] ?? "");
}

export function visitor(app: { request: Hono["request"] }, cookie: string): Visitor {
  const send = async (path: string, init: RequestInit) => {
    const response = await app.request(`${origin}${path}`, init);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return {
    cookie,
    get: (path) => send(path, { headers: { cookie } }),
    post: (path, fields, from = origin) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
      return send(path, { method: "POST", headers: { cookie, origin: from }, body });
    },
  };
}
