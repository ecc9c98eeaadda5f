import type { FactField } from "../document.ts";
import { type Address, matchAddress, parseAddress } from "../identity/address.ts";
import { matchParcel, parseParcel } from "../identity/parcel.ts";
import { sameSignature, signatureCase } from "../identity/signature.ts";
import type { PermitCase } from "../permit.ts";
import { type CasePaper, decidingKinds, tellingSubject, valuesOf } from "./paper.ts";

/** One case: its papers and its register entries, which need not agree. */
export interface CaseFile<P extends CasePaper = CasePaper> {
  /** The case's signature without initials, or else what stands for it (`caseKeyOf`). */
  key: string;
  papers: P[];
  entries: PermitCase[];
}

/** What names the case that a paper belongs to when it is joined to no other. */
export function caseKeyOf(paper: CasePaper): string {
  if (paper.signature) return signatureCase(paper.signature);
  if (paper.decisionNumber) return `${paper.decisionNumber} ${paper.date ?? ""}`;
  return paper.document.id;
}

/**
 * Papers by case: those of one signature, with what was filed under the case's number or names its decision (a design
 * stamped „załącznik do decyzji nr …” bears no signature); a paper without any of these for itself. Cases and papers
 * stand in the order of the papers given; no entries yet (`belongsTo` tells whose they are).
 */
export function casesOfPapers<P extends CasePaper>(papers: readonly P[]): CaseFile<P>[] {
  const signed = papers.filter(({ signature }) => signature);
  const byApplication = indexed(signed, (paper) => valuesOf(paper, "applicationNumber"));
  const byDecision = indexed(signed, ({ decisionNumber }) => (decisionNumber ? [decisionNumber] : []));
  const filedUnder = (paper: P, field: FactField, held: ReadonlyMap<string, P[]>) =>
    valuesOf(paper, field).flatMap((value) => held.get(value) ?? []);
  const files = new Map<string, CaseFile<P>>();
  for (const paper of papers) {
    let home = paper;
    if (!paper.signature) {
      const applied = filedUnder(paper, "applicationNumber", byApplication);
      const near = [...applied, ...filedUnder(paper, "refersToDecision", byDecision)];
      home =
        near.find((other) => !isElsewhere(paper, other)) ??
        // A form that names another parcel than the decision on it is a form with a fault, where both lie in one folder.
        applied.find((other) => folderOf(other) !== "" && folderOf(other) === folderOf(paper)) ??
        paper;
    }
    const key = caseKeyOf(home);
    const file = files.get(key) ?? { key, papers: [], entries: [] };
    file.papers.push(paper);
    files.set(key, file);
  }
  return [...files.values()];
}

function folderOf({ document: { path } }: CasePaper): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function indexed<P>(papers: readonly P[], keysOf: (paper: P) => string[]): Map<string, P[]> {
  const index = new Map<string, P[]>();
  for (const paper of papers) for (const key of keysOf(paper)) index.set(key, [...(index.get(key) ?? []), paper]);
  return index;
}

/** One decision number may stand for several cases: papers on different ground are not of one. */
function isElsewhere(paper: CasePaper, other: CasePaper): boolean {
  const [own, others] = [paper, other].map((one) => valuesOf(one, "parcel").map(parseParcel));
  if (!own || !others || own.length === 0 || others.length === 0) return false;
  return !own.some((a) => others.some((b) => matchParcel(a, b) !== "different" || matchParcel(b, a) !== "different"));
}

/**
 * Does the register entry belong to the case of these papers? By its signature, or else by two of decision number, date,
 * property (parcel or house) and application number: any one of them may be what the register tells wrongly.
 */
export function belongsTo(entry: PermitCase, papers: readonly CasePaper[]): boolean {
  const own = papers.filter(
    ({ kind }) => decidingKinds.includes(kind) || kind === "notification" || kind === "application",
  );
  if (entry.signature) {
    const { signature } = entry;
    if (own.some((paper) => paper.signature && sameSignature(paper.signature, signature))) return true;
  }
  return own.some((paper) => {
    const sameNumber = entry.number !== null && paper.decisionNumber === entry.number;
    const sameDate = entry.date !== null && paper.date === entry.date;
    const sameApplication =
      entry.applicationNumber !== undefined && valuesOf(paper, "applicationNumber").includes(entry.applicationNumber);
    return [sameNumber, sameDate, isOfProperty(entry, paper), sameApplication].filter(Boolean).length >= 2;
  });
}

function isOfProperty({ parcels, address }: PermitCase, paper: CasePaper): boolean {
  const onParcel = tellingSubject([paper])
    .flatMap((one) => valuesOf(one, "parcel"))
    .some((told) => parcels.some((held) => matchParcel(parseParcel(told), parseParcel(held)) !== "different"));
  if (onParcel) return true;
  const house = parseAddress(address);
  return tellingSubject([paper], "address")
    .flatMap((one) => valuesOf(one, "address"))
    .some((told) => house?.number !== undefined && isHouse(parseAddress(told), house));
}

function isHouse(told: Address | undefined, held: Address): boolean {
  return told?.number !== undefined && matchAddress(told, held) === "same";
}

export function sameEntry(a: PermitCase, b: PermitCase): boolean {
  return JSON.stringify([a.register.name, a.rows]) === JSON.stringify([b.register.name, b.rows]);
}
