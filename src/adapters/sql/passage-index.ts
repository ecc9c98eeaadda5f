import { analyserFingerprint } from "../../core/analysis/analyse.ts";
import { analyseQuery } from "../../core/analysis/query-terms.ts";
import { isTeczkaError, TeczkaError } from "../../core/errors.ts";
import type { PassageHit, PassageIndex, PassageQuery, PassageSearch } from "../../core/ports/passage-index.ts";
import type { Passage } from "../../core/document.ts";
import { foldCopies } from "../../core/ranking/fold-copies.ts";
import { listed, type SqlDatabase } from "./database.ts";
import { createFilteredDocuments, type FilteredDocuments } from "./filtered-documents.ts";
import { bestOf, candidatesOf, type PostingLists, scorePassages, wordsIn } from "./index-scores.ts";
import { createSegments } from "./index-segments.ts";
import { checkFingerprint, type IndexSnapshot, loadSnapshot } from "./index-snapshot.ts";
import { passagesAt } from "./passage-rows.ts";
import { checkCounts } from "./integrity.ts";
import { perRevision } from "./revision.ts";

/** How often a search begins anew because a merge took its segments away under it. */
const mostAttempts = 5;

/** The embedded passage index: blobs of postings in SQL, scored here. The same on SQLite and D1. */
export function createPassageIndex(database: SqlDatabase): PassageIndex {
  const segments = createSegments(database);
  const snapshot = perRevision(database, () => loadSnapshot(database));
  const filtered = createFilteredDocuments(database);
  const counts = perRevision(database, () => checkCounts(database));
  return {
    fingerprint: analyserFingerprint,
    put: (ref, document) => segments.put(ref, document),
    remove: (ref) => segments.remove(ref),
    search: (query) => guarded(() => search(database, { snapshot, filtered }, query)),
    optimize: () => segments.optimize(),
    check: () =>
      guarded(async () => {
        await checkFingerprint(database);
        await database.db.selectFrom("index_postings").select("segment").limit(1).execute();
        await counts();
      }),
  };
}

async function search(
  database: SqlDatabase,
  now: { snapshot: () => Promise<IndexSnapshot>; filtered: FilteredDocuments },
  query: PassageQuery,
): Promise<PassageSearch> {
  const { words, terms } = analyseQuery(query.text);
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const snapshot = await now.snapshot();
    const bearing = await now.filtered(query.filter);
    const lists = await postingsOf(database, snapshot, [...terms.keys()]);
    if (!(await stillThere(database, snapshot))) continue;
    const candidates = candidatesOf(snapshot, query.filter, bearing);
    const scores = scorePassages(snapshot, candidates, terms, lists);
    const found = await passagesOf(database, snapshot, scores, query.limit);
    const why = wordsIn(
      snapshot,
      candidates,
      terms,
      lists,
      found.map(({ at }) => at),
    );
    const hits = found.map(({ at, passage }) => hitOf(snapshot, at, passage, scores, why.get(at)));
    return { hits, documentsSearched: candidates.reduce((sum, one) => sum + one, 0), words };
  }
  throw new TeczkaError(
    "unavailable",
    "index_busy",
    "Indeks fragmentów jest właśnie przebudowywany.",
    "Poczekaj na koniec wczytywania i zapytaj ponownie.",
  );
}

async function postingsOf(
  { db }: SqlDatabase,
  { segments }: IndexSnapshot,
  terms: readonly string[],
): Promise<PostingLists> {
  const rows = await db
    .selectFrom("index_postings")
    .selectAll()
    .where("segment", "in", listed([...segments.keys()]))
    .where("term", "in", listed(terms))
    .execute();
  return Map.groupBy(rows, (row) => row.term);
}

/** Segments never change, a merge only replaces them: while all of them are there, their postings were all read. */
async function stillThere({ db }: SqlDatabase, snapshot: IndexSnapshot): Promise<boolean> {
  const rows = await db.selectFrom("index_segments").select("id").execute();
  const now = new Set(rows.map(({ id }) => id));
  return [...snapshot.segments.keys()].every((segment) => now.has(segment));
}

/** The best passages with their text; of equal texts only the first few. */
async function passagesOf(
  database: SqlDatabase,
  snapshot: IndexSnapshot,
  scores: Float64Array,
  limit: number,
): Promise<{ at: number; passage: Passage }[]> {
  for (let wanted = 2 * limit; ; wanted *= 4) {
    const best = bestOf(scores, wanted);
    const passages = await passagesAt(
      database,
      best.map((at) => placeOf(snapshot, at)),
    );
    const ranked = best.map((at, index) => ({ at, passage: passages[index] as Passage }));
    const found = foldCopies(ranked, limit);
    if (found.length >= limit || best.length < wanted) return found;
  }
}

function placeOf({ documents, owner }: IndexSnapshot, at: number): { id: string; version: number; ordinal: number } {
  const document = documents[owner[at] as number];
  if (!document) throw new RangeError(`passage ${at} has no document`);
  return { id: document.ref.id, version: document.ref.version, ordinal: at - document.base };
}

function hitOf(
  { documents, owner }: IndexSnapshot,
  at: number,
  passage: Passage,
  scores: Float64Array,
  words: Set<string> | undefined,
): PassageHit {
  const document = documents[owner[at] as number];
  if (!document) throw new RangeError(`passage ${at} has no document`);
  const { ref, kind } = document;
  return { document: ref, kind, passage, score: scores[at] as number, why: { words: [...(words ?? [])] } };
}

/** A broken or missing index is named; it never reads as "nothing found". */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isTeczkaError(error)) throw error;
    throw new TeczkaError(
      "unavailable",
      "index_unavailable",
      "Indeks fragmentów nie odpowiada albo jest uszkodzony: nie wiadomo, czy czegoś nie ma.",
      "Uruchom: teczka doctor. Jeśli błąd się powtarza, wczytaj archiwum do nowego katalogu TECZKA_DATA.",
      { cause: error },
    );
  }
}
