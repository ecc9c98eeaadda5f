import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiContext } from "../api/context.ts";
import type { Services } from "../services.ts";
import { type Html, layout, type Shell } from "./parts/layout.ts";

/** A page of the desk. What it shows is of this moment and of this person: nothing may keep it. */
export async function respond(
  context: ApiContext,
  { sample }: Pick<Services, "sample">,
  shell: Omit<Shell, "actor" | "sample">,
  body: Html,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  // Not there before sign-in, whatever the type of the routes behind it says.
  const actor = context.get("actor") as ApiContext["var"]["actor"] | undefined;
  context.header("Cache-Control", "no-store");
  return context.html(layout({ ...shell, actor, sample: await sample() }, body), status);
}
