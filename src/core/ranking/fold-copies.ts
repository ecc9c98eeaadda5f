import type { Passage } from "../document.ts";

/** Equal texts of different documents that one answer holds at most: a letterhead must not crowd out the rest. */
const equalTexts = 2;

/** The first `limit` in their order; of equal texts only the first few. */
export function foldCopies<T extends { passage: Passage }>(ranked: readonly T[], limit: number): T[] {
  const copies = new Map<string, number>();
  const kept: T[] = [];
  for (const one of ranked) {
    if (kept.length === limit) break;
    const before = copies.get(one.passage.text) ?? 0;
    copies.set(one.passage.text, before + 1);
    if (before < equalTexts) kept.push(one);
  }
  return kept;
}
