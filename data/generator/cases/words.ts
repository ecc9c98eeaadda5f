import type { ParcelTruth } from "../ground-truth.ts";
import type { Site } from "../model.ts";
import type { Inflected, Party } from "../people.ts";
import { dateDots, dateLong } from "../polish.ts";
import type { Rng } from "../rng.ts";

const mister: Inflected = { nom: "Pan", gen: "Pana", dat: "Panu", acc: "Pana", ins: "Panem" };
const miss: Inflected = { nom: "Pani", gen: "Pani", dat: "Pani", acc: "Panią", ins: "Panią" };

/** „Pani Halinie Rzepodalskiej”, „spółce Mgłostal-Dom S.A.”. */
export function styled(party: Party, grammar: keyof Inflected): string {
  const name = party.name[grammar];
  return party.kind === "company" ? name : `${(party.female ? miss : mister)[grammar]} ${name}`;
}

/** As a register or an envelope names it. */
export function plainName(party: Party): string {
  return party.name.nom.replace(/^spółka /, "");
}

/** „ul. Krucza” → „ul. Kruczej”; names in the genitive stay as they are. */
export function streetLocative(street: string): string {
  if (street.includes(" ") || !street.endsWith("a")) return street;
  return /[kg]a$/.test(street) ? `${street.slice(0, -1)}iej` : `${street.slice(0, -1)}ej`;
}

export function atAddress(site: Site): string {
  return `przy ul. ${streetLocative(site.street)} ${site.house}`;
}

export function addressOf(site: Site): string {
  return `ul. ${site.street} ${site.house}`;
}

function place(parcel: ParcelTruth | undefined): string {
  const sheet = parcel?.sheet === undefined ? "" : `, AM-${parcel.sheet}`;
  return `${sheet}, obręb ${parcel?.precinct ?? ""}`;
}

/** „dz. nr 21/2, 21/4, AM-3, obręb Łęgi”: parcels of one sheet, as cases here have them. */
export function parcelsShort(parcels: ParcelTruth[]): string {
  return `dz. nr ${parcels.map((parcel) => parcel.number).join(", ")}${place(parcels[0])}`;
}

/** „działce nr 21/2, AM-3, obręb Łęgi” / „działkach nr …”, after „na”. */
export function onParcels(parcels: ParcelTruth[]): string {
  const word = parcels.length > 1 ? "działkach nr" : "działce nr";
  return `${word} ${parcels.map((parcel) => parcel.number).join(", ")}${place(parcels[0])}`;
}

/** „działka nr …” / „działki nr …”. */
export function theParcels(parcels: ParcelTruth[]): string {
  const word = parcels.length > 1 ? "działki nr" : "działka nr";
  return `${word} ${parcels.map((parcel) => parcel.number).join(", ")}${place(parcels[0])}`;
}

/** One way of writing a day in running text; the same paper keeps to one. */
export function dayWriter(rng: Rng): (iso: string) => string {
  return rng.chance(0.6) ? dateLong : (iso) => `${dateDots(iso)} r.`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
