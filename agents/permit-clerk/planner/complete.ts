import { caseKeyOf, sameEntry } from "../../../src/core/cases/join.ts";
import { tellingSubject, valuesOf } from "../../../src/core/cases/paper.ts";
import type { DocumentKind } from "../../../src/core/document.ts";
import type { PermitQuery } from "../../../src/core/permit.ts";
import { entriesOfCase } from "../../../tools/case-entries.ts";
import { type Matter, type PaperDocument } from "../state.ts";
import { papersOf } from "./matters.ts";
import type { Recorder } from "./recorder.ts";

type Papers = Map<string, PaperDocument>;

/** Adds to a case what was found by one identity only: papers, register entries, what later papers say of its decision. */
export async function completed(matter: Matter, documents: Papers, recorder: Recorder): Promise<Matter> {
  const whole = { ...matter, documents: [...matter.documents], later: [...matter.later], cases: [...matter.cases] };
  if (whole.documents.length === 0) await addPapers(whole, documents, recorder);
  await addFolderMates(whole, documents, recorder);
  await addEntries(whole, documents, recorder);
  await addLater(whole, documents, recorder);
  return whole;
}

async function addPapers(matter: Matter, documents: Papers, recorder: Recorder): Promise<void> {
  const signature = matter.cases.find((entry) => entry.signature)?.signature;
  if (!signature) return;
  for (const paper of await recorder.list({ signature })) {
    documents.set(paper.document.id, paper);
    matter.documents.push(paper.document.id);
    matter.key = caseKeyOf(paper);
  }
}

/** Other offices sign with their own signature: what lies in the case's folder and is of the same ground is the case's. */
const fromElsewhere: readonly DocumentKind[] = [
  "opinion",
  "order",
  "design",
  "site_plan",
  "occupancy",
  "plan_extract",
  "delivery",
  "letter",
  "other",
];

async function addFolderMates(matter: Matter, documents: Papers, recorder: Recorder): Promise<void> {
  const own = papersOf(matter, documents);
  const folders = new Set(own.map(folderOf).filter((folder) => folder !== ""));
  const parcels = new Set(tellingSubject(own).flatMap((paper) => valuesOf(paper, "parcel")));
  for (const parcel of [...parcels].slice(0, 3)) {
    for (const paper of await recorder.list({ parcel, wholeCase: false })) {
      const { id } = paper.document;
      if (matter.documents.includes(id) || !folders.has(folderOf(paper)) || !isOfFolder(paper)) continue;
      documents.set(id, paper);
      matter.documents.push(id);
    }
  }
}

function isOfFolder({ kind, signature }: PaperDocument): boolean {
  return fromElsewhere.includes(kind) || !signature;
}

function folderOf({ document: { path } }: PaperDocument): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

async function addEntries(matter: Matter, documents: Papers, recorder: Recorder): Promise<void> {
  const lookUp = async (query: PermitQuery) => (await recorder.lookUp(query)).cases;
  for (const entry of await entriesOfCase(papersOf(matter, documents), lookUp))
    if (!matter.cases.some((known) => sameEntry(known, entry))) matter.cases.push(entry);
}

/** Papers of other cases that speak of a decision of this one: a transfer, a repeal, an appeal. */
async function addLater(matter: Matter, documents: Papers, recorder: Recorder): Promise<void> {
  const own = papersOf(matter, documents);
  const decided = own.filter(({ kind, decisionNumber }) => decisionNumber !== undefined && kind !== "order");
  for (const { decisionNumber, date } of decided.slice(0, 4)) {
    if (decisionNumber === undefined) continue;
    for (const paper of await recorder.list({ decisionNumber, wholeCase: false })) {
      const { id } = paper.document;
      const isOther = !matter.documents.includes(id) && !matter.later.includes(id);
      if (!isOther || paper.match !== "case" || (paper.date ?? "9999") < (date ?? "")) continue;
      documents.set(id, paper);
      matter.later.push(id);
    }
  }
}
