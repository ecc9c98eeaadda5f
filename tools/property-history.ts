import { z } from "zod";
import { type Chain, chainOf } from "../src/core/history/chain.ts";
import { isOriginal, valuesOf } from "../src/core/cases/paper.ts";
import {
  type LogPage,
  mentionsIn,
  missingDecision,
  missingOfLog,
  missingOfUnread,
} from "../src/core/history/missing.ts";
import {
  decisionSchema,
  eventSchema,
  type Missing,
  missingSchema,
  parcelChangeSchema,
} from "../src/core/history/model.ts";
import { statusOn } from "../src/core/history/status.ts";
import { eventOfLink, eventsOf, inOrder } from "../src/core/history/timeline.ts";
import { unknownHere } from "../src/core/history/unknown-here.ts";
import { describeParcel, parseParcel } from "../src/core/identity/parcel.ts";
import { registerFormats } from "../src/core/permit.ts";
import { type HistoryCase, HistoryEvidence, isFiledWith } from "./history-evidence.ts";
import { type FormerParcel, formerParcels } from "./parcel-links.ts";
import { askedOf } from "./asked-history.ts";
import type { Tool, ToolContext } from "./tool.ts";

/** More cases than this are not gone into; the answer says that it is cut. */
const mostCases = 40;

const input = z
  .object({
    parcel: z.string().optional().describe("87/14;sheet=28;precinct=Poświętne"),
    address: z.string().optional().describe("Krucza 64-66"),
    signature: z.string().optional(),
    number: z.string().optional().describe("Numer decyzji z czterocyfrowym rokiem: 614/2014"),
    on: z.string().describe("Dzień, na który podać stan decyzji: 2016-03-01 albo 1.03.2016"),
  })
  .refine(
    ({ parcel, address, signature, number }) => [parcel, address, signature, number].filter(Boolean).length === 1,
    {
      message: "Podaj jedno: działkę, adres, znak sprawy albo numer decyzji.",
    },
  );
const output = z.object({
  subject: z.object({ kind: z.enum(["parcel", "address", "signature", "number"]), label: z.string() }),
  on: z.string(),
  decisions: z.array(decisionSchema),
  events: z.array(eventSchema),
  undated: z.array(eventSchema),
  parcels: z.array(parcelChangeSchema),
  missing: z.array(missingSchema),
  unknownHere: z.array(z.object({ authority: z.string(), text: z.string() })),
  coverage: z.object({
    /** Papers of the cases told of. */
    documents: z.int(),
    years: z.object({ from: z.string(), to: z.string() }).optional(),
    registers: z.array(
      z.object({
        name: z.string(),
        format: z.enum(registerFormats),
        cases: z.int(),
        from: z.string().optional(),
        to: z.string().optional(),
      }),
    ),
  }),
  /** More cases were found than are told of. */
  truncated: z.boolean(),
});
export type PropertyHistory = z.infer<typeof output>;

export const propertyHistory: Tool<typeof input, typeof output> = {
  name: "property_history",
  description:
    "Dzieje nieruchomości, sprawy albo decyzji: pisma i wpisy rejestrów w porządku dat, stan każdej decyzji na wskazany " +
    "dzień, czego brakuje i czego to archiwum nie może wiedzieć. Stan wynika tylko z pism i wpisów, nie z domysłu.",
  input,
  output,
  run: async (query, context) => {
    const { subject, on } = askedOf(query);
    const evidence = new HistoryEvidence(context);
    const links = subject.kind === "parcel" ? await formerParcels(subject.value, context) : { links: [], formers: [] };
    const found = await evidence.casesOf(subject);
    if (subject.kind === "number" && found.every(isOnlyPossible))
      found.push(
        ...(await evidence.speakingOf(subject.value)).filter(({ key }) => found.every((one) => one.key !== key)),
      );
    const own = new Set(found.map(({ key }) => key));
    const ofFormer = new Map<string, string>();
    for (const former of links.formers) {
      for (const file of await casesOfFormer(former, evidence, own)) {
        ofFormer.set(file.key, describeParcel(former.parcel));
        own.add(file.key);
        found.push(file);
      }
    }
    for (let round = 0; round < 3; round += 1) {
      const more = (await evidence.bearingOn(found)).filter(({ key }) => !own.has(key));
      if (more.length === 0) break;
      for (const file of more) own.add(file.key);
      found.push(...more);
    }
    const files = found.slice(0, mostCases);
    const chain = chainOf(files);
    const events = files.flatMap((file) =>
      eventsOf(
        file,
        chain.records.filter(({ caseKey }) => caseKey === file.key),
      ).map((event) => {
        const formerParcel = ofFormer.get(file.key);
        return { ...event, ...(formerParcel ? { formerParcel } : {}) };
      }),
    );
    return {
      subject: {
        kind: subject.kind,
        label: subject.kind === "parcel" ? describeParcel(parseParcel(subject.value)) : subject.value,
      },
      on,
      decisions: chain.records
        .map((record) => decisionOf(record, chain, on))
        .toSorted((a, b) => (a.date ?? "9999").localeCompare(b.date ?? "9999")),
      ...inOrder([...events, ...links.links.map(eventOfLink)]),
      parcels: links.links,
      missing: await missingIn(files, evidence, context),
      unknownHere: unknownHere(chain.records),
      coverage: coverageOf(files, evidence),
      truncated: found.length > mostCases,
    };
  },
};

/** What was decided on the ground before it was divided; a case that names both parcels is the later one's. */
async function casesOfFormer(
  { printed, until }: FormerParcel,
  evidence: HistoryEvidence,
  own: ReadonlySet<string>,
): Promise<HistoryCase[]> {
  const cases = await evidence.casesOf({ kind: "parcel", value: printed });
  return cases.filter((file) => !own.has(file.key) && (until === undefined || beginOf(file) <= until));
}

/** First day of a case; empty when none of its sources tells one. */
function beginOf({ papers, entries }: HistoryCase): string {
  const days = [
    ...papers.flatMap((paper) => [paper.date ?? [], valuesOf(paper, "applicationDate")].flat()),
    ...entries.flatMap(({ date, applicationDate }) => [date ?? [], applicationDate ?? []].flat()),
  ];
  return days.toSorted()[0] ?? "";
}

/** Only rows whose mangled number may be the one asked for. */
function isOnlyPossible({ papers, entries }: HistoryCase): boolean {
  return papers.length === 0 && entries.every(({ match }) => match === "possible");
}

function decisionOf(record: Chain["records"][number], chain: Chain, on: string): PropertyHistory["decisions"][number] {
  const { id, kind, number, rawNumber, date, authority, signature, outcome, parcels, sources, possible } = record;
  return {
    id,
    kind,
    ...(number ? { number } : {}),
    ...(rawNumber ? { rawNumber } : {}),
    ...(possible ? { possible } : {}),
    ...(date ? { date } : {}),
    ...(authority ? { authority } : {}),
    ...(signature ? { signature } : {}),
    outcome,
    parcels,
    sources,
    status: statusOn(record, chain, on),
  };
}

async function missingIn(
  files: readonly HistoryCase[],
  evidence: HistoryEvidence,
  context: ToolContext,
): Promise<Missing[]> {
  const missing: Missing[] = [];
  for (const mention of mentionsIn(files)) {
    if (!(await evidence.holds(mention.reference))) missing.push(missingDecision(mention));
  }
  for (const file of files) {
    const papers = [
      ...new Set([
        ...file.papers,
        ...files.flatMap((other) => other.papers.filter((paper) => isFiledWith(paper, file))),
      ]),
    ];
    missing.push(...missingOfLog(papers, await logPages(file, context)));
  }
  for (const paper of files.flatMap(({ papers }) => papers.filter(isOriginal))) missing.push(...missingOfUnread(paper));
  return missing;
}

async function logPages({ papers }: HistoryCase, { archive, access }: ToolContext): Promise<LogPage[]> {
  const pages: LogPage[] = [];
  for (const log of papers.filter((paper) => paper.kind === "case_log" && isOriginal(paper))) {
    for (let number = 1; number <= log.pageCount; number += 1) {
      const page = await archive.documents.page(log.document.id, number, access, log.document.version);
      if (page && page.unreadable === undefined) pages.push({ log, page: number, text: page.text });
    }
  }
  return pages;
}

function coverageOf(files: readonly HistoryCase[], { registers }: HistoryEvidence): PropertyHistory["coverage"] {
  const papers = files.flatMap((file) => file.papers.filter(isOriginal));
  const dates = papers.flatMap(({ date }) => date ?? []).toSorted();
  const [from, to] = [dates[0], dates.at(-1)];
  return {
    documents: papers.length,
    ...(from && to ? { years: { from, to } } : {}),
    registers: registers.map(({ name, format, cases, from: first, to: last }) => ({
      name,
      format,
      cases,
      ...(first ? { from: first } : {}),
      ...(last ? { to: last } : {}),
    })),
  };
}
