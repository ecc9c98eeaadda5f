import { sameEntry } from "../../../src/core/cases/join.ts";
import { tellingSubject, valuesOf } from "../../../src/core/cases/paper.ts";
import { matchAddress, parseAddress } from "../../../src/core/identity/address.ts";
import { nameStems, sameName } from "../../../src/core/identity/inflection.ts";
import { matchParcel, parseParcel } from "../../../src/core/identity/parcel.ts";
import { anyFits, tokensOf } from "../../../src/core/question/cues.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import type { Intent } from "../../../src/core/question/intents.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import type { CaseDocument } from "../../../tools/list-case-documents.ts";
import type { Gathered, Matter, OpenQuestion, PaperDocument, Scope } from "../state.ts";
import { completed } from "./complete.ts";
import { authoritiesNamed, isBy, ofDay } from "./deciders.ts";
import { leftOut } from "./left-out.ts";
import { attach, mattersOf, papersOf } from "./matters.ts";
import { partyObjects } from "./party.ts";
import type { Recorder } from "./recorder.ts";
import { isFound, lookUpSubjects, type Subject } from "./subjects.ts";

export interface ResolvedScope {
  /** The question as the archive lets it be read: words that turned out to be no part of a street are words again. */
  asked: Understanding;
  scope: Scope;
  documents: PaperDocument[];
  registers: Gathered["registers"];
  /** Cases that were left out for their day. */
  leftOut: OpenQuestion[];
}

/** More cases than this are not gone into one by one. */
const mostMatters = 12;

/** From what the question names to the cases that are meant. */
export async function resolveScope(asked: Understanding, recorder: Recorder): Promise<ResolvedScope> {
  const subjects = await lookUpSubjects(identityOf(asked), recorder);
  const places = precinctsNamed(asked, subjects);
  if (places.length > 0) for (const subject of subjects) narrow(subject, places);
  const documents = new Map<string, PaperDocument>();
  for (const { documents: found, also } of subjects) {
    for (const paper of [...found, ...(also?.documents ?? [])]) documents.set(paper.document.id, paper);
  }
  const registers = [
    ...new Map(subjects.flatMap((subject) => subject.registers.map((one) => [one.name, one] as const))).values(),
  ];
  const named = subjects.map(({ label }) => label);
  const choices = subjects.map((subject) => ({
    subject,
    matters: unite([subject, ...(subject.also ? [subject.also] : [])].flatMap((one) => mattersOfSubject(one, asked))),
  }));
  const missing = choices.filter(({ matters }) => matters.length === 0).map(({ subject }) => subject.label);
  const found = choices.filter(({ matters }) => matters.length > 0);
  // A decision "of" a parcel or an address that it is not of is not the decision asked for.
  const isApart = missing.length > 0 && new Set(subjects.map(({ kind }) => kind)).size > 1;
  let matters: Matter[] = [];
  for (const matter of isApart ? [] : joined(found).slice(0, mostMatters))
    matters.push(await completed(matter, documents, recorder));
  if (found.length > 0 && matters.length === 0 && !isApart) missing.push(named.join(" i "));
  matters = matters.filter((matter) => choices.every(({ subject }) => !isElsewhere(subject, matter, documents)));
  const deciding = authoritiesNamed(asked, matters, documents);
  if (deciding.length > 0) matters = matters.filter((matter) => isBy(matter, deciding, documents));
  const ofAnyDay = matters;
  matters = ofDay(matters, asked, documents);
  const left = leftOut(ofAnyDay, matters, "Pominięto, bo pytanie wskazuje inny dzień", documents);
  const inYears = matters.filter((matter) => ofYears(matter, asked, documents));
  if (matters.length > 0 && inYears.length === 0) missing.push(`${named.join(", ")} z roku ${asked.years.join(", ")}`);
  left.push(...leftOut(matters, inYears, `Pominięto: rok inny niż ${asked.years.join(", ")} albo nieznany`, documents));
  matters = inYears.slice(0, mostMatters);
  const known = [...places, ...deciding];
  const heard = {
    ...asked,
    keywords: asked.keywords.filter((word) => !known.some((name) => sameName(word, name) || isMistyped(word, name))),
  };
  const read = withoutStrayWords(heard, matters, documents);
  const scope = { named, missing, matters };
  return { asked: read, scope, documents: [...documents.values()], registers, leftOut: left };
}

/** `dz 165/14 piaski`: a word that is the precinct of a parcel of this number names it. */
function precinctsNamed({ keywords }: Understanding, subjects: readonly Subject[]): string[] {
  const held = subjects.flatMap((subject) =>
    subject.kind === "parcel" && !subject.label.includes("obręb")
      ? [
          ...subject.documents.flatMap((paper) => valuesOf(paper, "parcel")),
          ...subject.cases.flatMap(({ parcels }) => parcels),
        ].map(parseParcel)
      : [],
  );
  const precincts = new Set(held.flatMap(({ precinct }) => precinct ?? []));
  return [...precincts].filter((precinct) =>
    keywords.some((word) => sameName(word, precinct) || isMistyped(word, precinct)),
  );
}

/** `cegeilnia` */
function isMistyped(word: string, name: string): boolean {
  return name.length >= 6 && anyFits([foldDiacritics(name)], tokensOf(word));
}

function narrow(subject: Subject, places: readonly string[]): void {
  if (subject.kind !== "parcel" || subject.label.includes("obręb")) return;
  subject.label = `${subject.label}, obręb ${places[0]}`;
  subject.cases = subject.cases.filter(({ parcels }) =>
    parcels.some((parcel) => matchParcel(parcelOf(subject), parseParcel(parcel)) !== "different"),
  );
}

/** "Was 22/3 a party in the case S": the case is looked up, the parcel is what is sought in its papers. */
function identityOf(asked: Understanding): Understanding {
  const { intents, signatures, decisionNumbers, parcels, bareNumbers } = asked;
  if (intents[0] !== "party" && intents[0] !== "delivery") return asked;
  if (signatures.length + decisionNumbers.length > 0) return { ...asked, parcels: [], bareNumbers: [], addresses: [] };
  const [object] = partyObjects(asked);
  if (parcels.length + bareNumbers.length < 2) return asked;
  return {
    ...asked,
    parcels: parcels.filter(({ number }) => number !== object?.number),
    bareNumbers: bareNumbers.filter(({ parcel }) => parcel.number !== object?.number),
  };
}

function mattersOfSubject(subject: Subject, asked: Understanding): Matter[] {
  if (!isFound(subject)) return [];
  const named = papersNamed(subject, asked);
  const matters = mattersOf(subject.documents).filter(({ documents }) => documents.some((id) => named.has(id)));
  const papers = new Map(subject.documents.map((paper) => [paper.document.id, paper]));
  const own = matters.flatMap((matter): Matter[] => {
    const held = matter.documents.flatMap((id) => papers.get(id) ?? []);
    const match = matchOf(subject, held, asked);
    return match ? [{ ...matter, match }] : [];
  });
  // A cell that names the street alone is no answer to one house of it.
  const entries =
    subject.kind === "address" && /\d/.test(subject.label)
      ? subject.cases.filter(({ match }) => match === "exact")
      : subject.cases;
  for (const entry of entries) attach(entry, own, papers);
  const same = own.filter(({ match }) => match === "same");
  return same.length > 0 ? same : own;
}

/** What may be asked of a decision of which only later papers speak. */
const toldByLater: readonly Intent[] = ["transfer", "appeal", "expiry", "finality", "replacement_design"];

/**
 * Papers of the cases that bear the number themselves, a decision before an order of the same number. Papers that only
 * speak of it tell what became of it.
 */
function papersNamed({ kind, documents }: Subject, { intents, keywords }: Understanding): Set<string> {
  const idsOf = (papers: readonly CaseDocument[]) => new Set(papers.map(({ document }) => document.id));
  if (kind !== "decision") return idsOf(documents);
  const own = documents.filter(({ match }) => match === "same");
  if (own.length === 0) return idsOf(toldByLater.includes(intents[0] ?? "general") ? documents : []);
  const asksOrder = keywords.some((word) => /^postanow/iu.test(word));
  const decided = own.filter((paper) => (paper.kind === "order" || paper.kind === "opinion") === asksOrder);
  return idsOf(decided.length > 0 ? decided : own);
}

/** Whether a case is the one asked for: by what its deciding papers say, not by a neighbour on a list. */
function matchOf(subject: Subject, held: readonly CaseDocument[], asked: Understanding): Matter["match"] | undefined {
  if (subject.kind !== "parcel" && subject.kind !== "address") return held.length > 0 ? "same" : undefined;
  // Who asks whether a neighbour was a party asks for the papers that name the neighbour.
  const [object] = partyObjects(asked);
  if (
    (asked.intents[0] === "party" || asked.intents[0] === "delivery") &&
    subject.label.includes(object?.number ?? "")
  ) {
    return held.some(({ match }) => match === "same") ? "same" : undefined;
  }
  const matches = tellingSubject(held, subject.kind).flatMap((paper) => matchesOf(subject, paper));
  return matches.includes("same") ? "same" : matches.includes("possible") ? "possible" : undefined;
}

/**
 * A register may name a precinct by number where the question has its name: the papers of its case tell which it is. An
 * entry of just the parcel asked for stands, whatever the papers say: that they disagree is a conflict to be told.
 */
function isElsewhere(subject: Subject, matter: Matter, documents: ReadonlyMap<string, PaperDocument>): boolean {
  if (subject.kind !== "parcel" || subject.also) return false;
  const exact = subject.cases.filter(({ match }) => match === "exact");
  if (matter.cases.some((entry) => exact.some((other) => sameEntry(entry, other)))) return false;
  const matches = tellingSubject(papersOf(matter, documents)).flatMap((paper) => matchesOf(subject, paper));
  return matches.length > 0 && matches.every((match) => match === "different");
}

function matchesOf(subject: Subject, paper: PaperDocument): ("same" | "possible" | "different")[] {
  if (subject.kind === "address") {
    // Another name of the street is known to the tool that found the paper.
    const listed = subject.documents.find(({ document }) => document.id === paper.document.id);
    if (listed?.streetRenaming && listed.match !== "case") return [listed.match];
    const wanted = parseAddress(subject.label);
    return valuesOf(paper, "address").map((value) => {
      const there = parseAddress(value);
      return wanted && there ? matchAddress(wanted, there) : "different";
    });
  }
  const wanted = parcelOf(subject);
  return valuesOf(paper, "parcel").map((value) => matchParcel(wanted, parseParcel(value)));
}

function parcelOf({ label }: Subject) {
  const [number = "", ...rest] = label.replace(/^dz\. nr /u, "").split(", ");
  const sheet = rest.find((part) => part.startsWith("AM-"))?.slice(3);
  const precinct = rest.find((part) => part.startsWith("obręb "))?.slice(6);
  return { number, ...(sheet ? { sheet } : {}), ...(precinct ? { precinct } : {}) };
}

/** What every named thing has in common; things of one kind (two parcels) may also stand side by side. */
function joined(found: { subject: Subject; matters: Matter[] }[]): Matter[] {
  const kinds = [...new Set(found.map(({ subject }) => subject.kind))];
  const byKind = kinds.map((kind) => {
    const lists = found.filter(({ subject }) => subject.kind === kind).map(({ matters }) => matters);
    const common = lists.reduce((all, matters) => intersection(all, matters));
    return common.length > 0 ? common : unite(lists.flat());
  });
  return byKind.length === 0 ? [] : byKind.reduce((all, matters) => intersection(all, matters));
}

function intersection(all: readonly Matter[], others: readonly Matter[]): Matter[] {
  return all.flatMap((matter) => {
    const other = others.find((candidate) => isSameMatter(matter, candidate));
    return other ? [merge(matter, other)] : [];
  });
}

function unite(matters: readonly Matter[]): Matter[] {
  const united: Matter[] = [];
  for (const matter of matters) {
    const known = united.findIndex((other) => isSameMatter(other, matter));
    if (known < 0) united.push(matter);
    else united[known] = merge(united[known] as Matter, matter);
  }
  return united;
}

function isSameMatter(a: Matter, b: Matter): boolean {
  return a.key === b.key || a.cases.some((entry) => b.cases.some((other) => sameEntry(entry, other)));
}

function merge(a: Matter, b: Matter): Matter {
  return {
    ...(a.documents.length >= b.documents.length ? a : b),
    cases: [...a.cases, ...b.cases.filter((entry) => !a.cases.some((known) => sameEntry(known, entry)))],
    match: a.match === "same" && b.match === "same" ? "same" : "possible",
  };
}

/** A year that stands alone in the question is the case's: of its signature, its decision, its entry. */
function ofYears(matter: Matter, asked: Understanding, documents: ReadonlyMap<string, PaperDocument>): boolean {
  if (asked.years.length === 0 || asked.signatures.length + asked.decisionNumbers.length > 0) return true;
  const dates = [
    ...papersOf(matter, documents).flatMap(({ date, signature }) => [
      date ?? "",
      /\.((?:19|20)\d{2})/u.exec(signature ?? "")?.[1] ?? "",
    ]),
    ...matter.cases.map(({ date }) => date ?? ""),
  ];
  return asked.years.some((year) => dates.some((date) => date.startsWith(String(year))));
}

/** `posadowienia grabowa 10b`: only the papers tell where the street begins. */
function withoutStrayWords(
  asked: Understanding,
  matters: readonly Matter[],
  documents: ReadonlyMap<string, PaperDocument>,
): Understanding {
  const held = matters.flatMap((matter) => [
    ...papersOf(matter, documents).flatMap((paper) => valuesOf(paper, "address")),
    ...matter.cases.map(({ address }) => address),
  ]);
  const stems = new Set(held.flatMap(nameStems));
  if (stems.size === 0) return asked;
  const strays: string[] = [];
  const addresses = asked.addresses.map((address) => {
    const words = address.street.split(/\s+/u);
    const own = words.filter((word) => nameStems(word).some((stem) => stems.has(stem)));
    if (own.length === 0) return address;
    strays.push(...words.filter((word) => !own.includes(word) && word.length > 3));
    return { ...address, street: own.join(" ") };
  });
  return { ...asked, addresses, keywords: [...strays, ...asked.keywords] };
}
