import { termsOf, writtenWordsOf } from "../analysis/analyse.ts";
import { fieldsOf, type PassageField } from "../analysis/passage-fields.ts";
import { type AnalysedQuery, isIdentifier } from "../analysis/query-terms.ts";
import type { DocumentKind, DocumentRef, Passage } from "../document.ts";
import type { HitReason, PassageFilter, PassageHit } from "../ports/passage-index.ts";
import { type AbsentWord, absentWords } from "./absent-words.ts";
import { areCopies, type Wording, wordingOf } from "./copies.ts";
import { newestFirst } from "./editions.ts";
import { wordShares } from "./word-match.ts";

/** What nearness in meaning counts against the words. */
const denseShare = 0.4;
/** Without vectors: what whole words count against grams. With them it makes no difference, and is left out. */
const wordShare = 0.3;
/** Of one document at most so many stand among the first so many, as long as others are there. */
const ofOneDocument = 3;
const firstPlaces = 10;

/** A passage that an index found, by words, by meaning or both. */
export interface Candidate {
  document: DocumentRef;
  kind: DocumentKind;
  passage: Passage;
  /** What its document is (`identityOf`). */
  identity: string;
  lexical?: HitReason["lexical"];
  dense?: HitReason["dense"];
}

export interface Arranged {
  hits: PassageHit[];
  absent: AbsentWord[];
}

/** So many candidates does an index bring for `limit` hits, when it has them. */
export function candidatesFor(limit: number): number {
  return Math.max(50, 2 * limit);
}

interface Placed extends Candidate {
  score: number;
  wording: Wording;
  identifiers: string[];
  copies: Candidate[];
}

/**
 * The best candidates in the order in which an officer should see them, the same for every index. By score, then:
 * papers that bear the identifier asked for come before those that do not, as soon as one bears it; copies are folded
 * under the first of them; a newer edition of a text comes before an older one, unless a year is asked for; and of one
 * document only a few stand in front. Scores fall along the order and are comparable inside one answer only.
 *
 * @param candidates in the index's own order, which decides between equal scores
 */
export function arrange(
  candidates: readonly Candidate[],
  { query, filter, limit }: { query: AnalysedQuery; filter: PassageFilter; limit: number },
): Arranged {
  const wordings = candidates.map(({ passage }) => wordingOf(passage.text));
  const scores = scoresOf(candidates, wordings, query);
  const identifiers = identifiersOf(query);
  const placed = candidates.map(
    (one, at): Placed => ({
      ...one,
      score: scores[at] ?? 0,
      wording: wordings[at] as Wording,
      identifiers: heldIdentifiers(one, identifiers),
      copies: [],
    }),
  );
  const ranked = bearersFirst(placed.sort((a, b) => b.score - a.score));
  const folded = folding(namesYear(query) ? ranked : newestFirst(ranked));
  const hits = told(filter.documents ? folded : spread(folded), query, limit);
  return { hits, absent: absentWords(query.asked, placed.flatMap(searchedTexts)) };
}

/** Its fields, as the index read them. */
function fieldsOfCandidate({ passage, document, identity }: Candidate): PassageField[] {
  return fieldsOf(passage, { title: document.title, identity });
}

function searchedTexts(placed: Placed): { text: string; wording: Wording }[] {
  const { passage, wording } = placed;
  const above = fieldsOfCandidate(placed)
    .slice(1)
    .map(({ text }) => text)
    .join(" ");
  return [
    { text: passage.text, wording },
    { text: above, wording: wordingOf(above) },
  ];
}

/** From 0 to 1: the share of words (of the best one's score), and that of nearness (between the farthest and the nearest). */
function scoresOf(candidates: readonly Candidate[], wordings: readonly Wording[], { asked }: AnalysedQuery): number[] {
  const most = candidates.reduce((highest, { lexical }) => Math.max(highest, lexical?.score ?? 0), 0);
  const grams = candidates.map(({ lexical }) => (most === 0 ? 0 : (lexical?.score ?? 0) / most));
  const near = candidates.flatMap(({ dense }) => dense?.similarity ?? []);
  if (near.length === 0) {
    const typed = asked.filter(({ addedFor }) => addedFor === undefined).map(({ text }) => text);
    const words = wordShares(typed, wordings);
    return grams.map((share, at) => (1 - wordShare) * share + wordShare * (words[at] ?? 0));
  }
  const farthest = Math.min(...near);
  const range = Math.max(...near) - farthest || 1;
  return candidates.map(({ dense }, at) => {
    const nearness = dense ? (dense.similarity - farthest) / range : 0;
    return (1 - denseShare) * (grams[at] ?? 0) + denseShare * nearness;
  });
}

/** By identifier typed: its terms, and those of what was added for it. */
function identifiersOf({ asked }: AnalysedQuery): ReadonlyMap<string, ReadonlySet<string>> {
  const byWord = new Map<string, Set<string>>();
  for (const { text, addedFor } of asked) {
    const terms = termsOf(text).filter(isIdentifier);
    if (terms.length > 0) byWord.set(addedFor ?? text, new Set([...(byWord.get(addedFor ?? text) ?? []), ...terms]));
  }
  return byWord;
}

function heldIdentifiers(candidate: Candidate, identifiers: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  if (identifiers.size === 0) return [];
  const written = fieldsOfCandidate(candidate).flatMap(({ text }) => writtenWordsOf(text));
  const held = new Set(written.filter((word) => /\d/.test(word)).flatMap(termsOf));
  return [...identifiers].filter(([, terms]) => [...terms].some((term) => held.has(term))).map(([word]) => word);
}

/** By how many of the identifiers asked for its document bears: a neighbour's paper never comes before the very one. */
function bearersFirst(ranked: readonly Placed[]): Placed[] {
  const borne = new Map<string, Set<string>>();
  for (const { document, identifiers } of ranked) {
    borne.set(document.id, new Set([...(borne.get(document.id) ?? []), ...identifiers]));
  }
  const count = ({ document }: Placed) => borne.get(document.id)?.size ?? 0;
  return [...ranked].sort((a, b) => count(b) - count(a));
}

function namesYear({ asked }: AnalysedQuery): boolean {
  return asked.some(({ text }) => /(?<!\d)(?:19|20)\d{2}(?!\d)/u.test(text));
}

function folding(ranked: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  for (const one of ranked) {
    const first = kept.find(({ wording }) => areCopies(wording, one.wording));
    if (first) first.copies.push(one);
    else kept.push(one);
  }
  return kept;
}

function spread(ranked: readonly Placed[]): Placed[] {
  const counts = new Map<string, number>();
  const first: Placed[] = [];
  const rest: Placed[] = [];
  for (const one of ranked) {
    const before = counts.get(one.document.id) ?? 0;
    const isFirst = first.length < firstPlaces && before < ofOneDocument;
    (isFirst ? first : rest).push(one);
    if (isFirst) counts.set(one.document.id, before + 1);
  }
  return [...first, ...rest];
}

/** As hits, each with its reasons; what came by neither a word nor its meaning is none. */
function told(ranked: readonly Placed[], query: AnalysedQuery, limit: number): PassageHit[] {
  const hits: PassageHit[] = [];
  let score = Number.POSITIVE_INFINITY;
  for (const one of ranked) {
    if (hits.length === limit) break;
    const { document, kind, passage, lexical, dense, identifiers, copies } = one;
    const words = wordsIn(one, query);
    if (words.length === 0 && !dense) continue;
    score = Math.min(score, one.score);
    const added = query.asked.flatMap(({ text, addedFor }) =>
      addedFor !== undefined && words.includes(text) ? [{ word: text, addedFor }] : [],
    );
    const why: HitReason = {
      words,
      ...(added.length > 0 ? { added } : {}),
      ...(identifiers.length > 0 ? { identifiers } : {}),
      ...(lexical ? { lexical } : {}),
      ...(dense ? { dense } : {}),
      ...(copies.length > 0
        ? { folded: copies.map((copy) => ({ document: copy.document, page: copy.passage.page })) }
        : {}),
    };
    hits.push({ document, kind, passage, score, why });
  }
  return hits;
}

/** Words of the query that a passage is found by, in the order of the query: by the analysis that it was indexed by. */
function wordsIn(candidate: Candidate, { words, terms }: AnalysedQuery): string[] {
  const held = new Set<string>();
  const written = new Set(fieldsOfCandidate(candidate).flatMap(({ text }) => writtenWordsOf(text)));
  for (const one of written)
    for (const term of termsOf(one)) {
      const word = terms.get(term)?.word;
      if (word !== undefined) held.add(word);
    }
  return words.filter((word) => held.has(word));
}
