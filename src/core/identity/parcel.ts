import type { Found } from "./found.ts";
import { sameName } from "./inflection.ts";

/** A cadastral parcel as a paper names it. What the paper leaves out is left out here. */
export interface Parcel {
  /** `87/14`, without leading zeros. */
  number: string;
  /** Map sheet: `28` of AM-28, AR_28, AR_01 → `1`. */
  sheet?: string;
  /** Name or four-digit number of the precinct (obręb). */
  precinct?: string;
  /** Cadastral unit, `026401_1`. */
  unit?: string;
  /** Only a part of the parcel (cz. dz.). */
  part?: boolean;
}

const number = String.raw`\d{1,5}(?:\/\d{1,4})?`;
const sheet = String.raw`(?:AM|AR|am|ar)[\s_.-]{0,2}0*(\d{1,3})|ark(?:usz\p{L}*|\.)?\s+(?:mapy\s+)?(?:nr\s+)?0*(\d{1,3})`;
const precinct = String.raw`[Oo][Bb][Rr](?:[ęeĘE][Bb]\p{L}*|\.)?\s+(?:ewid\p{L}*\.?\s+)?(?:nr\s+)?(?:(\d{1,4})(?: \p{Lu}[\p{L}-]+)?|(\p{L}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2}))`;
const cue = String.raw`(cz(?:\.|ęść|ęści|esc)?\s*)?(?<!\p{L})(?:[Dd][Zz](?:\.|\s|iał\p{L}*|ial\p{L}*)|D[Zz]IAŁ\p{L}*|parcel\p{L}*)\s*(?:(?:ewid\p{L}*|ew|geod\p{L}*|bud\p{L}*|grunt\p{L}*|o)\.?\s+)*(?:nume?r\p{L}*|n?m?r(?:y|ów|ach|ami)?)?\.?\s*(?:ewid\p{L}*\.?\s*|ew\.\s*)?:?\s*`;
/** „powierzchnia działki 2235,00 m²”, „na działce nr 87/14, 4 m od granicy”: a figure with its unit is no parcel. */
const measure = String.raw`(?:,\d+)?\s*(?:%|[ckm]?m(?:[²2³3b]|\s?kw\.?)?(?![\p{L}\d])|ha(?!\p{L})|ar(?:ów|y)?(?!\p{L})|kondygn|szt)|,\d{2}(?!\d)\s|\s\d{3}(?:,\d|\s\p{L})`;
const list = String.raw`(?:cz\.?\s*)?${number}(?!\d|${measure})(?:\s*(?:,|;|i|oraz|–|-|do)\s*(?:cz\.?\s*)?(?:dz\.?\s*)?(?:nr\s*)?${number}(?![.\d]|${measure}))*`;

const sheetWords = new RegExp(`(?<!\\p{L})(?:${sheet})`, "u");
const precinctWords = new RegExp(`(?<!\\p{L})${precinct}`, "u");
const teryt = new RegExp(String.raw`(?<![\d.])(\d{6}_\d)\.(\d{4})(?:\.AR_0*(\d+))?\.(${number})(?![\d/])`, "gu");
const afterCue = new RegExp(`${cue}(${list})(?![\\d/]|\\.\\d)`, "gu");
const sheetThenNumber = new RegExp(
  String.raw`(?<![\p{L}\d])(?:AR|AM)[_-]0*(\d{1,3})[.,]?\s*(\d{1,5}\/\d{1,4})(?![\d/])`,
  "giu",
);
const numberThenSheet = new RegExp(
  String.raw`(?<![\p{L}\d./])(${number})[,\s]+(?:AR|AM)[\s_-]?0*(\d{1,3})(?![\d/])`,
  "giu",
);

/** Parcels named in running text, each of a list on its own; sheet and precinct are taken from the words around it. */
export function findParcels(text: string): Found<Parcel>[] {
  const found: Found<Parcel>[] = [];
  const add = (value: Parcel, start: number, length: number) => {
    if (found.some((other) => start < other.end && other.start < start + length)) return;
    found.push({ value, start, end: start + length, text: text.slice(start, start + length) });
  };
  for (const match of text.matchAll(teryt)) {
    const [whole, unit, place, sheetNumber, parcel] = match;
    if (!unit || !place || !parcel) continue;
    add(tidy({ number: parcel, sheet: sheetNumber, precinct: place, unit }), match.index, whole.length);
  }
  for (const match of text.matchAll(afterCue)) {
    const listed = match[2] ?? "";
    const listStart = match.index + match[0].length - listed.length;
    // „… w granicach działki.”, and below it the number of the next chapter.
    if (/\n\s*\n|\.\s*\n/u.test(text.slice(match.index, listStart))) continue;
    const around = surroundings(text, match.index, listStart + listed.length);
    for (const item of expandList(listed)) {
      const part = item.part || match[1] !== undefined;
      add(tidy({ number: item.number, ...around, part: part || undefined }), listStart + item.start, item.length);
    }
  }
  for (const [pattern, numberAt, sheetAt] of [
    [sheetThenNumber, 2, 1],
    [numberThenSheet, 1, 2],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const around = surroundings(text, match.index, match.index + match[0].length);
      add(
        tidy({ number: match[numberAt] ?? "", precinct: around.precinct, sheet: match[sheetAt] }),
        match.index,
        match[0].length,
      );
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Sheet and precinct stand behind the number as a rule, in a register cell before it; never across a sentence. */
function surroundings(
  text: string,
  start: number,
  end: number,
): { sheet?: string | undefined; precinct?: string | undefined } {
  const after = text.slice(end, end + 90).split(/(?:dz\.|dział|dzial|\n\n)/iu)[0] ?? "";
  const before =
    text
      .slice(Math.max(0, start - 70), start)
      .split(/(?:\d\s*[;.]\s|\n\n)/u)
      .at(-1) ?? "";
  const read = (place: string) => {
    const sheetMatch = sheetWords.exec(place);
    const precinctMatch = precinctWords.exec(place);
    return { sheet: sheetMatch?.[1] ?? sheetMatch?.[2], precinct: precinctMatch?.[1] ?? precinctMatch?.[2] };
  };
  const behind = read(after);
  const ahead = read(before);
  return { sheet: behind.sheet ?? ahead.sheet, precinct: behind.precinct ?? ahead.precinct };
}

/** `21/2, 21/4 i 22`; `87/14–87/18` is every number between, when only the last part counts up. */
function expandList(listed: string): { number: string; start: number; length: number; part: boolean }[] {
  const items: { number: string; start: number; length: number; part: boolean }[] = [];
  let previous: { number: string; end: number } | undefined;
  for (const match of listed.matchAll(new RegExp(String.raw`(cz\.?\s*)?(${number})`, "gu"))) {
    const value = match[2] ?? "";
    const between = previous ? listed.slice(previous.end, match.index) : "";
    const start = match.index + match[0].length - value.length;
    if (previous && /[–-]|do/u.test(between)) {
      for (const inner of numbersBetween(previous.number, value))
        items.push({ number: inner, start, length: 0, part: false });
    }
    items.push({ number: value, start, length: value.length, part: match[1] !== undefined });
    previous = { number: value, end: match.index + match[0].length };
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

function tidy(parcel: { [K in keyof Parcel]: Parcel[K] | undefined }): Parcel {
  const parts = (parcel.number ?? "").split("/").map((part) => String(Number(part)));
  return {
    number: parts.join("/"),
    ...(parcel.sheet ? { sheet: parcel.sheet } : {}),
    ...(parcel.precinct ? { precinct: parcel.precinct } : {}),
    ...(parcel.unit ? { unit: parcel.unit } : {}),
    ...(parcel.part ? { part: true } : {}),
  };
}

/** `87/14;sheet=28;precinct=Poświętne;unit=026401_1;part`: read back by parseParcel. */
export function printParcel(parcel: Parcel): string {
  const details = (["sheet", "precinct", "unit"] as const).flatMap((key) =>
    parcel[key] ? [`${key}=${parcel[key]}`] : [],
  );
  return [parcel.number, ...details, ...(parcel.part ? ["part"] : [])].join(";");
}

export function parseParcel(printed: string): Parcel {
  const [parcelNumber = "", ...details] = printed.split(";");
  const values = Object.fromEntries(
    details.map((detail) => [detail.split("=")[0] ?? "", detail.split("=")[1] ?? "true"]),
  );
  return tidy({
    number: parcelNumber,
    sheet: values.sheet,
    precinct: values.precinct,
    unit: values.unit,
    part: values.part ? true : undefined,
  });
}

/** As an officer writes it: `dz. nr 87/14, AM-28, obręb Poświętne`. */
export function describeParcel(parcel: Parcel): string {
  const details = [parcel.sheet && `AM-${parcel.sheet}`, parcel.precinct && `obręb ${parcel.precinct}`].filter(Boolean);
  return [`dz. nr ${parcel.number}`, ...details].join(", ");
}

/**
 * Is `held` the parcel that is asked for? What is asked must be met: another number, sheet or precinct is another
 * parcel; a sheet or precinct that the holder does not tell leaves it possible.
 */
export function matchParcel(asked: Parcel, held: Parcel): "same" | "possible" | "different" {
  if (asked.number !== held.number) return "different";
  if (asked.unit && held.unit && asked.unit !== held.unit) return "different";
  if (asked.sheet && held.sheet && asked.sheet !== held.sheet) return "different";
  if (asked.precinct && held.precinct && !samePrecinct(asked.precinct, held.precinct)) return "different";
  const untold = (asked.sheet && !held.sheet) || (asked.precinct && !held.precinct);
  return untold ? "possible" : "same";
}

/** A name against a number says nothing either way, so it does not part two parcels. */
function samePrecinct(a: string, b: string): boolean {
  const digits = [a, b].map((value) => /^\d+$/.test(value));
  if (digits[0] && digits[1]) return Number(a) === Number(b);
  return digits[0] !== digits[1] || sameName(a, b);
}
