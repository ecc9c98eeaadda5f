/**
 * Values by key for those that come again soon, in bounded memory: of the last ones put in, between `many` and twice as
 * many are kept; which they are depends on nothing but what was put in.
 */
export class Recent<K, V> {
  readonly #many: number;
  #put = 0;
  #young = new Map<K, V>();
  #old = new Map<K, V>();

  constructor(many: number) {
    this.#many = many;
  }

  get(key: K): V | undefined {
    return this.#young.get(key) ?? this.#old.get(key);
  }

  set(key: K, value: V): void {
    if (this.#put === this.#many) {
      [this.#young, this.#old] = [new Map(), this.#young];
      this.#put = 0;
    }
    this.#young.set(key, value);
    this.#put += 1;
  }
}
