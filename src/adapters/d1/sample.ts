import type { SqlDatabase } from "../sql/database.ts";

/** Whether D1 was filled with the made-up sample archive: it says so itself, so that no setting can say otherwise. */
export async function holdsSample({ db }: SqlDatabase): Promise<boolean> {
  const state = await db.selectFrom("archive_state").select("sample").executeTakeFirstOrThrow();
  return state.sample === 1;
}
