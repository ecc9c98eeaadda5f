/** Seeded randomness of our own: the archive must come out byte for byte the same on every machine and Node version. */
export interface Rng {
  /** In [0, 1). */
  next(): number;
  /** Whole number, both ends included. */
  int(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
  shuffle<T>(list: readonly T[]): T[];
  /** An own stream for a named thing, so that a change in one paper leaves all the others as they were. */
  fork(label: string): Rng;
}

export function makeRng(seed: string): Rng {
  const random = sfc32(seed);
  const int = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return {
    next: random,
    int,
    chance: (probability) => random() < probability,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new Error("nothing to pick from");
      return list[int(0, list.length - 1)] as T;
    },
    shuffle<T>(list: readonly T[]): T[] {
      const copy = [...list];
      for (let at = copy.length - 1; at > 0; at -= 1) {
        const other = int(0, at);
        [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
      }
      return copy;
    },
    fork: (label) => makeRng(`${seed}/${label}`),
  };
}

/** sfc32 (Chris Doty-Humphrey's small fast counter), its state filled from the label by FNV-1a. */
function sfc32(label: string): () => number {
  let [a, b, c, d] = [fnv1a(`${label}a`), fnv1a(`${label}b`), fnv1a(`${label}c`), 1];
  const step = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round += 1) step();
  return step;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
