import { resolve } from "node:path";
import { TeczkaError } from "./core/errors.ts";

/** What the environment and the command line say; the only reader of the environment. */
export interface Config {
  /** Folder of the store, absolute. */
  data: string;
  /** 0 lets the system choose one. */
  port: number;
  host: string;
  /** Whether the sample archive stands in while there is none of one's own. */
  sample: boolean;
  /** The model that makes vectors of passages; without it search goes by words alone. */
  embeddings?: EmbeddingsConfig;
  /** Where the passages of one's own archive are kept; without it they are beside the documents. */
  qdrant?: QdrantConfig;
  /** The model that puts the first passages of a search in order; without it they stay as the index has them. */
  rerank?: RerankConfig;
}

export interface RerankConfig {
  /** With or without the `/rerank` at its end. */
  url: string;
  /** With it the service is asked as Cohere and Jina are, without as TEI. */
  model?: string;
  apiKey?: string;
}

export interface QdrantConfig {
  url: string;
  apiKey?: string;
  /** Longest that one call may take, in seconds. */
  timeout: number;
  collection: string;
  quantization: "none" | "scalar" | "binary";
  onDisk: boolean;
  shards: number;
  replicas: number;
}

export interface EmbeddingsConfig {
  /** Of an OpenAI-compatible API, with its `/v1`. */
  url: string;
  model: string;
  apiKey?: string;
  /** In the place of what the model's family is known to want. */
  queryPrefix?: string;
  passagePrefix?: string;
}

const defaultPort = 4130;

/**
 * @param folder the working directory, which a relative TECZKA_DATA starts from
 * @throws TeczkaError `config_invalid`, naming the variable and what it should look like
 */
export function readConfig(environment: Record<string, string | undefined>, folder: string): Config {
  const { TECZKA_DATA: data, TECZKA_PORT: port, TECZKA_HOST: host } = environment;
  return {
    data: resolve(folder, data || ".teczka"),
    port: port ? portOf(port, "TECZKA_PORT") : defaultPort,
    host: host ? hostOf(host) : "127.0.0.1",
    sample: true,
    ...embeddingsOf(environment),
    ...qdrantOf(environment),
    ...rerankOf(environment),
  };
}

const quantizations = ["none", "scalar", "binary"] as const;

function qdrantOf(environment: Record<string, string | undefined>): Pick<Config, "qdrant"> {
  const { QDRANT_URL: url, QDRANT_API_KEY: apiKey } = environment;
  const collection = environment.TECZKA_QDRANT_COLLECTION || "teczka";
  const quantization = environment.TECZKA_QDRANT_QUANTIZATION || "none";
  const onDisk = environment.TECZKA_QDRANT_ON_DISK || "no";
  const known = quantizations.find((one) => one === quantization);
  if (!url) return {};
  if (!/^[a-z0-9][a-z0-9_.-]{0,99}$/iu.test(collection))
    throw invalid("TECZKA_QDRANT_COLLECTION", collection, "nazwa z liter, cyfr i znaków „_.-”, np. teczka");
  if (!known) throw invalid("TECZKA_QDRANT_QUANTIZATION", quantization, "jedna z wartości: none, scalar, binary");
  if (onDisk !== "yes" && onDisk !== "no") throw invalid("TECZKA_QDRANT_ON_DISK", onDisk, "wartość yes albo no");
  const numberOf = (name: string, otherwise: number, most: number) =>
    environment[name] ? countOf(environment[name], name, most) : otherwise;
  return {
    qdrant: {
      url: serviceUrl(url, "QDRANT_URL", "http://127.0.0.1:6333"),
      ...(apiKey ? { apiKey } : {}),
      timeout: numberOf("TECZKA_QDRANT_TIMEOUT", 30, 3600),
      collection,
      quantization: known,
      onDisk: onDisk === "yes",
      shards: numberOf("TECZKA_QDRANT_SHARDS", 1, 1000),
      replicas: numberOf("TECZKA_QDRANT_REPLICAS", 1, 100),
    },
  };
}

function countOf(value: string, name: string, most: number): number {
  const count = Number(value);
  if (/^\d{1,4}$/u.test(value) && count >= 1 && count <= most) return count;
  throw invalid(name, value, `liczba od 1 do ${most}`);
}

function embeddingsOf(environment: Record<string, string | undefined>): Pick<Config, "embeddings"> {
  const url = environment.TECZKA_EMBEDDINGS_URL;
  const model = environment.TECZKA_EMBEDDINGS_MODEL;
  const apiKey = environment.TECZKA_EMBEDDINGS_API_KEY;
  // An empty prefix is one: the model then sees the text alone.
  const queryPrefix = environment.TECZKA_EMBEDDINGS_QUERY_PREFIX;
  const passagePrefix = environment.TECZKA_EMBEDDINGS_PASSAGE_PREFIX;
  if (!url) return {};
  if (!model) throw invalid("TECZKA_EMBEDDINGS_MODEL", "", "nazwa modelu, np. intfloat/multilingual-e5-small");
  return {
    embeddings: {
      url: serviceUrl(url, "TECZKA_EMBEDDINGS_URL"),
      model,
      ...(apiKey ? { apiKey } : {}),
      ...(queryPrefix === undefined ? {} : { queryPrefix }),
      ...(passagePrefix === undefined ? {} : { passagePrefix }),
    },
  };
}

function rerankOf(environment: Record<string, string | undefined>): Pick<Config, "rerank"> {
  const { TECZKA_RERANK_URL: url, TECZKA_RERANK_MODEL: model, TECZKA_RERANK_API_KEY: apiKey } = environment;
  if (!url) return {};
  return {
    rerank: {
      url: serviceUrl(url, "TECZKA_RERANK_URL", "http://127.0.0.1:8080"),
      ...(model ? { model } : {}),
      ...(apiKey ? { apiKey } : {}),
    },
  };
}

/** Addresses stand in messages, so a password in one is refused: there are variables for keys. */
function serviceUrl(value: string, name: string, example = "http://127.0.0.1:8000/v1"): string {
  const url = URL.parse(value);
  if (url && /^https?:$/u.test(url.protocol) && !url.username && !url.password && !url.search) return value;
  // A password that stands in it is not printed.
  throw invalid(
    name,
    value.replace(/\/\/[^/@]*@/u, "//…@"),
    `adres http albo https bez hasła i parametrów, np. ${example}`,
  );
}

/** @param name the variable or option that the value came by */
export function portOf(value: string, name: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw invalid(name, value, "liczba od 0 do 65535, np. 4130");
}

/** A name or address as a socket takes it: no scheme, no port, no path. */
function hostOf(value: string): string {
  if (/^[\w.-]+$/.test(value) || /^[\da-f:]+$/i.test(value)) return value;
  throw invalid("TECZKA_HOST", value, "nazwa albo adres bez portu, np. 127.0.0.1");
}

function invalid(name: string, value: string, shape: string): TeczkaError {
  return new TeczkaError(
    "invalid",
    "config_invalid",
    `Wartość ${name} jest niewłaściwa: „${value}”.`,
    `Oczekiwano: ${shape}.`,
  );
}
