import type { Source } from "../../../src/core/history/model.ts";
import { statusOver, statusStatement } from "../../../src/core/history/statement.ts";
import { describeParcel } from "../../../src/core/identity/parcel.ts";
import { printDate } from "../../../src/core/identity/dates.ts";
import { printAddress } from "../../../src/core/identity/address.ts";
import { sameSignature } from "../../../src/core/identity/signature.ts";
import { statusDay } from "../../../src/core/question/status-day.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import { withStop } from "../../../src/core/text/in-line.ts";
import { linesAround } from "../../../src/core/text/lines.ts";
import type { ProposedCitation } from "../../../src/core/verify/proposed.ts";
import type { PropertyHistory } from "../../../tools/property-history.ts";
import type { Evidence, Matter, OpenQuestion, StatusTold } from "../state.ts";
import { mattersOf } from "./matters.ts";
import type { Recorder } from "./recorder.ts";
import type { ResolvedScope } from "./scope.ts";

type Decision = PropertyHistory["decisions"][number];

/** Far later than any paper: of a history without a day only what happened is wanted. */
const always = "2099-12-31";
/** More decisions than these are not told one by one. */
const mostStatuses = 12;

export interface Told {
  statuses: StatusTold[];
  open: OpenQuestion[];
  /** Words that tell where a parcel came from. */
  evidence: Evidence[];
}

/** What the history of what is asked for adds to an answer: statuses on the day asked for, and what is missing or unknown. */
export async function collectHistory({ asked, scope }: ResolvedScope, recorder: Recorder): Promise<Told> {
  const told: Told = { statuses: [], open: [], evidence: [] };
  const [intent] = asked.intents;
  const day = statusDay(asked);
  if (intent === "parcel_division") return { ...told, evidence: await divisionsOf(asked, recorder) };
  if (
    scope.matters.length === 0 ||
    !(intent === "decision_status" || intent === "property_history" || intent === "case_documents")
  )
    return told;
  const on = intent === "decision_status" && day ? day : always;
  if (intent === "decision_status" && asked.today)
    told.open.push({
      text: withStop(`Pytanie nie podaje dnia, więc podano stan na dziś: ${printDate(asked.today)}`),
      documents: [],
    });
  for (const query of queriesOf(asked)) {
    const history = await recorder.history({ ...query, on });
    if (intent === "decision_status") {
      const meant = history.decisions
        .filter((decision) => isMeant(decision, asked, scope.matters))
        .slice(0, mostStatuses);
      for (const decision of meant) told.statuses.push(await statusTold(decision, recorder));
      told.open.push(...meant.flatMap(({ status }) => openOf(status.open, history)));
    } else told.open.push(...missingOf(history));
    if (intent === "property_history") told.evidence.push(...(await originsIn(history, recorder)));
    if (intent !== "case_documents")
      told.open.push(...history.unknownHere.map(({ text }) => ({ text, documents: [] })));
  }
  return { ...told, open: [...new Map(told.open.map((one) => [one.text, one])).values()] };
}

async function divisionsOf({ parcels, bareNumbers }: Understanding, recorder: Recorder): Promise<Evidence[]> {
  const evidence: Evidence[] = [];
  for (const parcel of [...parcels, ...bareNumbers.map((bare) => bare.parcel)]) {
    const history = await recorder.history({ parcel: describeParcel(parcel), on: always });
    for (const one of await originsIn(history, recorder))
      if (!evidence.some((known) => isSame(known, one))) evidence.push(one);
  }
  return evidence;
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.document === b.document && a.page === b.page && a.start === b.start;
}

function queriesOf({ decisionNumbers, bareNumbers, signatures, parcels, addresses }: Understanding) {
  const numbers = [...decisionNumbers, ...bareNumbers.map(({ decisionNumber }) => decisionNumber)];
  if (numbers.length > 0) return numbers.map((number) => ({ number }));
  if (signatures.length > 0) return signatures.map((signature) => ({ signature }));
  if (parcels.length > 0) return parcels.map((parcel) => ({ parcel: describeParcel(parcel) }));
  return addresses.filter(({ number }) => number).map((address) => ({ address: printAddress(address) }));
}

/** The decision asked for, in one of the cases that the question came down to; of a property what permits or refuses. */
function isMeant(
  { number, signature, kind, outcome, sources }: Decision,
  asked: Understanding,
  matters: readonly Matter[],
): boolean {
  const numbers = [...asked.decisionNumbers, ...asked.bareNumbers.map(({ decisionNumber }) => decisionNumber)];
  if (numbers.length > 0)
    return number !== undefined && numbers.includes(number) && sources.some((source) => isOf(source, matters));
  if (asked.signatures.length > 0)
    return signature !== undefined && asked.signatures.some((one) => sameSignature(one, signature));
  return outcome === "granted" && kind !== "occupancy" && sources.some((source) => isOf(source, matters));
}

function isOf(source: Source, matters: readonly Matter[]): boolean {
  return matters.some(({ documents, cases }) =>
    source.kind === "paper"
      ? documents.includes(source.document.id)
      : cases.some(
          ({ register, rows }) =>
            register.name === source.register && JSON.stringify(rows) === JSON.stringify(source.rows),
        ),
  );
}

async function statusTold(decision: Decision, recorder: Recorder): Promise<StatusTold> {
  const { status } = decision;
  const sources = [...decision.sources, ...status.steps.flatMap((step) => step.sources)];
  const inputs: ProposedCitation[] = [];
  for (const source of sources) {
    const citation = await citationOf(source, recorder);
    if (!inputs.some((known) => JSON.stringify(known) === JSON.stringify(citation))) inputs.push(citation);
  }
  return { text: statusStatement(decision, status), over: statusOver(decision, status.on), inputs };
}

async function citationOf(source: Source, recorder: Recorder): Promise<ProposedCitation> {
  if (source.kind === "row") return { register: source.register, rows: source.rows };
  const { document, page, start, end } = source;
  const text = await recorder.page(document.id, page);
  return { document: document.id, page, quote: linesAround(text, start, end) };
}

/** Any decision or appeal of the chain may be what is spoken of: who may not see them all is not told. */
function openOf(open: readonly string[], { decisions, events, undated }: PropertyHistory): OpenQuestion[] {
  const appeals = [...events, ...undated].filter(({ kind }) => kind === "appeal");
  const sources = [...decisions.flatMap((one) => [one, ...one.status.steps]), ...appeals].flatMap((one) => one.sources);
  const documents = [...new Set(documentsIn(sources))];
  return open.map((text) => ({ text, documents }));
}

function missingOf({ missing }: PropertyHistory): OpenQuestion[] {
  return missing.map(({ text, sources }) => ({ text, documents: documentsIn(sources) }));
}

function documentsIn(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => (source.kind === "paper" ? [source.document.id] : []));
}

async function originsIn({ parcels }: PropertyHistory, recorder: Recorder): Promise<Evidence[]> {
  const evidence: Evidence[] = [];
  const inOrder = parcels.toSorted((a, b) => (a.date ?? "9999").localeCompare(b.date ?? "9999"));
  for (const source of inOrder.flatMap(({ sources }) => sources)) {
    if (source.kind !== "paper") continue;
    const { document, page } = source;
    const text = await recorder.page(document.id, page);
    const quote = linesAround(text, source.start, source.end);
    const start = text.indexOf(quote);
    if (evidence.some((known) => known.document === document.id && known.start === start)) continue;
    evidence.push({
      document: document.id,
      page,
      start,
      end: start + quote.length,
      text: quote,
      headingPath: [],
      role: "origin",
      weight: 1,
    });
  }
  return evidence;
}

/** Cases on the ground that a parcel came from, as the archive says, beside those of the parcel itself. */
export async function withFormerGround(resolved: ResolvedScope, recorder: Recorder): Promise<ResolvedScope> {
  const { asked, scope, documents } = resolved;
  if (asked.intents[0] !== "property_history" || scope.missing.length > 0) return resolved;
  const ids = new Set<string>();
  for (const parcel of asked.parcels) {
    const { events } = await recorder.history({ parcel: describeParcel(parcel), on: always });
    for (const { formerParcel, sources } of events)
      if (formerParcel) for (const id of documentsIn(sources)) ids.add(id);
  }
  const known = new Set(documents.map(({ document }) => document.id));
  const papers = await recorder.papers([...ids].filter((id) => !known.has(id)));
  if (papers.length === 0) return resolved;
  return {
    ...resolved,
    scope: { ...scope, matters: [...mattersOf(papers), ...scope.matters] },
    documents: [...documents, ...papers],
  };
}
