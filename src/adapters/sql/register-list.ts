/**
 * `items`: JSON array of arrays, in which pairs of numbers (start, length) name stretches of `bytes` (UTF-8, blobs).
 * Bytes it is too: they are handed over, where a string is copied into the heap of the writing thread.
 */
export interface PackedList {
  items: Uint8Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface ListWriter {
  readonly length: number;
  /** @param values JSON, parted by commas */
  add(values: string, stretches: readonly (string | Uint8Array)[]): void;
  /** What was added, as a list of its own; the writer begins anew. */
  end(): PackedList;
}

/** Writes one list after the other into the same memory: what is allocated anew for each would pile up. */
export function createListWriter(): ListWriter {
  let items: string[] = [];
  let bytes = new Uint8Array(1 << 20);
  let used = 0;
  const put = (stretch: string | Uint8Array): number => {
    // A character takes three bytes of UTF-8 at most, each half of a pair two.
    const most = typeof stretch === "string" ? stretch.length * 3 : stretch.length;
    if (used + most > bytes.length) {
      const larger = new Uint8Array(Math.max(bytes.length * 2, used + most));
      larger.set(bytes.subarray(0, used));
      bytes = larger;
    }
    const start = used;
    if (typeof stretch === "string") used += encoder.encodeInto(stretch, bytes.subarray(start)).written;
    else {
      bytes.set(stretch, start);
      used += stretch.length;
    }
    return start;
  };
  return {
    get length() {
      return items.length;
    },
    add: (values, stretches) => {
      let item = values;
      // Counted from 1, as SQL counts.
      for (const stretch of stretches) {
        const start = put(stretch);
        item += `,${start + 1},${used - start}`;
      }
      items.push(`[${item}]`);
    },
    end: () => {
      const list = { items: encoder.encode(`[${items.join(",")}]`), bytes: bytes.slice(0, used) };
      items = [];
      used = 0;
      return list;
    },
  };
}

const encoder = new TextEncoder();
