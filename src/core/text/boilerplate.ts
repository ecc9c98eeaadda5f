/** Below this many documents "half of them" says nothing (DESIGN §5 rule 2). */
const fewestDocuments = 20;

/** A line as it is compared: folded white space and case, digits and punctuation left as they are. */
export function boilerplateKey(line: string): string {
  return line.replace(/\s+/gu, " ").trim().toLowerCase();
}

/**
 * Lines that stand in at least half of the documents: letterheads, instructions on appeal, footers.
 * @param documents the page texts of each document
 */
export function findBoilerplate(documents: Iterable<readonly string[]>): Set<string> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const pages of documents) {
    total += 1;
    const lines = new Set(pages.flatMap((text) => text.split("\n")).map(boilerplateKey));
    for (const line of lines) if (line.length > 0) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  if (total < fewestDocuments) return new Set();
  return new Set([...counts].filter(([, count]) => count * 2 >= total).map(([line]) => line));
}
