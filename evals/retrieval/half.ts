import { createHash } from "node:crypto";
import type { Question } from "./suite.ts";

/** `tune` may be looked at as often as one likes; `report` is looked at once, when nothing is changed any more. */
export const halves = ["tune", "report", "all"] as const;
export type Half = (typeof halves)[number];

/**
 * The questions of a half. Fixed by the data alone: the first byte of SHA-256 of a question's group (the text of its
 * paragraph, or what a reader of data gives), even for `tune`, odd for `report`. So all questions of a paragraph are in
 * one half, and a question stays where it is when the data set grows.
 */
export function inHalf(questions: readonly Question[], half: Half): Question[] {
  return questions.filter(({ group }) => half === "all" || group === undefined || halfOf(group) === half);
}

function halfOf(group: string): Half {
  const [first = 0] = createHash("sha256").update(group).digest();
  return first % 2 === 0 ? "tune" : "report";
}
