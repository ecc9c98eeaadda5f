import { Hono } from "hono";
import { z } from "zod";
import { documentKinds, type FileFormat } from "../core/document.ts";
import { TeczkaError } from "../core/errors.ts";
import type { DocumentFilter } from "../core/ports/document-store.ts";
import type { Services } from "../services.ts";
import { noteInAudit } from "./audited.ts";
import { allow, archiveReaders } from "./auth.ts";
import type { ApiContext, ApiEnv } from "./context.ts";
import { limitBody, limitParameter, readQuery } from "./input.ts";
import { linkPages } from "./page-links.ts";
import { openPage, requireDocument } from "./reading.ts";
import { upload } from "./upload.ts";

/** Held in memory while it is read; what is larger is taken in from disk. */
export const largestUploadMegabytes = 100;

const listSchema = z.strictObject({
  kind: z.enum(documentKinds).optional(),
  offset: z.coerce.number().int().nonnegative().default(0),
  /** Without it the whole list. */
  limit: limitParameter.optional(),
});
/** Documents in memory at once when the whole list is given. */
const documentsAtOnce = 500;
const versionSchema = z.strictObject({ version: z.coerce.number().int().positive().optional() });

export function documentRoutes(services: Services): Hono<ApiEnv> {
  const { archive } = services;
  const routes = new Hono<ApiEnv>();
  routes.use(allow(...archiveReaders));

  routes.post(
    "/",
    allow("clerk", "admin"),
    limitBody(largestUploadMegabytes, "Większy plik wczytaj poleceniem: teczka ingest PLIK."),
    (context) => upload(context, services),
  );

  routes.get("/", async (context) => {
    const { kind, offset, limit } = readQuery(context, listSchema);
    const filter = { access: context.var.actor.access, ...(kind ? { kinds: [kind] } : {}) };
    const total = await archive.documents.countOf(filter);
    if (limit === undefined) return wholeList(context, services, filter, { offset, total });
    linkPages(context, { offset, limit }, total);
    return context.json(await archive.documents.list(filter, { limit, offset }));
  });

  routes.get("/:id", async (context) =>
    context.json(await requireDocument(context, services, context.req.param("id"))),
  );

  routes.get("/:id/file", (context) => sendFile(context, services, context.req.param("id")));

  routes.get("/:id/pages/:n", async (context) => {
    const { version } = readQuery(context, versionSchema);
    const { id, n } = context.req.param();
    return context.json(await openPage(context, services, id, numberOf(n), version));
  });
  return routes;
}

/**
 * An archive of a town is longer than memory is large: the array goes out slice by slice. A store that fails on the way
 * breaks the array off, so that nobody takes a part of it for the whole.
 */
async function wholeList(
  context: ApiContext,
  { archive, report }: Services,
  filter: DocumentFilter,
  { offset, total }: { offset: number; total: number },
): Promise<Response> {
  const sliceFrom = (from: number) => archive.documents.list(filter, { limit: documentsAtOnce, offset: from });
  let slice = await sliceFrom(offset);
  let at = offset;
  const bytes = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const listed = slice.map((document) => JSON.stringify(document)).join(",");
      controller.enqueue(bytes.encode(`${at === offset ? "[" : slice.length > 0 ? "," : ""}${listed}`));
      at += slice.length;
      const isLast = slice.length < documentsAtOnce;
      if (isLast) {
        controller.enqueue(bytes.encode("]"));
        controller.close();
        return;
      }
      try {
        slice = await sliceFrom(at);
      } catch (error) {
        report(error);
        controller.error(error);
      }
    },
  });
  context.header("X-Total-Count", String(total));
  context.header("Content-Type", "application/json");
  return context.body(body);
}

async function sendFile(context: ApiContext, services: Services, reference: string): Promise<Response> {
  const { ref, format } = await requireDocument(context, services, reference);
  if (!services.files) throw filesUnsupported();
  const bytes = await services.files.get(ref.sha256);
  if (!bytes) throw fileUnknown(ref.path);
  await noteInAudit(context, services, "saw", ref.id, { file: ref.sha256 });
  context.header("Content-Type", contentTypes[format]);
  // Only a PDF opens in the browser: an HTML paper is a stranger's page and may not run under our address.
  const how = format === "pdf" ? "inline" : "attachment";
  context.header("Content-Disposition", `${how}; filename*=UTF-8''${encodeURIComponent(ref.fileName)}`);
  return context.body(bytes.slice().buffer);
}

const contentTypes: Record<FileFormat, string> = {
  pdf: "application/pdf",
  html: "application/octet-stream",
  text: "text/plain",
};

/** @throws TeczkaError `page_number_invalid` */
export function numberOf(given: string): number {
  const number = /^[1-9]\d{0,6}$/u.test(given) ? Number(given) : undefined;
  if (number !== undefined) return number;
  throw new TeczkaError(
    "invalid",
    "page_number_invalid",
    `„${given}” nie jest numerem strony.`,
    "Podaj liczbę całkowitą od 1.",
  );
}

function filesUnsupported(): TeczkaError {
  return new TeczkaError(
    "unsupported",
    "files_unsupported",
    "Ta instalacja nie przechowuje plików źródłowych.",
    "Czytaj tekst stron pod adresem /v1/documents/ID/pages/N.",
  );
}

function fileUnknown(path: string): TeczkaError {
  return new TeczkaError(
    "not_found",
    "file_unknown",
    `Plik dokumentu „${path}” nie został zachowany w magazynie.`,
    "Wczytaj go ponownie poleceniem: teczka ingest PLIK.",
  );
}
