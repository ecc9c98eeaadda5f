import { anyFits, tokensOf } from "../../../src/core/question/cues.ts";
import type { TopicWords } from "../../../src/core/question/topics.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";

export interface Cell {
  head: string;
  value: string;
}

/** The cell of a table row that answers a topic, with its head. Where a row lost a cell, its unit alone may tell. */
export function cellFor(heads: string, row: string, { answered, unit }: TopicWords): Cell | undefined {
  const [names, values] = [heads, row].map((line) => line.split("\t").map((cell) => cell.replace(/\s+/gu, " ").trim()));
  if (!names || !values) return undefined;
  const fits = (head: string) => anyFits(answered, tokensOf(head));
  if (names.length === values.length) {
    const at = names.findIndex((head, index) => index > 0 && fits(head));
    const value = values[at];
    return at > 0 && value ? { head: names[at] ?? "", value } : undefined;
  }
  const head = names.find(fits);
  const value = unit && values.slice(1).find((cell) => unit.test(foldDiacritics(cell)));
  return head && value ? { head, value } : undefined;
}

/** „nie ustala się”: the plan leaves it open. */
export function isUnset(value: string): boolean {
  return /^(?:[-–—]|nie\s+(?:ustala|określa|dotyczy).*)?$/iu.test(value.trim());
}
