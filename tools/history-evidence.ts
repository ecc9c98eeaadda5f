import { belongsTo, type CaseFile, casesOfPapers, sameEntry } from "../src/core/cases/join.ts";
import { tellingSubject, valuesOf } from "../src/core/cases/paper.ts";
import type { DocumentFact } from "../src/core/document.ts";
import { type DecisionRecord, decisionsOf } from "../src/core/history/decisions.ts";
import { isHeldAs } from "../src/core/history/missing.ts";
import { parseReference } from "../src/core/facts/decision-references.ts";
import { matchAddress, parseAddress } from "../src/core/identity/address.ts";
import { matchParcel, parseParcel } from "../src/core/identity/parcel.ts";
import { signatureCase } from "../src/core/identity/signature.ts";
import type { PermitCase } from "../src/core/permit.ts";
import type { RegisterLookup } from "../src/core/ports/permit-register.ts";
import type { Subject } from "./asked-history.ts";
import { type CaseDocument, listCaseDocuments } from "./list-case-documents.ts";
import { lookUpPermits } from "./look-up-permits.ts";
import type { ToolContext } from "./tool.ts";

export type HistoryCase = CaseFile<CaseDocument>;

/** The cases that a subject names, within what the asker may see. */
export class HistoryEvidence {
  readonly #context: ToolContext;
  registers: RegisterLookup["registers"] = [];

  constructor(context: ToolContext) {
    this.#context = context;
  }

  /** Cases whose own papers name the subject, and register rows that do; a neighbour's mention makes no case its own. */
  async casesOf(subject: Subject): Promise<HistoryCase[]> {
    const asked = { [subject.kind === "number" ? "decisionNumber" : subject.kind]: subject.value };
    const { documents } = await this.#list(asked);
    const files = withLoosePapers(casesOfPapers(documents)).filter((file) => isOf(subject, file));
    const entries = (await this.#lookUp({ [subject.kind]: subject.value })).filter(
      ({ match, possibleNumbers = [] }) =>
        subject.kind === "parcel" ||
        match === "exact" ||
        // A cell that a spreadsheet spoilt may be this number: told as that.
        (subject.kind === "number" && possibleNumbers.includes(subject.value)),
    );
    for (const file of files) await this.addEntries(file);
    return withEntries(files, entries);
  }

  /** Register rows of a case by its signature and by the numbers of its decisions. */
  async addEntries(file: HistoryCase): Promise<void> {
    const signature = file.papers.find((paper) => paper.signature)?.signature;
    const numbers = new Set(
      file.papers.flatMap(({ kind, decisionNumber }) => (kind === "order" ? [] : decisionNumber) ?? []),
    );
    const queries = [...(signature ? [{ signature }] : []), ...[...numbers].slice(0, 4).map((number) => ({ number }))];
    for (const query of queries) {
      for (const entry of await this.#lookUp(query)) {
        if (entry.match !== "exact" || file.entries.some((known) => sameEntry(known, entry))) continue;
        if (belongsTo(entry, file.papers)) file.entries.push(entry);
      }
    }
  }

  /**
   * Cases that bear on the decisions of these: what decides on them (transfer, repeal, appeal), attests their finality or
   * appeals against them, and what they decide on themselves.
   */
  async bearingOn(files: readonly HistoryCase[]): Promise<HistoryCase[]> {
    const known = new Set(files.map(({ key }) => key));
    const records = files.flatMap((file) => decisionsOf(file));
    const facts = records.flatMap(({ number }) => (number ? aboutDecision(number) : []));
    const above = records.flatMap(({ decidesOn }) => (decidesOn ? [decidesOn] : []));
    facts.push(...above.map(({ number }): FactQuery => ({ field: "decisionNumber", value: number })));
    const found = (await this.#casesWith(facts)).filter(
      (file) => !known.has(file.key) && (decidesOnOneOf(file, records) || isDecidedOn(file, above)),
    );
    for (const file of found) await this.addEntries(file);
    found.push(...(await this.#onlyRegistered(above, [...files, ...found])));
    return [...found, ...(await this.#rowsAbout(records, [...files, ...found]))];
  }

  /** Cases that decide on a decision which is not here itself, with the rows that do. */
  async speakingOf(number: string): Promise<HistoryCase[]> {
    const found = (await this.#casesWith(aboutDecision(number))).filter((file) => decidesOnOneOf(file, [{ number }]));
    for (const file of found) await this.addEntries(file);
    const rows = (await this.#lookUp({ about: number })).filter(({ match }) => match === "exact");
    return withEntries(found, rows);
  }

  async #casesWith(facts: FactQuery[]): Promise<HistoryCase[]> {
    if (facts.length === 0) return [];
    const { archive, access } = this.#context;
    const stored = await archive.documents.list({ access, facts });
    if (stored.length === 0) return [];
    const { documents } = await this.#list({ documents: stored.map(({ ref }) => ref.id), wholeCase: true });
    return withLoosePapers(casesOfPapers(documents));
  }

  /** Rows that decide about one of these: of the register that holds it itself, or of its authority. */
  async #rowsAbout(records: readonly DecisionRecord[], files: readonly HistoryCase[]): Promise<HistoryCase[]> {
    const found: HistoryCase[] = [];
    for (const record of records) {
      if (!record.number) continue;
      for (const entry of await this.#lookUp({ about: record.number })) {
        const isHeld = [...files, ...found].some(({ entries }) => entries.some((known) => sameEntry(known, entry)));
        if (isHeld || entry.match !== "exact" || !isOfRegister(record, entry)) continue;
        const home = files.find(({ papers }) => belongsTo(entry, papers));
        if (home) home.entries.push(entry);
        else found.push(fileOf(entry));
      }
    }
    return found;
  }

  /** A decision that is decided on, of which there is a row and no paper. */
  async #onlyRegistered(
    above: readonly { number: string; date?: string }[],
    files: readonly HistoryCase[],
  ): Promise<HistoryCase[]> {
    const held = files.flatMap((file) => decisionsOf(file));
    const found: HistoryCase[] = [];
    for (const reference of above) {
      if (held.some((record) => isHeldAs(reference, record))) continue;
      const entries = await this.#lookUp({ number: reference.number });
      const meant = entries.filter(
        (entry) => entry.match === "exact" && isHeldAs(reference, entry) && entry.date === reference.date,
      );
      found.push(...meant.map((entry) => fileOf(entry)));
    }
    return found;
  }

  /** Does any paper or row here bear this decision? */
  async holds(reference: { number: string; date?: string }): Promise<boolean> {
    const { archive, access } = this.#context;
    const stored = await archive.documents.list({
      access,
      facts: [{ field: "decisionNumber", value: reference.number }],
    });
    const dateOf = (facts: readonly DocumentFact[]) => facts.find(({ field }) => field === "issueDate")?.value;
    if (stored.some(({ facts }) => isHeldAs(reference, { number: reference.number, date: dateOf(facts) }))) return true;
    const entries = await this.#lookUp({ number: reference.number });
    return entries.some((entry) => entry.match === "exact" && isHeldAs(reference, entry));
  }

  async #list(query: object): Promise<{ documents: CaseDocument[] }> {
    return listCaseDocuments.run(listCaseDocuments.input.parse(query), this.#context);
  }

  async #lookUp(query: object): Promise<PermitCase[]> {
    const { cases, registers } = await lookUpPermits.run(lookUpPermits.input.parse(query), this.#context);
    this.registers = registers;
    return cases;
  }
}

type FactQuery = { field: DocumentFact["field"]; value: string; startsWith?: boolean };

function aboutDecision(number: string): FactQuery[] {
  return [
    { field: "decidesOn", value: number },
    { field: "decidesOn", value: `${number};`, startsWith: true },
    { field: "finalityOfOther", value: `${number};`, startsWith: true },
    { field: "refersToDecision", value: number },
  ];
}

/** By what its deciding papers say; a number must be borne, not merely mentioned. */
function isOf(subject: Subject, { papers }: HistoryCase): boolean {
  if (subject.kind === "signature") return true;
  if (subject.kind === "number")
    return papers.some(({ decisionNumber, kind }) => decisionNumber === subject.value && kind !== "order");
  const telling = tellingSubject(papers, subject.kind);
  if (subject.kind === "parcel") {
    const wanted = parseParcel(subject.value);
    return telling.some((paper) =>
      valuesOf(paper, "parcel").some((held) => matchParcel(wanted, parseParcel(held)) !== "different"),
    );
  }
  const wanted = parseAddress(subject.value);
  return telling.some(
    (paper) =>
      // Another name of the street is known to the tool that found the paper.
      (paper.streetRenaming !== undefined && paper.match === "same") ||
      valuesOf(paper, "address").some((value) => {
        const held = parseAddress(value);
        return wanted !== undefined && held !== undefined && matchAddress(wanted, held) === "same";
      }),
  );
}

/** A paper that bears neither signature nor number is of the one case in whose folder it lies. */
function withLoosePapers(files: readonly HistoryCase[]): HistoryCase[] {
  const whole: HistoryCase[] = [];
  const loose: HistoryCase[] = [];
  for (const file of files) {
    const isLoose = file.papers.every(({ signature, decisionNumber }) => !signature && !decisionNumber);
    (isLoose ? loose : whole).push({ ...file, papers: [...file.papers] });
  }
  for (const file of loose) {
    const homes = whole.filter((other) => file.papers.every((paper) => isFiledWith(paper, other)));
    const own =
      homes.length === 1 ? homes[0] : homes.find(({ papers }) => papers.some(({ kind }) => kind === "case_log"));
    if (own) own.papers.push(...file.papers);
    else whole.push(file);
  }
  return whole;
}

export function isFiledWith(paper: CaseDocument, { papers }: HistoryCase): boolean {
  const folder = folderOf(paper);
  return folder !== "" && papers.some((other) => folderOf(other) === folder);
}

function folderOf({ document: { path } }: CaseDocument): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

function withEntries(files: HistoryCase[], entries: readonly PermitCase[]): HistoryCase[] {
  const all = [...files];
  for (const entry of entries) {
    if (all.some((file) => file.entries.some((known) => sameEntry(known, entry)))) continue;
    const home =
      all.find(({ papers }) => belongsTo(entry, papers)) ??
      all.find(({ key, papers }) => papers.length === 0 && key === keyOf(entry));
    if (home) home.entries.push(entry);
    else all.push(fileOf(entry));
  }
  return all;
}

/** Other authorities count their decisions with the same numbers. */
function isOfRegister({ sources, authority }: DecisionRecord, entry: PermitCase): boolean {
  if (authority && entry.authority) return authority === entry.authority;
  return sources.some((source) => source.kind === "row" && source.register === entry.register.name);
}

function fileOf(entry: PermitCase): HistoryCase {
  return { key: keyOf(entry), papers: [], entries: [entry] };
}

function keyOf(entry: PermitCase): string {
  if (entry.signature) return signatureCase(entry.signature);
  const [first] = entry.rows;
  return `${entry.register.name} ${first?.file ?? ""} ${first?.row ?? ""}`;
}

/** A paper that decides on one of these, attests that it is final, or is an appeal against it. A mention in grounds is nothing. */
function decidesOnOneOf({ papers }: HistoryCase, records: readonly Pick<DecisionRecord, "number" | "date">[]): boolean {
  return papers.some((paper) =>
    paper.facts.some((fact) => {
      const isAbout =
        fact.field === "decidesOn" ||
        (fact.field === "refersToDecision" && (paper.kind === "finality" || paper.kind === "appeal"));
      if (!isAbout) return false;
      const reference = parseReference(fact.value);
      return records.some((record) => isHeldAs(reference, record));
    }),
  );
}

function isDecidedOn({ papers }: HistoryCase, above: readonly { number: string; date?: string }[]): boolean {
  return papers.some(({ decisionNumber, date }) =>
    above.some((reference) => isHeldAs(reference, { number: decisionNumber, date })),
  );
}
