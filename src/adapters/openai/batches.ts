/** What TEI takes at once unless it is told otherwise (`--max-client-batch-size`). */
const mostTexts = 32;
/** Bounds the memory of one request: longer passages go in smaller batches. */
const mostLetters = 24_000;

/** The texts in order, cut into requests. */
export function batchesOf(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let letters = 0;
  for (const text of texts) {
    const batch = batches.at(-1);
    if (!batch || batch.length === mostTexts || letters + text.length > mostLetters) {
      batches.push([text]);
      letters = text.length;
    } else {
      batch.push(text);
      letters += text.length;
    }
  }
  return batches;
}
