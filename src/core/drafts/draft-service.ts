import { type Actor, maySee } from "../access.ts";
import type { Answer, Draft, DraftStatus, Origin } from "../draft.ts";
import { TeczkaError } from "../errors.ts";
import type { DraftAgent } from "../ports/draft-agent.ts";
import type { AuditEntry, AuditLog, DecidedDraft, Decision, DraftStore } from "../ports/draft-store.ts";
import type { Clock, Ids, Ticker } from "../ports/surroundings.ts";
import { alreadyDecided, answerUnknown, draftUnknown, requireQuestion, sourcesChanged } from "./draft-errors.ts";
import { createDraftRuns } from "./draft-runs.ts";
import { type DraftView, type DraftWhole, viewOf } from "./draft-view.ts";
import { haveSourcesChanged, type Sources } from "./sources.ts";

export interface DraftServiceOptions {
  drafts: DraftStore;
  audit: AuditLog;
  agent: DraftAgent;
  sources: Sources;
  clock: Clock;
  ids: Ids;
  ticker: Ticker;
  /** Name and version, for the `made` of a draft that never came to the agent's own. */
  software: string;
  /** A failure that no draft and no caller can be told of any more: the store went away under a background run. */
  onLost: (draftId: string, error: unknown) => void;
}

interface DecisionRequest {
  decision: "approve" | "reject" | "revise";
  /** Of the draft that was read. */
  hash: string;
  comment?: string;
}

/** Drafts from the question to the clerk's decision. Every refusal is a TeczkaError; see draft-errors.ts for codes. */
export interface DraftService {
  /** Asks and waits for the draft. A failure of the agent is kept with the draft, and thrown. */
  ask(question: string, actor: Actor, origin: Origin, signal?: AbortSignal): Promise<DraftView>;
  /** Asks and returns at once; `done` never rejects, a failure is kept with the draft. */
  start(question: string, actor: Actor, origin: Origin): Promise<{ draft: DraftView; done: Promise<void> }>;
  get(id: string, actor: Actor): Promise<DraftView>;
  /** Newest first. */
  list(filter: { status?: DraftStatus; origin?: Origin; limit?: number }, actor: Actor): Promise<DraftView[]>;
  decide(id: string, request: DecisionRequest, actor: Actor): Promise<DraftWhole>;
  /** By the asker of the draft, or by a clerk. */
  cancel(id: string, actor: Actor): Promise<DraftView>;
  answer(id: string, actor: Actor): Promise<Answer>;
  /** Takes up the drafts whose process died; returns how many. */
  recover(): Promise<number>;
}

const mayDecide: readonly Actor["role"][] = ["clerk", "admin"];

export function createDraftService(options: DraftServiceOptions): DraftService {
  const desk = createDesk(options);
  const { drafts, audit, sources, runs, entry, require } = desk;
  return {
    ask: async (question, actor, origin, signal) => {
      const draft = await create(desk, question, actor, origin);
      const { failure } = await runs.run(draft, actor, signal);
      if (failure !== undefined) throw failure;
      return (await require(draft.id, actor)).view;
    },

    start: async (question, actor, origin) => {
      const draft = await create(desk, question, actor, origin);
      const done = runs.run(draft, actor).then(
        () => undefined,
        (error: unknown) => options.onLost(draft.id, error),
      );
      return { draft: viewOf({ draft }, actor) ?? { ...draft }, done };
    },

    get: async (id, actor) => {
      const { view } = await require(id, actor);
      if ("claims" in view) await audit.append(entry(actor, "saw", id));
      return view;
    },

    list: async (filter, actor) => {
      const own = actor.role === "asker" ? { askedBy: actor.id } : {};
      const found = await drafts.list({ ...filter, ...own });
      return found.flatMap((draft) => viewOf(draft, actor) ?? []);
    },

    decide: (id, request, actor) => decide(desk, id, request, actor),
    cancel: (id, actor) => cancel(desk, id, actor),

    answer: async (id, actor) => {
      const found = await drafts.get(id);
      if (found?.draft.status !== "approved" || !found.decision) throw answerUnknown(id);
      if (!maySee(actor.access, found.draft.labels)) throw answerUnknown(id);
      const changed = await haveSourcesChanged(found.draft, sources);
      await audit.append(entry(actor, "saw", id));
      return answerOf(found.draft, found.decision, changed);
    },

    recover: () => runs.recover(),
  };
}

/** What every operation below works with. */
interface Desk extends DraftServiceOptions {
  runs: ReturnType<typeof createDraftRuns>;
  entry(actor: Actor, action: string, subject: string, detail?: Record<string, unknown>): AuditEntry;
  /** The draft as stored, when this actor may know of it. */
  require(id: string, actor: Actor): Promise<DecidedDraft & { view: DraftView }>;
}

function createDesk(options: DraftServiceOptions): Desk {
  const { drafts, clock } = options;
  return {
    ...options,
    runs: createDraftRuns(options),
    entry: (actor, action, subject, detail) => ({
      at: clock.now().toISOString(),
      actor: actor.id,
      action,
      subject,
      ...(detail ? { detail } : {}),
    }),
    require: async (id, actor) => {
      const found = await drafts.get(id);
      const view = found && viewOf(found, actor);
      if (!found || !view) throw draftUnknown(id);
      return { ...found, view };
    },
  };
}

async function create(desk: Desk, question: string, actor: Actor, origin: Origin): Promise<Draft> {
  const draft = emptyDraft(desk, requireQuestion(question), actor, origin);
  const { role, access } = actor;
  const asked = desk.entry(actor, "asked", draft.id, { origin, role, access });
  await desk.drafts.create(draft, asked, desk.runs.leaseEnd());
  return draft;
}

async function decide(
  desk: Desk,
  id: string,
  { decision, hash, comment }: DecisionRequest,
  actor: Actor,
): Promise<DraftWhole> {
  const { draft, ...found } = await desk.require(id, actor);
  requireDecider(actor);
  if (decision === "revise") throw revisionUnsupported();
  if (draft.status !== "awaiting_approval") throw alreadyDecided({ draft, ...found });
  const status = decision === "approve" ? "approved" : "rejected";
  if (status === "approved" && hash === draft.hash && (await haveSourcesChanged(draft, desk.sources))) {
    throw sourcesChanged(id);
  }
  const taken = { status, by: actor.id, at: desk.clock.now().toISOString(), ...(comment ? { comment } : {}) } as const;
  const noted = desk.entry(actor, status, id, { hash, ...(comment ? { comment } : {}) });
  const decided = await desk.drafts.decide(id, "awaiting_approval", hash, taken, noted);
  await tellAgent(desk, id, status, actor);
  return { ...decided.draft, decision: taken };
}

async function cancel(desk: Desk, id: string, actor: Actor): Promise<DraftView> {
  const { draft, decision } = await desk.require(id, actor);
  if (draft.askedBy !== actor.id) requireDecider(actor);
  const { status, hash } = draft;
  if (status !== "running" && status !== "awaiting_approval") {
    throw alreadyDecided({ draft, ...(decision ? { decision } : {}) });
  }
  const taken = { status: "cancelled", by: actor.id, at: desk.clock.now().toISOString() } as const;
  await desk.drafts.decide(id, status, hash, taken, desk.entry(actor, "cancelled", id));
  desk.runs.stop(id);
  await tellAgent(desk, id, "cancelled", actor);
  return (await desk.require(id, actor)).view;
}

/** The draft is decided when this is called: what fails here is told in the audit and changes nothing of it. */
async function tellAgent({ agent, audit, entry }: Desk, id: string, status: Decision["status"], actor: Actor) {
  try {
    await agent.resume(id, status);
  } catch (error) {
    await audit.append(entry(actor, "resume_failed", id, { error: String(error) }));
  }
}

function requireDecider(actor: Actor): void {
  if (mayDecide.includes(actor.role)) return;
  throw new TeczkaError(
    "forbidden",
    "role_may_not_decide",
    `Rola „${actor.role}” nie pozwala decydować o projektach odpowiedzi.`,
    "Decyzję podejmuje urzędnik (rola clerk).",
  );
}

function revisionUnsupported(): TeczkaError {
  return new TeczkaError(
    "unsupported",
    "revise_unsupported",
    "Poprawianie projektu nie jest jeszcze możliwe.",
    "Odrzuć projekt, podając powód, i zadaj pytanie ponownie.",
  );
}

/** A draft in the making: without a hash, so nothing of it can be approved or shown. */
function emptyDraft(
  { ids, clock, software }: DraftServiceOptions,
  question: string,
  actor: Actor,
  origin: Origin,
): Draft {
  return {
    id: ids.next("d"),
    question,
    createdAt: clock.now().toISOString(),
    askedBy: actor.id,
    origin,
    hash: "",
    status: "running",
    outcome: "not_found",
    claims: [],
    withheld: [],
    conflicts: [],
    search: { queries: [], tools: [], documentsSearched: 0, nearest: [], unreadable: [] },
    labels: [],
    made: { archive: "", index: "", software },
  };
}

function answerOf(draft: Draft, decision: Decision, sourcesChanged: boolean): Answer {
  const { id, question, outcome, clarification, claims, conflicts, search, hash, labels } = draft;
  const { by: approvedBy, at: approvedAt } = decision;
  const told = { id, question, outcome, ...(clarification ? { clarification } : {}), claims, conflicts, search };
  return { ...told, hash, approvedBy, approvedAt, sourcesChanged, labels };
}
