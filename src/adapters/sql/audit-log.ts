import type { AuditEntry, AuditLog } from "../../core/ports/draft-store.ts";
import type { SqlDatabase, Statement } from "./database.ts";

/** Append only; triggers of the store refuse changes and deletions from anyone. */
export function createAuditLog(database: SqlDatabase): AuditLog {
  return {
    append: (entry) => database.batch([auditInsert(database, entry)]),
    list: async (filter) => {
      let query = database.db
        .selectFrom("audit")
        .selectAll()
        .orderBy("id", "desc")
        .limit(filter.limit ?? 200);
      if (filter.subject) query = query.where("subject", "=", filter.subject);
      if (filter.actor) query = query.where("actor", "=", filter.actor);
      const rows = await query.execute();
      return rows.map(({ at, actor, action, subject, detail }) => ({
        at,
        actor,
        action,
        subject,
        ...(detail === null ? {} : { detail: JSON.parse(detail) as Record<string, unknown> }),
      }));
    },
  };
}

/** For the batch of whatever the entry tells of: the two are written together or not at all. */
export function auditInsert({ db }: SqlDatabase, entry: AuditEntry): Statement {
  const detail = entry.detail === undefined ? null : JSON.stringify(entry.detail);
  const { at, actor, action, subject } = entry;
  return db.insertInto("audit").values({ at, actor, action, subject, detail }).compile();
}
