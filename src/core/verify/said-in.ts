import type { Ground } from "./ground.ts";

/** Of a ground's quote and headings, never of the rest of the sentences around it. */
export function saidIn<T extends { start: number; end: number }>(
  ground: Ground,
  pick: (reading: Ground["source"]) => readonly T[],
): T[] {
  const { start, end } = ground.quoted;
  return [...pick(ground.source).filter((item) => start <= item.start && item.end <= end), ...pick(ground.headings)];
}
