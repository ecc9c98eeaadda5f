import type { DocumentFact, DocumentKind } from "../../../src/core/document.ts";
import { matchParcel, parseParcel } from "../../../src/core/identity/parcel.ts";
import { sameSignature, signatureCase } from "../../../src/core/identity/signature.ts";
import type { PermitCase } from "../../../src/core/permit.ts";
import type { Matter, PaperDocument } from "../state.ts";

/**
 * Papers by case: those of one signature, with what was filed under the case's number or names its decision (a design
 * stamped „załącznik do decyzji nr …” bears no signature); a paper without any of these for itself.
 */
export function mattersOf(documents: readonly PaperDocument[]): Matter[] {
  const signed = documents.filter(({ signature }) => signature);
  const matters = new Map<string, Matter>();
  for (const paper of documents) {
    const home = paper.signature ? paper : (signed.find((other) => isFiledWith(paper, other)) ?? paper);
    const key = matterKey(home);
    const matter = matters.get(key) ?? { key, documents: [], later: [], cases: [], match: "same" };
    matter.documents.push(paper.document.id);
    matters.set(key, matter);
  }
  return [...matters.values()];
}

function isFiledWith(paper: PaperDocument, other: PaperDocument): boolean {
  const application = valuesOf(paper, "applicationNumber").some((number) =>
    valuesOf(other, "applicationNumber").includes(number),
  );
  const decision =
    other.decisionNumber !== undefined && valuesOf(paper, "refersToDecision").includes(other.decisionNumber);
  return (application || decision) && !isElsewhere(paper, other);
}

/** One decision number may stand for several cases: papers on different ground are not of one. */
function isElsewhere(paper: PaperDocument, other: PaperDocument): boolean {
  const [own, others] = [paper, other].map((one) => valuesOf(one, "parcel").map(parseParcel));
  if (!own || !others || own.length === 0 || others.length === 0) return false;
  return !own.some((a) => others.some((b) => matchParcel(a, b) !== "different" || matchParcel(b, a) !== "different"));
}

export function matterKey(paper: PaperDocument): string {
  if (paper.signature) return signatureCase(paper.signature);
  if (paper.decisionNumber) return `${paper.decisionNumber} ${paper.date ?? ""}`;
  return paper.document.id;
}

export function valuesOf(paper: Pick<PaperDocument, "facts">, field: DocumentFact["field"]): string[] {
  return paper.facts.filter((fact) => fact.field === field).map(({ value }) => value);
}

/** Papers that decide: what their operative part names is what the case is about. */
const deciding: readonly DocumentKind[] = [
  "permit_decision",
  "planning_decision",
  "appeal_decision",
  "notification_result",
  "occupancy",
];
const asking: readonly DocumentKind[] = ["application", "notification", "site_plan", "plan_extract"];

/**
 * The papers that tell what a case is about. A list of parties, a delivery receipt or a letter names neighbours, and
 * a neighbour's parcel is never the case's.
 */
export function tellingSubject(
  papers: readonly PaperDocument[],
  told: "parcel" | "address" = "parcel",
): PaperDocument[] {
  for (const kinds of [deciding, asking]) {
    const own = papers.filter(({ kind, facts }) => kinds.includes(kind) && facts.some(({ field }) => field === told));
    if (own.length > 0) return own;
  }
  const others = papers.filter(({ kind }) => !["parties", "delivery", "letter", "appeal"].includes(kind));
  return others.length > 0 ? others : papers.filter(({ kind }) => kind === "letter");
}

/** Does the register entry belong to the case of these papers? Number, date or signature may be the planted or real error: two of them must agree. */
export function belongsTo(entry: PermitCase, papers: readonly PaperDocument[]): boolean {
  const own = papers.filter(({ kind }) => deciding.includes(kind) || kind === "notification" || kind === "application");
  if (entry.signature) {
    const { signature } = entry;
    if (own.some((paper) => paper.signature && sameSignature(paper.signature, signature))) return true;
  }
  return own.some((paper) => {
    const sameNumber = entry.number !== null && paper.decisionNumber === entry.number;
    const sameDate = entry.date !== null && paper.date === entry.date;
    const parcels = tellingSubject([paper]).flatMap((one) => valuesOf(one, "parcel"));
    const sameParcel = entry.parcels.some((held) =>
      parcels.some((parcel) => matchParcel(parseParcel(parcel), parseParcel(held)) !== "different"),
    );
    const sameApplication =
      entry.applicationNumber !== undefined && valuesOf(paper, "applicationNumber").includes(entry.applicationNumber);
    return [sameNumber, sameDate, sameParcel, sameApplication].filter(Boolean).length >= 2;
  });
}

export function papersOf(matter: Matter, documents: ReadonlyMap<string, PaperDocument>): PaperDocument[] {
  return matter.documents.flatMap((id) => documents.get(id) ?? []);
}

export function sameEntry(a: PermitCase, b: PermitCase): boolean {
  return JSON.stringify([a.register.name, a.rows]) === JSON.stringify([b.register.name, b.rows]);
}
