import type { Hono } from "hono";
import { type Role } from "../../core/access.ts";
import { signedIn } from "../../api/test-support/browser.ts";
import { createServerApp } from "../../app.ts";
import type { World } from "./world.ts";

/** What is asked of a world, over HTTP: with a key under `/v1`, else as a browser does. */
export interface Asked {
  path: string;
  /** Sent as JSON by POST. */
  body?: unknown;
}

export interface Answered extends Asked {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** The answers of a world to somebody who holds these labels, in the order asked, without what is new every time. */
export async function answersOf(
  world: World,
  role: Role,
  labels: string[],
  asked: readonly Asked[],
): Promise<Answered[]> {
  const app = createServerApp(world);
  const key = await world.token(role, labels);
  const { cookie } = await signedIn(app, world, role, labels);
  const answers: Answered[] = [];
  for (const one of asked) answers.push(await answerOf(app, { key, cookie }, one));
  return answers;
}

async function answerOf(
  app: { request: Hono["request"] },
  { key, cookie }: { key: string; cookie: string },
  asked: Asked,
): Promise<Answered> {
  const who = asked.path.startsWith("/v1") ? { authorization: `Bearer ${key}` } : { cookie };
  const sent: RequestInit =
    asked.body === undefined
      ? { headers: who }
      : {
          method: "POST",
          headers: { ...who, "content-type": "application/json", prefer: "wait=30" },
          body: JSON.stringify(asked.body),
        };
  const response = await app.request(`http://127.0.0.1:41500${asked.path}`, sent);
  const text = await response.text();
  const headers = [...response.headers].map(([name, value]) => [name, settled(value)] as const);
  return { ...asked, status: response.status, headers: Object.fromEntries(headers), text: settled(text) };
}

/** Ids, keys and moments are drawn anew by each world; all else has to be the same to the letter. */
export function settled(text: string): string {
  return text
    .replaceAll(/\bd_[0-9a-z]{20,}/gu, "d_ID")
    .replaceAll(/\b(?:asker|clerk|evaluator|admin)-[0-9a-z]{6}\b/gu, "KEY")
    .replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/gu, "MOMENT")
    .replaceAll(/\d{1,2} \p{L}+ \d{4},? \d{2}:\d{2}/gu, "MOMENT");
}
