import { Hono } from "hono";
import { z } from "zod";
import { allow, archiveReaders } from "../api/auth.ts";
import { noteInAudit } from "../api/audited.ts";
import type { ApiContext, ApiEnv } from "../api/context.ts";
import { readQuery } from "../api/input.ts";
import { findPermits } from "../api/reading.ts";
import { belongsTo } from "../core/cases/join.ts";
import { type CasePaper, casePaperOf, decidingKinds, isOriginal } from "../core/cases/paper.ts";
import { TeczkaError } from "../core/errors.ts";
import { signatureCase } from "../core/identity/signature.ts";
import { outcomes } from "../core/outcome.ts";
import { type PermitCase, permitSorts, type RegisterRowRef } from "../core/permit.ts";
import type { Services } from "../services.ts";
import { permitsPage } from "./pages/permits.ts";
import { registersPage, rowPage } from "./pages/registers.ts";
import { cleanAddress } from "./parts/clean-address.ts";
import { orFaults, permitFaults } from "./parts/faults.ts";
import { respond } from "./respond.ts";

const casesPerPage = 25;
/** Papers of the cases of one page; with more of them no case is told which are its own. */
const mostPapers = 1000;

const asked = z.string().trim().max(500).optional();
const permitsSchema = z.object({
  parcel: asked,
  address: asked,
  number: asked,
  signature: asked,
  investor: asked,
  licence: asked,
  category: asked,
  from: asked,
  to: asked,
  outcome: z.enum(outcomes).optional(),
  register: asked,
  sort: z.enum(permitSorts).optional(),
  offset: z.coerce.number().int().nonnegative().default(0),
});

const rowSchema = z.object({
  register: z.string(),
  file: z.string(),
  row: z.coerce.number().int().positive(),
});

/** The permit register, for those who may read the archive. */
export function registerPages(services: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  for (const path of ["/permits", "/registers", "/registers/*"]) routes.use(path, allow(...archiveReaders));

  routes.get("/permits", async (context) => {
    const clean = cleanAddress(context);
    if (clean) return context.redirect(clean, 303);
    const { offset, sort, ...given } = readQuery(context, permitsSchema);
    const query = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
    const page = { offset, limit: casesPerPage, sort: sort ?? "relevance", related: true };
    const unread = permitFaults(query);
    const wanted = Object.keys(query).length > 0 && Object.keys(unread).length === 0;
    const looked = wanted ? await orFaults(() => findPermits(context, services, query, page)) : {};
    const faults = { ...unread, ...looked.faults };
    const found = looked.value;
    const body = permitsPage({
      asked: { ...query, ...(sort ? { sort } : {}) },
      faults,
      registers: found?.registers ?? (await services.archive.register.registers()),
      found,
      slice: { offset, perPage: casesPerPage, total: found?.total ?? 0 },
      papersOf: await papersOfCases(context, services, [...(found?.cases ?? []), ...(found?.related ?? [])]),
    });
    const shell = { title: "Rejestr", section: "/permits" };
    return respond(context, services, shell, body, Object.keys(faults).length > 0 ? 400 : 200);
  });

  routes.get("/registers", async (context) => {
    const shell = { title: "Wczytane rejestry", section: "/permits" };
    return respond(context, services, shell, registersPage(await services.archive.register.registers()));
  });

  routes.get("/registers/row", async (context) => {
    const { register, ...ref } = readQuery(context, rowSchema);
    const [found] = await services.archive.register.rows(register, [ref]);
    if (!found) throw rowUnknown(register, ref);
    await noteInAudit(context, services, "saw", "register", { register, ...ref });
    const papersOf = await papersOfCases(context, services, [found.case]);
    const body = rowPage({ register, ref, permit: found.case, papers: papersOf(found.case) });
    return respond(context, services, { title: `${ref.file}, wiersz ${ref.row}`, section: "/permits" }, body);
  });
  return routes;
}

function rowUnknown(register: string, { file, row }: RegisterRowRef): TeczkaError {
  return new TeczkaError(
    "not_found",
    "row_unknown",
    `Rejestr „${register}” nie ma teraz wiersza ${row} w pliku „${file}”.`,
    "Mógł zniknąć przy wczytaniu nowszego pliku. Poszukaj sprawy w rejestrze.",
  );
}

/** Papers of each of the cases, those that decide first; one query for all cases of the page. */
async function papersOfCases(
  { var: { actor } }: ApiContext,
  { archive }: Services,
  cases: readonly PermitCase[],
): Promise<(permit: PermitCase) => CasePaper[] | undefined> {
  const facts = cases.flatMap(({ signature, number }) => [
    ...(signature ? [{ field: "signature" as const, value: signatureCase(signature), startsWith: true }] : []),
    ...(number ? [{ field: "decisionNumber" as const, value: number }] : []),
  ]);
  if (facts.length === 0) return () => [];
  const stored = await archive.documents.list({ access: actor.access, facts }, { limit: mostPapers });
  if (stored.length === mostPapers) return () => undefined;
  const papers = stored.map(casePaperOf).filter(isOriginal).toSorted(decidingFirst);
  return (permit) => papers.filter((paper) => isOf(permit, paper));
}

function isOf(permit: PermitCase, paper: CasePaper): boolean {
  const { signature } = permit;
  if (signature && paper.signature) return signatureCase(signature) === signatureCase(paper.signature);
  return belongsTo(permit, [paper]);
}

function decidingFirst(a: CasePaper, b: CasePaper): number {
  const rank = ({ kind }: CasePaper) => (decidingKinds.includes(kind) ? 0 : 1);
  return rank(a) - rank(b) || (a.date ?? "9999").localeCompare(b.date ?? "9999");
}
