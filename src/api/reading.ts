import type { z } from "zod";
import { checkCitations } from "../../tools/check-citations.ts";
import { lookUpPermits } from "../../tools/look-up-permits.ts";
import { type PropertyHistory, propertyHistory } from "../../tools/property-history.ts";
import { readPage } from "../../tools/read-page.ts";
import { searchPassages } from "../../tools/search-passages.ts";
import type { StoredDocument } from "../core/document.ts";
import { TeczkaError } from "../core/errors.ts";
import type { PermitPage, PermitQuery } from "../core/permit.ts";
import type { Services } from "../services.ts";
import { noteInAudit } from "./audited.ts";
import type { ApiContext } from "./context.ts";

/** The archive as API and desk read it: by the tools, within the labels of whoever asks, and written down. */

export type ReadPage = z.infer<typeof readPage.output>;
export type FoundPassages = z.infer<typeof searchPassages.output>;
export type FoundPermits = z.infer<typeof lookUpPermits.output>;

/** @throws TeczkaError `document_unknown`, also for one that this reader may not see */
export async function requireDocument(
  context: ApiContext,
  { archive }: Services,
  reference: string,
): Promise<StoredDocument> {
  const document = await archive.documents.resolve(reference, context.var.actor.access);
  if (document) return document;
  throw new TeczkaError(
    "not_found",
    "document_unknown",
    `Nie ma dokumentu „${reference}”.`,
    "Podaj identyfikator, nazwę pliku albo ścieżkę dokumentu z archiwum.",
  );
}

/** A page as it reads now or, for a citation that names its version, as it read then: versions never change. */
export async function openPage(
  context: ApiContext,
  services: Services,
  reference: string,
  number: number,
  version?: number,
): Promise<ReadPage> {
  const read =
    version === undefined
      ? await readPage.run({ document: reference, page: number }, toolContext(context, services))
      : await pageOfVersion(context, services, reference, number, version);
  await noteInAudit(context, services, "saw", read.document.id, { page: read.page, version: read.document.version });
  return read;
}

async function pageOfVersion(
  context: ApiContext,
  services: Services,
  reference: string,
  number: number,
  version: number,
): Promise<ReadPage> {
  const { ref, pageCount } = await requireDocument(context, services, reference);
  const { access } = context.var.actor;
  const page = await services.archive.documents.page(ref.id, number, access, version);
  if (!page) {
    throw new TeczkaError(
      "not_found",
      "page_unknown",
      `Dokument „${ref.path}” w wersji ${version} nie ma strony ${number}.`,
      "Otwórz obecną wersję dokumentu.",
    );
  }
  const { text, textSha256, unreadable } = page;
  const document = { ...ref, version };
  return { document, page: number, pageCount, text, textSha256, ...(unreadable ? { unreadable } : {}) };
}

/** What is looked for in the text of documents: words, and what they are narrowed by. */
export type PassageQuestion = z.infer<typeof searchPassages.input>;

export async function findPassages(
  context: ApiContext,
  services: Services,
  asked: PassageQuestion,
): Promise<FoundPassages> {
  const found = await searchPassages.run(asked, toolContext(context, services));
  const { limit: _, ...told } = asked;
  await noteInAudit(context, services, "searched", "passages", { ...told, hits: found.passages.length });
  return found;
}

export async function findPermits(
  context: ApiContext,
  services: Services,
  query: PermitQuery,
  page: Partial<PermitPage> & { related?: boolean },
): Promise<FoundPermits> {
  const asked = { offset: 0, limit: 100, sort: "relevance" as const, related: false, ...query, ...page };
  const found = await lookUpPermits.run(asked, toolContext(context, services));
  await noteInAudit(context, services, "searched", "permits", { ...query, hits: found.total });
  return found;
}

/** @param query exactly one of parcel, address, signature and number, with the day that the status is told of */
export async function findHistory(
  context: ApiContext,
  services: Services,
  query: { [K in "parcel" | "address" | "signature" | "number"]?: string | undefined } & { on: string },
): Promise<PropertyHistory> {
  const asked = propertyHistory.input.safeParse(query);
  if (!asked.success) {
    throw new TeczkaError(
      "invalid",
      "query_invalid",
      "Nie podano, czyje dzieje pokazać, albo podano kilka rzeczy naraz.",
      "Podaj jedno: działkę (parcel), adres (address), znak sprawy (signature) albo numer decyzji (number).",
    );
  }
  const told = await propertyHistory.run(asked.data, toolContext(context, services));
  await noteInAudit(context, services, "searched", "history", { ...query, hits: told.decisions.length });
  return told;
}

export const checkSchema = checkCitations.input;

export async function checkClaims(
  context: ApiContext,
  services: Services,
  { claims }: z.infer<typeof checkSchema>,
): Promise<z.infer<typeof checkCitations.output>> {
  const checked = await checkCitations.run({ claims }, toolContext(context, services));
  await noteInAudit(context, services, "checked", "citations", { claims: claims.length });
  return checked;
}

function toolContext(context: ApiContext, { archive }: Services) {
  return { archive, access: context.var.actor.access };
}
