import { expect, it } from "vitest";
import { describeDraftStore } from "../../core/ports/draft-store.contract.ts";
import { openSqlite } from "../sqlite/open.ts";
import { createAuditLog } from "./audit-log.ts";
import { createDraftStore } from "./draft-store.ts";
import { sqliteHarness } from "./test-support/sqlite-harness.ts";

describeDraftStore(
  "SQLite",
  sqliteHarness((database) => ({ drafts: createDraftStore(database), audit: createAuditLog(database) })),
);

it("refuses to change or remove what stands in the audit, whoever tries", async () => {
  const database = await openSqlite(":memory:");
  const audit = createAuditLog(database);
  await audit.append({ at: "2026-03-01T08:00:00.000Z", actor: "anna", action: "saw", subject: "d_1" });
  for (const sql of ["UPDATE audit SET actor = 'jan'", "DELETE FROM audit"])
    await expect(database.batch([{ sql, parameters: [] }])).rejects.toThrow("append-only");
  expect(await audit.list({})).toHaveLength(1);
  await database.close();
});
