import type { Selectable } from "kysely";
import type { Key, KeyStore } from "../../core/ports/key-store.ts";
import type { SqlDatabase } from "./database.ts";
import type { Schema } from "./schema.ts";

export function createKeyStore({ db }: SqlDatabase): KeyStore {
  return {
    add: async (key, secretSha256) => {
      await db
        .insertInto("keys")
        .values({
          id: key.id,
          kind: key.kind,
          role: key.role,
          labels: JSON.stringify(key.labels),
          created_at: key.createdAt,
          expires_at: key.expiresAt ?? null,
          revoked_at: key.revokedAt ?? null,
          secret_sha256: secretSha256,
        })
        .execute();
    },

    find: async (secretSha256, now) => {
      const row = await db
        .selectFrom("keys")
        .selectAll()
        .where("secret_sha256", "=", secretSha256)
        .where("revoked_at", "is", null)
        .where((eb) => eb.or([eb("expires_at", "is", null), eb("expires_at", ">", now)]))
        .executeTakeFirst();
      return row && keyOf(row);
    },

    consume: (id, now) => revoke(db, id, now),

    list: async (kind) => {
      const rows = await db.selectFrom("keys").selectAll().where("kind", "=", kind).orderBy("created_at").execute();
      return rows.map(keyOf);
    },

    revoke: (id, now) => revoke(db, id, now),
  };
}

/** One statement, so that of two callers at once one is told that it was he. */
async function revoke(db: SqlDatabase["db"], id: string, now: string): Promise<boolean> {
  const result = await db
    .updateTable("keys")
    .set({ revoked_at: now })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

function keyOf(row: Selectable<Schema["keys"]>): Key {
  return {
    id: row.id,
    kind: row.kind as Key["kind"],
    role: row.role as Key["role"],
    labels: JSON.parse(row.labels) as string[],
    createdAt: row.created_at,
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
  };
}
