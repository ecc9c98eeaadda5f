import { type Address, parseAddress, printAddress } from "../../../src/core/identity/address.ts";
import { nameStems } from "../../../src/core/identity/inflection.ts";
import { describeParcel, type Parcel, printParcel } from "../../../src/core/identity/parcel.ts";
import { isSlipOf } from "../../../src/core/question/cues.ts";
import type { PermitCase } from "../../../src/core/permit.ts";
import type { BareNumber, Understanding } from "../../../src/core/question/understanding.ts";
import type { RegisterLookup } from "../../../src/core/ports/permit-register.ts";
import { UnreadableQuery } from "../../../tools/unreadable-query.ts";
import type { CaseDocument } from "../../../tools/list-case-documents.ts";
import type { Recorder } from "./recorder.ts";

/** One thing that the question names, with all that papers and registers hold of it. */
export interface Subject {
  kind: "signature" | "decision" | "application" | "parcel" | "address";
  /** In an officer's words. */
  label: string;
  documents: CaseDocument[];
  cases: PermitCase[];
  registers: RegisterLookup["registers"];
  /** What the same words may name as well: `195/13` is a parcel and a decision. */
  also?: Subject;
}

/** Each named identity looked up in papers and registers; an outage of either is thrown. */
export async function lookUpSubjects(asked: Understanding, recorder: Recorder): Promise<Subject[]> {
  const subjects: Subject[] = [];
  for (const signature of asked.signatures) {
    subjects.push(await look(recorder, "signature", `sprawa ${signature}`, { signature }, { signature }));
  }
  for (const number of asked.applicationNumbers) {
    subjects.push(await lookUpApplication(recorder, number));
  }
  for (const number of asked.decisionNumbers) subjects.push(await lookUpDecision(recorder, number));
  for (const written of asked.mangledNumbers) subjects.push(await lookUpMangled(recorder, written));
  for (const parcel of asked.parcels) subjects.push(await lookUpParcel(recorder, parcel));
  for (const address of asked.addresses) subjects.push(await lookUpAddress(recorder, address));
  for (const bare of asked.bareNumbers) subjects.push(await lookUpBare(recorder, bare, asked));
  return subjects;
}

export function isFound({ documents, cases }: Subject): boolean {
  return documents.length > 0 || cases.length > 0;
}

async function look(
  recorder: Recorder,
  kind: Subject["kind"],
  label: string,
  list: Parameters<Recorder["list"]>[0],
  register: Parameters<Recorder["lookUp"]>[0],
): Promise<Subject> {
  const documents = await recorder.list(list);
  return { kind, label, documents, ...(await recorder.lookUp(register)) };
}

/** By the facts of papers, or else by the number as it stands in them: a notification is numbered in many ways. */
async function lookUpApplication(recorder: Recorder, number: string): Promise<Subject> {
  const label = `wniosek nr ${number}`;
  const listed = await recorder.list({ applicationNumber: number });
  const subject = { kind: "application" as const, label, cases: [], registers: [] };
  if (listed.length > 0) return { ...subject, documents: listed };
  const [first = "", year = ""] = number.split("/");
  const forms = [number, `${first}/${year.slice(2)}`];
  const found = await recorder.search({ query: forms.join(" "), limit: 20 });
  const holding = found.filter(({ text }) => (text.match(/\d+\/\d+/gu) ?? []).some((one) => forms.includes(one)));
  const papers = await recorder.papers([...new Set(holding.map(({ document }) => document.id))]);
  const documents = new Map(papers.map((paper) => [paper.document.id, paper]));
  for (const { signature } of papers) {
    for (const paper of signature ? await recorder.list({ signature }) : []) {
      if (!documents.has(paper.document.id)) documents.set(paper.document.id, paper);
    }
  }
  return { ...subject, documents: [...documents.values()] };
}

/** Rows of decisions about this one, a repeal, an expiry, a transfer, tell what became of it. */
async function lookUpDecision(recorder: Recorder, number: string): Promise<Subject> {
  const subject = await look(recorder, "decision", `decyzja nr ${number}`, { decisionNumber: number }, { number });
  const { cases } = await recorder.lookUp({ about: number });
  return { ...subject, cases: [...subject.cases, ...cases] };
}

/** `09-sty` stands in registers alone; what it was before is not guessed. */
async function lookUpMangled(recorder: Recorder, written: string): Promise<Subject> {
  const subject = { kind: "decision" as const, label: `decyzja nr „${written}”`, documents: [] };
  try {
    return { ...subject, ...(await recorder.lookUp({ number: written })) };
  } catch (error) {
    // No cell of any register stands so.
    if (error instanceof UnreadableQuery) return { ...subject, cases: [], registers: [] };
    throw error;
  }
}

function lookUpParcel(recorder: Recorder, parcel: Parcel): Promise<Subject> {
  const label = describeParcel(parcel);
  return look(recorder, "parcel", label, { parcel: printParcel(parcel) }, { parcel: label });
}

async function lookUpAddress(recorder: Recorder, address: Address): Promise<Subject> {
  const label = printAddress(address);
  const found = await look(recorder, "address", label, { address: label }, { address: label });
  if (isFound(found)) return found;
  const meant = await mistyped(recorder, address);
  return meant ? look(recorder, "address", meant, { address: meant }, { address: meant }) : found;
}

/** `wapinena 3`: the address in the archive that differs by one slip of the keyboard in its street, and in nothing else. */
async function mistyped(recorder: Recorder, address: Address): Promise<string | undefined> {
  const passages = await recorder.search({ query: address.street, limit: 60 });
  const papers = await recorder.papers([...new Set(passages.map(({ document }) => document.id))]);
  const held = papers.flatMap(({ facts }) =>
    facts.filter(({ field }) => field === "address").flatMap(({ value }) => parseAddress(value) ?? []),
  );
  const asked = nameStems(address.street);
  const meant = held.find(({ street, number }) => {
    if (number?.toLowerCase() !== address.number?.toLowerCase()) return false;
    const stems = nameStems(street);
    return asked.every((word) => stems.some((stem) => stem === word || isSlipOf(stem, word))) && stems.length > 0;
  });
  return meant && printAddress(meant);
}

/** `614/10`: a decision or a parcel. What the archive holds tells; when it holds both, the words of the question do. */
async function lookUpBare(recorder: Recorder, bare: BareNumber, asked: Understanding): Promise<Subject> {
  const decision = await lookUpDecision(recorder, bare.decisionNumber);
  const parcel = await lookUpParcel(recorder, bare.parcel);
  const isDecision = decision.documents.some(({ match }) => match === "same") || decision.cases.length > 0;
  if (!isFound(parcel)) return decision;
  if (!isDecision || asked.intents.some((intent) => intent === "property_history" || intent === "party")) return parcel;
  // Whoever looks for a permit may mean either; other questions are asked of a decision.
  return asked.intents[0] === "permit_lookup" ? { ...decision, also: parcel } : decision;
}
