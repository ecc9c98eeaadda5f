import { Hono } from "hono";
import { z } from "zod";
import { archiveReaders } from "../api/auth.ts";
import { type ApiEnv, doneWithin, keepAlive } from "../api/context.ts";
import { limitBody, readQuery } from "../api/input.ts";
import { draftStatusSchema } from "../core/draft.ts";
import { TeczkaError } from "../core/errors.ts";
import type { Services } from "../services.ts";
import { answerPage } from "./pages/answer.ts";
import { askPage } from "./pages/ask.ts";
import { exampleQuestions, smallArchive } from "./pages/examples.ts";
import { draftPage } from "./pages/draft.ts";
import { queuePage } from "./pages/queue.ts";
import { loadCitedPages } from "./parts/cited.ts";
import { respond } from "./respond.ts";

const queueSchema = z.object({ status: z.union([draftStatusSchema, z.literal("all")]).default("awaiting_approval") });

/** Most questions are answered within this: then the officer sees the draft at once, with no page between. */
const patienceSeconds = 3;

export function draftPages(services: Services): Hono<ApiEnv> {
  const { drafts, archive } = services;
  const routes = new Hono<ApiEnv>();

  routes.get("/", async (context) => {
    const { actor } = context.var;
    const counts = await archive.documents.count(actor.access);
    const readable = archiveReaders.includes(actor.role) && counts.documents <= smallArchive;
    const documents = readable
      ? await archive.documents.list({ access: actor.access, kinds: ["permit_decision"] })
      : [];
    const latest = await drafts.list({ status: "awaiting_approval", limit: 5 }, actor);
    const question = context.req.query("q") ?? "";
    const body = askPage({ question, counts, examples: exampleQuestions(documents), latest });
    return respond(context, services, { title: "Pytanie", section: "/" }, body);
  });

  routes.get("/drafts", async (context) => {
    const { status: wanted } = readQuery(context, queueSchema);
    const status = wanted === "all" ? undefined : wanted;
    const found = await drafts.list(status ? { status } : {}, context.var.actor);
    return respond(context, services, { title: "Projekty odpowiedzi", section: "/drafts" }, queuePage(found, status));
  });

  routes.get("/drafts/:id", async (context) => {
    const { actor } = context.var;
    const draft = await drafts.get(context.req.param("id"), actor);
    const cited = "claims" in draft ? draft : { claims: [], conflicts: [] };
    const pages = await loadCitedPages(archive, actor, cited);
    const shell = {
      title: draft.question,
      section: "/drafts",
      ...(draft.status === "running" ? { reloadAfter: 3 } : {}),
    };
    return respond(context, services, shell, draftPage(draft, actor, pages));
  });

  routes.get("/answers/:id", async (context) => {
    const { actor } = context.var;
    const answer = await drafts.answer(context.req.param("id"), actor);
    const pages = await loadCitedPages(archive, actor, answer);
    const body = answerPage(answer, pages, await services.sample());
    return respond(context, services, { title: answer.question, section: "/drafts" }, body);
  });
  return routes;
}

/** What the forms send; each ends in a page of its own address, so that loading it again sends nothing again. */
export function draftForms({ drafts }: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use(limitBody(1, "Pytanie i uwagi mieszczą się w jednym megabajcie."));

  routes.post("/drafts", async (context) => {
    const { question } = await context.req.parseBody();
    const { actor, origin } = context.var;
    const { draft, done } = await drafts.start(typeof question === "string" ? question : "", actor, origin);
    keepAlive(context, done);
    await doneWithin(done, patienceSeconds);
    return context.redirect(`/drafts/${draft.id}`, 303);
  });

  routes.post("/drafts/:id/decision", async (context) => {
    const { decision, hash, comment } = await context.req.parseBody();
    const id = context.req.param("id");
    if ((decision !== "approve" && decision !== "reject") || typeof hash !== "string") throw decisionMissing();
    const said = typeof comment === "string" ? comment.trim() : "";
    if (decision === "reject" && said === "") throw reasonMissing();
    await drafts.decide(id, { decision, hash, ...(said ? { comment: said } : {}) }, context.var.actor);
    return context.redirect(decision === "approve" ? `/answers/${id}` : `/drafts/${id}`, 303);
  });

  routes.post("/drafts/:id/cancel", async (context) => {
    const id = context.req.param("id");
    await drafts.cancel(id, context.var.actor);
    return context.redirect(`/drafts/${id}`, 303);
  });
  return routes;
}

function decisionMissing(): TeczkaError {
  return new TeczkaError(
    "invalid",
    "decision_missing",
    "Formularz nie mówi, jaka to decyzja albo czego dotyczy.",
    "Otwórz projekt ponownie i użyj przycisku „Zatwierdź odpowiedź” albo „Odrzuć”.",
  );
}

function reasonMissing(): TeczkaError {
  return new TeczkaError(
    "invalid",
    "reason_missing",
    "Nie podano powodu odrzucenia.",
    "Wróć do projektu i wpisz powód: zostanie zapisany razem z decyzją.",
  );
}
