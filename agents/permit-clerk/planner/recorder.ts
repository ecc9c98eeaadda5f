import type { z } from "zod";
import { type CaseDocument, listCaseDocuments } from "../../../tools/list-case-documents.ts";
import { outcomeWords } from "../../../src/core/in-words.ts";
import { printDate } from "../../../src/core/identity/dates.ts";
import { describeParcel, parseParcel } from "../../../src/core/identity/parcel.ts";
import { lookUpPermits } from "../../../tools/look-up-permits.ts";
import { type ReadPassage, readDocument } from "../../../tools/read-document.ts";
import { readPage } from "../../../tools/read-page.ts";
import { type FoundPassage, searchPassages } from "../../../tools/search-passages.ts";
import { type PropertyHistory, propertyHistory } from "../../../tools/property-history.ts";
import type { Tool, ToolContext } from "../../../tools/tool.ts";
import type { Gathered } from "../state.ts";

type LookUp = z.input<typeof lookUpPermits.input>;
type Search = z.input<typeof searchPassages.input>;
type List = z.input<typeof listCaseDocuments.input>;

const printedParcel = /^\d+(?:\/\d+)?(?:;|$)/u;

/** What was asked of a tool, as a clerk would write it: a parcel in its words, and a span of days as one. */
function inWords({ parcel, from, to, ...others }: Record<string, unknown>): string {
  const days = [...new Set([from, to])].filter((day) => typeof day === "string").map(printDate);
  const ground =
    typeof parcel === "string" && printedParcel.test(parcel) ? describeParcel(parseParcel(parcel)) : parcel;
  return [ground, ...Object.values(others), days.join("–")].filter(Boolean).join(" ");
}

/** Calls the tools and keeps what a proof of absence has to tell: which tools, asked what. */
export class Recorder {
  readonly #context: ToolContext;
  readonly #tools = new Set<string>();
  readonly #queries = new Set<string>();
  readonly #read = new Map<string, ReadPassage[]>();
  readonly #histories = new Map<string, PropertyHistory>();

  constructor(context: ToolContext) {
    this.#context = context;
  }

  async lookUp(query: LookUp) {
    const { offset: _offset, limit: _limit, sort: _sort, outcome, ...asked } = query;
    return this.#run(lookUpPermits, query, inWords({ ...asked, outcome: outcome && outcomeWords[outcome] }));
  }

  async list({ wholeCase = true, ...query }: List): Promise<CaseDocument[]> {
    const { documents } = await this.#run(listCaseDocuments, { ...query, wholeCase }, inWords(query));
    return documents;
  }

  /** What is known of documents that a search brought. */
  async papers(documents: string[]): Promise<CaseDocument[]> {
    if (documents.length === 0) return [];
    return (await this.#run(listCaseDocuments, { documents, wholeCase: false })).documents;
  }

  async history({ on, ...query }: z.input<typeof propertyHistory.input>): Promise<PropertyHistory> {
    const asked = JSON.stringify([query, on]);
    const known = this.#histories.get(asked) ?? (await this.#run(propertyHistory, { ...query, on }, inWords(query)));
    this.#histories.set(asked, known);
    return known;
  }

  async search(query: Search): Promise<FoundPassage[]> {
    return (await this.#run(searchPassages, query, query.query)).passages;
  }

  /** A short document, each only once. */
  async read(document: string, limit: number): Promise<ReadPassage[]> {
    const known = this.#read.get(document);
    if (known) return known;
    const { passages } = await this.#run(readDocument, { document, limit });
    this.#read.set(document, passages);
    return passages;
  }

  async page(document: string, page: number): Promise<string> {
    const { text } = await this.#run(readPage, { document, page });
    return text;
  }

  get record(): Pick<Gathered, "queries" | "tools"> {
    return { queries: [...this.#queries], tools: [...this.#tools] };
  }

  async #run<I extends z.ZodType, O extends z.ZodType>(tool: Tool<I, O>, input: unknown, query?: string) {
    this.#tools.add(tool.name);
    if (query !== undefined) this.#queries.add(query);
    return tool.run(tool.input.parse(input), this.#context);
  }
}
