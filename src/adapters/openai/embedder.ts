import { z } from "zod";
import { TeczkaError } from "../../core/errors.ts";
import type { Embedder } from "../../core/ports/embedder.ts";
import { batchesOf } from "./batches.ts";
import { type Answer, type Endpoint, type Patience, post, saysTooLong } from "./exchange.ts";
import { type Prefixes, prefixesOf } from "./model-prefixes.ts";
import { unitVector } from "./unit-vector.ts";

export interface EmbedderOptions {
  /** Of the API, with its `/v1`. */
  url: string;
  model: string;
  apiKey?: string;
  /** In the place of what the model's family is known to want. */
  queryPrefix?: string;
  passagePrefix?: string;
  fetch: typeof fetch;
  pause: (milliseconds: number) => Promise<void>;
}

type Role = "query" | "passage";

/** Somebody waits for a query; passages are embedded for hours, and a restart of the service must not end that. */
const patience: Record<Role, Patience> = {
  query: { timeout: 20_000, attempts: 2 },
  passage: { timeout: 300_000, attempts: 6 },
};
const requestsAtOnce = 2;
/** Below this a text that the server calls too long is not the trouble. */
const shortest = 64;

/**
 * Vectors from any OpenAI-compatible `/embeddings`: TEI, vLLM, Ollama, llama.cpp. A text that the server refuses as too
 * long is cut in half until it takes it, so a long passage is found by how it begins. Prefixes are the model family's
 * (model-prefixes.ts), unless the server adds them itself: then it is told by `input_type` which text is which.
 */
export function createEmbedder(options: EmbedderOptions): Embedder {
  const { model } = options;
  const known = prefixesOf(model);
  const prefixes: Prefixes = {
    query: options.queryPrefix ?? known?.query ?? "",
    passage: options.passagePrefix ?? known?.passage ?? "",
  };
  const endpoint: Endpoint = {
    url: `${options.url.replace(/\/+$/u, "")}/embeddings`,
    fetch: options.fetch,
    pause: options.pause,
    ...(options.apiKey ? { apiKey: options.apiKey } : {}),
  };
  const asGiven = options.queryPrefix !== undefined || options.passagePrefix !== undefined;
  let dimension: number | undefined;
  let serverPrefixes: boolean | undefined = asGiven || prefixes.query === prefixes.passage ? false : undefined;

  const ask = (texts: readonly string[], role: Role, told: boolean): Promise<Answer> =>
    post(
      endpoint,
      { model, input: texts, encoding_format: "float", ...(told ? { input_type: role } : {}) },
      patience[role],
    );

  const vectorsOf = (answer: Answer, count: number): Float32Array[] => {
    if (!answer.ok) throw refused(endpoint.url, model, answer);
    const vectors = readVectors(answer.body, count, endpoint.url);
    for (const { length } of vectors) {
      dimension ??= length;
      if (length !== dimension) throw malformed(endpoint.url, `wektor ma ${length} liczb zamiast ${dimension}`);
    }
    return vectors;
  };

  /** Whether the same text as a query and as a passage comes back as two vectors: then the server knows its model. */
  const addsPrefixes = async (): Promise<boolean> => {
    if (serverPrefixes !== undefined) return serverPrefixes;
    const answer = await ask([probe], "query", true);
    // Some servers refuse what they do not know.
    if (!answer.ok && (answer.status === 400 || answer.status === 422)) return (serverPrefixes = false);
    const [asQuery] = vectorsOf(answer, 1);
    const [asPassage] = vectorsOf(await ask([probe], "passage", true), 1);
    return (serverPrefixes = cosine(asQuery, asPassage) < sameVector);
  };

  const embed = async (texts: readonly string[], role: Role): Promise<Float32Array[]> => {
    const told = await addsPrefixes();
    return request(
      texts.map((text) => (told ? text : prefixes[role] + text)),
      role,
      told,
    );
  };

  const request = async (texts: readonly string[], role: Role, told: boolean): Promise<Float32Array[]> => {
    const answer = await ask(texts, role, told);
    if (answer.ok || !saysTooLong(answer)) return vectorsOf(answer, texts.length);
    const [text = ""] = texts;
    if (texts.length === 1 && text.length <= shortest) return vectorsOf(answer, 1);
    const halves =
      texts.length === 1 ? [[beginningOf(text)]] : [texts.slice(0, texts.length >> 1), texts.slice(texts.length >> 1)];
    const vectors: Float32Array[] = [];
    for (const half of halves) vectors.push(...(await request(half, role, told)));
    return vectors;
  };

  return {
    fingerprint: `${model}|${prefixes.query}|${prefixes.passage}`,
    dimension: async () => dimension ?? (await embed([probe], "query"))[0]?.length ?? 0,
    embedPassages: async (texts) => {
      const batches = batchesOf(texts);
      const vectors: Float32Array[][] = [];
      let next = 0;
      const work = async () => {
        for (let at = next++; at < batches.length; at = next++)
          vectors[at] = await embed(batches[at] as string[], "passage");
      };
      await Promise.all(Array.from({ length: requestsAtOnce }, work));
      return vectors.flat();
    },
    embedQuery: async (text) => (await embed([text], "query"))[0] as Float32Array,
    check: async () => void (await embed([probe], "query")),
  };
}

const probe = "pozwolenie na budowę";
/** Of one text twice; not 1, since servers on a GPU do not give the very same numbers twice. */
const sameVector = 0.999;

function cosine(a: Float32Array = new Float32Array(), b: Float32Array = new Float32Array()): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** No surrogate pair is cut. */
function beginningOf(text: string): string {
  return [...text.slice(0, text.length >> 1)].filter((sign) => !/^[\uD800-\uDFFF]$/u.test(sign)).join("");
}

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().nonnegative().optional(), embedding: z.array(z.number()) })),
});

/** In the order of the texts, of length 1. */
function readVectors(body: unknown, count: number, url: string): Float32Array[] {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) throw malformed(url, "to nie jest odpowiedź API /embeddings");
  const { data } = parsed.data;
  const vectors: Float32Array[] = [];
  for (const [at, { index, embedding }] of data.entries()) {
    const vector = unitVector(embedding);
    if (!vector) throw malformed(url, "wektor jest pusty, zerowy albo nie składa się z liczb");
    vectors[index ?? at] = vector;
  }
  if (data.length !== count || vectors.length !== count || vectors.includes(undefined as never))
    throw malformed(url, `wektorów jest ${data.length}, a tekstów ${count}`);
  return vectors;
}

function malformed(url: string, what: string): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "embeddings_malformed",
    `Usługa wektorów pod adresem ${url} odpowiedziała niewłaściwie: ${what}.`,
    "Sprawdź, czy TECZKA_EMBEDDINGS_URL i TECZKA_EMBEDDINGS_MODEL wskazują model wektorów (embeddings).",
  );
}

function refused(url: string, model: string, { status, text }: { status: number; text: string }): TeczkaError {
  const hint =
    status === 401 || status === 403
      ? "Sprawdź TECZKA_EMBEDDINGS_API_KEY."
      : "Sprawdź TECZKA_EMBEDDINGS_URL (z końcówką /v1) i TECZKA_EMBEDDINGS_MODEL.";
  return new TeczkaError(
    "unavailable",
    "embeddings_refused",
    `Usługa wektorów pod adresem ${url} odmówiła (${status}, model ${model}): ${text.replace(/\s+/gu, " ").trim()}`,
    hint,
  );
}
