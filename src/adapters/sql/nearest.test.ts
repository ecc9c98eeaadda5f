import { describe, expect, it } from "vitest";
import { packVectors, unpackVectors } from "./dense-vectors.ts";
import type { IndexSnapshot } from "./index-snapshot.ts";
import { nearestOf, type SignedVectors, signed } from "./nearest.ts";
import { boundFor } from "./signs.ts";

/** The same numbers every time (Lehmer's generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  };
}

/** Vectors of length 1 in a cone, as models make them. */
function vectorsOf(count: number, dimension: number, seed: number): Float32Array[] {
  const next = numbers(seed);
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimension }, (_, at) => next() + (at % 3 === 0 ? 1 : 0));
    return unit(vector);
  });
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((number) => number / length);
}

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, number, at) => sum + number * (b[at] ?? 0), 0);

/** Documents of five passages each. */
function indexOf(vectors: readonly Float32Array[]) {
  const centre = Float32Array.from(
    vectors[0] ?? [],
    (_, at) => (at % 3 === 0 ? 0.8 : 0) / Math.sqrt(vectors[0]?.length ?? 1),
  );
  const rows: SignedVectors[][] = [];
  const documents: { base: number }[] = [];
  for (let base = 0; base < vectors.length; base += 5) {
    const some = vectors.slice(base, base + 5);
    documents.push({ base });
    rows.push([signed(unpackVectors(packVectors(some), some.length), centre)]);
  }
  return { snapshot: { documents } as unknown as IndexSnapshot, rows, all: new Uint8Array(documents.length).fill(1) };
}

describe("the passages nearest to a query", () => {
  it.each([384, 100, 30])("begin with the one that says nearly the same, in %i dimensions", (dimension) => {
    const vectors = vectorsOf(600, dimension, 7);
    const noise = vectorsOf(20, dimension, 11);
    const { snapshot, rows, all } = indexOf(vectors);
    for (const [nth, other] of noise.entries()) {
      const wanted = vectors[nth * 29] as Float32Array;
      const query = unit(wanted.map((number, at) => number + 0.4 * (other[at] as number)));
      const near = nearestOf(snapshot, all, rows, query, 5);
      expect(near[0]?.at).toBe(nth * 29);
      expect(near).toHaveLength(5);
      for (const { at, similarity } of near) expect(similarity).toBeCloseTo(dot(vectors[at] as Float32Array, query), 2);
    }
  });

  it("come only of the candidates, and do not depend on the others", () => {
    const vectors = vectorsOf(1000, 64, 3);
    const [query = new Float32Array()] = vectorsOf(1, 64, 5);
    const large = indexOf(vectors);
    const candidates = large.all.map((_, at) => (at < 50 ? 1 : 0));
    const small = indexOf(vectors.slice(0, 250));
    expect(nearestOf(large.snapshot, candidates, large.rows, query, 3)).toEqual(
      nearestOf(small.snapshot, small.all, small.rows, query, 3),
    );
    expect(
      nearestOf(
        large.snapshot,
        large.all.map(() => 0),
        large.rows,
        query,
        3,
      ),
    ).toEqual([]);
  });
});

describe("a bound", () => {
  it("is reached by as many as are wanted, and by few more", () => {
    const next = numbers(17);
    const values = Float32Array.from({ length: 10_000 }, next);
    for (const wanted of [1, 10, 500, 9_999, 20_000]) {
      const bound = boundFor(values, wanted);
      const reached = values.filter((value) => value >= bound).length;
      expect(reached).toBeGreaterThanOrEqual(Math.min(wanted, values.length));
      expect(reached).toBeLessThanOrEqual(Math.max(wanted + 20, 1.01 * wanted));
    }
    expect(boundFor(new Float32Array(9).fill(2), 3)).toBeLessThanOrEqual(2);
  });
});
