import {
  continuedList,
  cuedList,
  numberThenSheet,
  parcelNumber,
  placeWords,
  recordList,
  sheetThenNumber,
  terytId,
} from "./parcel-words.ts";

/** Parcels that stand in one list, and what is told of where they lie. */
export interface ParcelList {
  start: number;
  end: number;
  items: Item[];
  sheet?: string | undefined;
  precinct?: string | undefined;
  unit?: string | undefined;
  /** The precinct stands before the list: it holds for the next list too. */
  ahead?: boolean;
}

interface Item {
  number: string;
  /** From the beginning of the text; a number inside a range has no length. */
  start: number;
  length: number;
  part: boolean;
}

/** In order; what two patterns find at one place is the first one's. */
export function parcelListsIn(text: string): ParcelList[] {
  const groups: ParcelList[] = [];
  // Where something was found already: a page may hold a list of thousands.
  const taken = new Uint8Array(text.length);
  const add = (group: ParcelList) => {
    const items = group.items.filter(({ number }) => Number(number.split("/")[0]) > 0);
    if (items.length === 0 || taken.subarray(group.start, group.end).includes(1)) return;
    taken.fill(1, group.start, group.end);
    groups.push({ ...group, items });
  };
  for (const match of text.matchAll(terytId)) {
    const [whole, unit, precinct, sheet, listed = ""] = match;
    const end = match.index + whole.length;
    add({ start: match.index, end, items: itemsOf(listed, end - listed.length), sheet, precinct, unit });
  }
  for (const match of text.matchAll(cuedList)) {
    const listed = match[2] ?? "";
    const end = match.index + match[0].length;
    // „… w granicach działki.”, and below it the number of the next chapter.
    if (/\n\s*\n|\.\s*\n/u.test(text.slice(match.index, end - listed.length))) continue;
    const items = itemsOf(listed, end - listed.length);
    for (const item of items) item.part ||= match[1] !== undefined;
    add({ start: match.index, end, items });
  }
  for (const match of text.matchAll(recordList)) {
    const listed = match[1] ?? "";
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 90), match.index);
    if (!/dzia[łl](?:k|ek|c)(?:(?!upraw|upr\.)[^;])*$/iu.test(before)) continue;
    add({ start: match.index, end, items: itemsOf(listed, end - listed.length) });
  }
  for (const match of text.matchAll(sheetThenNumber)) {
    const [whole, sheet, listed = ""] = match;
    const end = match.index + whole.length;
    add({ start: match.index, end, items: itemsOf(listed, end - listed.length), sheet });
  }
  // „obręb 0022 AM-28”: that number is the precinct's.
  const precincts = [...text.matchAll(placeWords)].filter((match) => match[3] !== undefined);
  for (const match of text.matchAll(numberThenSheet)) {
    const [whole, number = "", sheet] = match;
    if (precincts.some(({ index, 0: named }) => index <= match.index && match.index < index + named.length)) continue;
    const items = [{ number, start: match.index, length: whole.length, part: false }];
    add({ start: match.index, end: match.index + whole.length, items, sheet });
  }
  for (let at = 0; at < groups.length; at += 1) {
    const next = continuation(text, groups[at]?.end ?? 0);
    if (next) add(next);
  }
  return groups.sort((a, b) => a.start - b.start);
}

function continuation(text: string, end: number): ParcelList | undefined {
  const place =
    /^(?:[\s,;(]{0,3}(?:A[MR][\s_.-]{0,2}\d{1,3}|ark\p{L}{0,5}\.?\s{1,2}(?:mapy\s)?(?:nr\s)?\d{1,3}|k\.\s?m\.\s?\d{1,3}|obr\p{L}{0,5}\.?\s{0,2}[\p{L}\d][\p{L}\d-]{0,20})\)?){1,3}/iu;
  const behind = end + (place.exec(text.slice(end, end + 90))?.[0].length ?? 0);
  continuedList.lastIndex = behind;
  const match = behind === end ? null : continuedList.exec(text);
  if (!match) return undefined;
  const listed = match[1] ?? "";
  const last = match.index + match[0].length;
  return { start: last - listed.length, end: last, items: itemsOf(listed, last - listed.length) };
}

const item = new RegExp(
  String.raw`((?:cz\.?|cz[ęe]ś?[sść]\p{L}{0,2}|fragment\p{L}{0,4})\s{0,4}(?:dz\.?\s{0,4})?(?:nr\s{0,2})?)?(${parcelNumber})`,
  "giu",
);

/** `21/2, 21/4 i 22`; `87/14–87/18` is every number between, when only the last part counts up. */
function itemsOf(listed: string, offset: number): Item[] {
  const items: Item[] = [];
  let previous: { number: string; end: number } | undefined;
  for (const match of listed.matchAll(item)) {
    const written = match[2] ?? "";
    const between = previous ? listed.slice(previous.end, match.index) : "";
    const start = offset + match.index + match[0].length - written.length;
    // `21/2-4` counts up to 21/4.
    const short = previous?.number.includes("/") && between === "-" && !written.includes("/");
    const number = short ? `${previous?.number.split("/")[0]}/${written}` : written;
    if (previous && /^\s*(?:[–-]|do)\s*/u.test(between)) {
      for (const inner of numbersBetween(previous.number, number))
        items.push({ number: inner, start, length: 0, part: false });
    }
    items.push({ number, start, length: written.length, part: match[1] !== undefined });
    previous = { number, end: match.index + match[0].length };
  }
  return items;
}

function numbersBetween(from: string, to: string): string[] {
  const [base, low] = split(from);
  const [otherBase, high] = split(to);
  if (base !== otherBase || high - low < 2 || high - low > 50) return [];
  return Array.from({ length: high - low - 1 }, (_, index) =>
    base === "" ? `${low + 1 + index}` : `${base}/${low + 1 + index}`,
  );
}

function split(parcel: string): [base: string, last: number] {
  const [first = "", second] = parcel.split("/");
  return second === undefined ? ["", Number(first)] : [first, Number(second)];
}
