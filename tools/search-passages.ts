import { z } from "zod";
import { documentKinds, documentRefSchema } from "../src/core/document.ts";
import type { PassageHit } from "../src/core/ports/passage-index.ts";
import { passageFilterOf } from "./asked-passages.ts";
import type { Tool, ToolContext } from "./tool.ts";

/** Fewer passages than this are too few to leave it at that. */
const few = 3;

const whySchema = z.object({
  /** Words of the query, typed or added, that the passage bears. */
  words: z.array(z.string()),
  added: z.array(z.object({ word: z.string(), addedFor: z.string() })).optional(),
  /** Identifiers asked for that it bears. */
  identifiers: z.array(z.string()).optional(),
  /** Passages with the same wording and the same identifiers, told under this one. */
  folded: z.array(z.object({ document: documentRefSchema, page: z.int().positive() })).optional(),
  lexical: z.object({ rank: z.int().positive(), score: z.number() }).optional(),
  dense: z.object({ rank: z.int().positive(), similarity: z.number() }).optional(),
  reranked: z.object({ rank: z.int().positive(), score: z.number() }).optional(),
});

const foundPassageSchema = z.object({
  document: documentRefSchema,
  kind: z.enum(documentKinds),
  page: z.int().positive(),
  /** When the passage runs over the turn; `end` is then in that page. */
  endPage: z.int().positive().optional(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  headingPath: z.array(z.string()),
  /** Comparable inside one answer only. */
  score: z.number(),
  why: whySchema,
});
export type FoundPassage = z.infer<typeof foundPassageSchema>;

const narrowing = z.string().trim().min(1).max(500).optional();
const input = z.object({
  query: z.string().trim().min(1).max(100_000).describe("Słowa, których szukać"),
  limit: z.int().min(1).max(100).default(10),
  documents: z.array(z.string()).optional().describe("Tylko w tych dokumentach (identyfikatory)"),
  kinds: z.array(z.enum(documentKinds)).optional().describe("Tylko w dokumentach tego rodzaju"),
  parcel: narrowing.describe("Tylko w dokumentach o tej działce, np. 87/14, AM-28"),
  signature: narrowing.describe("Tylko w dokumentach tej sprawy, np. AB.6740.1.234.2018"),
  from: narrowing.describe("Tylko w dokumentach z tego dnia, miesiąca albo roku i późniejszych"),
  to: narrowing.describe("Tylko w dokumentach z tego dnia, miesiąca albo roku i wcześniejszych"),
});
const output = z.object({
  passages: z.array(foundPassageSchema),
  /** Documents that the filter let through: what a proof of absence may speak of. */
  documentsSearched: z.int(),
  words: z.array(z.string()),
  /** Typed words that no passage found bears, with words of those passages that they may be slips of. */
  absent: z.array(z.object({ word: z.string(), suggestions: z.array(z.string()) })),
  /** When too little was found: what a wider search would look at. Counted are only documents that the asker may see. */
  tried: z
    .object({
      /** Documents that the filter left out. */
      excluded: z.int(),
      /** Documents with pages that could not be read, and so were not searched. */
      unreadable: z.int(),
    })
    .optional(),
});

export const searchPassages: Tool<typeof input, typeof output> = {
  name: "search_passages",
  description:
    "Szuka fragmentów dokumentów po słowach (z odmianą) i, gdy jest model, po znaczeniu; można zawęzić do działki, " +
    "sprawy, rodzaju pism i dat. Do treści: ustalenia, warunki, parametry, uzasadnienia. " +
    "Numery i działki sprawdzaj narzędziami look_up_permits i list_case_documents.",
  input,
  output,
  run: async ({ query, limit, documents, kinds, ...narrowed }, context) => {
    const { archive, access } = context;
    const filter = {
      access,
      ...(documents ? { documents } : {}),
      ...(kinds ? { kinds } : {}),
      ...passageFilterOf(narrowed),
    };
    const { hits, documentsSearched, words, absent } = await archive.passages.search({ text: query, filter, limit });
    const tried = hits.length < Math.min(few, limit) ? { tried: await triedIn(context, documentsSearched) } : {};
    return { passages: hits.map(foundPassageOf), documentsSearched, words, absent, ...tried };
  },
};

async function triedIn({ archive, access }: ToolContext, searched: number) {
  const all = await archive.documents.countOf({ access });
  return {
    excluded: Math.max(0, all - searched),
    unreadable: await archive.documents.countOf({ access, unreadable: true }),
  };
}

function foundPassageOf({ document, kind, passage, score, why }: PassageHit): FoundPassage {
  const { page, endPage, start, end, text, headingPath } = passage;
  return { document, kind, page, ...(endPage ? { endPage } : {}), start, end, text, headingPath, score, why };
}
