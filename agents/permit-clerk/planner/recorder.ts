import type { z } from "zod";
import type { Tool, ToolContext } from "../../../tools/tool.ts";
import { lookUpPermits } from "../../../tools/look-up-permits.ts";
import { type CaseDocument, listCaseDocuments } from "../../../tools/list-case-documents.ts";
import { searchPassages } from "../../../tools/search-passages.ts";
import type { Gathered } from "../state.ts";

type LookUp = z.input<typeof lookUpPermits.input>;
type Search = z.input<typeof searchPassages.input>;
type List = z.input<typeof listCaseDocuments.input>;

/** Calls the tools and keeps what a proof of absence has to tell: which tools, asked what, over how many documents. */
export class Recorder {
  readonly #context: ToolContext;
  readonly #tools = new Set<string>();
  readonly #queries = new Set<string>();
  #documentsSearched = 0;

  constructor(context: ToolContext) {
    this.#context = context;
  }

  async lookUp(query: LookUp) {
    const { limit: _, ...asked } = query;
    return this.#run(lookUpPermits, query, Object.values(asked).join(" "));
  }

  async list(query: List): Promise<CaseDocument[]> {
    const { wholeCase: _, ...asked } = query;
    const { documents } = await this.#run(listCaseDocuments, query, Object.values(asked).join(" "));
    return documents;
  }

  async search(query: Search) {
    const found = await this.#run(searchPassages, query, query.query);
    this.#documentsSearched = Math.max(this.#documentsSearched, found.documentsSearched);
    return found.passages;
  }

  get record(): Pick<Gathered, "queries" | "tools" | "documentsSearched"> {
    return { queries: [...this.#queries], tools: [...this.#tools], documentsSearched: this.#documentsSearched };
  }

  async #run<I extends z.ZodType, O extends z.ZodType>(tool: Tool<I, O>, input: unknown, query: string) {
    this.#tools.add(tool.name);
    this.#queries.add(query);
    return tool.run(tool.input.parse(input), this.#context);
  }
}
