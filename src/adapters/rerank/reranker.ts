import { z } from "zod";
import { TeczkaError } from "../../core/errors.ts";
import type { Reranker } from "../../core/ports/reranker.ts";
import { type Endpoint, post } from "../openai/exchange.ts";

export interface RerankerOptions extends Omit<Endpoint, "url"> {
  /** With or without the `/rerank` at its end. */
  url: string;
  /** Named to Cohere, Jina and what speaks as they do; TEI serves one model, and is asked without. */
  model?: string;
}

const patience = { timeout: 30_000, attempts: 3 };

/** TEI: `POST /rerank {query, texts}` → `[{index, score}]`. */
const plainSchema = z.array(z.object({ index: z.int().nonnegative(), score: z.number() }));
/** Cohere and Jina: `POST /rerank {model, query, documents}` → `{results: [{index, relevance_score}]}`. */
const namedSchema = z.object({
  results: z.array(z.object({ index: z.int().nonnegative(), relevance_score: z.number() })),
});

/** A reranking model over HTTP, in the shape of TEI or, when a model is named, of Cohere and Jina. */
export function createReranker({ url, model, ...endpoint }: RerankerOptions): Reranker {
  const address = /\/rerank\/?$/u.test(url) ? url : `${url.replace(/\/$/u, "")}/rerank`;
  return {
    fingerprint: `rerank:${model ?? new URL(address).host}`,
    scores: async (query, texts) => {
      if (texts.length === 0) return [];
      const asked = model
        ? { model, query, documents: texts, top_n: texts.length, return_documents: false }
        : { query, texts, truncate: true };
      const answer = await post({ ...endpoint, url: address }, asked, patience);
      if (!answer.ok) throw refused(address, answer);
      return scoresOf(answer.body, texts.length, address);
    },
  };
}

/** @throws TeczkaError `rerank_malformed` when a text has no score, or two */
function scoresOf(body: unknown, count: number, url: string): number[] {
  const read = readScores(body);
  if (!read) throw malformed(url, "to nie jest odpowiedź /rerank");
  const scores = new Map(read.map(({ index, score }) => [index, score]));
  const inOrder = Array.from({ length: count }, (_, at) => scores.get(at)).filter((score) => score !== undefined);
  if (read.length === count && inOrder.length === count) return inOrder;
  throw malformed(url, `ocen jest ${read.length}, a tekstów ${count}`);
}

function readScores(body: unknown): { index: number; score: number }[] | undefined {
  const plain = plainSchema.safeParse(body);
  if (plain.success) return plain.data;
  const named = namedSchema.safeParse(body);
  return named.data?.results.map(({ index, relevance_score: score }) => ({ index, score }));
}

function malformed(url: string, what: string): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "rerank_malformed",
    `Usługa porządkowania wyników pod adresem ${url} odpowiedziała niewłaściwie: ${what}.`,
    "Sprawdź, czy TECZKA_RERANK_URL i TECZKA_RERANK_MODEL wskazują model porządkujący (reranker).",
  );
}

function refused(url: string, { status, text }: { status: number; text: string }): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "rerank_refused",
    `Usługa porządkowania wyników pod adresem ${url} odmówiła (${status}): ${text.replace(/\s+/gu, " ").trim()}`,
    status === 401 || status === 403
      ? "Sprawdź TECZKA_RERANK_API_KEY."
      : "Sprawdź TECZKA_RERANK_URL i TECZKA_RERANK_MODEL (bez modelu usługa jest pytana jak TEI).",
  );
}
