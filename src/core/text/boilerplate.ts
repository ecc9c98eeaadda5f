/** Below this many documents "half of them" says nothing (DESIGN §5 rule 2). */
const fewestDocuments = 20;

/** A line as it is compared: folded white space and case, digits and punctuation left as they are. */
export function boilerplateKey(line: string): string {
  return line.replace(/\s+/gu, " ").trim().toLowerCase();
}

/** The distinct lines of a document, empty ones left out, as they are compared. */
export function boilerplateKeys(pages: readonly string[]): Set<string> {
  const keys = new Set(pages.flatMap((text) => text.split("\n")).map(boilerplateKey));
  keys.delete("");
  return keys;
}

/**
 * A number of 52 bits for a line, so that an archive's lines are counted without their text (FNV-1a, Fowler, Noll and
 * Vo, in two lanes). Two lines of a million documents share one with a chance below one in a million.
 */
export function markOf(key: string): number {
  let high = 0x811c9dc5;
  let low = 0x9747b28c ^ key.length;
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x01000193);
    low ^= low >>> 13;
  }
  return (high >>> 0) * 2 ** 20 + (low >>> 12);
}

/** The marks of a document's lines, each once. */
export interface MarkedDocument {
  key: string;
  marks: Float64Array;
}

/** Counters that marks share: few bits of a mark say which is its own. */
const counters = 2 ** 18;

/**
 * Lines that stand in at least half of the documents: letterheads, instructions on appeal, footers. Read twice, since
 * counting each line apart would hold most of the archive's lines in memory: first together with others, then those
 * alone whose counter says that they may be so many.
 * @param total how many documents there are
 * @returns by mark: the first document that has the line
 */
export async function findBoilerplate(
  documents: () => AsyncIterable<MarkedDocument>,
  total: number,
): Promise<Map<number, string>> {
  if (total < fewestDocuments) return new Map();
  const together = new Uint32Array(counters);
  for await (const { marks } of documents())
    for (const mark of marks) together[mark % counters] = (together[mark % counters] as number) + 1;
  const alone = new Map<number, { count: number; first: string }>();
  for await (const { key, marks } of documents())
    for (const mark of marks) {
      if ((together[mark % counters] as number) * 2 < total) continue;
      const known = alone.get(mark);
      if (known) known.count += 1;
      else alone.set(mark, { count: 1, first: key });
    }
  const common = [...alone].filter(([, { count }]) => count * 2 >= total);
  return new Map(common.map(([mark, { first }]) => [mark, first]));
}
