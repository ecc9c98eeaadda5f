import { z } from "zod";
import { documentRefSchema, type Passage } from "../src/core/document.ts";
import { TeczkaError } from "../src/core/errors.ts";
import type { Tool } from "./tool.ts";

const readPassageSchema = z.object({
  page: z.int().positive(),
  /** When the passage runs over the turn; `end` is then in that page. */
  endPage: z.int().positive().optional(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  headingPath: z.array(z.string()),
});
export type ReadPassage = z.infer<typeof readPassageSchema>;

const input = z.object({
  document: z.string().describe("Identyfikator, nazwa pliku, ścieżka albo SHA-256 dokumentu"),
  limit: z.int().min(1).max(1000).default(200).describe("Najwyżej tyle fragmentów, od początku"),
});
const output = z.object({
  document: documentRefSchema,
  passages: z.array(readPassageSchema),
  /** There is more of the document than was read. */
  more: z.boolean(),
});

export const readDocument: Tool<typeof input, typeof output> = {
  name: "read_document",
  description: "Czyta krótki dokument w całości: fragmenty po kolei, z nagłówkami i miejscem na stronie.",
  input,
  output,
  run: async ({ document: reference, limit }, { archive, access }) => {
    const document = await archive.documents.resolve(reference, access);
    if (!document) {
      throw new TeczkaError(
        "not_found",
        "document_unknown",
        `Nie ma dokumentu „${reference}”.`,
        "Podaj identyfikator, nazwę pliku albo ścieżkę dokumentu z archiwum.",
      );
    }
    const passages = await archive.documents.passages(document.ref);
    return {
      document: document.ref,
      passages: passages.slice(0, limit).map(readPassageOf),
      more: passages.length > limit,
    };
  },
};

function readPassageOf({ page, endPage, start, end, text, headingPath }: Passage): ReadPassage {
  return { page, ...(endPage ? { endPage } : {}), start, end, text, headingPath };
}
