/**
 * Postings of one term in one segment: passage ordinals, rising, each with how often the term stands there, as
 * variable-length integers (delta of the ordinal, then the weight). Lucene keeps them so. Encoded while they are
 * collected: a merge holds a hundred thousand lists at once.
 */
export class PostingsWriter {
  #bytes = new Uint8Array(16);
  #length = 0;
  #previous = 0;

  get empty(): boolean {
    return this.#length === 0;
  }

  /** Ordinals must rise. */
  add(ordinal: number, weight: number): void {
    this.#put(ordinal - this.#previous);
    this.#put(weight);
    this.#previous = ordinal;
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #put(number: number): void {
    // A number takes five bytes at most.
    if (this.#length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = number;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }
}

export function eachPosting(bytes: Uint8Array, visit: (ordinal: number, weight: number) => void): void {
  let at = 0;
  let ordinal = 0;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError("postings end inside a number");
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    ordinal += next();
    visit(ordinal, next());
  }
}

/** Numbers of up to four bytes (lengths of passages, postings by delta and weight) side by side. */
export function encodeNumbers(numbers: readonly number[]): Uint8Array {
  let size = 0;
  for (const number of numbers) size += number < 0x80 ? 1 : number < 0x4000 ? 2 : number < 0x200000 ? 3 : 4;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const number of numbers) {
    let rest = number;
    while (rest >= 0x80) {
      bytes[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[at++] = rest;
  }
  return bytes;
}

export function decodeNumbers(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const byte of bytes) {
    value |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte >= 0x80) continue;
    numbers.push(value);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/** D1 gives blobs as arrays of numbers or buffers, SQLite as typed arrays. */
export function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (Array.isArray(value)) return Uint8Array.from(value as number[]);
  throw new TypeError("a blob of the store has an unknown type");
}
