import { z } from "zod";
import { documentRefSchema } from "../src/core/document.ts";
import { TeczkaError } from "../src/core/errors.ts";
import type { Tool } from "./tool.ts";

const input = z.object({
  document: z.string().describe("Identyfikator, nazwa pliku, ścieżka albo SHA-256 dokumentu"),
  page: z.int().positive().describe("Numer strony, od 1"),
});
const output = z.object({
  document: documentRefSchema,
  page: z.int().positive(),
  pageCount: z.int(),
  text: z.string(),
  textSha256: z.string(),
  /** Why the page has no usable text, when it has none. */
  unreadable: z.enum(["no_text_layer", "broken_text_layer", "empty_page", "page_error"]).optional(),
});

export const readPage: Tool<typeof input, typeof output> = {
  name: "read_page",
  description: "Czyta całą stronę dokumentu: tekst, w którym stoi cytat, z sąsiednimi zdaniami.",
  input,
  output,
  run: async ({ document: reference, page: number }, { archive, access }) => {
    const document = await archive.documents.resolve(reference, access);
    if (!document) {
      throw new TeczkaError(
        "not_found",
        "document_unknown",
        `Nie ma dokumentu „${reference}”.`,
        "Podaj identyfikator, nazwę pliku albo ścieżkę dokumentu z archiwum.",
      );
    }
    const page = await archive.documents.page(document.ref.id, number, access);
    if (!page) {
      throw new TeczkaError(
        "not_found",
        "page_unknown",
        `Dokument „${document.ref.path}” nie ma strony ${number}.`,
        `Podaj stronę od 1 do ${document.pageCount}.`,
      );
    }
    const { text, textSha256, unreadable } = page;
    const { ref, pageCount } = document;
    return { document: ref, page: number, pageCount, text, textSha256, ...(unreadable ? { unreadable } : {}) };
  },
};
