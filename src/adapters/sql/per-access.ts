import type { Access } from "../../core/access.ts";
import { accessKeyOf } from "../../core/ports/index-ledger.ts";
import type { SqlDatabase } from "./database.ts";
import { currentLabels } from "./document-rows.ts";
import { perRevision } from "./revision.ts";

/** Every combination of labels is a value of its own; beyond so many all begin anew. */
const mostKept = 64;

/**
 * What is dear to load and depends on the documents seen, remembered for each access as long as the archive does not
 * change. Labels that no document bears tell no accesses apart, and whoever holds all of them sees what `all` sees.
 *
 * @param load by the access as it comes down to, with a key that is the same for every access that sees the same
 */
export function perAccess<T>(
  database: SqlDatabase,
  load: (access: Access, key: string) => Promise<T>,
): (access: Access) => Promise<T> {
  const state = perRevision(database, async () => ({
    borne: new Set([...(await currentLabels(database)).values()].flat()),
    kept: new Map<string, T>(),
  }));
  return async (access) => {
    const { borne, kept } = await state();
    const held = access === "all" ? [] : access.labels.filter((label) => borne.has(label));
    const all = access === "all" || new Set(held).size === borne.size;
    const key = all ? "all" : accessKeyOf(held);
    if (kept.has(key)) return kept.get(key) as T;
    const value = await load(all ? "all" : { labels: held }, key);
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, value);
    return value;
  };
}
