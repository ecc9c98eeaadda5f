import { z } from "zod";
import {
  type DocumentFact,
  documentKinds,
  documentRefSchema,
  outcomeOf,
  type StoredDocument,
} from "../src/core/document.ts";
import { type Address, matchAddress, parseAddress, printAddress } from "../src/core/identity/address.ts";
import { addressBeginnings } from "../src/core/identity/address-beginnings.ts";
import { matchParcel, parseParcel } from "../src/core/identity/parcel.ts";
import { sameSignature, signatureCase } from "../src/core/identity/signature.ts";
import {
  otherNamesOf,
  renamingBetween,
  type StreetRenaming,
  streetRenamingSchema,
} from "../src/core/identity/street-names.ts";
import { outcomes } from "../src/core/outcome.ts";
import type { DocumentFilter } from "../src/core/ports/document-store.ts";
import type { Tool, ToolContext } from "./tool.ts";

const factSchema = z.object({
  field: z.string().transform((field) => field as DocumentFact["field"]),
  value: z.string(),
  page: z.int(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
});

const caseDocumentSchema = z.object({
  document: documentRefSchema,
  kind: z.enum(documentKinds),
  pageCount: z.int(),
  signature: z.string().optional(),
  decisionNumber: z.string().optional(),
  /** ISO: date of issue, or of the application for one. */
  date: z.string().optional(),
  outcome: z.enum(outcomes).optional(),
  facts: z.array(factSchema),
  unreadablePages: z.array(z.object({ page: z.int(), reason: z.string() })),
  /** The document with the same bytes that came first. */
  duplicateOf: z.string().optional(),
  /** `same`: it names the thing asked for itself; `case`: it belongs to the case of one that does; `possible`: sheet or precinct untold. */
  match: z.enum(["same", "case", "possible"]),
  /** The renaming by which its street is the asked one: the paper has another name of it. */
  streetRenaming: streetRenamingSchema.optional(),
});
export type CaseDocument = z.infer<typeof caseDocumentSchema>;

const input = z
  .object({
    signature: z.string().optional(),
    decisionNumber: z.string().optional().describe("Z czterocyfrowym rokiem: 614/2014"),
    applicationNumber: z.string().optional(),
    parcel: z.string().optional().describe("87/14;sheet=28;precinct=Poświętne"),
    address: z.string().optional().describe("Krucza 64-66"),
    documents: z.array(z.string()).optional().describe("Identyfikatory dokumentów, których dane są potrzebne"),
    wholeCase: z.boolean().default(true).describe("Także pozostałe pisma tych samych spraw"),
  })
  .refine(
    ({ signature, decisionNumber, applicationNumber, parcel, address, documents }) =>
      signature ?? decisionNumber ?? applicationNumber ?? parcel ?? address ?? documents,
    {
      message: "Podaj znak sprawy, numer decyzji, numer wniosku, działkę, adres albo dokumenty.",
    },
  );
const output = z.object({ documents: z.array(caseDocumentSchema) });
type Input = z.infer<typeof input>;

export const listCaseDocuments: Tool<typeof input, typeof output> = {
  name: "list_case_documents",
  description:
    "Wymienia w porządku dat dokumenty sprawy: po znaku, numerze decyzji, numerze wniosku, działce albo adresie. " +
    "Sam numer decyzji może oznaczać kilka spraw: są wtedy dokumenty wszystkich.",
  input,
  output,
  run: async (query, context) => {
    const renamings = (query.address && (await context.archive.streets?.renamings())) || [];
    const places = placesOf(query.address, renamings);
    const listBy = listing(context);
    const named = [...(await listBy(factsOf(query, places))), ...(await mentioning(places, context))];
    if (query.documents)
      named.push(...(await context.archive.documents.list({ access: context.access, ids: query.documents })));
    const matched = named.flatMap((document) => {
      const match = matchOf(document, query, places);
      return match ? [{ document, match }] : [];
    });
    const found = new Map(
      matched.map(({ document, match }) => [
        document.ref.id,
        { ...caseDocumentOf(document, match), ...namedBy(document, places, renamings) },
      ]),
    );
    if (query.wholeCase) {
      for (const document of await sameCases(
        listBy,
        matched.map(({ document }) => document),
      ))
        if (!found.has(document.ref.id)) found.set(document.ref.id, caseDocumentOf(document, "case"));
    }
    return { documents: [...found.values()].sort(byDate) };
  },
};

type FactQuery = NonNullable<DocumentFilter["facts"]>[number];

/** A signature may lack its initials and a parcel its sheet and precinct: both are asked by how the value begins. */
function factsOf(
  { signature, decisionNumber, applicationNumber, parcel }: Input,
  places: readonly Address[],
): FactQuery[] {
  const facts: FactQuery[] = [];
  if (signature) facts.push(...caseFacts(signatureCase(signature)));
  if (decisionNumber) {
    facts.push(
      { field: "decisionNumber", value: decisionNumber },
      { field: "refersToDecision", value: decisionNumber },
    );
  }
  if (applicationNumber) facts.push({ field: "applicationNumber", value: applicationNumber });
  if (parcel) {
    const { number } = parseParcel(parcel);
    facts.push({ field: "parcel", value: number }, { field: "parcel", value: `${number};`, startsWith: true });
  }
  for (const value of places.flatMap(addressBeginnings)) facts.push({ field: "address", value, startsWith: true });
  return facts;
}

type ListBy = (facts: FactQuery[]) => Promise<StoredDocument[]>;

/** By facts, the same ones once: who asks for a signature is led to the case of that signature. */
function listing({ archive, access }: ToolContext): ListBy {
  const known = new Map<string, StoredDocument[]>();
  return async (facts) => {
    if (facts.length === 0) return [];
    const key = JSON.stringify(facts);
    const documents = known.get(key) ?? (await archive.documents.list({ access, facts }));
    known.set(key, documents);
    return documents;
  };
}

function matchOf(
  document: StoredDocument,
  query: Input,
  places: readonly Address[],
): CaseDocument["match"] | undefined {
  const { signature, decisionNumber, applicationNumber, parcel, documents } = query;
  if (documents?.includes(document.ref.id)) return "same";
  const values = (field: DocumentFact["field"]) =>
    document.facts.filter((fact) => fact.field === field).map(({ value }) => value);
  if (signature && values("signature").some((value) => sameSignature(value, signature))) return "same";
  if (decisionNumber && values("decisionNumber").includes(decisionNumber)) return "same";
  if (decisionNumber && values("refersToDecision").includes(decisionNumber)) return "case";
  if (applicationNumber && values("applicationNumber").includes(applicationNumber)) return "same";
  const matches = [
    ...(parcel ? values("parcel").map((value) => matchParcel(parseParcel(parcel), parseParcel(value))) : []),
    ...places.flatMap((place) => values("address").map((value) => matchPlace(place, value))),
  ];
  return matches.includes("same") ? "same" : matches.includes("possible") ? "possible" : undefined;
}

/** Papers that speak of the street: a fact may begin with a title or a first name (`ks. Jerzego Popiełuszki 5`). */
async function mentioning(places: readonly Address[], { archive, access }: ToolContext): Promise<StoredDocument[]> {
  const ids = new Set<string>();
  for (const place of places) {
    const { hits } = await archive.passages.search({ text: printAddress(place), filter: { access }, limit: 40 });
    for (const { document } of hits) ids.add(document.id);
  }
  return ids.size === 0 ? [] : archive.documents.list({ access, ids: [...ids] });
}

/** Undefined where one of its addresses has the asked name itself. */
function namedBy({ facts }: StoredDocument, [asked]: readonly Address[], renamings: readonly StreetRenaming[]) {
  const held = facts.flatMap(({ field, value }) => (field === "address" ? (parseAddress(value) ?? []) : []));
  if (!asked || held.some((address) => matchAddress(asked, address) !== "different")) return {};
  const [streetRenaming] = held.flatMap((address) => renamingBetween(asked, address, renamings) ?? []);
  return streetRenaming ? { streetRenaming } : {};
}

/** By each name of its street that the office has told. */
function placesOf(asked: string | undefined, renamings: readonly StreetRenaming[]): Address[] {
  const address = parseAddress(asked ?? "");
  return address ? [address, ...otherNamesOf(address, renamings).map((other) => other.address)] : [];
}

function matchPlace(asked: Address, held: string): "same" | "possible" | "different" {
  const there = parseAddress(held);
  return there ? matchAddress(asked, there) : "different";
}

/** The other papers of the cases: those that bear one of their signatures, what was filed under their number or names their decision. */
async function sameCases(listBy: ListBy, documents: StoredDocument[]): Promise<StoredDocument[]> {
  const cases = new Set(documents.flatMap((document) => valueOf(document, "signature") ?? []).map(signatureCase));
  const signed = (await listBy([...cases].flatMap(caseFacts))).filter((document) => bearsOneOf(document, cases));
  const filed = [...documents, ...signed].filter(({ kind }) => kind !== "letter");
  const numbers = new Set(filed.flatMap((document) => valueOf(document, "applicationNumber") ?? []));
  const decisions = new Set([...documents, ...signed].flatMap((document) => valueOf(document, "decisionNumber") ?? []));
  const facts = [...numbers].map((value): FactQuery => ({ field: "applicationNumber", value }));
  const stamped = [...decisions].map((value): FactQuery => ({ field: "refersToDecision", value }));
  const unsigned = (await listBy([...facts, ...stamped])).filter((document) => !valueOf(document, "signature"));
  // Whoever was found by its application's number leads to the papers that bear the case's signature.
  const led = cases.size === 0 ? await listBy(facts) : [];
  return [...signed, ...unsigned, ...led];
}

/** Before 2011 a paper prints two digits of the year where another has four. */
function caseFacts(signature: string): FactQuery[] {
  const short = signature.replace(/\/(?:19|20)(\d{2})$/u, "/$1");
  return [...new Set([signature, short])].map((value) => ({ field: "signature", value, startsWith: true }));
}

function bearsOneOf(document: StoredDocument, cases: ReadonlySet<string>): boolean {
  return document.facts.some((fact) => fact.field === "signature" && cases.has(signatureCase(fact.value)));
}

function valueOf(document: StoredDocument, wanted: DocumentFact["field"]): string | undefined {
  return document.facts.find(({ field }) => field === wanted)?.value;
}

function caseDocumentOf(stored: StoredDocument, match: CaseDocument["match"]): CaseDocument {
  const { ref, kind, pageCount, facts, unreadablePages, duplicateOf } = stored;
  const first = (field: DocumentFact["field"]) => facts.find((fact) => fact.field === field)?.value;
  const signature = first("signature");
  const decisionNumber = first("decisionNumber");
  const date = first("issueDate") ?? first("applicationDate");
  const outcome = outcomeOf(stored);
  return {
    document: ref,
    kind,
    pageCount,
    ...(signature ? { signature } : {}),
    ...(decisionNumber ? { decisionNumber } : {}),
    ...(date ? { date } : {}),
    ...(outcome ? { outcome } : {}),
    facts,
    unreadablePages,
    ...(duplicateOf ? { duplicateOf } : {}),
    match,
  };
}

/** Undated papers stand last; then by path, so that the order is the same every time. */
function byDate(a: CaseDocument, b: CaseDocument): number {
  return (a.date ?? "9999").localeCompare(b.date ?? "9999") || a.document.path.localeCompare(b.document.path, "pl");
}
