import { findDates } from "../identity/dates.ts";
import type { Found } from "../identity/found.ts";
import { findParcels, type Parcel, parseParcel, printParcel } from "../identity/parcel.ts";

/** Ground that changed its number: a division, a merger, a new numbering. Only where a paper says so, never by the numbers alone. */
export interface ParcelChange {
  former: Parcel;
  later: Parcel;
  /** The one day that the sentence tells, ISO. */
  date?: string;
}

export interface FoundChange {
  former: Found<Parcel>[];
  later: Found<Parcel>[];
  date?: string;
  /** The words that tell: from the first to the last parcel. */
  start: number;
  end: number;
  /** The paper is about the later parcel, and names the former to tell where it comes from. */
  isOrigin: boolean;
}

/** „działka nr 87/3 została podzielona na działki nr 87/14 i 87/15”, „zatwierdzam podział działki …”, „połączono w działkę” */
const divided =
  /(?:podzielon\p{L}*|podzieli[łl]\p{L}*|dzieli\s+się|podzia[łl]\p{L}*)(?=[^;]{0,260}?\sna\s+(?:\p{L}+\s+){0,3}?(?:dz\.|dział))/iu;
const merged =
  /(?:połącz(?:on|eni)\p{L}*|scal(?:on|eni)\p{L}*)(?=[^;]{0,200}?\sw\s+(?:jedną\s+|nową\s+)?(?:dz\.|dział))/iu;
const into = /\s(?:na|w)\s+(?:\p{L}+\s+){0,3}?(?=dz\.|dział)/giu;
/** „powstała z podziału działki nr 87/3”, „(dawna dz. nr 87/3)”, „przed podziałem działka nr 87/3” */
const origin =
  /(?:(?:powsta[łl]\p{L}*|utworzon\p{L}*|wydzielon\p{L}*|pochodz\p{L}*)\s+(?:z|ze|w\s+wyniku|wskutek|po|przez)\s+(?:(?:podziału|połączenia|scalenia)\s+)?|(?<!\p{L})(?:dawn|poprzedni|uprzedni)\p{L}*:?\s+(?:nr\s+|numer\p{L}*\s+)?|przed\s+(?:podziałem|połączeniem|scaleniem):?\s+)(?=(?:nr\s+)?(?:dz\.|dział))/iu;
/** A wish, a plan and a denial are no change. */
const notDone =
  /(?<!\p{L})(?:nie\s+(?:został|uleg|podziel|powsta|nast)|wnios|wnosz|planowan|planuj|zamierz|zamiar|wstępn|projektowan\p{L}*\s+podzia|będzie|będą|zostanie|zostaną|ma\s+zostać|mogłab|umorz|odmaw|odmów)/iu;

/** Sentences that tell of parcels divided, merged or numbered anew. */
export function findParcelChanges(text: string): FoundChange[] {
  return sentences(text).flatMap(({ start, end }) => {
    // The finder of parcels takes the number before a stop for the number of a point.
    const sentence = text.slice(start, end).replace(/[.;\s]+$/u, "");
    if (notDone.test(sentence) && !/zatwierdz(?:am|a\s+się|ono)/iu.test(sentence)) return [];
    const change = ofDivision(sentence) ?? ofOrigin(sentence);
    return change ? [moved(withPlaces(change, sentence), start)] : [];
  });
}

function ofDivision(sentence: string): Omit<FoundChange, "date"> | undefined {
  const verb = divided.exec(sentence) ?? merged.exec(sentence);
  if (!verb) return undefined;
  const mark = [...sentence.matchAll(into)].find(({ index }) => index > verb.index);
  const parcels = findParcels(sentence);
  if (!mark) return undefined;
  const former = parcels.filter(({ end }) => end <= mark.index + 1);
  const later = parcels.filter(({ start }) => start >= mark.index);
  return madeOf(lastRun(former, sentence), firstRun(later, sentence), false);
}

function ofOrigin(sentence: string): Omit<FoundChange, "date"> | undefined {
  const words = origin.exec(sentence);
  if (!words) return undefined;
  const parcels = findParcels(sentence);
  const later = parcels.filter(({ end }) => end <= words.index);
  const former = parcels.filter(({ start }) => start >= words.index);
  return madeOf(firstRun(former, sentence), lastRun(later, sentence), true);
}

function madeOf(
  former: Found<Parcel>[],
  later: Found<Parcel>[],
  isOrigin: boolean,
): Omit<FoundChange, "date"> | undefined {
  if (former.length === 0 || later.length === 0) return undefined;
  const all = [...former, ...later];
  const start = Math.min(...all.map((one) => one.start));
  return { former, later, start, end: Math.max(...all.map((one) => one.end)), isOrigin };
}

/** Parcels of one list: between them stand a comma, „i”, „oraz”, „nr”, sheet and precinct at most. */
function firstRun(parcels: Found<Parcel>[], sentence: string): Found<Parcel>[] {
  const end = parcels.findIndex((one, at) => at > 0 && !isOneList(sentence, parcels[at - 1], one));
  return end < 0 ? parcels : parcels.slice(0, end);
}

function lastRun(parcels: Found<Parcel>[], sentence: string): Found<Parcel>[] {
  const start = parcels.findLastIndex((one, at) => at > 0 && !isOneList(sentence, parcels[at - 1], one));
  return start < 0 ? parcels : parcels.slice(start);
}

function isOneList(sentence: string, a: Found<Parcel> | undefined, b: Found<Parcel>): boolean {
  const between = sentence.slice(a?.end ?? 0, Math.max(a?.end ?? 0, b.start));
  return /^(?:[\s,;–-]|i(?!\p{L})|oraz|a\s+także|do|nr|dz\.|działk\p{L}*|AM[-_ ]?\d+|AR[-_ ]?\d+|obr\p{L}*\.?\s+\p{L}+)*$/iu.test(
    between,
  );
}

/** A division stays in its precinct: where the sentence tells one precinct, or one sheet, it is that of all its parcels. */
function withPlaces(change: Omit<FoundChange, "date">, sentence: string): FoundChange {
  const all = [...change.former, ...change.later].map(({ value }) => value);
  const only = (key: "precinct" | "sheet" | "unit") => {
    const told = new Set(all.flatMap((parcel) => parcel[key] ?? []));
    return told.size === 1 ? [...told][0] : undefined;
  };
  const [precinct, sheet, unit] = [only("precinct"), only("sheet"), only("unit")];
  const placed = (found: Found<Parcel>): Found<Parcel> => {
    const { part: _part, ...own } = found.value;
    const value = { ...(sheet ? { sheet } : {}), ...(precinct ? { precinct } : {}), ...(unit ? { unit } : {}), ...own };
    return { ...found, value };
  };
  const days = new Set(findDates(sentence).map(({ value }) => value));
  const [day] = [...days];
  const date = days.size === 1 && day ? { date: day } : {};
  return { ...change, former: change.former.map(placed), later: change.later.map(placed), ...date };
}

function moved(change: FoundChange, by: number): FoundChange {
  const move = (found: Found<Parcel>) => ({ ...found, start: found.start + by, end: found.end + by });
  return {
    ...change,
    former: change.former.map(move),
    later: change.later.map(move),
    start: change.start + by,
    end: change.end + by,
  };
}

/** Runs of text that end with a stop before a capital, or with a blank line; „nr.”, „dz.”, „ul.” end none. */
function sentences(text: string): { start: number; end: number }[] {
  const ends = [
    ...text.matchAll(/(?<!(?:\p{L}|\s)(?:dz|nr|ul|obr|ark|ew|r|m|art|ust|poz))[.;](?=\s+\p{Lu})|\n\s*\n/giu),
  ];
  const cuts = [0, ...ends.map(({ index, 0: stop }) => index + stop.length), text.length];
  return cuts.slice(1).map((end, at) => ({ start: cuts[at] ?? 0, end }));
}

/** `87/14<87/3;precinct=Piaski@2012-05-04`: the parcel that is looked for stands first. Read back by parseChange. */
export function printChange({ former, later, date }: ParcelChange, field: "formerParcel" | "laterParcel"): string {
  const [first, second, mark] = field === "formerParcel" ? [later, former, "<"] : [former, later, ">"];
  return `${printParcel(first)}${mark}${printParcel(second)}${date ? `@${date}` : ""}`;
}

export function parseChange(printed: string): ParcelChange {
  const [pair = "", date] = printed.split("@");
  const [first = "", second = ""] = pair.split(/[<>]/u);
  const [later, former] = pair.includes("<") ? [first, second] : [second, first];
  return { former: parseParcel(former), later: parseParcel(later), ...(date ? { date } : {}) };
}
