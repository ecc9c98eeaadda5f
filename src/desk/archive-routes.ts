import { Hono } from "hono";
import { z } from "zod";
import { allow, archiveReaders } from "../api/auth.ts";
import type { ApiEnv } from "../api/context.ts";
import { numberOf } from "../api/documents.ts";
import { readQuery } from "../api/input.ts";
import { findPassages, findPermits, openPage, type ReadPage, requireDocument } from "../api/reading.ts";
import type { PermitQuery } from "../core/permit.ts";
import type { Services } from "../services.ts";
import { documentPage, documentsPage, foundPage } from "./pages/documents.ts";
import { pageView } from "./pages/page.ts";
import { permitsPage } from "./pages/permits.ts";
import { respond } from "./respond.ts";

const documentsPerPage = 100;
const passagesShown = 20;
const permitsShown = 100;

const offset = z.coerce.number().int().nonnegative();
const listSchema = z.object({ from: offset.default(0) });
const markSchema = z.object({
  version: z.coerce.number().int().positive().optional(),
  start: offset.optional(),
  end: offset.optional(),
  endPage: z.coerce.number().int().positive().optional(),
});
const searchSchema = z.object({ q: z.string().trim().max(4000).default("") });
const permitField = z.string().trim().max(500).default("");
const permitsSchema = z.object({
  parcel: permitField,
  number: permitField,
  signature: permitField,
  address: permitField,
});

/** The archive to read: for those who may read it (api/auth.ts). */
export function archivePages(services: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const readers = allow(...archiveReaders);
  for (const path of ["/documents", "/documents/*", "/search", "/permits"]) routes.use(path, readers);
  documentRoutes(routes, services);
  lookUpRoutes(routes, services);
  return routes;
}

function documentRoutes(routes: Hono<ApiEnv>, services: Services): void {
  const { archive, files } = services;
  const hasFile = files !== undefined;
  const section = "/documents";

  routes.get("/documents", async (context) => {
    const { from } = readQuery(context, listSchema);
    const documents = await archive.documents.list({ access: context.var.actor.access });
    const { role } = context.var.actor;
    const takes = services.intake !== undefined && (role === "clerk" || role === "admin");
    const body = documentsPage({ documents, from, perPage: documentsPerPage, takes });
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

/** A quote over the turn is marked to the end of its first page. */
function markOn({ text }: ReadPage, { start, end, endPage }: Omit<z.infer<typeof markSchema>, "version">) {
  if (start === undefined || end === undefined) return undefined;
  return { start, end: endPage === undefined ? end : text.length };
}

function lookUpRoutes(routes: Hono<ApiEnv>, services: Services): void {
  routes.get("/search", async (context) => {
    const { q } = readQuery(context, searchSchema);
    if (q === "") return context.redirect("/documents", 303);
    const body = foundPage(q, await findPassages(context, services, q, passagesShown));
    return respond(context, services, { title: `Szukanie: ${q}`, section: "/documents" }, body);
  });

  routes.get("/permits", async (context) => {
    const asked = Object.entries(readQuery(context, permitsSchema)).filter(([, value]) => value !== "");
    const query: PermitQuery = Object.fromEntries(asked);
    const found = asked.length > 0 ? await findPermits(context, services, query, { limit: permitsShown }) : undefined;
    return respond(context, services, { title: "Rejestr", section: "/permits" }, permitsPage(query, found));
  });
}
