import { sql } from "kysely";
import type { DocumentFact, DocumentRef, FactField } from "../../core/document.ts";
import type { PassageFilter } from "../../core/ports/passage-index.ts";
import { askedFacets, type DocumentFacets, facetsOf, meetsFacets } from "../../core/ranking/facets.ts";
import { listed, type SqlDatabase } from "./database.ts";
import { isCurrent } from "./document-rows.ts";
import { perRevision } from "./revision.ts";

const fields = ["parcel", "signature", "issueDate", "applicationDate"] as const satisfies readonly FactField[];
/** Documents of one statement. */
const documentsAtOnce = 5_000;

/** Ids of the current documents that bear what the filter asks for; `undefined` when it asks for nothing they bear. */
export type FilteredDocuments = (filter: PassageFilter) => Promise<ReadonlySet<string> | undefined>;

type Version = Pick<DocumentRef, "id" | "version">;

/** Facets are loaded when a filter first asks for them; a version never changes, so they are kept while it is current. */
export function createFilteredDocuments(database: SqlDatabase): FilteredDocuments {
  let kept: { version: Version; facets: DocumentFacets }[] = [];

  const facetsNow = perRevision(database, async () => {
    const known = new Map(kept.map(({ version, facets }) => [keyOf(version), facets]));
    const versions = await database.db.selectFrom("documents").select(["id", "version"]).where(isCurrent).execute();
    const missing = versions.filter((version) => !known.has(keyOf(version)));
    for (let from = 0; from < missing.length; from += documentsAtOnce) {
      const some = missing.slice(from, from + documentsAtOnce);
      const facts = await factsOf(database, some);
      for (const version of some) known.set(keyOf(version), facetsOf({ facts: facts.get(keyOf(version)) ?? [] }));
    }
    kept = versions.map((version) => ({ version, facets: known.get(keyOf(version)) as DocumentFacets }));
    return kept;
  });

  return async (filter) => {
    const asked = askedFacets(filter);
    if (Object.keys(asked).length === 0) return undefined;
    const meeting = (await facetsNow()).filter(({ facets }) => meetsFacets(facets, asked));
    return new Set(meeting.map(({ version }) => version.id));
  };
}

function keyOf({ id, version }: Version): string {
  return `${id}@${version}`;
}

type Fact = Pick<DocumentFact, "field" | "value">;

async function factsOf({ db }: SqlDatabase, documents: readonly Version[]): Promise<Map<string, Fact[]>> {
  const wanted = JSON.stringify(documents.map(({ id, version }) => [id, version]));
  const { rows } = await sql<Fact & Version>`
    select facts.document as id, facts.version, facts.field, facts.value from json_each(${wanted}) as wanted
    cross join facts on facts.document = wanted.value ->> 0 and facts.version = wanted.value ->> 1
    where facts.field in ${listed(fields)}
    order by facts.document, facts.version, facts.position`.execute(db);
  return Map.groupBy(rows, keyOf);
}
