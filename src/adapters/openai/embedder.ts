import type { Embedder } from "../../core/ports/embedder.ts";
import { malformed, readVectors, refused } from "./answers.ts";
import { batchesOf } from "./batches.ts";
import { type Answer, type Endpoint, type Patience, post, saysTooLong } from "./exchange.ts";
import { limited } from "./limited.ts";
import { prefixesOf } from "./model-prefixes.ts";

export interface EmbedderOptions {
  /** Of the API, with its `/v1`. */
  url: string;
  model: string;
  apiKey?: string;
  /** In the place of what the model's family is known to want. */
  queryPrefix?: string;
  passagePrefix?: string;
  fetch: typeof fetch;
  /** Waits this many milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
}

type Role = "query" | "passage";

/** Somebody waits for a query; passages are embedded for hours, and a restart of the service must not end that. */
const patience: Record<Role, Patience> = {
  query: { timeout: 20_000, attempts: 2 },
  passage: { timeout: 300_000, attempts: 6 },
};
const requestsAtOnce = 2;
/** A text of so few letters is not what the server calls too long. */
const shortest = 64;
const probe = "pozwolenie na budowę";

/**
 * Vectors from any OpenAI-compatible `/embeddings`: TEI, vLLM, Ollama, llama.cpp. A text that the server refuses as too
 * long is cut in half until it takes it, so a long passage is found by how it begins. Prefixes are the model family's
 * (model-prefixes.ts), unless the server adds them itself: then it is told by `input_type` which text is which.
 */
export function createEmbedder(options: EmbedderOptions): Embedder {
  const { model, queryPrefix, passagePrefix } = options;
  const known = prefixesOf(model);
  const prefixes = { query: queryPrefix ?? known?.query ?? "", passage: passagePrefix ?? known?.passage ?? "" };
  const source = createSource(options);
  // Prefixes that somebody chose are what is sent, whatever the server does.
  const mayAdd = queryPrefix === undefined && passagePrefix === undefined && prefixes.query !== prefixes.passage;
  // Of all callers together; somebody who asks does not wait behind them.
  const inTurn = limited(requestsAtOnce);
  let told: boolean | undefined = mayAdd ? undefined : false;

  const embed = async (texts: readonly string[], role: Role): Promise<Float32Array[]> => {
    told ??= await source.tellsApart();
    return told
      ? source.vectors(texts, role, true)
      : source.vectors(
          texts.map((text) => prefixes[role] + text),
          role,
        );
  };
  const embedOne = async (text: string) => (await embed([text], "query"))[0] as Float32Array;

  return {
    fingerprint: `${model}|${prefixes.query}|${prefixes.passage}`,
    dimension: async () => source.dimension() ?? (await embedOne(probe)).length,
    embedPassages: async (texts) => {
      const vectors = await Promise.all(batchesOf(texts).map((batch) => inTurn(() => embed(batch, "passage"))));
      return vectors.flat();
    },
    embedQuery: embedOne,
    check: async () => void (await embedOne(probe)),
  };
}

/** Of one text twice; less than 1, since servers on a GPU do not give the very same numbers twice. */
const sameVector = 0.999;

/** Texts as they are to vectors, with what is found out about the model on the way. */
function createSource({ url, model, apiKey, fetch, pause }: EmbedderOptions) {
  const endpoint: Endpoint = {
    url: `${url.replace(/\/+$/u, "")}/embeddings`,
    fetch,
    pause,
    ...(apiKey ? { apiKey } : {}),
  };
  let dimension: number | undefined;

  const ask = (texts: readonly string[], role: Role, told: boolean): Promise<Answer> => {
    const body = { model, input: texts, encoding_format: "float", ...(told ? { input_type: role } : {}) };
    return post(endpoint, body, patience[role]);
  };
  const read = (answer: Answer, count: number): Float32Array[] => {
    if (!answer.ok) throw refused(endpoint.url, model, answer);
    const vectors = readVectors(answer.body, count, endpoint.url);
    for (const { length } of vectors) {
      dimension ??= length;
      if (length !== dimension) throw malformed(endpoint.url, `wektor ma ${length} liczb zamiast ${dimension}`);
    }
    return vectors;
  };
  const vectors = async (texts: readonly string[], role: Role, told = false): Promise<Float32Array[]> => {
    const answer = await ask(texts, role, told);
    const smaller = answer.ok || !saysTooLong(answer) ? [] : halvesOf(texts);
    if (smaller.length === 0) return read(answer, texts.length);
    const made: Float32Array[] = [];
    for (const half of smaller) made.push(...(await vectors(half, role, told)));
    return made;
  };

  return {
    dimension: () => dimension,
    vectors,
    /** Whether the server, told by `input_type`, makes two vectors of one text: then it knows its model's prefixes. */
    tellsApart: async (): Promise<boolean> => {
      const answer = await ask([probe], "query", true);
      // Some servers refuse what they do not know.
      if (!answer.ok && (answer.status === 400 || answer.status === 422)) return false;
      const [asQuery = new Float32Array()] = read(answer, 1);
      const [asPassage = new Float32Array()] = read(await ask([probe], "passage", true), 1);
      return asQuery.reduce((sum, value, at) => sum + value * (asPassage[at] ?? 0), 0) < sameVector;
    },
  };
}

/** A batch in two, a text without its second half; nothing when it cannot be what is too long. */
function halvesOf(texts: readonly string[]): (readonly string[])[] {
  const [text = ""] = texts;
  const middle = texts.length >> 1;
  if (texts.length > 1) return [texts.slice(0, middle), texts.slice(middle)];
  // A character of two units is not cut in two.
  return text.length <= shortest ? [] : [[text.slice(0, text.length >> 1).replace(/[\uD800-\uDBFF]$/u, "")]];
}
