import { sql } from "kysely";
import type { Access } from "../../core/access.ts";
import type { DocumentFact, StoredDocument, UnreadableReason } from "../../core/document.ts";
import { type DocumentRow, refOf, visibleTo } from "./document-rows.ts";

/**
 * Labels, facts, unreadable pages and duplicates, in the same query as the documents: an agent looks up many documents
 * one by one, and on D1 each query is a way to another machine.
 */
export function partColumns(access: Access) {
  return [
    sql<string>`(select json_group_array(own.label) from document_labels as own
      where own.document = documents.id and own.version = documents.version)`.as("labels"),
    sql<string>`(select json_group_array(json_array(own.position, own.field, own.value, own.page, own.start_offset,
        own.end_offset, own.quote)) from facts as own
      where own.document = documents.id and own.version = documents.version)`.as("facts"),
    sql<string>`(select json_group_array(json_array(own.number, own.unreadable)) from pages as own
      where own.document = documents.id and own.version = documents.version and own.unreadable is not null)`.as(
      "unreadable_pages",
    ),
    // Of the documents with the same bytes that the asker may see, the first by path.
    sql<string | null>`(select twin.id from documents as twin
      where twin.state = 'current' and twin.sha256 = documents.sha256 and ${visibleTo(access, "twin")}
      order by twin.path, twin.id limit 1)`.as("first_with_bytes"),
  ] as const;
}

interface Parts {
  labels: string;
  facts: string;
  unreadable_pages: string;
  first_with_bytes: string | null;
}

type FactValues = [
  position: number,
  field: DocumentFact["field"],
  value: string,
  page: number,
  start: number,
  end: number,
  quote: string,
];

export function storedDocumentOf(row: DocumentRow & Parts): StoredDocument {
  const facts = (JSON.parse(row.facts) as FactValues[]).sort(([a], [b]) => a - b);
  const unreadable = (JSON.parse(row.unreadable_pages) as [number, UnreadableReason][]).sort(([a], [b]) => a - b);
  const first = row.first_with_bytes;
  return {
    ref: refOf(row),
    kind: row.kind as StoredDocument["kind"],
    format: row.format as StoredDocument["format"],
    reader: row.reader,
    labels: (JSON.parse(row.labels) as string[]).sort(),
    pageCount: row.page_count,
    passageCount: row.passage_count,
    unreadablePages: unreadable.map(([page, reason]) => ({ page, reason })),
    facts: facts.map(([, field, value, page, start, end, quote]) => ({ field, value, page, start, end, quote })),
    ...(first === null || first === row.id ? {} : { duplicateOf: first }),
    ingestedAt: row.ingested_at,
  };
}
