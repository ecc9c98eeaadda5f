import type { CaseFile } from "../cases/join.ts";
import { type CasePaper, isOriginal, valuesOf } from "../cases/paper.ts";
import type { DecisionReference } from "../facts/decision-references.ts";
import { parseFinality } from "../facts/find-effect.ts";
import { findDates } from "../identity/dates.ts";
import { type DecisionRecord, decisionsOf, isMeant, paperSource } from "./decisions.ts";
import type { Source } from "./model.ts";

/** A day told of a decision by another paper than the decision itself: an attestation of finality, an appeal. */
export interface ToldDay {
  /** Absent where the paper names none: then it is of the one decision of its case. */
  of?: DecisionReference;
  caseKey: string;
  date?: string;
  source: Source;
}

/** All that is known here of decisions which may bear on each other. */
export interface Chain {
  records: readonly DecisionRecord[];
  finalities: readonly ToldDay[];
  appeals: readonly ToldDay[];
}

/** Decisions of several cases, with what any of their papers tells of the finality of one, or of an appeal. */
export function chainOf(files: readonly CaseFile[]): Chain {
  const papers = files.flatMap((file) => file.papers.filter(isOriginal).map((paper) => ({ paper, caseKey: file.key })));
  return {
    records: files.flatMap((file) => decisionsOf(file)),
    finalities: papers.flatMap(({ paper, caseKey }) => finalitiesIn(paper, caseKey)),
    appeals: papers.flatMap(({ paper, caseKey }) => (paper.kind === "appeal" ? appealIn(paper, caseKey) : [])),
  };
}

/** Attestations, and what other papers say in passing of a decision that they name with the day of its finality. */
function finalitiesIn(paper: CasePaper, caseKey: string): ToldDay[] {
  return paper.facts.flatMap((fact): ToldDay[] => {
    if (fact.field === "finalityOfOther") {
      const { final, ...of } = parseFinality(fact.value);
      return [{ of, caseKey, date: final, source: paperSource(paper, fact) }];
    }
    if (fact.field !== "finalityDate" || paper.kind !== "finality") return [];
    const of = namedBy(paper);
    return [{ ...(of ? { of } : {}), caseKey, date: fact.value, source: paperSource(paper, fact) }];
  });
}

function appealIn(paper: CasePaper, caseKey: string): ToldDay[] {
  const fact = paper.facts.find(({ field }) => field === "refersToDecision" || field === "signature") ?? paper.facts[0];
  if (!fact) return [];
  const of = namedBy(paper);
  const [date] = valuesOf(paper, "issueDate");
  return [
    {
      ...(of ? { of } : {}),
      caseKey,
      ...(date ? { date } : {}),
      source: paperSource(paper, fact),
    },
  ];
}

/** The decision that a paper names first, with its day where the words tell it. */
function namedBy({ facts }: CasePaper): DecisionReference | undefined {
  const fact = facts.find(({ field }) => field === "refersToDecision");
  const [day] = findDates(fact?.quote ?? "");
  return fact && { number: fact.value, ...(day ? { date: day.value } : {}) };
}

/** What is told of a decision's finality. Papers that tell different days leave the time between them open. */
export interface Finality {
  /** Days that are told, each once, in order. */
  days: readonly string[];
  /** The first of them: not final before, by any paper. */
  from: string;
  /** The last of them: final from then on, by every paper. */
  surelyFrom: string;
  sources: Source[];
}

/** By a stamp on the decision, and by every attestation that names it. */
export function finalityOf(record: DecisionRecord, chain: Chain): Finality | undefined {
  const attested = chain.finalities.flatMap((told) =>
    told.date && isOf(told, record, chain) ? [{ date: told.date, source: told.source }] : [],
  );
  const told = [...(record.finality ? [record.finality] : []), ...attested];
  const days = [...new Set(told.map(({ date }) => date))].toSorted();
  const sources = days.flatMap((day) => told.find(({ date }) => date === day)?.source ?? []);
  const [from, surelyFrom] = [days[0], days.at(-1)];
  return from && surelyFrom ? { days, from, surelyFrom, sources } : undefined;
}

export function appealsOf(record: DecisionRecord, chain: Chain): ToldDay[] {
  return chain.appeals.filter((appeal) => isOf(appeal, record, chain));
}

function isOf(told: ToldDay, record: DecisionRecord, { records }: Chain): boolean {
  if (told.of) {
    const meant = meantBy(told.of, records);
    const own = meant.filter(({ caseKey }) => caseKey === told.caseKey);
    return (own.length > 0 ? own : meant).includes(record);
  }
  const decided = records.filter(({ caseKey, kind }) => caseKey === told.caseKey && kind !== "appeal_decision");
  return decided.length === 1 && decided[0] === record;
}

/** One number may stand for several decisions; then only the day tells which is meant. */
export function meantBy(reference: DecisionReference, records: readonly DecisionRecord[]): DecisionRecord[] {
  return records.filter((record) => isMeant(reference, record));
}

/** Decisions that decide on this one, in the order of their days. One that may mean several is left out, and named as open. */
export function actsOn(record: DecisionRecord, chain: Chain): DecisionRecord[] {
  return aimedAt(record, chain)
    .filter((act) => act.outcome !== null && !isEarlier(act, record))
    .toSorted((a, b) => (a.date ?? "9999").localeCompare(b.date ?? "9999"));
}

/** Decisions that say they decide on this one and bear an earlier day: one of the days must be wrong. */
export function actsBefore(record: DecisionRecord, chain: Chain): DecisionRecord[] {
  return aimedAt(record, chain).filter((act) => isEarlier(act, record));
}

/** Rows about this decision of which it is not understood what they decide. */
export function unreadActs(record: DecisionRecord, chain: Chain): DecisionRecord[] {
  return aimedAt(record, chain).filter(({ outcome }) => outcome === null);
}

function isEarlier(act: DecisionRecord, record: DecisionRecord): boolean {
  return (act.date ?? "9999") < (record.date ?? "");
}

function aimedAt(record: DecisionRecord, { records }: Chain): DecisionRecord[] {
  return records.filter((act) => {
    if (!act.decidesOn || act === record) return false;
    const meant = meantBy(act.decidesOn, records).filter((one) => one !== act);
    return meant.length === 1 && meant[0] === record;
  });
}
