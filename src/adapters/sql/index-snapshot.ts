import { analyserFingerprint } from "../../core/analysis/analyse.ts";
import type { DocumentKind, DocumentRef } from "../../core/document.ts";
import { TeczkaError } from "../../core/errors.ts";
import type { SqlDatabase } from "./database.ts";
import { isCurrent, refOf } from "./document-rows.ts";
import { checkSegments } from "./integrity.ts";
import { bytesOf, decodeNumbers } from "./postings.ts";

interface IndexedDocument {
  ref: DocumentRef;
  kind: DocumentKind;
  labels: readonly string[];
  segment: string;
  /** Number of its first passage inside the segment. */
  first: number;
  /** Number of its first passage among all passages of the snapshot. */
  base: number;
  passages: number;
  /** Terms in its passages together. */
  terms: number;
}

/** Where a segment's passages are among all passages. */
interface SegmentMap {
  /** By passage of the segment: passage of the snapshot, or -1 for a version that is not the current one. */
  passage: Int32Array;
}

/**
 * All that a search needs of the published documents but the postings, for one revision of the archive. Decoding it
 * takes longer than a search, so it is kept (perRevision).
 */
export interface IndexSnapshot {
  /** By path, so that equal scores come in a steady order. */
  documents: readonly IndexedDocument[];
  segments: ReadonlyMap<string, SegmentMap>;
  /** By passage: its document's place in `documents`. */
  owner: Int32Array;
  /** By passage: how many terms it holds. */
  lengths: Int32Array;
}

export async function loadSnapshot(database: SqlDatabase): Promise<IndexSnapshot> {
  await checkFingerprint(database);
  await checkSegments(database);
  const rows = await currentRows(database);
  const labels = Map.groupBy(await labelRows(database), ({ document, version }) => `${document}@${version}`);
  const documents: IndexedDocument[] = [];
  const decoded: number[][] = [];
  let base = 0;
  for (const row of rows) {
    if (row.lengths === null || row.segment === null || row.first_ordinal === null) throw notIndexed(row.path);
    const lengths = decodeNumbers(bytesOf(row.lengths));
    documents.push({
      ref: refOf(row),
      kind: row.kind as DocumentKind,
      labels: labels.get(`${row.id}@${row.version}`)?.map(({ label }) => label) ?? [],
      segment: row.segment,
      first: row.first_ordinal,
      base,
      passages: lengths.length,
      terms: lengths.reduce((sum, length) => sum + length, 0),
    });
    decoded.push(lengths);
    base += lengths.length;
  }
  const owner = new Int32Array(base);
  for (const [at, document] of documents.entries()) owner.fill(at, document.base, document.base + document.passages);
  return { documents, segments: segmentMaps(documents), owner, lengths: Int32Array.from(decoded.flat()) };
}

function currentRows({ db }: SqlDatabase) {
  return db
    .selectFrom("documents")
    .leftJoin("index_documents", (join) =>
      join
        .onRef("index_documents.document", "=", "documents.id")
        .onRef("index_documents.version", "=", "documents.version"),
    )
    .selectAll("documents")
    .select(["index_documents.segment", "index_documents.first_ordinal", "index_documents.lengths"])
    .where(isCurrent)
    .orderBy("documents.path")
    .orderBy("documents.id")
    .execute();
}

/** Published and not indexed: a search that passed it over would call absent what nobody has looked for. */
function notIndexed(path: string): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "index_incomplete",
    `Dokumentu „${path}” nie ma w indeksie fragmentów, więc wyszukiwanie byłoby niepełne.`,
    "Wczytaj archiwum do nowego katalogu TECZKA_DATA poleceniem: teczka ingest KATALOG.",
  );
}

function labelRows({ db }: SqlDatabase) {
  return db
    .selectFrom("document_labels")
    .innerJoin("documents", (join) =>
      join
        .onRef("documents.id", "=", "document_labels.document")
        .onRef("documents.version", "=", "document_labels.version"),
    )
    .selectAll("document_labels")
    .where(isCurrent)
    .execute();
}

function segmentMaps(documents: readonly IndexedDocument[]): Map<string, SegmentMap> {
  const maps = new Map<string, SegmentMap>();
  for (const [segment, own] of Map.groupBy(documents, (document) => document.segment)) {
    const size = own.reduce((most, { first, passages }) => Math.max(most, first + passages), 0);
    const passage = new Int32Array(size).fill(-1);
    for (const { first, base, passages } of own)
      for (let at = 0; at < passages; at += 1) passage[first + at] = base + at;
    maps.set(segment, { passage });
  }
  return maps;
}

/** @throws TeczkaError `index_other_analyser` */
export async function checkFingerprint({ db }: SqlDatabase): Promise<void> {
  const other = await db
    .selectFrom("index_segments")
    .select("fingerprint")
    .where("fingerprint", "!=", analyserFingerprint)
    .limit(1)
    .executeTakeFirst();
  if (!other) return;
  throw new TeczkaError(
    "unavailable",
    "index_other_analyser",
    `Indeks fragmentów zbudowano innym analizatorem (${other.fingerprint}, a ten program ma ${analyserFingerprint}).`,
    "Wczytaj archiwum do nowego katalogu TECZKA_DATA poleceniem: teczka ingest KATALOG.",
  );
}
