import { maySee } from "../../core/access.ts";
import { type AnalysedQuery, analyseQuery } from "../../core/analysis/query-terms.ts";
import type { DocumentKind, Passage } from "../../core/document.ts";
import { isTeczkaError, TeczkaError } from "../../core/errors.ts";
import type { Embedder } from "../../core/ports/embedder.ts";
import type { CurrentVersion, IndexLedger, LedgerState } from "../../core/ports/index-ledger.ts";
import type { PassageFilter, PassageQuery, PassageSearch } from "../../core/ports/passage-index.ts";
import { arrange, type Arranged, type Candidate, candidatesFor } from "../../core/ranking/arrange.ts";
import { askedFacets } from "../../core/ranking/facets.ts";
import type { FoundCollection } from "./collections.ts";
import type { Connection } from "./connection.ts";
import type { CollectionInUse } from "./in-use.ts";
import { countPoints, dayNumber, revisionOf } from "./points.ts";
import { type Condition, type FoundPoint, type PointFilter, queryPoints, queryVector } from "./query.ts";
import { termNumber } from "./term-vectors.ts";

/** Texts of passages by their places, in the order asked; one that is not stored is an error. */
export type PassagesAt = (
  places: readonly { id: string; version: number; ordinal: number }[],
) => Promise<readonly Passage[]>;

/** Ids of current documents that bear what a filter asks for beside id and kind; `undefined`: it asks for none of it. */
export type FilteredDocuments = (filter: PassageFilter) => Promise<ReadonlySet<string> | undefined>;

/** What documents are, by id (`identityOf`), as they were indexed. */
export type IdentitiesOf = (
  documents: readonly { id: string; version: number; kind: DocumentKind }[],
) => Promise<ReadonlyMap<string, string>>;

export interface SearchParts {
  connection: Connection;
  ledger: IndexLedger;
  inUse: CollectionInUse;
  passagesAt: PassagesAt;
  filtered: FilteredDocuments;
  identitiesOf: IdentitiesOf;
  embedder: Embedder | undefined;
  replicas: number;
}

/** How often a search begins anew because points were deleted, or another collection took over, under it. */
const mostAttempts = 5;

/**
 * What is published is read from the ledger, what matches from the server, texts from the store; an answer over which
 * points were deleted is asked for anew, since a version that was replaced meanwhile would be in neither.
 */
export async function search(parts: SearchParts, query: PassageQuery): Promise<PassageSearch> {
  const analysed = analyseQuery(query.text);
  const dense = await parts.embedder?.embedQuery(query.text);
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const hitsAndCount = await searchOnce(parts, { query, analysed, dense: dense && [...dense] });
    if (hitsAndCount) return { ...hitsAndCount, words: analysed.words };
  }
  throw new TeczkaError(
    "unavailable",
    "index_busy",
    "Indeks fragmentów jest właśnie przebudowywany.",
    "Poczekaj na koniec wczytywania i zapytaj ponownie.",
  );
}

interface Asked {
  query: PassageQuery;
  analysed: AnalysedQuery;
  dense: number[] | undefined;
}

/** `undefined`: the archive, or the collection, changed under the search. */
async function searchOnce(parts: SearchParts, asked: Asked): Promise<Omit<PassageSearch, "words"> | undefined> {
  const { ledger, inUse } = parts;
  const collection = await inUse.fit();
  const name = collection?.name ?? "";
  const removals = await ledger.removals(name);
  const state = await ledger.state(name);
  const view = viewOf(state, asked.query.filter, await parts.filtered(asked.query.filter));
  const gap = view.asked.find(({ whole }) => !whole);
  if (gap) {
    // Unless a rebuild has just put another collection in its place.
    if ((await inUse.fit())?.name !== collection?.name) return undefined;
    throw incomplete(gap);
  }
  if (!collection || view.asked.length === 0)
    return { ...arrange([], { query: asked.analysed, filter: asked.query.filter, limit: 0 }), documentsSearched: 0 };
  await refuseLoss(parts, collection, state);
  const found = await hitsOf(parts, name, asked, { state, view }).catch((error: unknown) => {
    if (isTeczkaError(error) && error.code === "index_missing") return undefined;
    throw error;
  });
  if (!found || (await ledger.removals(name)) !== removals) return undefined;
  return { ...found, documentsSearched: view.asked.length };
}

interface View {
  /** Access keys of what the asker may see; `undefined`: all that there are. */
  accessKeys: string[] | undefined;
  keys: string[];
  /** Passages that he may see: the ones that rarity is reckoned over. */
  passages: number;
  /** What he asks in: documents and kinds of the filter. */
  asked: CurrentVersion[];
}

function viewOf(
  state: LedgerState,
  { access, documents, kinds }: PassageFilter,
  bearing: ReadonlySet<string> | undefined,
): View {
  const visible = state.current.filter(({ labels }) => maySee(access, labels));
  const keys = [...new Set(visible.map((version) => version.access))].sort();
  const wantedDocuments = documents && new Set(documents);
  const wantedKinds = kinds && new Set(kinds);
  return {
    accessKeys: visible.length === state.current.length ? undefined : keys,
    keys,
    passages: visible.reduce((sum, { passages }) => sum + passages, 0),
    asked: visible.filter(
      ({ ref, kind }) =>
        (wantedDocuments?.has(ref.id) ?? true) && (wantedKinds?.has(kind) ?? true) && (bearing?.has(ref.id) ?? true),
    ),
  };
}

/** Published and not indexed: a search that passed it over would call absent what nobody has looked for. */
function incomplete({ ref }: CurrentVersion): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "index_incomplete",
    `Dokumentu „${ref.path}” nie ma w indeksie fragmentów, więc wyszukiwanie byłoby niepełne.`,
    "Przebuduj indeks: npx teczka index rebuild.",
  );
}

/**
 * Fewer points than were acknowledged: some were lost. The cheap count may only be too high, so the dear one is made
 * when that one is too low, and the ledger read again, since a removal may have come between. Tells neither names nor
 * numbers: the loss may be of papers that the asker may not see.
 */
export async function refuseLoss(
  { connection, ledger }: Pick<SearchParts, "connection" | "ledger">,
  { name, points }: FoundCollection,
  state: LedgerState,
): Promise<void> {
  if (points >= state.points) return;
  const counted = await countPoints(connection, name);
  if (counted >= state.points || counted >= (await ledger.state(name)).points) return;
  throw new TeczkaError(
    "unavailable",
    "index_half",
    "W Qdrant brakuje części fragmentów dokumentów: nie wiadomo, czy czegoś nie ma.",
    "Przebuduj indeks: npx teczka index rebuild; dokumenty są w magazynie i nic nie zginęło.",
  );
}

/** What of the archive a search looks at. */
interface Ground {
  state: LedgerState;
  view: View;
}

async function hitsOf(parts: SearchParts, name: string, asked: Asked, ground: Ground): Promise<Arranged> {
  const { query, analysed, dense } = asked;
  const { state, view } = ground;
  const numbers = [...analysed.terms.keys()].map(termNumber);
  const frequencies = await parts.ledger.frequencies(name, view.keys, numbers);
  const branches = {
    terms: queryVector(analysed.terms, frequencies, view.passages),
    ...(dense ? { dense } : {}),
  };
  const filter = filterOf(query.filter, ground);
  const current = new Map(state.current.map((version) => [revisionOf(version.ref), version]));
  for (let wanted = candidatesFor(query.limit); ; wanted *= 4) {
    const { replicas } = parts;
    const found = await queryPoints(parts.connection, name, branches, filter, { wanted, replicas });
    // Points of a version that was published or retired since the ledger was read.
    const known = found.filter(({ place }) => current.has(revisionOf(place)));
    const passages = await parts.passagesAt(known.map(({ place }) => place));
    const versions = known.flatMap(({ place }) => current.get(revisionOf(place)) ?? []);
    const identities = await parts.identitiesOf(
      versions.map(({ ref, kind }) => ({ id: ref.id, version: ref.version, kind })),
    );
    const candidates = known.flatMap((point, at) => {
      const version = current.get(revisionOf(point.place));
      const passage = passages[at];
      return version && passage ? [candidateOf(point, version, passage, identities.get(version.ref.id) ?? "")] : [];
    });
    const { limit } = query;
    const arranged = arrange(candidates.sort(byPlace), { query: analysed, filter: query.filter, limit });
    if (arranged.hits.length >= limit || found.length < wanted) return arranged;
  }
}

function filterOf(filter: PassageFilter, { state, view }: Ground): PointFilter {
  const any = (key: string, values: readonly string[] | undefined): Condition[] =>
    values ? [{ key, match: { any: [...values] } }] : [];
  const { parcels, cases, from, to } = askedFacets(filter);
  const range = {
    ...(from === undefined ? {} : { gte: dayNumber(from) }),
    ...(to === undefined ? {} : { lte: dayNumber(to) }),
  };
  return {
    must: [
      ...any("access", view.accessKeys),
      ...any("document", filter.documents),
      ...any("kind", filter.kinds),
      ...any("parcels", parcels),
      ...any("cases", cases),
      ...(Object.keys(range).length > 0 ? [{ key: "day", range }] : []),
    ],
    must_not: state.unpublished.length > 0 ? any("revision", state.unpublished.map(revisionOf)) : [],
  };
}

function candidateOf(
  { lexical, dense }: FoundPoint,
  version: CurrentVersion,
  passage: Passage,
  identity: string,
): Candidate {
  return {
    document: version.ref,
    kind: version.kind,
    passage,
    identity,
    ...(lexical ? { lexical } : {}),
    ...(dense ? { dense: { rank: dense.rank, similarity: dense.score } } : {}),
  };
}

/** Equal scores in the order of path and place, so that the same question gets the same answer. */
function byPlace(x: Candidate, y: Candidate): number {
  return (
    compared(x.document.path, y.document.path) ||
    compared(x.document.id, y.document.id) ||
    x.passage.ordinal - y.passage.ordinal
  );
}

function compared(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
