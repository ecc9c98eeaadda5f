import { analyserFingerprint, expandQuery, wordsOf } from "../../core/analysis/analyse.ts";
import type { DocumentRef } from "../../core/document.ts";
import { isTeczkaError, TeczkaError } from "../../core/errors.ts";
import type { PassageIndex, PassageQuery, PassageSearch } from "../../core/ports/passage-index.ts";
import { chunksFor, type SqlDatabase } from "./database.ts";
import { type DocumentRow, passageOf, refOf, visibleTo } from "./document-rows.ts";
import { mergeSegments, segmentOf } from "./index-segments.ts";
import { bytesOf, decodeNumbers, eachPosting } from "./postings.ts";

/** BM25 (Robertson & Zaragoza, 2009): usual saturation, and less length norm, since passages are of like length. */
const k1 = 1.2;
const b = 0.6;
/** What an added synonym counts against a word that was typed. */
const synonymWeight = 0.5;
/** A figure or identifier is worth several words. */
const identifierWeight = 6;
/** Equal texts of different documents that one answer holds at most. */
const equalTexts = 2;
/** More small segments than this are merged at the end of an ingest. */
const manySegments = 4;
/** Segments merged while an ingest runs, so that queries stay quick and merges small. */
const mergeFactor = 64;

interface Candidate {
  row: DocumentRow;
  segment: string;
  first: number;
  lengths: number[];
}

/** The embedded passage index: blobs of postings in SQL, scored here. The same on SQLite and D1. */
export function createPassageIndex(database: SqlDatabase): PassageIndex {
  const { db } = database;
  return {
    fingerprint: analyserFingerprint,

    put: async (ref, document) => {
      const old = db
        .deleteFrom("index_documents")
        .where("document", "=", ref.id)
        .where("version", "=", ref.version)
        .compile();
      await database.batch([old, ...segmentOf(database, ref, document)]);
      const small = await db.selectFrom("index_segments").select("id").execute();
      if (small.length >= mergeFactor) await merge(database, 2 * mergeFactor);
    },

    // Postings of a version that index_documents does not know are passed over, and dropped by the next merge.
    remove: async (ref: DocumentRef) => {
      await db
        .deleteFrom("index_documents")
        .where("document", "=", ref.id)
        .where("version", "=", ref.version)
        .execute();
    },

    search: (query) => guarded(() => search(database, query)),

    optimize: async () => {
      const segments = await db.selectFrom("index_segments").select("id").execute();
      if (segments.length > manySegments) await merge(database, Number.POSITIVE_INFINITY);
    },

    check: () => guarded(() => checkFingerprint(database)),
  };
}

/** Merges the smallest segments: all of them, or those below `limit` documents. */
async function merge(database: SqlDatabase, limit: number): Promise<void> {
  const { db } = database;
  const sizes = await db
    .selectFrom("index_segments")
    .leftJoin("index_documents", "index_documents.segment", "index_segments.id")
    .select((eb) => ["index_segments.id", eb.fn.count("index_documents.document").as("documents")])
    .groupBy("index_segments.id")
    .execute();
  const small = sizes.filter(({ documents }) => Number(documents) < limit).map(({ id }) => id);
  if (small.length > 1) await mergeSegments(database, small);
}

async function search(database: SqlDatabase, query: PassageQuery): Promise<PassageSearch> {
  const words = expandQuery(query.text);
  if (words.length === 0) {
    throw new TeczkaError(
      "invalid",
      "query_empty",
      "Pytanie nie zawiera słów, których można szukać.",
      "Podaj choć jedno słowo, numer albo działkę.",
    );
  }
  await checkFingerprint(database);
  const candidates = await candidatesOf(database, query);
  const typed = new Set(query.text.match(/[\p{L}\d]+(?:[/._-][\p{L}\d]+)*/gu) ?? []);
  const weights = new Map<string, { weight: number; word: string }>();
  for (const word of words) {
    const terms = wordsOf(word).flatMap((part) => part.terms);
    const base = typed.has(word) ? 1 : synonymWeight;
    for (const term of terms) {
      const weight = base * (term.startsWith("=") ? identifierWeight : 1 / Math.sqrt(terms.length));
      const known = weights.get(term);
      if (!known || known.weight < weight) weights.set(term, { weight, word });
    }
  }
  const scored = await score(database, candidates, weights);
  const hits = await hitsOf(database, candidates, scored, query.limit);
  return { hits, documentsSearched: candidates.length, words };
}

/** Documents that the asker may see and the filter lets through; nothing below knows of any other. */
async function candidatesOf({ db }: SqlDatabase, { filter }: PassageQuery): Promise<Candidate[]> {
  let rows = db
    .selectFrom("documents")
    .innerJoin("index_documents", (join) =>
      join
        .onRef("index_documents.document", "=", "documents.id")
        .onRef("index_documents.version", "=", "documents.version"),
    )
    .selectAll("documents")
    .select(["index_documents.segment", "index_documents.first_ordinal", "index_documents.lengths"])
    .where("documents.state", "=", "current")
    .where(visibleTo(filter.access));
  if (filter.kinds) rows = rows.where("documents.kind", "in", [...filter.kinds]);
  const wanted = filter.documents && new Set(filter.documents);
  const found = await rows.execute();
  return found
    .filter((row) => !wanted || wanted.has(row.id))
    .map((row) => ({
      row,
      segment: row.segment,
      first: row.first_ordinal,
      lengths: decodeNumbers(bytesOf(row.lengths)),
    }));
}

interface Scored {
  candidate: number;
  ordinal: number;
  score: number;
  words: Set<string>;
}

/** BM25 with document frequencies and lengths of the candidates' passages alone. */
async function score(
  database: SqlDatabase,
  candidates: Candidate[],
  weights: Map<string, { weight: number; word: string }>,
): Promise<Scored[]> {
  const segments = segmentMaps(candidates);
  const total = candidates.reduce((sum, { lengths }) => sum + lengths.length, 0);
  const average =
    candidates.reduce((sum, { lengths }) => sum + lengths.reduce((all, one) => all + one, 0), 0) / Math.max(1, total);
  const scores = new Map<number, Scored>();
  for (const [term, lists] of await postingsOf(database, [...weights.keys()])) {
    const { weight, word } = weights.get(term) ?? { weight: 0, word: "" };
    const postings: [candidate: number, ordinal: number, count: number][] = [];
    for (const { segment, postings: bytes } of lists) {
      const owner = segments.get(segment);
      if (!owner) continue;
      eachPosting(bytesOf(bytes), (at, count) => {
        const candidate = owner[at];
        if (candidate !== undefined) postings.push([candidate, at - (candidates[candidate]?.first ?? 0), count]);
      });
    }
    const idf = Math.log(1 + (total - postings.length + 0.5) / (postings.length + 0.5));
    for (const [candidate, ordinal, count] of postings) {
      const length = candidates[candidate]?.lengths[ordinal] ?? 0;
      const value = (weight * idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / average));
      const key = candidate * 100_000 + ordinal;
      const known = scores.get(key);
      if (known) {
        known.score += value;
        known.words.add(word);
      } else scores.set(key, { candidate, ordinal, score: value, words: new Set([word]) });
    }
  }
  return [...scores.values()].sort((x, y) => y.score - x.score || x.candidate - y.candidate || x.ordinal - y.ordinal);
}

/** For each segment: passage ordinal → candidate. */
function segmentMaps(candidates: readonly Candidate[]): Map<string, number[]> {
  const maps = new Map<string, number[]>();
  for (const [index, { segment, first, lengths }] of candidates.entries()) {
    const map = maps.get(segment) ?? [];
    for (let at = 0; at < lengths.length; at += 1) map[first + at] = index;
    maps.set(segment, map);
  }
  return maps;
}

async function postingsOf({ db }: SqlDatabase, terms: readonly string[]) {
  const lists = new Map<string, { segment: string; postings: Uint8Array }[]>();
  for (const some of chunksFor(terms, 1)) {
    const rows = await db.selectFrom("index_postings").selectAll().where("term", "in", some).execute();
    for (const { term, segment, postings } of rows)
      lists.set(term, [...(lists.get(term) ?? []), { segment, postings }]);
  }
  return lists;
}

async function hitsOf(
  { db }: SqlDatabase,
  candidates: Candidate[],
  scored: readonly Scored[],
  limit: number,
): Promise<PassageSearch["hits"]> {
  const hits: PassageSearch["hits"] = [];
  const seen = new Map<string, number>();
  for (const { candidate, ordinal, score: value, words } of scored) {
    if (hits.length >= limit) break;
    const row = candidates[candidate]?.row;
    if (!row) continue;
    const stored = await db
      .selectFrom("passages")
      .selectAll()
      .where("document", "=", row.id)
      .where("version", "=", row.version)
      .where("ordinal", "=", ordinal)
      .executeTakeFirst();
    if (!stored) continue;
    const passage = passageOf(stored);
    const copies = seen.get(passage.text) ?? 0;
    seen.set(passage.text, copies + 1);
    if (copies >= equalTexts) continue;
    hits.push({
      document: refOf(row),
      kind: row.kind as PassageSearch["hits"][number]["kind"],
      passage,
      score: value,
      why: { words: [...words] },
    });
  }
  return hits;
}

async function checkFingerprint({ db }: SqlDatabase): Promise<void> {
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
