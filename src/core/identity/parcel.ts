import type { Found } from "./found.ts";
import { sameName } from "./inflection.ts";
import { parcelListsIn } from "./parcel-lists.ts";
import { bindPlaces } from "./parcel-places.ts";

/** A cadastral parcel as a paper names it. What the paper leaves out is left out here. */
export interface Parcel {
  /** `87/14`, without leading zeros. */
  number: string;
  /** Map sheet: `28` of AM-28, AR_28, AR_01 → `1`. */
  sheet?: string;
  /** Name or number of the precinct (obręb), or both: `Poświętne`, `0022`, `22 Poświętne`, `3-12-04`. */
  precinct?: string;
  /** Cadastral unit, `026401_1`. */
  unit?: string;
  /** Only a part of the parcel (cz. dz.). */
  part?: boolean;
}

/** Parcels named in running text, each of a list on its own; sheet and precinct are taken from the words around it. */
export function findParcels(text: string): Found<Parcel>[] {
  // Most cells and sentences hold no figure.
  if (!/\d/u.test(text)) return [];
  const groups = parcelListsIn(text);
  if (groups.length === 0) return [];
  bindPlaces(text, groups);
  return groups.flatMap(({ items, sheet, precinct, unit }) =>
    items.map(({ number, start, length, part }) => ({
      value: tidy({ number, sheet, precinct, unit, part: part || undefined }),
      start,
      end: start + length,
      text: text.slice(start, start + length),
    })),
  );
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
  let printed = parcel.number;
  if (parcel.sheet) printed += `;sheet=${parcel.sheet}`;
  if (parcel.precinct) printed += `;precinct=${parcel.precinct}`;
  if (parcel.unit) printed += `;unit=${parcel.unit}`;
  return parcel.part ? `${printed};part` : printed;
}

/** What parseParcel reads back, and nothing that was typed: `87/14`, `87/14;sheet=28`. */
export const printedParcel = /^\d{1,5}(?:\/\d{1,4})?(?:;(?:sheet|precinct|unit)=[^;]+)*(?:;part)?$/u;

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

/** A name against a number says nothing either way, so it does not part two parcels. `22 Poświętne` has both. */
function samePrecinct(a: string, b: string): boolean {
  const one = precinctParts(a);
  const other = precinctParts(b);
  if (one.code && other.code) return one.code === other.code;
  return !one.name || !other.name || sameName(one.name, other.name);
}

/** `22 Poświętne`: code without leading zeros, and name; either may be empty. */
export function precinctParts(precinct: string): { code: string; name: string } {
  const [, code = "", name = ""] = /^((?:\p{Lu}\p{Ll}?-)?\d[\d-]*)?\s?(.*)$/u.exec(precinct) ?? [];
  return { code: code.replace(/^0+(?=\d)/u, ""), name };
}
