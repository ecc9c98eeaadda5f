import { sql } from "kysely";
import type { Passage } from "../../core/document.ts";
import type { SqlDatabase } from "./database.ts";
import { type PassageRow, passageOf } from "./document-rows.ts";

/**
 * Passages by their places, in the order asked, in one query.
 * @throws Error when one is missing: the index speaks of a passage that the store does not have
 */
export async function passagesAt(
  { db }: SqlDatabase,
  places: readonly { id: string; version: number; ordinal: number }[],
): Promise<Passage[]> {
  const wanted = JSON.stringify(places.map(({ id, version, ordinal }) => [id, version, ordinal]));
  const { rows } = await sql<PassageRow & { place: number }>`
    select wanted.key as place, passages.* from json_each(${wanted}) as wanted
    cross join passages on passages.document = wanted.value ->> 0
      and passages.version = wanted.value ->> 1 and passages.ordinal = wanted.value ->> 2`.execute(db);
  const passages = new Map(rows.map((row) => [row.place, passageOf(row)]));
  return places.map(({ id, version, ordinal }, place) => {
    const passage = passages.get(place);
    if (!passage) throw new Error(`passage ${ordinal} of ${id}@${version} is indexed and not stored`);
    return passage;
  });
}
