import { Hono } from "hono";
import { z } from "zod";
import { allow, archiveReaders } from "../api/auth.ts";
import type { ApiEnv } from "../api/context.ts";
import { numberOf } from "../api/documents.ts";
import { readQuery } from "../api/input.ts";
import { findPassages, openPage, type ReadPage, requireDocument } from "../api/reading.ts";
import { documentKinds } from "../core/document.ts";
import { parseDecisionNumber } from "../core/identity/decision-number.ts";
import { signatureCase } from "../core/identity/signature.ts";
import type { DocumentFilter } from "../core/ports/document-store.ts";
import type { Services } from "../services.ts";
import { documentPage, documentsPage } from "./pages/documents.ts";
import { pageView } from "./pages/page.ts";
import { searchPage } from "./pages/search.ts";
import { cleanAddress } from "./parts/clean-address.ts";
import { orFaults } from "./parts/faults.ts";
import { respond } from "./respond.ts";

const documentsPerPage = 100;
const passagesShown = 20;

const offset = z.coerce.number().int().nonnegative();
const listSchema = z.object({
  offset: offset.default(0),
  /** Papers of one case, or that bear one decision's number. */
  signature: z.string().trim().max(500).optional(),
  number: z.string().trim().max(500).optional(),
  kind: z.enum(documentKinds).optional(),
  unreadable: z.literal("yes").optional(),
});
const markSchema = z.object({
  version: z.coerce.number().int().positive().optional(),
  start: offset.optional(),
  end: offset.optional(),
  endPage: z.coerce.number().int().positive().optional(),
});
const typed = z.string().trim().max(500).optional();
const searchSchema = z.object({
  q: z.string().trim().max(4000).default(""),
  kind: z.enum(documentKinds).optional(),
  parcel: typed,
  signature: typed,
  from: typed,
  to: typed,
});

/** The archive to read: for those who may read it (api/auth.ts). */
export function archivePages(services: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const readers = allow(...archiveReaders);
  for (const path of ["/documents", "/documents/*", "/search"]) routes.use(path, readers);
  documentRoutes(routes, services);
  lookUpRoutes(routes, services);
  return routes;
}

function documentRoutes(routes: Hono<ApiEnv>, services: Services): void {
  const { archive, files } = services;
  const hasFile = files !== undefined;
  const section = "/documents";

  routes.get("/documents", async (context) => {
    const clean = cleanAddress(context);
    if (clean) return context.redirect(clean, 303);
    const { offset: first, ...asked } = readQuery(context, listSchema);
    const { access, role } = context.var.actor;
    const filter = { access, ...filterOf(asked) };
    const total = await archive.documents.countOf(filter);
    const documents = await archive.documents.list(filter, { limit: documentsPerPage, offset: first });
    const takes = services.intake !== undefined && (role === "clerk" || role === "admin");
    const slice = { offset: first, perPage: documentsPerPage, total };
    const body = documentsPage({ documents, slice, asked: filled(asked), takes });
    return respond(context, services, { title: "Dokumenty", section }, body);
  });

  routes.get("/documents/:id", async (context) => {
    const document = await requireDocument(context, services, context.req.param("id"));
    return respond(context, services, { title: document.ref.fileName, section }, documentPage(document, hasFile));
  });

  routes.get("/documents/:id/pages/:n", async (context) => {
    const { version, ...cited } = readQuery(context, markSchema);
    const { id, n } = context.req.param();
    const { ref } = await requireDocument(context, services, id);
    const read = await openPage(context, services, id, numberOf(n), version);
    const body = pageView({ read, mark: markOn(read, cited), currentVersion: ref.version, hasFile });
    return respond(context, services, { title: `${ref.fileName}, s. ${read.page}`, section }, body);
  });
}

type Asked = Omit<z.infer<typeof listSchema>, "offset">;

function filled(asked: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function filterOf({ signature, number, kind, unreadable }: Asked): Omit<DocumentFilter, "access"> {
  const parsed = number ? parseDecisionNumber(number) : undefined;
  const facts: DocumentFilter["facts"] = [
    ...(signature ? [{ field: "signature" as const, value: signatureCase(signature), startsWith: true }] : []),
    ...(number
      ? [{ field: "decisionNumber" as const, value: parsed && "number" in parsed ? parsed.number : number }]
      : []),
  ];
  return {
    ...(facts.length > 0 ? { facts } : {}),
    ...(kind ? { kinds: [kind] } : {}),
    ...(unreadable ? { unreadable: true } : {}),
  };
}

/** A quote over the turn is marked to the end of its first page. */
function markOn({ text }: ReadPage, { start, end, endPage }: Omit<z.infer<typeof markSchema>, "version">) {
  if (start === undefined || end === undefined) return undefined;
  return { start, end: endPage === undefined ? end : text.length };
}

function lookUpRoutes(routes: Hono<ApiEnv>, services: Services): void {
  routes.get("/search", async (context) => {
    const clean = cleanAddress(context);
    if (clean) return context.redirect(clean, 303);
    const { q, kind, ...narrowed } = readQuery(context, searchSchema);
    const query = { query: q, limit: passagesShown, ...narrowed, ...(kind ? { kinds: [kind] } : {}) };
    const { value: found, faults = {} } =
      q === "" ? {} : await orFaults(() => findPassages(context, services, query), "q");
    const asked = filled({ q: q === "" ? undefined : q, kind, ...narrowed });
    const title = q === "" ? "Szukaj w dokumentach" : `Szukanie: ${q}`;
    return respond(context, services, { title, section: "/search" }, searchPage({ asked, faults, found }));
  });
}
