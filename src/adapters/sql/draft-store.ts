import type { Selectable } from "kysely";
import type { Draft, DraftStatus } from "../../core/draft.ts";
import { TeczkaError } from "../../core/errors.ts";
import type { AuditEntry, DecidedDraft, Decision, DraftStore } from "../../core/ports/draft-store.ts";
import { auditInsert } from "./audit-log.ts";
import { isUniqueViolation, type SqlDatabase, type Statement } from "./database.ts";
import type { Schema } from "./schema.ts";

type Row = Selectable<Schema["drafts"]>;

export function createDraftStore(database: SqlDatabase): DraftStore {
  const { db } = database;
  return {
    create: async (draft, audit, leaseUntil) => {
      const row: Row = { ...columnsOf(draft), decision: null, lease_until: leaseUntil ?? null, revision: 0 };
      await database.batch([
        db.insertInto("drafts").values(row).compile(),
        eventInsert(database, draft.id, 0, audit),
        auditInsert(database, audit),
      ]);
    },

    save: async (draft, from, audit) => {
      const row = await rowWith(database, draft.id, from);
      const { status, hash, body } = columnsOf(draft);
      await write(database, row, { status, hash, body }, audit);
    },

    decide: async (id, from, hash, decision, audit) => {
      const row = await rowWith(database, id, from);
      if (row.hash !== hash) throw hashMismatch(id, row.hash);
      const draft: Draft = { ...bodyOf(row), status: decision.status };
      const changes = { status: decision.status, body: JSON.stringify(draft), decision: JSON.stringify(decision) };
      await write(database, row, changes, audit);
      return { draft, decision };
    },

    get: async (id) => {
      const row = await db.selectFrom("drafts").selectAll().where("id", "=", id).executeTakeFirst();
      return row && decidedDraftOf(row);
    },

    list: async (filter) => {
      let query = db
        .selectFrom("drafts")
        .selectAll()
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .limit(filter.limit ?? 100);
      query = filter.origin ? query.where("origin", "=", filter.origin) : query.where("origin", "!=", "eval");
      if (filter.status) query = query.where("status", "=", filter.status);
      if (filter.askedBy) query = query.where("asked_by", "=", filter.askedBy);
      return (await query.execute()).map(decidedDraftOf);
    },

    lease: async (id, until) => {
      await db
        .updateTable("drafts")
        .set({ lease_until: until })
        .where("id", "=", id)
        .where("status", "=", "running")
        .execute();
    },

    abandoned: async (now) => {
      const rows = await db
        .selectFrom("drafts")
        .selectAll()
        .where("status", "=", "running")
        .where((eb) => eb.or([eb("lease_until", "is", null), eb("lease_until", "<", now)]))
        .orderBy("created_at")
        .execute();
      return rows.map(bodyOf);
    },
  };
}

/** Writes revision n + 1: of all who read revision n, the key of draft_events lets exactly one through. */
async function write(database: SqlDatabase, row: Row, changes: Partial<Row>, audit: AuditEntry): Promise<void> {
  const revision = row.revision + 1;
  try {
    await database.batch([
      eventInsert(database, row.id, revision, audit),
      database.db
        .updateTable("drafts")
        .set({ ...changes, revision, lease_until: null })
        .where("id", "=", row.id)
        .compile(),
      auditInsert(database, audit),
    ]);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw statusConflict(row.id, "zmieniony w tej samej chwili przez kogoś innego", error);
  }
}

async function rowWith({ db }: SqlDatabase, id: string, from: DraftStatus): Promise<Row> {
  const row = await db.selectFrom("drafts").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) {
    throw new TeczkaError(
      "not_found",
      "draft_unknown",
      `Nie ma projektu odpowiedzi ${id}.`,
      "Sprawdź identyfikator: teczka drafts list.",
    );
  }
  if (row.status !== from) throw statusConflict(id, describe(row));
  return row;
}

function describe(row: Row): string {
  const decision = row.decision === null ? undefined : (JSON.parse(row.decision) as Decision);
  return decision ? `w stanie „${row.status}” (${decision.by}, ${decision.at})` : `w stanie „${row.status}”`;
}

function statusConflict(id: string, state: string, cause?: unknown): TeczkaError {
  return new TeczkaError(
    "conflict",
    "draft_already_decided",
    `Projekt odpowiedzi ${id} jest już ${state}.`,
    "Odczytaj go ponownie i działaj na jego obecnym stanie.",
    { cause },
  );
}

function hashMismatch(id: string, hash: string): TeczkaError {
  return new TeczkaError(
    "conflict",
    "draft_hash_mismatch",
    `Podany skrót nie jest skrótem projektu ${id}: decyzja dotyczyłaby innej treści niż zapisana.`,
    `Przeczytaj projekt ponownie (teczka drafts show ${id}) i podaj jego skrót: ${hash}.`,
  );
}

function eventInsert({ db }: SqlDatabase, draft: string, seq: number, audit: AuditEntry): Statement {
  return db.insertInto("draft_events").values({ draft, seq, at: audit.at, action: audit.action }).compile();
}

function columnsOf(draft: Draft) {
  return {
    id: draft.id,
    status: draft.status,
    origin: draft.origin,
    asked_by: draft.askedBy,
    created_at: draft.createdAt,
    hash: draft.hash,
    body: JSON.stringify(draft),
  };
}

function bodyOf(row: Row): Draft {
  return JSON.parse(row.body) as Draft;
}

function decidedDraftOf(row: Row): DecidedDraft {
  const draft = bodyOf(row);
  return row.decision === null ? { draft } : { draft, decision: JSON.parse(row.decision) as Decision };
}
