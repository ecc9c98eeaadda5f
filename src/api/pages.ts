import type { z } from "zod";
import { type Archive, type ToolContext } from "../../tools/tool.ts";
import { readPage } from "../../tools/read-page.ts";
import type { Access } from "../core/access.ts";
import type { StoredDocument } from "../core/document.ts";
import { TeczkaError } from "../core/errors.ts";

export type ReadPage = z.infer<typeof readPage.output>;

/** @throws TeczkaError `document_unknown`, also for one that this reader may not see */
export async function requireDocument(archive: Archive, access: Access, reference: string): Promise<StoredDocument> {
  const document = await archive.documents.resolve(reference, access);
  if (document) return document;
  throw new TeczkaError(
    "not_found",
    "document_unknown",
    `Nie ma dokumentu „${reference}”.`,
    "Podaj identyfikator, nazwę pliku albo ścieżkę dokumentu z archiwum.",
  );
}

/** A page as it reads now or, for a citation that names its version, as it read then: versions never change. */
export async function pageOf(
  { archive, access }: ToolContext,
  reference: string,
  number: number,
  version?: number,
): Promise<ReadPage> {
  if (version === undefined) return readPage.run({ document: reference, page: number }, { archive, access });
  const { ref, pageCount } = await requireDocument(archive, access, reference);
  const page = await archive.documents.page(ref.id, number, access, version);
  if (!page) {
    throw new TeczkaError(
      "not_found",
      "page_unknown",
      `Dokument „${ref.path}” w wersji ${version} nie ma strony ${number}.`,
      "Otwórz obecną wersję dokumentu.",
    );
  }
  const { text, textSha256, unreadable } = page;
  return {
    document: { ...ref, version },
    page: number,
    pageCount,
    text,
    textSha256,
    ...(unreadable ? { unreadable } : {}),
  };
}
