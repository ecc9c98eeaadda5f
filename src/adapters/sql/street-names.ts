import type { StreetRenaming } from "../../core/identity/street-names.ts";
import type { StreetNames } from "../../core/ports/street-names.ts";
import { auditInsert } from "./audit-log.ts";
import type { SqlDatabase } from "./database.ts";
import { bumpRevision, perRevision } from "./revision.ts";

export function createStreetNames(database: SqlDatabase): StreetNames {
  return {
    renamings: perRevision(database, () => renamingsIn(database)),
    replace: (renamings, audit) => {
      const rows = renamings.map(({ former, present, from, town }, position) => [
        position,
        former,
        present,
        from ?? null,
        town ?? null,
      ]);
      return database.batch([
        { sql: "DELETE FROM street_names", parameters: [] },
        {
          // One value for all rows: D1 takes 100 a statement.
          sql: `INSERT INTO street_names (position, former, present, since, town)
            SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`,
          parameters: [JSON.stringify(rows)],
        },
        auditInsert(database, audit),
        bumpRevision(),
      ]);
    },
  };
}

export async function renamingsIn({ db }: SqlDatabase): Promise<StreetRenaming[]> {
  const rows = await db.selectFrom("street_names").selectAll().orderBy("position").execute();
  return rows.map(({ former, present, since, town }) => ({
    former,
    present,
    ...(since === null ? {} : { from: since }),
    ...(town === null ? {} : { town }),
  }));
}
