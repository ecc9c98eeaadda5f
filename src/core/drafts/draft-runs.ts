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
export function createDraftRuns({ drafts, audit, agent, sources, clock, ticker, onLost }: DraftRunsOptions) {
  const running = new Map<string, AbortController>();
  const entry = (action: string, subject: string, detail?: Record<string, unknown>): AuditEntry => ({
    at: clock.now().toISOString(),
    actor: system,
    action,
    subject,
    ...(detail ? { detail } : {}),
  });
  const extend = (id: string) => drafts.lease(id, new Date(clock.now().getTime() + leaseMilliseconds).toISOString());

  /** Extends the lease; stops the run when someone, in whatever process, has cancelled the draft. */
  const beat = async (id: string, stop: AbortController): Promise<void> => {
    await extend(id);
    if ((await drafts.get(id))?.draft.status !== "running") stop.abort();
  };

  const fail = async (draft: Draft, error: unknown): Promise<void> => {
    const note = isTeczkaError(error)
      ? `${error.message} ${error.hint}`
      : "Wewnętrzny błąd Teczki przerwał pracę nad projektem.";
    const code = isTeczkaError(error) ? error.code : "internal";
    const failed: Draft = { ...draft, status: "failed", note };
    await drafts.save(failed, "running", entry("failed", draft.id, { code, error: String(error) }));
  };

  /**
   * From the question to the draft that awaits approval. A failure of the agent is stored with the draft and given
   * back; it rejects only when the store fails.
   */
  const run = async (draft: Draft, actor: Actor, signal?: AbortSignal): Promise<{ failure?: unknown }> => {
    const { id, question } = draft;
    const stop = new AbortController();
    running.set(id, stop);
    await extend(id);
    const rest = ticker.every(beatMilliseconds, () => {
      beat(id, stop).catch((error: unknown) => onLost(id, error));
    });
    try {
      const signals = signal ? AbortSignal.any([stop.signal, signal]) : stop.signal;
      const findings = await agent.run({ id, question }, actor, signals);
      const made: Draft = { ...draft, ...findings };
      const hash = await hashWithSources(made, sources);
      const ready: Draft = { ...made, hash, status: "awaiting_approval" };
      await drafts.save(ready, "running", entry("drafted", id, { hash, outcome: ready.outcome }));
      return {};
    } catch (error) {
      // Cancelled on the way, here or by another process: it is decided, nothing is to be saved.
      if ((await drafts.get(id))?.draft.status !== "running") return {};
      const failure: unknown = signal?.aborted ? signal.reason : error;
      await fail(draft, failure);
      return { failure };
    } finally {
      rest();
      running.delete(id);
    }
  };

  /** The access of whoever asked, as the audit recorded it: a recovery sees no more than he did. */
  const recoverOne = async (draft: Draft): Promise<void> => {
    const told = await audit.list({ subject: draft.id });
    const asked = told.find(({ action }) => action === "asked")?.detail as Pick<Actor, "role" | "access"> | undefined;
    const recoveries = told.filter(({ action }) => action === "recovered").length;
    if (!asked || recoveries >= mostRecoveries) {
      await fail(draft, new Error(`Given up after ${recoveries} recoveries`));
      return;
    }
    await extend(draft.id);
    await audit.append(entry("recovered", draft.id));
    await run(draft, { id: draft.askedBy, role: asked.role, access: asked.access });
  };

  return {
    run,
    stop: (id: string) => running.get(id)?.abort(),
    recover: async (): Promise<number> => {
      const abandoned = await drafts.abandoned(clock.now().toISOString());
      for (const draft of abandoned) await recoverOne(draft);
      return abandoned.length;
    },
  };
}
