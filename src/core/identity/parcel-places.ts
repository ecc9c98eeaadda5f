import type { ParcelList } from "./parcel-lists.ts";
import { placeWords, precinctOf } from "./parcel-words.ts";

interface Place {
  start: number;
  end: number;
  sheet?: string | undefined;
  precinct?: string | undefined;
}

function placesIn(text: string, groups: readonly ParcelList[]): Place[] {
  return [...text.matchAll(placeWords)].flatMap((match): Place[] => {
    const [whole, sheet, otherSheet, words] = match;
    const end = match.index + whole.length;
    const last = groups[firstFrom(groups, end) - 1];
    if (last && match.index < last.end) return [];
    return [{ start: match.index, end, sheet: sheet ?? otherSheet, precinct: words && precinctOf(words) }];
  });
}

/** Letters between a list and the place that it lies in. */
const reach = { behind: 90, ahead: 70 };

/**
 * Sheet and precinct stand behind the list as a rule, in a register's cell before it. What stands between two lists is
 * the first one's, unless that has its own before it.
 */
export function bindPlaces(text: string, groups: ParcelList[]): void {
  const places = placesIn(text, groups);
  const used = new Set<Place>();
  for (const [at, group] of groups.entries()) {
    if (group.unit) continue;
    const previous = groups[at - 1];
    const next = groups[at + 1];
    const ahead = within(places, Math.max(previous?.end ?? 0, group.start - reach.ahead), group.start);
    const behind = within(places, group.end, Math.min(next?.start ?? text.length, group.end + reach.behind));
    const before = ahead.filter((place) => !used.has(place) && !parted(text.slice(place.end, group.start)));
    const after = behind.filter((place) => !parted(text.slice(group.end, place.start)));
    // Where lists follow each other, the first tells on which side their places stand.
    const cellLike = before.some((place) => close(text.slice(place.end, group.start)));
    for (const kind of ["sheet", "precinct"] as const) {
      const [one, other] = cellLike ? [before.toReversed(), after] : [after, before.toReversed()];
      const place = group[kind] ? undefined : (one.find((place) => place[kind]) ?? other.find((place) => place[kind]));
      if (!place) continue;
      group[kind] = place[kind];
      if (kind === "precinct") group.ahead = place.end <= group.start;
      used.add(place);
    }
  }
  shareWithin(text, groups, places);
}

/** „dz. 21/2 i dz. 22, AM-4, obręb Krzyki”: what follows the last holds for all, and a precinct before the first too. */
function shareWithin(text: string, groups: readonly ParcelList[], places: readonly Place[]): void {
  const together = (one: ParcelList, other: ParcelList) =>
    /^[\s,;()]*(?:(?:i|oraz|a\stakże)[\s,;()]*)?$/u.test(
      within(places, one.end, other.start).reduceRight(
        (gap, { start, end }) => gap.slice(0, start - one.end) + gap.slice(end - one.end),
        text.slice(one.end, other.start),
      ),
    );
  for (let at = groups.length - 1; at > 0; at -= 1) {
    const [one, other] = [groups[at - 1], groups[at]];
    if (!one || !other || one.unit || other.unit || !together(one, other)) continue;
    if (within(places, one.end, other.start).length === 0) one.sheet ??= other.sheet;
    if (!other.ahead) one.precinct ??= other.precinct;
  }
  for (const [at, group] of groups.entries()) {
    const previous = groups[at - 1];
    if (!previous?.ahead || group.unit || group.precinct || !together(previous, group)) continue;
    group.precinct = previous.precinct;
    group.ahead = true;
  }
}

/** Those that begin there; all are in order. */
function within(places: readonly Place[], from: number, to: number): Place[] {
  return places.slice(firstFrom(places, from), firstFrom(places, to));
}

/** Index of the first that begins at `offset` or behind it. */
function firstFrom(sorted: readonly { start: number }[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A new paragraph or another item of a list says nothing of this one. */
function parted(between: string): boolean {
  return /\n\s*\n|\d\s*[;.]\s|dzia[łl]/u.test(between);
}

function close(between: string): boolean {
  return /^[\s,.;:]{0,3}$/u.test(between);
}
