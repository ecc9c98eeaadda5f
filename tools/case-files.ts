import { type CaseFile, caseKeyOf, casesOfPapers } from "../src/core/cases/join.ts";
import { type CasePaper, casePaperOf, tellingSubject, valuesOf } from "../src/core/cases/paper.ts";
import { sameAddress, sameParcel } from "../src/core/conflicts/compared.ts";
import type { StoredDocument } from "../src/core/document.ts";
import { sameSignature } from "../src/core/identity/signature.ts";
import type { PermitCase } from "../src/core/permit.ts";
import { entriesOfCase } from "./case-entries.ts";
import type { Subject } from "./asked-history.ts";
import { laterPapersOf } from "./later-papers.ts";
import { listCaseDocuments } from "./list-case-documents.ts";
import { lookUpPermits } from "./look-up-permits.ts";
import type { ToolContext } from "./tool.ts";

/** Cases with all their papers and register entries, as far as the asker may see them. */
export class CaseFiles {
  readonly #context: ToolContext;

  constructor(context: ToolContext) {
    this.#context = context;
  }

  /** The cases that are of what is named: a neighbour's parcel on a list of parties makes none. */
  async of({ kind, value }: Subject): Promise<CaseFile[]> {
    const papers = await this.#list({ [kind === "number" ? "decisionNumber" : kind]: value });
    return this.#filled(casesOfPapers(papers).filter((file) => isOf(file, { kind, value })));
  }

  /**
   * The cases that begin with these papers: a case begins with the first of its signed papers by path, so that whoever
   * goes through an archive slice by slice meets each case once and remembers none.
   */
  async beginningWith(documents: readonly StoredDocument[]): Promise<CaseFile[]> {
    const begun: CaseFile[] = [];
    const seen = new Set<string>();
    for (const paper of documents.map(casePaperOf)) {
      if (!paper.signature && !paper.decisionNumber) continue;
      const key = caseKeyOf(paper);
      if (seen.has(key)) continue;
      seen.add(key);
      const file = await this.#fileOf(paper, key);
      if (file && firstOf(file) === paper.document.id) begun.push(file);
    }
    return this.#filled(begun);
  }

  async #fileOf(paper: CasePaper, key: string): Promise<CaseFile | undefined> {
    const papers = await this.#list(
      paper.signature ? { signature: paper.signature } : { documents: [paper.document.id] },
    );
    return casesOfPapers(papers).find((file) => file.key === key);
  }

  async later({ papers }: CaseFile): Promise<CasePaper[]> {
    return laterPapersOf(papers, (query) => this.#list(query));
  }

  async #list(query: object): Promise<CasePaper[]> {
    const { documents } = await listCaseDocuments.run(listCaseDocuments.input.parse(query), this.#context);
    return documents;
  }

  async #filled(files: readonly CaseFile[]): Promise<CaseFile[]> {
    const filled: CaseFile[] = [];
    for (const file of files)
      filled.push({ ...file, entries: await entriesOfCase(file.papers, (query) => this.#lookUp(query)) });
    return filled;
  }

  async #lookUp(query: object): Promise<PermitCase[]> {
    const { cases } = await lookUpPermits.run(lookUpPermits.input.parse(query), this.#context);
    return cases;
  }
}

function isOf({ papers }: CaseFile, { kind, value }: Subject): boolean {
  if (kind === "signature") return papers.some(({ signature }) => signature && sameSignature(signature, value));
  if (kind === "number") return papers.some(({ decisionNumber }) => decisionNumber === value);
  const told = tellingSubject(papers, kind).flatMap((paper) => valuesOf(paper, kind));
  return told.some((held) => (kind === "parcel" ? sameParcel(value, held) : sameAddress(value, held)));
}

function firstOf({ papers }: CaseFile): string | undefined {
  const signed = papers.filter(({ signature }) => signature);
  return (signed.length > 0 ? signed : papers).toSorted(byPath)[0]?.document.id;
}

/** As the store lists them. */
function byPath({ document: a }: CasePaper, { document: b }: CasePaper): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.id < b.id ? -1 : 1;
}
