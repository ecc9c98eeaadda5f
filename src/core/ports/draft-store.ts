import type { Draft, DraftStatus } from "../draft.ts";

export interface AuditEntry {
  /** ISO 8601, UTC. */
  at: string;
  /** Who: an actor's id. */
  actor: string;
  /** `asked`, `saw`, `approved`, `rejected`, `cancelled`, `signed_in`, `ingested`, … */
  action: string;
  /** What it was done to: a draft, a document, a token. */
  subject: string;
  detail?: Record<string, unknown>;
}

export interface Decision {
  status: "approved" | "rejected" | "cancelled";
  by: string;
  at: string;
  comment?: string;
}

export interface DecidedDraft {
  draft: Draft;
  decision?: Decision;
}

/**
 * The truth about drafts and what was decided (DESIGN §4). Every change is a compare-and-set on the status, with its
 * audit entry in the same transaction.
 */
export interface DraftStore {
  /** @param leaseUntil of a draft that is begun at once, as by `lease` */
  create(draft: Draft, audit: AuditEntry, leaseUntil?: string): Promise<void>;
  /** Replaces the draft if its status is still `from`; else TeczkaError `conflict`. */
  save(draft: Draft, from: DraftStatus, audit: AuditEntry): Promise<void>;
  /** Approves, rejects or cancels if the status is still `from` and the hash is still the draft's; else `conflict`. */
  decide(id: string, from: DraftStatus, hash: string, decision: Decision, audit: AuditEntry): Promise<DecidedDraft>;
  get(id: string): Promise<DecidedDraft | undefined>;
  /** Newest first. `eval` drafts are left out unless asked for by origin. */
  list(filter: {
    status?: DraftStatus;
    origin?: Draft["origin"];
    askedBy?: string;
    limit?: number;
  }): Promise<DecidedDraft[]>;
  /** A running draft says that its process lives (ISO time until which it holds). */
  lease(id: string, until: string): Promise<void>;
  /** Running drafts whose lease is over at `now`: their process died. */
  abandoned(now: string): Promise<Draft[]>;
}

/** Append only: no method changes or removes. */
export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(filter: { subject?: string; actor?: string; limit?: number }): Promise<AuditEntry[]>;
}
