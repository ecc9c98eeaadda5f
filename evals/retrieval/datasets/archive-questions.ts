import type { DocumentTruth, GroundTruth } from "../../../data/generator/ground-truth.ts";
import type { ParaphraseTruth } from "../../../data/generator/paraphrases.ts";
import { understand } from "../../../src/core/question/understand.ts";
import type { CorpusText, Question } from "../suite.ts";

/** Readable pages of an archive. */
export interface ArchivePages {
  texts: CorpusText[];
  /** By place, the id of the text that stands there: its own, or that of the first page that is equal. */
  idOf: Map<string, string>;
}

export const placeOf = (path: string, page: number): string => `${path}#${page}`;
const documentOf = (place: string): string => place.slice(0, place.lastIndexOf("#"));

/** Questions that a page answers, and every identifier that a paper bears, typed alone. */
export function archiveQuestions({ questions, documents }: GroundTruth, pages: ArchivePages): Question[] {
  return [...questions.flatMap((question) => askedOf(question, pages)), ...identifiers(documents, pages)];
}

/** As they are typed, not as the agent takes them apart. Answers that only a register holds are not for a search. */
function askedOf(
  { id, question: text, expect: { outcome, sources, all } }: GroundTruth["questions"][number],
  { idOf }: ArchivePages,
): Question[] {
  const written = sources.flatMap((source) => ("document" in source ? [source] : []));
  const places = written.flatMap(({ document, page }) => idOf.get(placeOf(document, page)) ?? []);
  if (outcome !== "answered" || places.length === 0) return [];
  const papers = new Set(written.map(({ document }) => document));
  const pages = [...idOf].flatMap(([place, id]) => (papers.has(documentOf(place)) ? [id] : []));
  const sort = namesIdentifier(text) ? "the page, of questions that name an identifier" : "the page, of the others";
  return [
    { id, text, relevant: equally(places), ...(all ? {} : { enough: 1 }), sort },
    { id: `${id} paper`, text, relevant: equally(pages), enough: 1, sort: "any page of the paper, of all of them" },
  ];
}

function namesIdentifier(question: string): boolean {
  const { parcels, signatures, decisionNumbers, applicationNumbers, bareNumbers, resolutions } = understand(question);
  return [parcels, signatures, decisionNumbers, applicationNumbers, bareNumbers, resolutions].some(
    (found) => found.length > 0,
  );
}

/**
 * Each signature, decision number and divided parcel that a paper bears. Pages that hold it are wanted, or others of
 * papers that bear it: all of the first five, as long as so many pages hold it. One neighbour among them (87/1 for
 * 87/14), and the score is below 1.
 */
function identifiers(documents: readonly DocumentTruth[], { texts, idOf }: ArchivePages): Question[] {
  const borne = documents.flatMap(({ path, signature, number, parcels }) =>
    [signature, number, ...parcels.map((parcel) => (parcel.number.includes("/") ? parcel.number : undefined))].flatMap(
      (identifier) => (identifier === undefined ? [] : [{ identifier, path }]),
    ),
  );
  return [...Map.groupBy(borne, ({ identifier }) => identifier)].flatMap(([identifier, papers]): Question[] => {
    const holds = holderOf(identifier);
    const bearing = new Set(papers.map(({ path }) => path));
    const holding = texts.flatMap(({ id, text }) => (holds.test(text) ? [id] : []));
    const others = [...idOf].flatMap(([place, id]) => (bearing.has(documentOf(place)) ? [id] : []));
    const relevant = equally([...holding, ...others]);
    const enough = Math.min(5, holding.length);
    return enough === 0 ? [] : [{ id: identifier, text: identifier, relevant, enough, sort: "an identifier alone" }];
  });
}

/** Questions in other words than the pages have: any page that tells it answers. */
export function paraphraseQuestions(paraphrases: readonly ParaphraseTruth[], { idOf }: ArchivePages): Question[] {
  return paraphrases.flatMap(({ id, question: text, sources }) => {
    const relevant = equally(sources.flatMap(({ document, page }) => idOf.get(placeOf(document, page)) ?? []));
    return relevant.size === 0
      ? []
      : [{ id, text, relevant, enough: 1, sort: "a page, of questions that share no word with it" }];
  });
}

/** The identifier as a whole, however its letters are written; a year may be short (614/14 for 614/2014). */
function holderOf(identifier: string): RegExp {
  const literal = identifier
    .replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")
    .replace(/(?<=\/)(?:19|20)(?=\d\d$)/u, "(?:19|20)?");
  return new RegExp(`(?<![\\p{L}\\d./-])${literal}(?![\\p{L}\\d/]|[.-][\\p{L}\\d])`, "iu");
}

function equally(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id) => [id, 1]));
}
