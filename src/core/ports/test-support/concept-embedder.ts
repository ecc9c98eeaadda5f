import { sha256Hex } from "../../canonical-json.ts";
import { TeczkaError } from "../../errors.ts";
import type { Embedder } from "../embedder.ts";

/** Words of one meaning, by how they begin. */
const concepts = [
  ["garaż", "wiat", "parking", "postoj", "samoch"],
  ["pies", "psy", "kot", "zwierz"],
  ["dach", "strych", "poddasz", "nakryci"],
];
const dimension = 32;

export interface ConceptEmbedder extends Embedder {
  /** Passages that it was asked for so far. */
  embedded: string[];
  /** Fails from so many passages on, as a service that was stopped; `undefined`: it runs. */
  failsFrom: number | undefined;
}

/** A model that knows three meanings, and tells all other words apart by their first letters; same text, same vector. */
export function conceptEmbedder(fingerprint = "concepts-1||"): ConceptEmbedder {
  const embedder: ConceptEmbedder = {
    fingerprint,
    embedded: [],
    failsFrom: undefined,
    dimension: async () => dimension,
    embedPassages: async (texts) =>
      texts.map((text) => {
        if (embedder.failsFrom !== undefined && embedder.embedded.length >= embedder.failsFrom) throw stopped();
        embedder.embedded.push(text);
        return vectorOf(text);
      }),
    embedQuery: async (text) => {
      if (embedder.failsFrom !== undefined) throw stopped();
      return vectorOf(text);
    },
    check: async () => {
      if (embedder.failsFrom !== undefined) throw stopped();
    },
  };
  return embedder;
}

function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(dimension);
  // Real models' vectors lie in a cone, too.
  vector[dimension - 1] = 1;
  for (const word of text.toLowerCase().match(/[\p{L}\d/]+/gu) ?? []) {
    const known = concepts.findIndex((words) => words.some((beginning) => word.startsWith(beginning)));
    const other = concepts.length + (Number.parseInt(sha256Hex(word.slice(0, 4)).slice(0, 6), 16) % 28);
    const at = known < 0 ? other : known;
    vector[at] = (vector[at] as number) + (known < 0 ? 0.3 : 1);
  }
  const length = Math.hypot(...vector);
  return vector.map((number) => number / length);
}

function stopped(): TeczkaError {
  return new TeczkaError("unavailable", "model_unreachable", "Usługa wektorów nie odpowiada.", "Uruchom ją.");
}
