import { z } from "zod";
import { describedBy } from "../../core/analysis/passage-fields.ts";
import { sha256Hex } from "../../core/canonical-json.ts";
import type { DocumentRef, Passage } from "../../core/document.ts";
import { accessKeyOf, type VersionKey } from "../../core/ports/index-ledger.ts";
import type { IndexableDocument } from "../../core/ports/passage-index.ts";
import { facetsOf } from "../../core/ranking/facets.ts";
import { denseVector, termsVector } from "./collections.ts";
import type { Connection } from "./connection.ts";
import { createTermNumbers, passageVector, type SparseVector } from "./term-vectors.ts";

/** A passage as the server keeps it: what it is found and filtered by. Its text stays in the document store. */
interface Point {
  id: string;
  vector: { [termsVector]: SparseVector; [denseVector]?: number[] };
  payload: {
    document: string;
    version: number;
    revision: string;
    ordinal: number;
    page: number;
    kind: string;
    access: string;
    labels: string[];
    cases: string[];
    parcels: string[];
    day?: number;
  };
}

/** What a point says about which passage it is. */
export const placeSchema = z.object({ document: z.string(), version: z.number(), ordinal: z.number() });
export const placeFields = ["document", "version", "ordinal"];

/** One value for a document in one version, to filter by. */
export function revisionOf({ id, version }: VersionKey): string {
  return `${id}@${version}`;
}

/**
 * The points of a version. The same passage always gets the same id, so that writing it twice is writing it once.
 * @param dense one vector a passage, when there is a model
 */
export function pointsOf(
  archive: string,
  ref: DocumentRef,
  document: IndexableDocument,
  dense: readonly Float32Array[] | undefined,
): Point[] {
  const numbersOf = createTermNumbers();
  const { parcels, cases, date } = facetsOf(document);
  const shared = {
    document: ref.id,
    version: ref.version,
    revision: revisionOf(ref),
    kind: document.kind,
    access: accessKeyOf(document.labels),
    labels: document.labels,
    cases,
    parcels,
    ...(date === undefined ? {} : { day: dayNumber(date) }),
  };
  const described = describedBy(document);
  return document.passages.map((passage, at) => {
    const vector = dense?.[at];
    return {
      id: pointId(archive, ref, passage),
      vector: {
        [termsVector]: passageVector(passage, described, numbersOf),
        ...(vector === undefined ? {} : { [denseVector]: [...vector] }),
      },
      payload: { ...shared, ordinal: passage.ordinal, page: passage.page },
    };
  });
}

/** 20140312 for `2014-03-12`: numbers compare as the days do, and as facets compare them, whatever the calendar says. */
export function dayNumber(iso: string): number {
  return Number(iso.replaceAll("-", ""));
}

/** A UUID of version 8 (RFC 9562): the first bits of a SHA-256 over what names the passage. */
function pointId(archive: string, ref: VersionKey, { ordinal }: Pick<Passage, "ordinal">): string {
  const hex = sha256Hex(JSON.stringify([archive, ref.id, ref.version, ordinal]));
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** In how many of these points each term stands. */
export function passagesByTerm(points: readonly Point[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { vector } of points)
    for (const term of vector[termsVector].indices) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Points in one call: some 8 KB each with a dense vector, so 1 MB of Qdrant's 32 MB. */
const batchSize = 128;
const updated = z.object({ status: z.enum(["completed", "acknowledged"]) });

/** Written, and found by the next search: each batch is waited for. */
export async function upsertPoints(connection: Connection, collection: string, points: readonly Point[]) {
  for (let at = 0; at < points.length; at += batchSize) {
    const batch = points.slice(at, at + batchSize);
    await connection.call(
      (api, init) =>
        api.upsertPoints({ collection_name: collection, wait: true, ordering: "strong", points: batch }, init),
      updated,
    );
  }
}

/** All points of a version. */
export async function deletePoints(connection: Connection, collection: string, version: VersionKey): Promise<void> {
  const filter = { must: [{ key: "revision", match: { value: revisionOf(version) } }] };
  await connection.call(
    (api, init) => api.deletePoints({ collection_name: collection, wait: true, ordering: "strong", filter }, init),
    updated,
  );
}

/** @returns number of points in the collection, each counted once */
export async function countPoints(connection: Connection, collection: string): Promise<number> {
  const { count } = await connection.call(
    (api, init) => api.countPoints({ collection_name: collection, exact: true }, init),
    z.object({ count: z.number() }),
  );
  return count;
}
