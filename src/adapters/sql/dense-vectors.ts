/**
 * Vectors of a version's passages side by side, a byte a number: each is scaled so that its largest number is 127, and
 * its scale stands apart (4 bytes). 100,000 passages of 384 numbers take 39 MB so, and 154 MB as they are. Cosines move by
 * 0.0002 on average, 0.0014 at most (20,000 pairs of multilingual-e5-small).
 */
export interface PackedVectors {
  count: number;
  dimension: number;
  scales: Float32Array;
  codes: Int8Array;
}

const largest = 127;

export function packVectors(vectors: readonly Float32Array[]): Uint8Array {
  const dimension = vectors[0]?.length ?? 0;
  const bytes = new Uint8Array(vectors.length * (4 + dimension));
  const { scales, codes } = viewsOf(bytes, vectors.length);
  for (const [at, vector] of vectors.entries()) {
    const most = vector.reduce((found, number) => Math.max(found, Math.abs(number)), 0);
    const scale = most / largest;
    scales[at] = scale;
    for (let place = 0; place < dimension; place += 1)
      codes[at * dimension + place] = Math.round((vector[place] as number) / scale);
  }
  return bytes;
}

/** @throws RangeError when the bytes do not hold `count` vectors of one dimension */
export function unpackVectors(bytes: Uint8Array, count: number): PackedVectors {
  const dimension = bytes.length / count - 4;
  if (!Number.isInteger(dimension) || dimension < 1) throw new RangeError(`${bytes.length} bytes for ${count} vectors`);
  // What a database hands over may begin anywhere in a larger buffer, where no Float32Array can.
  return { count, dimension, ...viewsOf(bytes.byteOffset % 4 === 0 ? bytes : bytes.slice(), count) };
}

function viewsOf({ buffer, byteOffset, byteLength }: Uint8Array, count: number) {
  return {
    scales: new Float32Array(buffer, byteOffset, count),
    codes: new Int8Array(buffer, byteOffset + 4 * count, byteLength - 4 * count),
  };
}

/** A query in whole numbers, of which sums of some hundred products with codes stay below 2^31. */
export interface WholeQuery {
  scale: number;
  numbers: Int32Array;
}

export function wholeQuery(query: Float32Array): WholeQuery {
  const most = query.reduce((found, number) => Math.max(found, Math.abs(number)), 0);
  const scale = most / Math.min(32_767, Math.floor(2 ** 31 / (largest * query.length)) - 1);
  return { scale, numbers: Int32Array.from(query, (number) => Math.round(number / scale)) };
}

/**
 * The dot product of a query with the vector at this place; of vectors of length 1 their cosine. Four sums of whole
 * numbers side by side: several times as fast as one of floating-point numbers.
 */
export function similarityAt({ dimension, scales, codes }: PackedVectors, at: number, query: WholeQuery): number {
  const { numbers, scale } = query;
  const fours = dimension & ~3;
  let code = at * dimension;
  let [a, b, c, d] = [0, 0, 0, 0];
  let place = 0;
  for (; place < fours; place += 4, code += 4) {
    a = (a + Math.imul(codes[code] as number, numbers[place] as number)) | 0;
    b = (b + Math.imul(codes[code + 1] as number, numbers[place + 1] as number)) | 0;
    c = (c + Math.imul(codes[code + 2] as number, numbers[place + 2] as number)) | 0;
    d = (d + Math.imul(codes[code + 3] as number, numbers[place + 3] as number)) | 0;
  }
  for (; place < dimension; place += 1, code += 1) a += Math.imul(codes[code] as number, numbers[place] as number);
  return (a + b + c + d) * scale * (scales[at] as number);
}
