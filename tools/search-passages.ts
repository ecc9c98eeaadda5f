import { z } from "zod";
import { documentKinds, documentRefSchema } from "../src/core/document.ts";
import type { PassageHit } from "../src/core/ports/passage-index.ts";
import type { Tool } from "./tool.ts";

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
  why: z.object({ words: z.array(z.string()) }),
});
export type FoundPassage = z.infer<typeof foundPassageSchema>;

const input = z.object({
  query: z.string().trim().min(1).max(100_000).describe("Słowa, których szukać"),
  limit: z.int().min(1).max(100).default(10),
  documents: z.array(z.string()).optional().describe("Tylko w tych dokumentach (identyfikatory)"),
  kinds: z.array(z.enum(documentKinds)).optional().describe("Tylko w dokumentach tego rodzaju"),
});
const output = z.object({
  passages: z.array(foundPassageSchema),
  /** Documents that the filter let through: what a proof of absence may speak of. */
  documentsSearched: z.int(),
  words: z.array(z.string()),
});

export const searchPassages: Tool<typeof input, typeof output> = {
  name: "search_passages",
  description:
    "Szuka fragmentów dokumentów po słowach (z odmianą). Do treści: ustalenia, warunki, parametry, uzasadnienia. " +
    "Numery i działki sprawdzaj narzędziami look_up_permits i list_case_documents.",
  input,
  output,
  run: async ({ query, limit, documents, kinds }, { archive, access }) => {
    const filter = { access, ...(documents ? { documents } : {}), ...(kinds ? { kinds } : {}) };
    const { hits, documentsSearched, words } = await archive.passages.search({ text: query, filter, limit });
    return { passages: hits.map(foundPassageOf), documentsSearched, words };
  },
};

function foundPassageOf({ document, kind, passage, score, why }: PassageHit): FoundPassage {
  const { page, endPage, start, end, text, headingPath } = passage;
  return { document, kind, page, ...(endPage ? { endPage } : {}), start, end, text, headingPath, score, why };
}
