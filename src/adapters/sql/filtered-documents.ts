import type { DocumentFact, FactField } from "../../core/document.ts";
import type { PassageFilter } from "../../core/ports/passage-index.ts";
import { askedFacets, type DocumentFacets, facetsOf, meetsFacets } from "../../core/ranking/facets.ts";
import type { SqlDatabase } from "./database.ts";
import { isCurrent } from "./document-rows.ts";
import { perRevision } from "./revision.ts";

const fields = ["parcel", "signature", "issueDate", "applicationDate"] as const satisfies readonly FactField[];

/** Ids of the current documents that bear what the filter asks for; `undefined` when it asks for nothing they bear. */
export type FilteredDocuments = (filter: PassageFilter) => Promise<ReadonlySet<string> | undefined>;

/** Facets are loaded when a filter first asks for them, and kept until the archive changes. */
export function createFilteredDocuments(database: SqlDatabase): FilteredDocuments {
  const facets = perRevision(database, () => loadFacets(database));
  return async (filter) => {
    const asked = askedFacets(filter);
    if (Object.keys(asked).length === 0) return undefined;
    const meeting = [...(await facets())].filter(([, held]) => meetsFacets(held, asked));
    return new Set(meeting.map(([id]) => id));
  };
}

async function loadFacets({ db }: SqlDatabase): Promise<ReadonlyMap<string, DocumentFacets>> {
  const rows = await db
    .selectFrom("facts")
    .innerJoin("documents", (join) =>
      join.onRef("documents.id", "=", "facts.document").onRef("documents.version", "=", "facts.version"),
    )
    .select(["facts.document", "facts.field", "facts.value"])
    .where(isCurrent)
    .where("facts.field", "in", fields)
    .orderBy("facts.document")
    .orderBy("facts.position")
    .execute();
  const facts = Map.groupBy(rows, ({ document }) => document);
  return new Map(
    [...facts].map(([id, own]) => [id, facetsOf({ facts: own as Pick<DocumentFact, "field" | "value">[] })]),
  );
}
