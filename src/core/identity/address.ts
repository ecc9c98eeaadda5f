import type { Found } from "./found.ts";
import { nameStems } from "./inflection.ts";

export interface Address {
  /** As written, without `ul.`: `Krucza`, `Kościuszki Tadeusza`, `plac Wolności`. */
  street: string;
  /** `64-66`, `12a`, `59 A-C`; absent when only a street is named. */
  number?: string;
  flat?: string;
}

const houseNumber = String.raw`\d{1,4}(?:\s?[A-Za-z](?!\p{L}))?(?:\s?[-–]\s?(?:\d{1,4}(?:\s?[A-Za-z](?!\p{L}))?|[A-Z](?!\p{L}))|(?:\s?,\s?\d{1,4}[A-Za-z]?)(?=\s*$))?(?:\/\d{1,4}[A-Za-z]?)?`;
const name = String.raw`(?:(?:gen|ks|św|dr|płk|kpt|mjr|inż|prof|bp|abp|kard|marsz|[A-ZŁŚŻ])\.\s?)*(?:\d{1,2}\s\p{Lu}[\p{L}-]+|\p{Lu}[\p{L}-]+)(?:\s(?:i\s)?(?:(?:gen|ks|św|dr)\.\s?)?\p{Lu}[\p{L}-]+){0,3}`;
const cue = String.raw`(?<!\p{L})(ul(?:\.|ic\p{L}+)|al(?:\.|ej\p{L}+)|pl(?:\.|ac\p{L}*)|os(?:\.|iedl\p{L}+)|UL\.|Ul\.)\s*`;
const inText = new RegExp(String.raw`${cue}(${name})(?:\s+(?:nr\s+)?(${houseNumber})(?![\d/]|\.\d))?`, "gu");
const typed = new RegExp(
  String.raw`(?<!\p{L})(?:ul|al|pl|os)\.?\s+(\p{L}[\p{L}-]+(?:\s\p{L}[\p{L}-]+){0,2}?)(?:\s+(${houseNumber})(?![\d/]|\.\d))`,
  "giu",
);

/** Addresses that a word calls so (ul., al., pl., os.), in any case of the name. */
export function findAddresses(text: string): Found<Address>[] {
  const found: Found<Address>[] = [];
  for (const match of text.matchAll(inText)) {
    const [whole, kind = "", street = "", number] = match;
    found.push({
      value: address(withKind(kind, street), number),
      start: match.index,
      end: match.index + whole.length,
      text: whole,
    });
  }
  if (found.length > 0) return found;
  for (const match of text.matchAll(typed)) {
    const [whole, street = "", number] = match;
    found.push({ value: address(street, number), start: match.index, end: match.index + whole.length, text: whole });
  }
  return found;
}

/** A word and a house number with nothing that says street: `krucza 64-66`. Only a look-up can tell whether it is one. */
export function findBareAddresses(text: string): Found<Address>[] {
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\d.])(\p{L}{4,}(?:\s\p{L}{4,})?)\s+(${houseNumber})(?![\d/]|\.\d)`,
    "gu",
  );
  return [...text.matchAll(pattern)].map((match) => ({
    value: address(match[1] ?? "", match[2]),
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

const cellForm = new RegExp(String.raw`^(?:ul\.|ulica)?\s*(.*?\p{L}\.?)\s*(${houseNumber})?\s*$`, "iu");

/** A register's address cell: `Legnicka 12a`, `Mongolski Plac8 `, `Zielińskiego Tadeusza 59 A-C`. Parcels in it are no address. */
export function parseAddress(cell: string): Address | undefined {
  const text = cell.replace(/\s+/gu, " ").trim();
  if (text === "" || !/\p{L}{2}/u.test(text)) return undefined;
  const place = text.split(/,?\s*(?:AM|AR)[\s_-]?\d|,?\s*(?:cz\.\s*)?dz\.?\s*(?:m?n?r)?\s*\d/iu)[0] ?? "";
  const match = cellForm.exec(place.replace(/[,;]\s*$/u, ""));
  return match?.[1] ? address(match[1], match[2]) : undefined;
}

function address(street: string, number: string | undefined): Address {
  const [house, flat] = (number ?? "").replace(/\s+/gu, " ").trim().split("/");
  return { street: street.trim(), ...(house ? { number: house } : {}), ...(flat ? { flat } : {}) };
}

function withKind(kind: string, street: string): string {
  const lower = kind.toLowerCase();
  if (lower.startsWith("pl")) return `pl. ${street}`;
  if (lower.startsWith("al")) return `al. ${street}`;
  if (lower.startsWith("os")) return `os. ${street}`;
  return street;
}

export function printAddress({ street, number, flat }: Address): string {
  return [street, number && (flat ? `${number}/${flat}` : number)].filter(Boolean).join(" ");
}

const titles = new Set([
  "ul",
  "ulica",
  "al",
  "aleja",
  "alej",
  "pl",
  "plac",
  "os",
  "osiedl",
  "osiedle",
  "gen",
  "ks",
  "sw",
  "dr",
  "plk",
  "im",
  "i",
]);

/** What a street is looked up by: its words' stems, sorted, without titles. `ul. Tadeusza Kościuszki` = `Kościuszki Tadeusza`. */
export function streetKey(street: string): string {
  return nameStems(street)
    .filter((stem) => !titles.has(stem) && stem.length > 1)
    .sort()
    .join(" ");
}

/**
 * Is `held` the address that is asked for? Every word of the asked street must be there; an asked number must be the
 * held one or stand in its range (`64-66` holds 65 on either side of the street, as registers mean it).
 */
export function matchAddress(asked: Address, held: Address): "same" | "possible" | "different" {
  const wanted = streetKey(asked.street).split(" ").filter(Boolean);
  const there = streetKey(held.street).split(" ").filter(Boolean);
  if (wanted.length === 0 || there.length === 0) return "different";
  const nested = wanted.every((stem) => there.includes(stem)) || there.every((stem) => wanted.includes(stem));
  if (!nested) return "different";
  if (!asked.number) return "same";
  if (!held.number) return "possible";
  return numbersMeet(asked.number, held.number) ? "same" : "different";
}

function numbersMeet(a: string, b: string): boolean {
  const clean = (number: string) => number.replace(/\s+/gu, "").replace(/–/gu, "-").toLowerCase();
  if (clean(a) === clean(b)) return true;
  const [x, y] = [rangeOf(clean(a)), rangeOf(clean(b))];
  return (
    x !== undefined && y !== undefined && (x.low !== x.high || y.low !== y.high) && x.low <= y.high && y.low <= x.high
  );
}

function rangeOf(number: string): { low: number; high: number } | undefined {
  const match = /^(\d+)(?:-(\d+))?$/u.exec(number);
  return match ? { low: Number(match[1]), high: Number(match[2] ?? match[1]) } : undefined;
}
