import { analyserFingerprint } from "../../core/analysis/analyse.ts";

/** Analyser and layout that the embedded index is built by; a store of another one is refused. */
export const indexFingerprint = `${analyserFingerprint}/postings-3`;

export const mostWeight = 255;

/**
 * Postings of one term in one segment: passage ordinals, rising, each with how often the term stands there, as
 * variable-length integers: twice the delta of the ordinal, plus 1 when a weight other than 1 follows. Most postings
 * of a frequent term so take one byte. Weights end at 255: no ranking tells more of them apart. Encoded while they are collected: a merge holds a hundred thousand lists at once.
 */
export class PostingsWriter {
  #bytes = new Uint8Array(8);
  #length = 0;
  #previous = 0;

  get empty(): boolean {
    return this.#length === 0;
  }

  /** Ordinals must rise. */
  add(ordinal: number, weight: number): void {
    const delta = 2 * (ordinal - this.#previous);
    this.#previous = ordinal;
    this.#put(weight === 1 ? delta : delta + 1);
    if (weight !== 1) this.#put(Math.min(weight, mostWeight));
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

/** Where decoded postings go. */
export interface PostingArrays {
  ordinals: Int32Array;
  weights: Uint8Array;
}

export function postingArrays(most: number): PostingArrays {
  return { ordinals: new Int32Array(most), weights: new Uint8Array(most) };
}

/**
 * @param from where the first one goes; a list has at most as many postings as bytes
 * @returns where the last one ends
 * @throws RangeError when the list ends inside a number
 */
export function decodePostings(bytes: Uint8Array, { ordinals, weights }: PostingArrays, from = 0): number {
  let to = from;
  let ordinal = 0;
  let value = 0;
  let shift = 0;
  let isWeight = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    value |= (byte & 0x7f) << shift;
    if (byte >= 0x80) {
      shift += 7;
      continue;
    }
    if (isWeight) {
      weights[to++] = value;
      isWeight = false;
    } else {
      ordinal += value >>> 1;
      ordinals[to] = ordinal;
      isWeight = (value & 1) === 1;
      if (!isWeight) weights[to++] = 1;
    }
    value = 0;
    shift = 0;
  }
  if (isWeight || shift > 0) throw new RangeError("postings end inside a number");
  return to;
}

/** Numbers of up to four bytes (lengths of passages) side by side. */
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
