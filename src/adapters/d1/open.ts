import { Kysely } from "kysely";
import { D1Dialect } from "kysely-d1";
import type { SqlDatabase } from "../sql/database.ts";
import type { Schema } from "../sql/schema.ts";

type D1Binding = ConstructorParameters<typeof D1Dialect>[0]["database"];

/** D1 as the stores see SQL. A batch of D1 is a transaction. The caller migrates. */
export function openD1(binding: D1Binding): SqlDatabase {
  return {
    dialect: "d1",
    db: new Kysely<Schema>({ dialect: new D1Dialect({ database: binding }) }),
    batch: async (statements) => {
      if (statements.length === 0) return;
      await binding.batch(statements.map(({ sql, parameters }) => binding.prepare(sql).bind(...parameters)));
    },
    close: async () => undefined,
  };
}
