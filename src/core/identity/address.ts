import type { Found } from "./found.ts";
import { houseInCell, houseInText, type House, matchHouse, printHouse, splitHouse } from "./house-number.ts";
import { kindPrefix, matchStreet } from "./street.ts";

export interface Address {
  /** As written, without `ul.`: `Krucza`, `Kościuszki Tadeusza`, `plac Wolności`. */
  street: string;
  /** `64-66`, `12a`, `59 A-C`; absent when only a street is named. */
  number?: string;
  flat?: string;
}

const initial = String.raw`(?:(?:[Gg]en|[Kk]s|[Śś]w|[Dd]r|[Pp]łk|[Kk]pt|[Mm]jr|[Ii]nż|[Pp]rof|[Bb]p|[Aa]bp|[Kk]ard|[Mm]arsz|[Pp]or|[Hh]m|\p{Lu}[hz]?)\.\s?)`;
const name = String.raw`${initial}{0,4}(?:\d{1,2}(?:-?(?:go|ego))?\s\p{Lu}[\p{L}-]+|\p{Lu}[\p{L}-]+)(?:\s(?:i\s)?${initial}{0,2}\p{Lu}[\p{L}-]+){0,3}`;
/** „wzdłuż ul. Niepodległości 3 kondygnacje”: a count is no house. */
const noCount = String.raw`(?![\d/]|\.\d|-\d{3}|,\d|\s{0,3}(?:kondygn|pi[ęe]t|budyn|lokal|mieszk|m[²2³3](?!\p{L})|m(?![\p{L}.])|%|szt|metr))`;
const cue = String.raw`(?<!\p{L})([Uu][Ll](?:\.|ic\p{L}+)|[Aa]l(?:\.|ej\p{L}+)|[Pp]l(?:\.|ac\p{L}*)|[Oo]s(?:\.|iedl\p{L}+)|[Ww]yb(?:\.|rzeż\p{L}+)|[Rr]ond(?:o|a|zie|em)|[Ss]kwer\p{L}*|[Bb]ulwar\p{L}*|UL\.|(?:AL|PL|OS)\.(?=\s))\s{0,3}`;
const inText = new RegExp(String.raw`${cue}(${name})(?:\s+(?:nr\s+)?(${houseInText})${noCount})?`, "gu");
const typed = new RegExp(
  String.raw`(?<!\p{L})(?:ul|al|pl|os)\.?\s+(\p{L}[\p{L}-]+(?:\s\p{L}[\p{L}-]+){0,2}?)(?:\s+(${houseInText})${noCount})`,
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
  const pattern = new RegExp(String.raw`(?<![\p{L}\d.])(\p{L}{4,}(?:\s\p{L}{4,})?)\s+(${houseInText})${noCount}`, "gu");
  return [...text.matchAll(pattern)].map((match) => ({
    value: address(match[1] ?? "", match[2]),
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

const cellForm = new RegExp(String.raw`^(.*?\p{L}\.?)[ ,]{0,2}(${houseInCell})?$`, "u");
/** Where the street ends: `,AM-2`, `, obr.Krzyki`, `dz.nr 5`. */
const plot =
  /[,\s]\s*(?:A[MR][\s_.-]{0,2}\d|obr(?:ęb\p{L}*)?[.,\s]|(?:cz\.\s*)?dz(?:iałk[aięą]|iałek|iałce)?[./\s]*(?:[mn]?[nr]r?\.?)?\s*\d)|^(?:A[MR][\s_.-]{0,2}\d|obr(?:ęb\p{L}*)?[.,\s]|(?:cz\.\s*)?(?:dz\.|działk[aięą](?!\p{L})))/iu;
/** `Maja 3 2E`: the day stands behind its month, as registers sort names; with no other number it is the day too. */
const dayBehind =
  /^((?:.*\s)?(?<!\d )(?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)) ([12]?\d|3[01])(?= \d| \p{L}{2}|$)/iu;

/**
 * A register's address cell: `Legnicka 12a`, `Mongolski Plac8 `, `Zmyślnego Tadeusza 59 A-C`, `Gajowicka 157 20`
 * (flat 20), `Maja 3 2E` (3 Maja, house 2E). A parcel in it is no address, and neither is a precinct alone.
 */
export function parseAddress(cell: string): Address | undefined {
  const text = cell.slice(0, longest).replace(/\s+/gu, " ").trim();
  const told = /^[^,]*,(?:[^,]*,)? ?(?=(?:ul|al|pl|os)\. ?\p{L})/iu.exec(text)?.[0] ?? "";
  const place = (text.slice(told.length).split(plot)[0] ?? "")
    .replace(/^(?:ul\.|ulica)\s?/iu, "")
    .replace(/[,;\s]+$/u, "");
  if (!/\p{L}{2}/u.test(place)) return undefined;
  const day = dayBehind.exec(place);
  if (day) {
    const behind = place.slice(day[0].length).trim();
    const named = cellForm.exec(`x ${behind}`);
    return /^\d/u.test(behind) && named?.[2] ? address(`${day[1]} ${day[2]}`, named[2]) : address(place, undefined);
  }
  const match = cellForm.exec(place);
  const parts = match?.[1]?.split(",") ?? [];
  // `Olszany, Lipowa 4` names the town first; in `Gagarina,Muchobór Wlk,AM-17` the precinct comes behind the street.
  return match && parts.length > 0 ? address((match[2] ? parts.at(-1) : parts[0]) ?? "", match[2]) : undefined;
}

/** Longer than any address. */
const longest = 300;

function address(street: string, written: string | undefined): Address {
  return { street: street.replace(/\s+/gu, " ").trim(), ...(written ? splitHouse(written) : {}) };
}

function withKind(kind: string, street: string): string {
  const prefix = kindPrefix(kind);
  return prefix ? `${prefix} ${street}` : street;
}

export function printAddress({ street, number, flat }: Address): string {
  return number ? `${street} ${printHouse({ number, ...(flat ? { flat } : {}) })}` : street;
}

/**
 * Is `held` the address that is asked for? Street as `matchStreet` judges it, house as `matchHouse`; a house that the
 * holder does not tell leaves it possible.
 */
export function matchAddress(asked: Address, held: Address): "same" | "possible" | "different" {
  const street = matchStreet(asked.street, held.street);
  if (street === "different" || !asked.number) return street;
  if (!held.number) return "possible";
  const house = matchHouse(houseOf(asked, asked.number), houseOf(held, held.number));
  return house === "same" ? street : house;
}

function houseOf({ flat }: Address, number: string): House {
  return { number, ...(flat ? { flat } : {}) };
}
