import { z } from "zod";
import { TeczkaError } from "../../core/errors.ts";
import type { Refusal } from "./exchange.ts";
import { unitVector } from "./unit-vector.ts";

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().nonnegative().optional(), embedding: z.array(z.number()) })),
});

/**
 * The vectors of an answer to `count` texts, in their order, of the length 1.
 * @throws TeczkaError `embeddings_malformed` when one is missing, twice there, or no vector
 */
export function readVectors(body: unknown, count: number, url: string): Float32Array[] {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) throw malformed(url, "to nie jest odpowiedź API /embeddings");
  const { data } = parsed.data;
  const vectors = new Map<number, Float32Array>();
  for (const [at, { index, embedding }] of data.entries()) {
    const vector = unitVector(embedding);
    if (!vector) throw malformed(url, "wektor jest pusty, zerowy albo nie składa się z liczb");
    vectors.set(index ?? at, vector);
  }
  const inOrder = Array.from({ length: count }, (_, at) => vectors.get(at)).filter((vector) => vector !== undefined);
  if (data.length === count && inOrder.length === count) return inOrder;
  throw malformed(url, `wektorów jest ${data.length}, a tekstów ${count}`);
}

export function malformed(url: string, what: string): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "embeddings_malformed",
    `Usługa wektorów pod adresem ${url} odpowiedziała niewłaściwie: ${what}.`,
    "Sprawdź, czy TECZKA_EMBEDDINGS_URL i TECZKA_EMBEDDINGS_MODEL wskazują model wektorów (embeddings).",
  );
}

export function refused(url: string, model: string, { status, text }: Refusal): TeczkaError {
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
