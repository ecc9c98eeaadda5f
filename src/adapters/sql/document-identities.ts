import { identifyingFields, identityOf } from "../../core/analysis/passage-fields.ts";
import type { DocumentFact, DocumentKind } from "../../core/document.ts";
import { listed, type SqlDatabase } from "./database.ts";

/** What documents are indexed by beside their text (`identityOf`), by id, for current ones. */
export async function identitiesOf(
  { db }: SqlDatabase,
  documents: readonly { id: string; version: number; kind: DocumentKind }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(documents.map(({ id }) => id))];
  const rows = await db
    .selectFrom("facts")
    .select(["document", "version", "field", "value"])
    .where("document", "in", listed(ids))
    .where("field", "in", identifyingFields)
    .orderBy("document")
    .orderBy("position")
    .execute();
  const facts = Map.groupBy(rows, ({ document, version }) => `${document}@${version}`);
  return new Map(
    documents.map(({ id, version, kind }) => {
      const own = (facts.get(`${id}@${version}`) ?? []) as Pick<DocumentFact, "field" | "value">[];
      return [id, identityOf({ kind, facts: own })];
    }),
  );
}
