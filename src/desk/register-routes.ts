import { Hono } from "hono";
import { z } from "zod";
import { allow, archiveReaders } from "../api/auth.ts";
import type { ApiContext, ApiEnv } from "../api/context.ts";
import { readQuery } from "../api/input.ts";
import { type FoundPermits, findPermits } from "../api/reading.ts";
import { belongsTo } from "../core/cases/join.ts";
import { type CasePaper, casePaperOf, decidingKinds, isOriginal } from "../core/cases/paper.ts";
import { isTeczkaError, type TeczkaError } from "../core/errors.ts";
import { signatureCase } from "../core/identity/signature.ts";
import { outcomes } from "../core/outcome.ts";
import { type PermitCase, permitSorts } from "../core/permit.ts";
import type { Services } from "../services.ts";
import { permitsPage } from "./pages/permits.ts";
import { cleanAddress } from "./parts/clean-address.ts";
import type { Fault } from "./parts/field.ts";
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

/** The permit register, for those who may read the archive. */
export function registerPages(services: Services): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use("/permits", allow(...archiveReaders));

  routes.get("/permits", async (context) => {
    const clean = cleanAddress(context);
    if (clean) return context.redirect(clean, 303);
    const { offset, sort, ...given } = readQuery(context, permitsSchema);
    const query = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
    const page = { offset, limit: casesPerPage, sort: sort ?? "relevance" };
    const looked = Object.keys(query).length > 0 ? await lookUp(context, services, query, page) : {};
    const found = looked.found;
    const body = permitsPage({
      asked: { ...query, ...(sort ? { sort } : {}) },
      faults: looked.faults ?? {},
      registers: found?.registers ?? (await services.archive.register.find({}, { limit: 1 })).registers,
      found,
      slice: { offset, perPage: casesPerPage, total: found?.total ?? 0 },
      papersOf: await papersOfCases(context, services, found?.cases ?? []),
    });
    const shell = { title: "Rejestr", section: "/permits" };
    return respond(context, services, shell, body, looked.faults ? 400 : 200);
  });
  return routes;
}

/** What cannot be read is told beside its field; everything else that fails is a page of its own. */
async function lookUp(
  context: ApiContext,
  services: Services,
  query: Parameters<typeof findPermits>[2],
  page: Parameters<typeof findPermits>[3],
): Promise<{ found?: FoundPermits; faults?: Record<string, Fault> }> {
  try {
    return { found: await findPermits(context, services, query, page) };
  } catch (error) {
    const field = isTeczkaError(error) && error.kind === "invalid" ? fieldAtFault(error) : undefined;
    if (!field) throw error;
    const { message, hint } = error as TeczkaError;
    return { faults: { [field]: { message, hint } } };
  }
}

/** Tools name the field that they cannot read. */
function fieldAtFault(error: TeczkaError): string | undefined {
  return "field" in error && typeof error.field === "string" ? error.field : undefined;
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
