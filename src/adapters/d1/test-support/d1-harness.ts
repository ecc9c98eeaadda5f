import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach } from "vitest";
import type { Harness } from "../../../core/ports/test-support/harness.ts";
import type { SqlDatabase } from "../../sql/database.ts";
import { migrate } from "../../sql/migrate.ts";
import { openD1 } from "../open.ts";

/** Stores on the D1 of workerd, emptied before each is opened: rows would stay between the tests of a file. */
export function d1Harness<Store>(make: (database: SqlDatabase) => Store): Harness<Store> {
  afterEach(() => reset());
  return {
    open: async () => {
      await reset();
      const database = openD1(env.DB);
      await migrate(database);
      return make(database);
    },
    // Without its tables, as a binding to the wrong database would be.
    broken: async () => {
      await reset();
      return make(openD1(env.DB));
    },
  };
}
