/** One house, or with its letter; two letters are two stairs of one house (`55EF`). */
const house = String.raw`\d{1,4}(?:[A-Za-zĄĆĘŁŃÓŚŹŻ]{1,2}(?![\p{L}\d])|\s[A-HJ-NP-TVXY](?![\p{L}\d]))?`;
const joint = String.raw`\s?[-–,/]\s?`;

/** The whole of what a register's cell says behind the street: `64-66`, `59 A-C`, `2A,4,4A`, `157 20`, `51 U1`, `211-`. */
export const houseInCell = String.raw`\d{1,4}(?:[A-Za-z]{1,2}(?![\p{L}\d])|\s[A-Za-z](?![\p{L}\d]))?(?:${joint}(?:${house}|[A-Za-z](?![\p{L}\d]))){0,12}-?(?:\s(?:lok\.?|m\.)?\s?[A-Za-z\d]{0,4}\d[A-Za-z\d]{0,3}(?:\s?,\s?\d{1,4}){0,6})?`;

/**
 * In running text, where the words go on: `12a/3`, `64-66`, `59 A-C`, `5, 7 i 9`, `12 m. 3`. A letter that stands
 * apart is a capital, since „i”, „w” and „a” are words; a list has to end in „i”, since „12, 14 marca” is none.
 */
export const houseInText = String.raw`\d{1,4}(?:[A-Za-ln-z](?![\p{L}\d])|\s[A-HJ-NP-TVXY](?![\p{L}\d])|\s[a-h](?=\s*(?:[,;.?)/]|$)))?(?:\s?[-–]\s?(?:${house}|[A-Z](?![\p{L}\d]))|(?:,\s?${house}){0,6}\s(?:i|oraz)\s${house}(?=\s*(?:[.,;:)?(]|$|\n|(?:w|we|na|przy)\s))|(?:,\s?\d{1,4}[A-Za-z]?){1,6}(?=\s*$))?(?:\/\d{1,4}[A-Za-z]?(?![\p{L}\d]))?(?:\s(?:m\.|lok\.)\s?\d{1,4}[A-Za-z]?(?![\p{L}\d]))?`;

export interface House {
  /** `64-66`, `12a`, `59 A-C`, `11,12`: as written. */
  number: string;
  flat?: string;
}

/**
 * House and flat of what stands behind a street. One stroke parts a flat (`12a/3`; where it joins two houses instead,
 * as in `28/30`, matching takes that into account), several join houses (`7/8/9`), and so does one behind a list.
 */
export function splitHouse(written: string): House {
  const text = written.replace(/\s+/gu, " ").trim();
  const [, own = text, flat] =
    /^(.*?\d(?:\s?[A-Za-z]{1,2})?-?)\s(?:(?:lok\.?|m\.)\s?)?([A-Za-z\d]*\d[A-Za-z\d]*(?:\s?,\s?\d+)*)$/u.exec(text) ??
    [];
  if (flat && !/[-–,/]$|(?:^|\s)(?:i|oraz)$/u.test(own.trim())) return { number: own, flat };
  const parts = text.split("/");
  const [number = "", behind] = parts;
  return parts.length === 2 && behind && !/[,]/u.test(text)
    ? { number: number.trim(), flat: behind.trim() }
    : { number: text };
}

/** `12a/3`; behind houses that strokes join, and where it is no plain number, the flat stands apart: `14/16 4`, `51 U1`. */
export function printHouse({ number, flat }: House): string {
  if (flat === undefined) return number;
  const plain = /^(?:\d{1,4}[A-Za-z]{0,2}|[A-Za-z])$/u.test(flat) && !/[/,]/u.test(number);
  return plain ? `${number}/${flat}` : `${number} ${flat}`;
}

/** Houses from one number to another; `letters` when only those of one house are meant (`59 A-C`). */
interface Span {
  low: number;
  high: number;
  letters: readonly string[];
}

const mostHouses = 60;

function spansOf(number: string): Span[] {
  const spans: Span[] = [];
  for (const part of number
    .toLowerCase()
    .replace(/\s*[-–]\s*/gu, "-")
    .split(/,|\/|\s(?:i|oraz)\s/u)) {
    const [, digits = "", letters = "", to = "", toLetters = ""] =
      /^\s*(\d*)\s*(\p{L}*)(?:-(\d*)\s*(\p{L}*))?\s*$/u.exec(part) ?? [];
    const previous = spans.at(-1);
    // `40a,b`: the letter is of the same house.
    const low = digits === "" ? previous?.high : Number(digits);
    if (low === undefined) continue;
    const high = to === "" ? low : Number(to);
    spans.push({ low, high: Math.max(low, high), letters: lettersOf(letters, toLetters, low === high) });
  }
  return spans;
}

function lettersOf(from: string, to: string, ofOneHouse: boolean): string[] {
  if (!ofOneHouse) return [];
  if (to === "") return [...from];
  const [first, last] = [from.codePointAt(0) ?? 97, to.codePointAt(0) ?? 97];
  return Array.from({ length: Math.max(0, Math.min(last - first, 25)) + 1 }, (_, at) =>
    String.fromCodePoint(first + at),
  );
}

/** The numbers of all houses, without letters, for an index: what two addresses that match have in common. */
export function housesOf({ number, flat }: House): string[] {
  const spans = [...spansOf(number), ...joinedBy({ number, ...(flat ? { flat } : {}) })];
  const houses = spans.flatMap(({ low, high }) =>
    high - low > mostHouses ? [low, high] : Array.from({ length: high - low + 1 }, (_, at) => low + at),
  );
  return [...new Set(houses.map(String))];
}

/** `28/30` may be two houses of one building: the stroke does not tell. */
function joinedBy({ number, flat }: House): Span[] {
  const [own, next] = [Number(/^\d+$/u.exec(number)?.[0]), Number(/^\d+/u.exec(flat ?? "")?.[0])];
  return next > own && next - own <= 20 ? [{ low: next, high: next, letters: [] }] : [];
}

/**
 * Is the asked house the held one, or in its range (`64-66` holds 65 on either side of the street, as registers mean
 * it)? 12 and 12a are two houses; 59 may be one of `59 A-C`.
 */
export function matchHouse(asked: House, held: House): "same" | "possible" | "different" {
  const plain = (number: string) => number.replace(/\s+/gu, "").replace(/–/gu, "-").toLowerCase();
  const meets = plain(asked.number) === plain(held.number) ? "same" : meet(spansOf(asked.number), spansOf(held.number));
  // A flat that the holder does not tell leaves it possible; the house of a flat is the house.
  if (meets !== "different") return asked.flat && plain(asked.flat) !== plain(held.flat ?? "") ? "possible" : meets;
  const joined = [...joinedBy(asked), ...joinedBy(held)].length > 0;
  const [mine, theirs] = [asked, held].map((house) => [...spansOf(house.number), ...joinedBy(house)]);
  return joined && meet(mine ?? [], theirs ?? []) !== "different" ? "possible" : "different";
}

function meet(mine: readonly Span[], theirs: readonly Span[]): "same" | "possible" | "different" {
  const all = mine.flatMap((a) => theirs.map((b) => meetOne(a, b)));
  return all.includes("same") ? "same" : all.includes("possible") ? "possible" : "different";
}

function meetOne(a: Span, b: Span): "same" | "possible" | "different" {
  if (a.high < b.low || b.high < a.low) return "different";
  if (a.letters.length === 0 && b.letters.length === 0) return "same";
  if (a.letters.some((letter) => b.letters.includes(letter))) return "same";
  const oneHouse = a.low === a.high && b.low === b.high;
  const several = Math.max(a.letters.length, b.letters.length) > 1;
  const bare = a.letters.length === 0 || b.letters.length === 0;
  return (oneHouse && several && bare) || (!oneHouse && bare) ? "possible" : "different";
}
