import { Hono } from "hono";
import { z } from "zod";
import { type Answer, draftStatusSchema, originSchema } from "../core/draft.ts";
import type { DraftView } from "../core/drafts/draft-view.ts";
import { TeczkaError } from "../core/errors.ts";
import type { Services } from "../services.ts";
import { type ApiContext, type ApiEnv, doneWithin, keepAlive } from "./context.ts";
import { limitBody, limitParameter, readJson, readQuery } from "./input.ts";

const questionSchema = z.object({ question: z.string() });
const decisionSchema = z.object({
  decision: z.enum(["approve", "reject", "revise"]),
  hash: z.string(),
  comment: z.string().max(4000).optional(),
});
const listSchema = z.strictObject({
  status: draftStatusSchema.optional(),
  origin: originSchema.optional(),
  limit: limitParameter.optional(),
});

/** A caller that asks to wait longer is answered after this; the draft goes on. */
const longestWaitSeconds = 30;

export function draftRoutes(services: Services): Hono<ApiEnv> {
  const { drafts } = services;
  const routes = new Hono<ApiEnv>();
  routes.use(limitBody(1, "Pytanie i uwagi mieszczą się w jednym megabajcie."));

  routes.post("/", async (context) => {
    const { question } = await readJson(context, questionSchema);
    const { actor, origin } = context.var;
    const { draft, done } = await drafts.start(question, actor, origin);
    keepAlive(context, done);
    context.header("Location", `/v1/drafts/${draft.id}`);
    const seconds = waitOf(context);
    if (seconds > 0) context.header("Preference-Applied", `wait=${seconds}`);
    if (seconds === 0 || !(await doneWithin(done, seconds))) {
      return context.json({ id: draft.id, status: draft.status }, 202);
    }
    const made = await drafts.get(draft.id, actor);
    if (made.status === "failed") throw draftFailed(made);
    return context.json(await marked(made, services), 201);
  });

  routes.get("/", async (context) => {
    const { status, origin, limit } = readQuery(context, listSchema);
    const filter = { ...(status ? { status } : {}), ...(origin ? { origin } : {}), ...(limit ? { limit } : {}) };
    const found = await drafts.list(filter, context.var.actor);
    const sample = await services.sample();
    return context.json(sample ? found.map((draft) => ({ ...draft, sample })) : found);
  });

  routes.get("/:id", async (context) => {
    return context.json(await marked(await drafts.get(context.req.param("id"), context.var.actor), services));
  });

  routes.delete("/:id", async (context) => {
    return context.json(await marked(await drafts.cancel(context.req.param("id"), context.var.actor), services));
  });

  routes.post("/:id/decision", async (context) => {
    const { comment, ...request } = await readJson(context, decisionSchema);
    const decision = { ...request, ...(comment === undefined ? {} : { comment }) };
    return context.json(
      await marked(await drafts.decide(context.req.param("id"), decision, context.var.actor), services),
    );
  });
  return routes;
}

/** `Prefer: wait=N` of RFC 7240, in seconds; 0 when not asked for. */
function waitOf(context: ApiContext): number {
  const wanted = /(?:^|[,;\s])wait\s*=\s*"?(\d+)/iu.exec(context.req.header("prefer") ?? "")?.[1];
  return Math.min(Number(wanted ?? 0), longestWaitSeconds);
}

/** A draft or an answer over the sample archive says that it is fiction. */
export async function marked<Made extends DraftView | Answer>(
  draft: Made,
  { sample }: Pick<Services, "sample">,
): Promise<Made & { sample?: true }> {
  return (await sample()) ? { ...draft, sample: true } : draft;
}

/** Who waits for a draft is told that it failed as of any other failure; the draft keeps its reason. */
function draftFailed(draft: DraftView): TeczkaError {
  const note = draft.note ?? "Praca nad projektem odpowiedzi została przerwana.";
  return new TeczkaError(
    "unavailable",
    "draft_failed",
    `Projekt odpowiedzi ${draft.id} nie powstał. ${note}`,
    "Usuń przyczynę i zadaj pytanie ponownie.",
  );
}
