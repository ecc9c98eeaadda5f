import type { Access } from "../src/core/access.ts";
import type { Page, Passage, StoredDocument } from "../src/core/document.ts";
import { isTeczkaError } from "../src/core/errors.ts";
import type { CitationEvidence, Evidence, MissingEvidence, PassageEvidence } from "../src/core/verify/evidence.ts";
import { locateQuote } from "../src/core/verify/locate-quote.ts";
import type { ProposedCitation, ProposedClaim } from "../src/core/verify/proposed.ts";
import { lookUpAbsent } from "./absent-evidence.ts";
import { lookUpCount } from "./count-evidence.ts";
import { lookUpStatus } from "./status-evidence.ts";
import type { Archive } from "./tool.ts";

type ProposedPassage = Extract<ProposedCitation, { document: string }>;
type ProposedRows = Extract<ProposedCitation, { register: string }>;

/** How many other pages are read to say where a misplaced quote stands: the nearest ones. */
const mostOtherPages = 40;

/**
 * Loads what claims cite, each page and document once for a whole answer. A store that fails throws through: an
 * outage is no verdict.
 */
export class EvidenceLoader {
  readonly #archive: Archive;
  readonly #access: Access;
  readonly #documents = new Map<string, Promise<StoredDocument | MissingEvidence>>();
  readonly #pages = new Map<string, Promise<Page | undefined>>();
  readonly #passages = new Map<string, Promise<Passage[]>>();
  #boilerplate: ReadonlySet<string> | undefined;

  constructor(archive: Archive, access: Access) {
    this.#archive = archive;
    this.#access = access;
  }

  async load({ citations }: ProposedClaim): Promise<Evidence> {
    this.#boilerplate ??= await this.#archive.documents.boilerplateLines(this.#access);
    const loaded: CitationEvidence[] = [];
    for (const citation of citations) loaded.push(await this.#evidenceOf(citation));
    return { citations: loaded, boilerplate: this.#boilerplate };
  }

  async #evidenceOf(citation: ProposedCitation): Promise<CitationEvidence> {
    if ("document" in citation) return this.#passageEvidence(citation);
    if ("register" in citation) return this.#rowEvidence(citation);
    if ("act" in citation) return { kind: "law" };
    const inputs: CitationEvidence[] = [];
    for (const input of citation.inputs) inputs.push(await this.#evidenceOf(input));
    if (citation.op === "status")
      return { kind: "derived", inputs, state: await lookUpStatus(citation.over, this.#archive, this.#access) };
    if (citation.op === "count")
      return { kind: "derived", inputs, state: await lookUpCount(citation.over, citation.inputs, this.#archive) };
    if (citation.op !== "absent") return { kind: "derived", inputs };
    const found = await lookUpAbsent(citation.over, this.#archive, this.#access);
    return { kind: "derived", inputs, found };
  }

  async #passageEvidence({ document: reference, page: number, quote }: ProposedPassage): Promise<CitationEvidence> {
    const document = await this.#document(reference);
    if ("fault" in document) return document;
    const stored = document;
    const page = await this.#page(stored, number);
    if (!page) {
      const detail = `Dokument „${stored.ref.path}” nie ma strony ${number} (stron: ${stored.pageCount}).`;
      return missing("unsupported", "page_unknown", detail);
    }
    const evidence: PassageEvidence = {
      kind: "passage",
      document: stored,
      page,
      nextPage: number < stored.pageCount ? await this.#page(stored, number + 1) : undefined,
      passages: await this.#passagesOf(stored),
    };
    const place = locateQuote(quote, evidence);
    if (!("code" in place) || place.code !== "quote_not_on_page") return evidence;
    return { ...evidence, otherPages: await this.#otherPages(stored, number) };
  }

  async #rowEvidence({ register, rows }: ProposedRows): Promise<CitationEvidence> {
    const found = await this.#archive.register.rows(register, rows);
    return { kind: "register", rows: found.map(({ ref, case: permit }) => ({ ref, case: permit })) };
  }

  #document(reference: string): Promise<StoredDocument | MissingEvidence> {
    return remembered(this.#documents, reference, async () => {
      try {
        const stored = await this.#archive.documents.resolve(reference, this.#access);
        return stored ?? missing("unsupported", "document_unknown", `W archiwum nie ma dokumentu „${reference}”.`);
      } catch (error) {
        // A file name that several documents bear is the citation's fault, not the store's.
        if (isTeczkaError(error) && error.code === "document_ambiguous")
          return missing("abstained", error.code, error.message);
        throw error;
      }
    });
  }

  #page({ ref }: StoredDocument, number: number): Promise<Page | undefined> {
    return remembered(this.#pages, `${ref.id}#${number}`, () =>
      this.#archive.documents.page(ref.id, number, this.#access, ref.version),
    );
  }

  #passagesOf({ ref }: StoredDocument): Promise<Passage[]> {
    return remembered(this.#passages, ref.id, () => this.#archive.documents.passages(ref));
  }

  async #otherPages(document: StoredDocument, number: number): Promise<Page[]> {
    const numbers = Array.from({ length: document.pageCount }, (_, index) => index + 1)
      .filter((other) => other !== number)
      .sort((a, b) => Math.abs(a - number) - Math.abs(b - number))
      .slice(0, mostOtherPages);
    const pages: Page[] = [];
    for (const other of numbers) {
      const page = await this.#page(document, other);
      if (page) pages.push(page);
    }
    return pages;
  }
}

function missing(verdict: MissingEvidence["fault"]["verdict"], code: string, detail: string): MissingEvidence {
  return { kind: "missing", fault: { verdict, code, detail } };
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> {
  const loading = known.get(key) ?? load();
  known.set(key, loading);
  return loading;
}
