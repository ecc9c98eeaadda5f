import type { PackedVectors } from "./dense-vectors.ts";

/**
 * Which numbers of a vector are above those of a centre: a bit each, 48 bytes for 384. With a table of what each byte
 * of them is worth to a query, a passage is judged by 48 additions in the place of 384 multiplications: roughly, so it
 * only chooses which passages are then compared number by number.
 *
 * Vectors of a model lie in a narrow cone (of multilingual-e5-small any two have a cosine over .7), so without a centre
 * most bits are the same for all. The centre must not come of the archive: what is found would depend on papers that
 * the asker may not see.
 */
export function signsOf({ count, dimension, scales, codes }: PackedVectors, centre: Float32Array): Uint8Array {
  const width = bytesFor(dimension);
  const signs = new Uint8Array(count * width);
  for (let at = 0; at < count; at += 1) {
    const scale = scales[at] as number;
    for (let place = 0; place < dimension; place += 1)
      if ((codes[at * dimension + place] as number) * scale > (centre[place] as number)) {
        const byte = at * width + (place >> 3);
        signs[byte] = (signs[byte] as number) | (1 << (place & 7));
      }
  }
  return signs;
}

/** An even number of them, since they are added two by two. */
function bytesFor(dimension: number): number {
  return ((dimension + 15) >> 4) << 1;
}

/** By byte of the signs, what each of its 256 values adds: a number of the query where a bit is set, else its negative. */
export function worthOf(query: Float32Array): Float32Array {
  const width = bytesFor(query.length);
  const worth = new Float32Array(width * 256);
  for (let byte = 0; byte < width; byte += 1) {
    const from = byte * 256;
    for (let bit = 0; bit < 8; bit += 1) worth[from] = (worth[from] as number) - (query[byte * 8 + bit] ?? 0);
    for (let value = 1; value < 256; value += 1) {
      const lowest = 31 - Math.clz32(value & -value);
      worth[from + value] = (worth[from + (value & (value - 1))] as number) + 2 * (query[byte * 8 + lowest] ?? 0);
    }
  }
  return worth;
}

/** Of `count` passages, what their signs are worth, into `into` from `at` on. */
export function addWorth(signs: Uint8Array, worth: Float32Array, count: number, into: Float32Array, at: number): void {
  const width = worth.length >> 8;
  for (let passage = 0, from = 0; passage < count; passage += 1, from += width) {
    let even = 0;
    let odd = 0;
    for (let byte = 0; byte < width; byte += 2) {
      even += worth[(byte << 8) + (signs[from + byte] as number)] as number;
      odd += worth[((byte + 1) << 8) + (signs[from + byte + 1] as number)] as number;
    }
    into[at + passage] = even + odd;
  }
}

const buckets = 4096;

/** A bound that at least `wanted` of the values reach, and not many more. */
export function boundFor(values: Float32Array, wanted: number): number {
  if (values.length <= wanted) return Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const step = (most - least) / buckets || 1;
  const counts = new Uint32Array(buckets + 1);
  for (const value of values) {
    const bucket = Math.floor((value - least) / step);
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  let reached = 0;
  for (let bucket = buckets; bucket > 0; bucket -= 1) {
    reached += counts[bucket] as number;
    // One bucket lower, since rounding may have put a value into the next.
    if (reached >= wanted) return least + (bucket - 1) * step;
  }
  return Number.NEGATIVE_INFINITY;
}
