import type { CaseFile } from "../cases/join.ts";
import { type CasePaper, isOriginal, valuesOf } from "../cases/paper.ts";
import type { DocumentKind, FactField } from "../document.ts";
import { printDate } from "../identity/dates.ts";
import { kindWords, valueInWords } from "../in-words.ts";
import { type DecisionRecord, paperSource, rowSource } from "./decisions.ts";
import type { HistoryEvent, ParcelLink } from "./model.ts";
import { decisionInWords } from "./words.ts";

const filed: readonly DocumentKind[] = ["application", "notification", "appeal"];

/**
 * What happened in a case, one event for what a paper and a row tell alike. Events that no source dates have `date: null`;
 * a file is no event.
 * @param records the decisions of this case
 */
export function eventsOf(file: CaseFile, records: readonly DecisionRecord[]): HistoryEvent[] {
  const decided = records.flatMap(eventsOfDecision);
  const told = new Set(records.flatMap(({ sources }) => sources.flatMap(documentIn)));
  // A log is a list of events, and dated by none of them.
  const papers = file.papers
    .filter((paper) => isOriginal(paper) && paper.kind !== "case_log" && !told.has(paper.document.id))
    .flatMap((paper) => eventOfPaper(paper) ?? []);
  const signature = file.papers.find((paper) => paper.signature)?.signature;
  return [...filingOf(file), ...papers, ...decided].map((event) => ({ ...optional("signature", signature), ...event }));
}

function eventsOfDecision(record: DecisionRecord): HistoryEvent[] {
  const { kind, number, signature, authority, outcome, sources, finality, otherDates, scope } = record;
  const common = {
    kind,
    ...optional("number", number),
    ...optional("signature", signature),
    ...optional("authority", authority),
  };
  const issued: HistoryEvent = {
    date: record.date ?? null,
    dateOf: "issue",
    what: `${decisionInWords(record)}${scope ? (scope === "part" ? " w części" : " (rozstrzygnięcie złożone)") : ""}`,
    ...common,
    ...(outcome ? { outcome } : {}),
    sources,
    certainty: certaintyOf(record),
    ...(otherDates.length > 0 ? { note: `rejestr podaje inny dzień: ${otherDates.map(printDate).join(", ")}` } : {}),
  };
  if (!finality) return [issued];
  return [
    issued,
    {
      ...common,
      date: finality.date,
      dateOf: "finality",
      what: finalInWords(number),
      sources: [finality.source],
      certainty: "one_source",
    },
  ];
}

function certaintyOf({ otherDates, possible, sources }: DecisionRecord): HistoryEvent["certainty"] {
  if (otherDates.length > 0) return "dates_differ";
  if (possible) return "possible";
  return sources.some(({ kind }) => kind === "row") && sources.some(({ kind }) => kind === "paper")
    ? "agreed"
    : "one_source";
}

function finalInWords(number: string | undefined): string {
  return `decyzja ${number ? `nr ${number}` : ""} stała się ostateczna`.replace("  ", " ");
}

function documentIn(source: DecisionRecord["sources"][number]): string[] {
  return source.kind === "paper" ? [source.document.id] : [];
}

function eventOfPaper(paper: CasePaper): HistoryEvent | undefined {
  const fact = (field: FactField) => paper.facts.find((one) => one.field === field);
  const { kind, signature, decisionNumber } = paper;
  const final = kind === "finality" ? fact("finalityDate") : undefined;
  const day = final ?? fact("issueDate") ?? (filed.includes(kind) ? fact("applicationDate") : undefined);
  const identity = day ?? fact("signature") ?? fact("decisionNumber") ?? fact("applicationNumber") ?? paper.facts[0];
  if (!identity) return undefined;
  const of = valuesOf(paper, "refersToDecision")[0];
  return {
    date: day?.value ?? null,
    dateOf: final ? "finality" : filed.includes(kind) ? "filing" : kind === "delivery" ? "delivery" : "issue",
    what: final ? finalInWords(of) : paperInWords(paper),
    kind,
    ...optional("number", final ? of : decisionNumber),
    ...optional("signature", signature),
    ...optional("authority", fact("authority")?.value),
    sources: [paperSource(paper, identity)],
    certainty: "one_source",
  };
}

/** Of a receipt also what was received. */
function paperInWords(paper: CasePaper): string {
  const { kind, decisionNumber } = paper;
  const of = kind === "delivery" ? valuesOf(paper, "refersToDecision")[0] : undefined;
  return [kindWords[kind], decisionNumber && `nr ${decisionNumber}`, of && `(decyzja nr ${of})`]
    .filter(Boolean)
    .join(" ");
}

/** The application, where only the decision or the register tells of it. */
function filingOf({ papers, entries }: CaseFile): HistoryEvent[] {
  if (papers.some(({ kind }) => kind === "application" || kind === "notification")) return [];
  for (const paper of papers) {
    const fact = paper.facts.find(({ field }) => field === "applicationDate");
    if (fact) return [filing(fact.value, paper.signature, [paperSource(paper, fact)])];
  }
  const entry = entries.find(({ applicationDate }) => applicationDate);
  return entry?.applicationDate ? [filing(entry.applicationDate, entry.signature, [rowSource(entry)])] : [];
}

function filing(date: string, signature: string | undefined, sources: HistoryEvent["sources"]): HistoryEvent {
  const what = "złożono wniosek lub zgłoszenie";
  return {
    date,
    dateOf: "filing",
    what,
    kind: "application",
    ...optional("signature", signature),
    sources,
    certainty: "one_source",
  };
}

/** „działka nr 87/3 → działka nr 87/14”, on the day that is told, or undated. */
export function eventOfLink({ former, later, date, sources }: ParcelLink): HistoryEvent {
  const [before, after] = [former, later].map((parcel) => valueInWords("parcel", parcel));
  return {
    date: date ?? null,
    dateOf: "parcel",
    what: `zmiana oznaczenia gruntu: z ${before} powstała ${after}`,
    kind: "other",
    sources,
    certainty: "one_source",
  };
}

/** By day; what happened on one day in the order in which it was found. Undated events apart. */
export function inOrder(events: readonly HistoryEvent[]): { events: HistoryEvent[]; undated: HistoryEvent[] } {
  const dated = events.filter(({ date }) => date !== null);
  return {
    events: dated.toSorted((a, b) => (a.date ?? "").localeCompare(b.date ?? "")),
    undated: events.filter(({ date }) => date === null),
  };
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}
