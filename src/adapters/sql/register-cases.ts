/**
 * Numbers by case, for millions of cases: a hash table with open addressing in typed arrays, where a Map of strings
 * would take ten times the memory. A case is the fingerprint of its key (register-blocks.ts).
 */
export class CaseTable {
  readonly #lanes: number;
  #low = new Uint32Array(smallest);
  #high = new Uint32Array(smallest);
  #values: Uint32Array;
  #size = 0;

  /** @param lanes numbers of 32 bits kept for each case, zero at first */
  constructor(lanes: number) {
    this.#lanes = lanes;
    this.#values = new Uint32Array(smallest * lanes);
  }

  get size(): number {
    return this.#size;
  }

  /** Where the case's numbers begin in `values`; valid until the next `add`. -1 for one that is not there. */
  find(low: number, high: number): number {
    const slot = this.#slotOf(low, high);
    return this.#high[slot] === 0 ? -1 : slot * this.#lanes;
  }

  /** As `find`, of a case that is put in when it is not there. */
  add(low: number, high: number): number {
    let slot = this.#slotOf(low, high);
    if (this.#high[slot] === 0) {
      if (this.#size * 4 >= this.#high.length * 3) {
        this.#grow();
        slot = this.#slotOf(low, high);
      }
      this.#low[slot] = low;
      this.#high[slot] = high;
      this.#size += 1;
    }
    return slot * this.#lanes;
  }

  get values(): Uint32Array {
    return this.#values;
  }

  /** Where the numbers of each case begin, in no order that means anything. */
  *places(): Generator<number> {
    for (let slot = 0; slot < this.#high.length; slot += 1) if (this.#high[slot] !== 0) yield slot * this.#lanes;
  }

  #slotOf(low: number, high: number): number {
    const mask = this.#high.length - 1;
    let slot = (low ^ (high >>> 7)) & mask;
    while (this.#high[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [low, high, values, lanes] = [this.#low, this.#high, this.#values, this.#lanes];
    this.#low = new Uint32Array(low.length * 2);
    this.#high = new Uint32Array(low.length * 2);
    this.#values = new Uint32Array(values.length * 2);
    for (let slot = 0; slot < low.length; slot += 1) {
      const key = high[slot] as number;
      if (key === 0) continue;
      const to = this.#slotOf(low[slot] as number, key);
      this.#low[to] = low[slot] as number;
      this.#high[to] = key;
      for (let lane = 0; lane < lanes; lane += 1)
        this.#values[to * lanes + lane] = values[slot * lanes + lane] as number;
    }
  }
}

/** A power of two, as every size is. */
const smallest = 1 << 12;
