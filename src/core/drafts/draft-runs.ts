import type { Actor } from "../access.ts";
import type { Draft } from "../draft.ts";
import { isTeczkaError } from "../errors.ts";
import type { DraftAgent } from "../ports/draft-agent.ts";
import type { AuditEntry, AuditLog, DraftStore } from "../ports/draft-store.ts";
import type { Clock, Ticker } from "../ports/surroundings.ts";
import { hashWithSources, type Sources } from "./sources.ts";

interface DraftRunsOptions {
  drafts: DraftStore;
  audit: AuditLog;
  agent: DraftAgent;
  sources: Sources;
  clock: Clock;
  ticker: Ticker;
  onLost: (draftId: string, error: unknown) => void;
}

/** A running draft whose heartbeat is older than this has lost its process. */
const leaseMilliseconds = 30_000;
const beatMilliseconds = 10_000;

/** A question that has felled its process this often is not put to a third. */
const mostRecoveries = 2;

const system = "system";

/** Runs of the agent: with a heartbeat while they go on, and taken up again when their process died. */
export function createDraftRuns(options: DraftRunsOptions) {
  const running = new Map<string, AbortController>();
  return {
    /** For the draft that is made now and run next. */
    leaseEnd: () => leaseEnd(options),
    run: (draft: Draft, actor: Actor, signal?: AbortSignal) => run({ ...options, running }, draft, actor, signal),
    stop: (id: string) => running.get(id)?.abort(),
    recover: async (): Promise<number> => {
      const abandoned = await options.drafts.abandoned(options.clock.now().toISOString());
      for (const draft of abandoned) await recoverOne({ ...options, running }, draft);
      return abandoned.length;
    },
  };
}

interface Runs extends DraftRunsOptions {
  running: Map<string, AbortController>;
}

/**
 * From the question to the draft that awaits approval, which somebody has leased already. A failure of the agent is stored with the draft and given
 * back; it rejects only when the store fails.
 */
async function run(runs: Runs, draft: Draft, actor: Actor, signal?: AbortSignal): Promise<{ failure?: unknown }> {
  const { drafts, agent, sources, ticker, onLost, running } = runs;
  const { id, question } = draft;
  const stop = new AbortController();
  running.set(id, stop);
  const rest = ticker.every(beatMilliseconds, () => {
    beat(runs, id, stop).catch((error: unknown) => onLost(id, error));
  });
  try {
    const signals = signal ? AbortSignal.any([stop.signal, signal]) : stop.signal;
    const findings = await agent.run({ id, question }, actor, signals);
    const made: Draft = { ...draft, ...findings };
    const hash = await hashWithSources(made, sources);
    const ready: Draft = { ...made, hash, status: "awaiting_approval" };
    await drafts.save(ready, "running", entry(runs, "drafted", id, { hash, outcome: ready.outcome }));
    return {};
  } catch (error) {
    // Cancelled on the way, here or by another process: it is decided, nothing is to be saved.
    if ((await drafts.get(id))?.draft.status !== "running") return {};
    const failure: unknown = signal?.aborted ? signal.reason : error;
    await fail(runs, draft, failure);
    return { failure };
  } finally {
    rest();
    running.delete(id);
  }
}

function entry({ clock }: Runs, action: string, subject: string, detail?: Record<string, unknown>): AuditEntry {
  return { at: clock.now().toISOString(), actor: system, action, subject, ...(detail ? { detail } : {}) };
}

function leaseEnd({ clock }: Pick<Runs, "clock">): string {
  return new Date(clock.now().getTime() + leaseMilliseconds).toISOString();
}

function extend(runs: Runs, id: string): Promise<void> {
  return runs.drafts.lease(id, leaseEnd(runs));
}

/** Extends the lease; stops the run when someone, in whatever process, has cancelled the draft. */
async function beat(runs: Runs, id: string, stop: AbortController): Promise<void> {
  await extend(runs, id);
  if ((await runs.drafts.get(id))?.draft.status !== "running") stop.abort();
}

async function fail(runs: Runs, draft: Draft, error: unknown): Promise<void> {
  const note = isTeczkaError(error)
    ? `${error.message} ${error.hint}`
    : "Wewnętrzny błąd Teczki przerwał pracę nad projektem.";
  const code = isTeczkaError(error) ? error.code : "internal";
  const failed: Draft = { ...draft, status: "failed", note };
  await runs.drafts.save(failed, "running", entry(runs, "failed", draft.id, { code, error: String(error) }));
}

/** The access of whoever asked, as the audit recorded it: a recovery sees no more than he did. */
async function recoverOne(runs: Runs, draft: Draft): Promise<void> {
  const told = await runs.audit.list({ subject: draft.id });
  const asked = told.find(({ action }) => action === "asked")?.detail as Pick<Actor, "role" | "access"> | undefined;
  const recoveries = told.filter(({ action }) => action === "recovered").length;
  if (!asked || recoveries >= mostRecoveries) {
    await fail(runs, draft, new Error(`Given up after ${recoveries} recoveries`));
    return;
  }
  await extend(runs, draft.id);
  await runs.audit.append(entry(runs, "recovered", draft.id));
  await run(runs, draft, { id: draft.askedBy, role: asked.role, access: asked.access });
}
