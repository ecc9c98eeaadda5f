import { sql } from "kysely";
import { type Access, maySee } from "../../core/access.ts";
import type { DocumentKind, DocumentRef } from "../../core/document.ts";
import { TeczkaError } from "../../core/errors.ts";
import type { SqlDatabase } from "./database.ts";
import { currentLabels, type DocumentRow, isCurrent, refOf } from "./document-rows.ts";
import { lostSegments } from "./integrity.ts";
import { bytesOf, decodeNumbers, indexFingerprint } from "./postings.ts";
import { perRevision } from "./revision.ts";

/** Documents of one statement while they are first read. */
const documentsAtOnce = 5_000;

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
  /** By passage: how many terms it holds. */
  lengths: Int32Array;
  /** Terms in its passages together. */
  terms: number;
}

/** Where a segment's passages are among the slots: one each, those of removed versions too. */
interface SegmentSlots {
  first: number;
  size: number;
}

/**
 * All that a search needs of the published documents but the postings, for one revision of the archive. Decoding it
 * takes longer than a search, so it is kept (perRevision).
 */
export interface IndexSnapshot {
  /** By path, so that equal scores come in a steady order. */
  documents: readonly IndexedDocument[];
  segments: ReadonlyMap<string, SegmentSlots>;
  /** By slot: passage of the snapshot, or -1 for a version that is not the current one. */
  passages: Int32Array;
  /** By passage: its document's place in `documents`. */
  owner: Int32Array;
  /** Published documents that the index does not hold. */
  lacking: readonly LackingDocument[];
}

interface LackingDocument {
  path: string;
  labels: readonly string[];
}

/** How often a load begins anew because another process published or merged under it. */
const mostAttempts = 5;

/**
 * The snapshot of the archive as it is. After a change only documents that are new are read; of the others it is asked
 * which version is current and where it stands, so that an officer does not wait whenever somebody takes a paper in.
 */
export function createSnapshots(database: SqlDatabase): () => Promise<IndexSnapshot> {
  let before: IndexSnapshot | undefined;
  return perRevision(database, async () => {
    await checkFingerprint(database);
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const { places, lacking } = await placesOf(database);
      const known = new Map<string, ReadDocument>();
      for (const document of before?.documents ?? []) known.set(keyOf(document.ref), document);
      const fresh = await readDocuments(
        database,
        places.filter((place) => !known.has(keyOf(place))),
      );
      for (const [key, document] of fresh) known.set(key, document);
      // One that is gone again: the places are of the past.
      if (!places.every((place) => known.has(keyOf(place)))) continue;
      const sizes = await segmentSizes(database);
      if (!places.every(({ segment }) => sizes.has(segment))) continue;
      before = { ...snapshotOf(places, known, sizes), lacking };
      return before;
    }
    throw indexBusy();
  });
}

/** What a document's passages are searched by; the same for as long as its version is there. */
type ReadDocument = Omit<IndexedDocument, "segment" | "first" | "base">;

interface Place {
  id: string;
  version: number;
  segment: string;
  first: number;
}

function keyOf({ id, version }: { id: string; version: number }): string {
  return `${id}@${version}`;
}

/** Of all current documents, by path; what is lacking is told to whoever may see it, when he searches. */
async function placesOf(database: SqlDatabase): Promise<{ places: Place[]; lacking: LackingDocument[] }> {
  const lost = new Set(await lostSegments(database));
  const rows = await database.db
    .selectFrom("documents")
    .leftJoin("index_documents", (join) =>
      join
        .onRef("index_documents.document", "=", "documents.id")
        .onRef("index_documents.version", "=", "documents.version"),
    )
    .select(["documents.id", "documents.version", "documents.path"])
    .select(["index_documents.segment", "index_documents.first_ordinal as first"])
    .where(isCurrent)
    .orderBy("documents.path")
    .orderBy("documents.id")
    .execute();
  const places: Place[] = [];
  const missing: { id: string; version: number; path: string }[] = [];
  for (const { id, version, path, segment, first } of rows) {
    if (segment === null || first === null || lost.has(segment)) missing.push({ id, version, path });
    else places.push({ id, version, segment, first });
  }
  if (missing.length === 0) return { places, lacking: [] };
  const labels = await currentLabels(database);
  return { places, lacking: missing.map((one) => ({ path: one.path, labels: labels.get(keyOf(one)) ?? [] })) };
}

async function segmentSizes({ db }: SqlDatabase): Promise<Map<string, number>> {
  const rows = await db.selectFrom("index_segments").select(["id", "passage_count"]).execute();
  return new Map(rows.map(({ id, passage_count: size }) => [id, size]));
}

async function readDocuments(
  { db }: SqlDatabase,
  wanted: readonly { id: string; version: number }[],
): Promise<Map<string, ReadDocument>> {
  const read = new Map<string, ReadDocument>();
  for (let from = 0; from < wanted.length; from += documentsAtOnce) {
    const list = JSON.stringify(wanted.slice(from, from + documentsAtOnce).map(({ id, version }) => [id, version]));
    const { rows } = await sql<DocumentRow & { lengths: unknown; labels: string }>`
      select documents.*, index_documents.lengths, (select json_group_array(own.label) from document_labels as own
        where own.document = documents.id and own.version = documents.version) as labels
      from json_each(${list}) as wanted
      cross join documents on documents.id = wanted.value ->> 0 and documents.version = wanted.value ->> 1
      join index_documents on index_documents.document = documents.id
        and index_documents.version = documents.version`.execute(db);
    for (const row of rows) {
      const lengths = Int32Array.from(decodeNumbers(bytesOf(row.lengths)));
      read.set(keyOf(row), {
        ref: refOf(row),
        kind: row.kind as DocumentKind,
        labels: JSON.parse(row.labels) as string[],
        lengths,
        passages: lengths.length,
        terms: lengths.reduce((sum, length) => sum + length, 0),
      });
    }
  }
  return read;
}

function snapshotOf(
  places: readonly Place[],
  known: ReadonlyMap<string, ReadDocument>,
  sizes: ReadonlyMap<string, number>,
): Omit<IndexSnapshot, "lacking"> {
  let base = 0;
  const documents = places.map((place): IndexedDocument => {
    const document = { ...(known.get(keyOf(place)) as ReadDocument), segment: place.segment, first: place.first, base };
    base += document.passages;
    return document;
  });
  const owner = new Int32Array(base);
  const segments = new Map<string, SegmentSlots>();
  let slots = 0;
  for (const [at, { segment, base: from, passages }] of documents.entries()) {
    owner.fill(at, from, from + passages);
    if (segments.has(segment)) continue;
    const size = sizes.get(segment) ?? 0;
    segments.set(segment, { first: slots, size });
    slots += size;
  }
  const passages = new Int32Array(slots).fill(-1);
  for (const document of documents) {
    const slot = slotOf(segments, document);
    for (let at = 0; at < document.passages; at += 1) passages[slot + at] = document.base + at;
  }
  return { documents, segments, passages, owner };
}

/** Of the document's first passage; the others follow. */
export function slotOf(
  segments: IndexSnapshot["segments"],
  { segment, first }: Pick<IndexedDocument, "segment" | "first">,
): number {
  return (segments.get(segment)?.first ?? 0) + first;
}

/**
 * Published and not indexed: a search that passed it over would call absent what nobody has looked for.
 * @throws TeczkaError `index_incomplete`, of documents that the asker may see
 */
export function refuseLacking({ lacking }: IndexSnapshot, access: Access): void {
  const seen = lacking.filter(({ labels }) => maySee(access, labels)).map(({ path }) => `„${path}”`);
  if (seen.length === 0) return;
  throw new TeczkaError(
    "unavailable",
    "index_incomplete",
    `W indeksie fragmentów brakuje dokumentów, więc wyszukiwanie byłoby niepełne: ${seen.slice(0, 3).join(", ")}${seen.length > 3 ? " i innych" : ""}.`,
    "Uruchom: npx teczka index rebuild.",
  );
}

export function indexBusy(): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "index_busy",
    "Indeks fragmentów jest właśnie przebudowywany.",
    "Poczekaj na koniec wczytywania i zapytaj ponownie.",
  );
}

/** @throws TeczkaError `index_other_analyser` */
export async function checkFingerprint({ db }: SqlDatabase): Promise<void> {
  const other = await db
    .selectFrom("index_segments")
    .select("fingerprint")
    .where("fingerprint", "!=", indexFingerprint)
    .limit(1)
    .executeTakeFirst();
  if (!other) return;
  throw new TeczkaError(
    "unavailable",
    "index_other_analyser",
    `Indeks fragmentów zbudowano innym analizatorem (${other.fingerprint}, a ten program ma ${indexFingerprint}).`,
    "Uruchom: npx teczka index rebuild.",
  );
}
