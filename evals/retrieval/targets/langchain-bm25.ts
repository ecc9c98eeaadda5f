import { BM25Retriever } from "@langchain/community/retrievers/bm25";
import { Document } from "@langchain/core/documents";
import { deepest } from "../metrics.ts";
import { wholeText } from "../suite.ts";
import type { OpenTarget } from "./target.ts";

/** As its documentation has it: white space parts the words of a question, and each is sought as it is typed. */
export const openLangChainBm25: OpenTarget = async ({ texts }) => {
  const documents = texts.map((text) => new Document({ id: text.id, pageContent: wholeText(text) }));
  const retriever = BM25Retriever.fromDocuments(documents, { k: deepest });
  return {
    name: "LangChain BM25",
    about: "BM25Retriever of @langchain/community, as it comes",
    search: async (question) => (await retriever.invoke(question)).map(({ id }) => id ?? ""),
    close: async () => {},
  };
};
