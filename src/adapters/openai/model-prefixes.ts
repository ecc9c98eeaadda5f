/** What a model was trained to see before a text; the empty string where it sees the text alone. */
export interface Prefixes {
  query: string;
  passage: string;
}

const instruct = "Instruct: Given a web search query, retrieve relevant passages that answer the query";
const bare: Prefixes = { query: "", passage: "" };

/**
 * Families by the model's name in lower case, the first that fits. Sources: the models' cards; for Polish models the
 * configurations that their author measures them with (github.com/sdadas/pirb, config/retrievers); for the others
 * mteb's (github.com/embeddings-benchmark/mteb, mteb/models/model_implementations). Looked up in 2026-11.
 */
const families: readonly [name: RegExp, prefixes: Prefixes][] = [
  [/mmlw.*e5/u, { query: "query: ", passage: "passage: " }],
  [/mmlw-retrieval-roberta-large-v2|poldense/u, { query: "[query]: ", passage: "" }],
  [/mmlw/u, { query: "zapytanie: ", passage: "" }],
  [/stella-pl/u, { query: `${instruct}.\nQuery: `, passage: "" }],
  [/silver-retriever/u, { query: "Pytanie: ", passage: "" }],
  [/e5.*instruct/u, { query: `${instruct}\nQuery: `, passage: "" }],
  [/qwen3-embedding/u, { query: `${instruct}\nQuery:`, passage: "" }],
  [/gte-qwen2/u, { query: `${instruct}\nQuery: `, passage: "" }],
  [/\be5\b/u, { query: "query: ", passage: "passage: " }],
  [/bge-.*-en\b/u, { query: "Represent this sentence for searching relevant passages: ", passage: "" }],
  [/arctic-embed.*v2/u, { query: "query: ", passage: "" }],
  [/arctic-embed/u, { query: "Represent this sentence for searching relevant passages: ", passage: "" }],
  [/nomic-embed-text/u, { query: "search_query: ", passage: "search_document: " }],
  [/embeddinggemma/u, { query: "task: search result | query: ", passage: "title: none | text: " }],
  [/bge-m3|gte-/u, bare],
];

/** `undefined` for a model that is not known: it gets none, and the operator is told. */
export function prefixesOf(model: string): Prefixes | undefined {
  const name = model.toLowerCase();
  return families.find(([family]) => family.test(name))?.[1];
}
