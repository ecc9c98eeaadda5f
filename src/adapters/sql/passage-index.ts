import { analyserFingerprint, expandQuery, wordsOf } from "../../core/analysis/analyse.ts";
import { isTeczkaError, TeczkaError } from "../../core/errors.ts";
import type { PassageHit, PassageIndex, PassageQuery, PassageSearch } from "../../core/ports/passage-index.ts";
import type { Passage } from "../../core/document.ts";
import { listed, type SqlDatabase } from "./database.ts";
import { bestOf, candidatesOf, type PostingLists, scorePassages, type WeighedTerm, wordsIn } from "./index-scores.ts";
import { createSegments } from "./index-segments.ts";
import { checkFingerprint, type IndexSnapshot, loadSnapshot } from "./index-snapshot.ts";
import { passagesAt } from "./passage-rows.ts";
import { checkCounts } from "./integrity.ts";
import { perRevision } from "./revision.ts";

/** What an added synonym counts against a word that was typed. */
const synonymWeight = 0.5;
/** A figure or identifier is worth several words. */
const identifierWeight = 6;
/** Equal texts of different documents that one answer holds at most. */
const equalTexts = 2;
/** How often a search begins anew because a merge took its segments away under it. */
const mostAttempts = 5;

/** The embedded passage index: blobs of postings in SQL, scored here. The same on SQLite and D1. */
export function createPassageIndex(database: SqlDatabase): PassageIndex {
  const segments = createSegments(database);
  const snapshot = perRevision(database, () => loadSnapshot(database));
  const counts = perRevision(database, () => checkCounts(database));
  return {
    fingerprint: analyserFingerprint,
    put: (ref, document) => segments.put(ref, document),
    remove: (ref) => segments.remove(ref),
    search: (query) => guarded(() => search(database, snapshot, query)),
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
  snapshotNow: () => Promise<IndexSnapshot>,
  query: PassageQuery,
): Promise<PassageSearch> {
  const words = expandQuery(query.text);
  if (words.length === 0) {
    throw new TeczkaError(
      "invalid",
      "query_empty",
      "Pytanie nie zawiera słów, których można szukać.",
      "Podaj choć jedno słowo, numer albo działkę.",
    );
  }
  const terms = weigh(query.text, words);
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const snapshot = await snapshotNow();
    const lists = await postingsOf(database, snapshot, [...terms.keys()]);
    if (!(await stillThere(database, snapshot))) continue;
    const candidates = candidatesOf(snapshot, query.filter);
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

/** The terms of each word with their weights; of a term that several words have, the weightiest. */
function weigh(text: string, words: readonly string[]): Map<string, WeighedTerm> {
  const typed = new Set(text.match(/[\p{L}\d]+(?:[/._-][\p{L}\d]+)*/gu) ?? []);
  const weights = new Map<string, WeighedTerm>();
  for (const word of words) {
    const terms = wordsOf(word).flatMap((part) => part.terms);
    const base = typed.has(word) ? 1 : synonymWeight;
    for (const term of terms) {
      const weight = base * (term.startsWith("=") ? identifierWeight : 1 / Math.sqrt(terms.length));
      const known = weights.get(term);
      if (!known || known.weight < weight) weights.set(term, { weight, word });
    }
  }
  return weights;
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
    const copies = new Map<string, number>();
    const found: { at: number; passage: Passage }[] = [];
    for (let from = 0; from < best.length && found.length < limit; from += 2 * limit) {
      const some = best.slice(from, from + 2 * limit);
      const passages = await passagesAt(
        database,
        some.map((at) => placeOf(snapshot, at)),
      );
      for (const [index, passage] of passages.entries()) {
        const before = copies.get(passage.text) ?? 0;
        copies.set(passage.text, before + 1);
        if (before < equalTexts && found.length < limit) found.push({ at: some[index] as number, passage });
      }
    }
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
