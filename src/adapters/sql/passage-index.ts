import { analyseQuery } from "../../core/analysis/query-terms.ts";
import { isTeczkaError, TeczkaError } from "../../core/errors.ts";
import type { Embedder } from "../../core/ports/embedder.ts";
import type { PassageIndex, PassageQuery, PassageSearch } from "../../core/ports/passage-index.ts";
import type { Passage } from "../../core/document.ts";
import { arrange, type Candidate, candidatesFor } from "../../core/ranking/arrange.ts";
import type { SqlDatabase } from "./database.ts";
import { createDenseIndex, type DenseIndex, deleteVectors, dropVectors, refuseVectors } from "./dense-index.ts";
import { identitiesOf } from "./document-identities.ts";
import { createFilteredDocuments, type FilteredDocuments } from "./filtered-documents.ts";
import { fusedRanking, type RankedPassage, rankedByWords } from "./hybrid-ranking.ts";
import { createPostingLists } from "./index-postings.ts";
import { candidatesOf, createRooms, scorePassages } from "./index-scores.ts";
import { createSegments } from "./index-segments.ts";
import { checkFingerprint, createSnapshots, indexBusy, type IndexSnapshot, refuseLacking } from "./index-snapshot.ts";
import { passagesAt } from "./passage-rows.ts";
import { checkCounts } from "./integrity.ts";
import { indexFingerprint } from "./postings.ts";
import { dropOtherAnalysers, fillHalves, lackingPostings, passagesOfVersions } from "./rebuild-index.ts";
import { perRevision } from "./revision.ts";

/** How often a search begins anew because a merge took its segments away under it. */
const mostAttempts = 5;

/** Of either ranking at least so many are fused, so that what one ranks low can still be lifted by the other. */
const fusedDepth = 100;

/**
 * The embedded passage index: blobs of postings in SQL, scored here. The same on SQLite and D1. With an embedder its
 * ranking is fused with that of the vectors nearest to the question.
 */
export function createPassageIndex(database: SqlDatabase, { embedder }: { embedder?: Embedder } = {}): PassageIndex {
  const segments = createSegments(database);
  const dense = embedder && createDenseIndex(database, embedder);
  const noVectors = perRevision(database, () => refuseVectors(database));
  const reading: Reading = {
    snapshot: createSnapshots(database),
    filtered: createFilteredDocuments(database),
    lists: createPostingLists(database),
    rooms: createRooms(),
    ...(dense ? { dense } : {}),
  };
  const counts = perRevision(database, () => checkCounts(database));
  return {
    fingerprint: embedder ? `${indexFingerprint}+${embedder.fingerprint}` : indexFingerprint,
    put: async (ref, document) => {
      await dense?.put(ref, document);
      await segments.put(ref, document);
    },
    remove: async (ref) => {
      await segments.remove(ref);
      await database.batch([deleteVectors(database, ref)]);
    },
    rebuild: async (documents, onProgress) => {
      await dropOtherAnalysers(database);
      await (dense ? dense.dropOthers() : dropVectors(database));
      const lexical = { lacking: () => lackingPostings(database), put: segments.put };
      const passages = (versions: ReadonlySet<string>) => passagesOfVersions(database, versions);
      await fillHalves(dense ? [lexical, dense] : [lexical], documents, passages, onProgress);
      await segments.optimize();
    },
    search: (query) =>
      guarded(async () => {
        if (!dense) await noVectors();
        return search(database, reading, query);
      }),
    optimize: () => segments.optimize(),
    check: () =>
      guarded(async () => {
        await checkFingerprint(database);
        await database.db.selectFrom("index_postings").select("segment").limit(1).execute();
        await counts();
        await (dense ? dense.check() : noVectors());
        await embedder?.check();
      }),
  };
}

/** What is kept between searches. */
interface Reading {
  snapshot: () => Promise<IndexSnapshot>;
  filtered: FilteredDocuments;
  lists: ReturnType<typeof createPostingLists>;
  rooms: ReturnType<typeof createRooms>;
  dense?: DenseIndex;
}

async function search(database: SqlDatabase, reading: Reading, query: PassageQuery): Promise<PassageSearch> {
  const analysed = analyseQuery(query.text);
  const { words, terms } = analysed;
  const vector = await reading.dense?.embedQuery(query.text);
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const snapshot = await reading.snapshot();
    refuseLacking(snapshot, query.filter.access);
    const bearing = await reading.filtered(query.filter);
    const lists = await reading.lists(snapshot, [...terms.keys()]);
    if (!lists) continue;
    const candidates = candidatesOf(snapshot, query.filter, bearing);
    const near = vector && (await reading.dense?.ranking(snapshot, candidates, vector));
    if (vector && !near) continue;
    const found = await reading.rooms.during(snapshot, async (room) => {
      const best = scorePassages(snapshot, candidates, terms, lists, room);
      const ranked = (wanted: number): RankedPassage[] => {
        const depth = near ? Math.max(fusedDepth, wanted) : wanted;
        const byWords = rankedByWords(best(depth));
        return (near ? fusedRanking(byWords, near(depth)) : byWords).slice(0, wanted);
      };
      const { filter, limit } = query;
      return passagesOf(database, snapshot, ranked, { query: analysed, filter, limit });
    });
    return { ...found, documentsSearched: candidates.reduce((sum, one) => sum + one, 0), words };
  }
  throw indexBusy();
}

/** The best passages with their text, arranged: more are looked at until enough are left after folding. */
async function passagesOf(
  database: SqlDatabase,
  snapshot: IndexSnapshot,
  ranked: (wanted: number) => RankedPassage[],
  arranging: Parameters<typeof arrange>[1],
): Promise<ReturnType<typeof arrange>> {
  const { limit } = arranging;
  for (let wanted = candidatesFor(limit); ; wanted *= 4) {
    const best = ranked(wanted);
    const passages = await passagesAt(
      database,
      best.map(({ at }) => placeOf(snapshot, at)),
    );
    const identities = await identitiesOf(
      database,
      best
        .map(({ at }) => documentAt(snapshot, at))
        .map(({ ref, kind }) => ({ id: ref.id, version: ref.version, kind })),
    );
    const found = arrange(
      best.map((one, index) => candidateOf(snapshot, one, passages[index] as Passage, identities)),
      arranging,
    );
    if (found.hits.length >= limit || best.length < wanted) return found;
  }
}

function documentAt({ documents, owner }: IndexSnapshot, at: number): IndexSnapshot["documents"][number] {
  const document = documents[owner[at] as number];
  if (!document) throw new RangeError(`passage ${at} has no document`);
  return document;
}

function placeOf(snapshot: IndexSnapshot, at: number): { id: string; version: number; ordinal: number } {
  const { ref, base } = documentAt(snapshot, at);
  return { id: ref.id, version: ref.version, ordinal: at - base };
}

function candidateOf(
  snapshot: IndexSnapshot,
  { at, lexical, dense }: RankedPassage,
  passage: Passage,
  identities: ReadonlyMap<string, string>,
): Candidate {
  const { ref, kind } = documentAt(snapshot, at);
  return {
    document: ref,
    kind,
    passage,
    identity: identities.get(ref.id) ?? "",
    ...(lexical ? { lexical } : {}),
    ...(dense ? { dense } : {}),
  };
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
