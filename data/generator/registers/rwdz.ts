import type { RegisterFile } from "../model.ts";
import { plainLetters } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import { cell, nothing, quoted } from "./csv.ts";
import type { Entry } from "./entry.ts";

/** The columns of GUNB's exports; the misspellings and the doubled `cecha` are theirs. */
export const permitColumns =
  "numer_urzad;numer_gunb;nazwa_organu;adres_organu;data_wplywu_wniosku;numer_decyzji_urzedu;data_wydania_decyzji;nazwa_inwestor;wojewodztwo;miasto;terc;cecha;cecha;ulica;ulica_dalej;nr_domu;rodzaj_inwestycji;kategoria;nazwa_zamierzenia_bud;nazwa_zam_budowlanego;kubatura;projektant_nazwisko;projektant_imie;projektant_numer_uprawnien;jednosta_numer_ew;obreb_numer;numer_dzialki;numer_arkusza_dzialki;jednostka_stara_numeracja_z_wniosku;stara_numeracja_obreb_z_wnioskiu;stara_numeracja_dzialka_z_wniosku";
export const notificationColumns =
  "numer_ewidencyjny_system;numer_ewidencyjny_urzad;data_wplywu_wniosku_do_urzedu;nazwa_organu;wojewodztwo_objekt;obiekt_kod_pocztowy;miasto;terc;cecha;cecha;ulica;ulica_dalej;nr_domu;kategoria;nazwa_zam_budowlanego;rodzaj_zam_budowlanego;kubatura;stan;jednostki_numer;obreb_numer;numer_dzialki;numer_arkusza_dzialki;nazwisko_projektanta;imie_projektanta;projektant_numer_uprawnien;projektant_pozostali";

type Cells = (rng: Rng, town: Town, entry: Entry, parcel: Entry["parcels"][number]) => string[];

/** UTF-8 with a byte order mark; one row is one parcel, and the parcels of one case do not stand together. */
function makeFile(name: string, columns: string, cells: Cells, rng: Rng, town: Town, entries: Entry[]): RegisterFile {
  const rows = rng
    .fork("order")
    .shuffle(entries.flatMap((entry) => entry.parcels.map((parcel) => ({ entry, parcel }))));
  const places = new Map<string, number[]>();
  const constants = new Map(entries.map((entry) => [entry.key, rng.fork(`case ${entry.key}`).int(10_000, 99_999)]));
  const lines = rows.map(({ entry, parcel }, index) => {
    places.set(entry.key, [...(places.get(entry.key) ?? []), index + 1]);
    // The rows of one case say the same of it, in the same spelling.
    const own = rng.fork(`cells ${entry.key}`);
    const system = `${constants.get(entry.key)}/${Number(entry.date.slice(5, 7))}/${entry.date.slice(0, 4)}`;
    return cells(own, town, entry, parcel).join(";").replace("{system}", system);
  });
  const bytes = new TextEncoder().encode(`\uFEFF${[columns, ...lines].join("\n")}\n`);
  return { name, bytes, rows: places };
}

export function permitsFile(rng: Rng, town: Town, entries: Entry[]): RegisterFile {
  return makeFile(
    `wynik_${plainLetters(town.voivodeship)}_pozwolenia.csv`,
    permitColumns,
    permitCells,
    rng,
    town,
    entries,
  );
}

export function notificationsFile(rng: Rng, town: Town, entries: Entry[]): RegisterFile {
  return makeFile(
    `wynik_${plainLetters(town.voivodeship)}_zgloszenia.csv`,
    notificationColumns,
    notificationCells,
    rng,
    town,
    entries,
  );
}

const permitCells: Cells = (rng, town, entry, parcel) => {
  const { works, designer } = entry;
  const none = () => nothing(rng);
  return [
    cell(entry.signature),
    "{system}",
    cell(entry.authority),
    cell(town.offices.permits.address),
    timed(entry.applicationDate),
    cell(entry.number),
    timed(entry.date),
    entry.investor ? cell(entry.investor) : none(),
    town.voivodeship,
    cell(town.name),
    town.terc,
    rng.chance(0.8) ? "ul." : none(),
    rng.chance(0.7) ? "ul." : none(),
    cell(entry.street),
    none(),
    cell(entry.house),
    rng.pick(["budowa nowego/nowych obiektów budowlanych", "Budowa nowego/nowych obiektów budowlanych"]),
    works.category,
    worksCell(rng, works.name),
    cell(works.object),
    works.volume === undefined ? none() : String(works.volume),
    cell(designer.last),
    cell(designer.first),
    cell(designer.licence),
    ...place(rng, town, parcel),
    none(),
    none(),
    none(),
  ];
};

const notificationCells: Cells = (rng, town, entry, parcel) => {
  const { works, designer } = entry;
  const none = () => nothing(rng);
  return [
    "{system}",
    cell(entry.signature),
    timed(entry.applicationDate),
    cell(entry.authority),
    town.voivodeship,
    town.postcode,
    cell(town.name),
    town.terc,
    rng.chance(0.8) ? "ul." : none(),
    rng.chance(0.7) ? "ul." : none(),
    cell(entry.street),
    none(),
    cell(entry.house),
    works.category,
    worksCell(rng, works.name),
    rng.pick(["budowa", "Budowa obiektu", "wykonanie robót budowlanych"]),
    works.volume === undefined ? none() : String(works.volume),
    rng.pick(["Brak sprzeciwu", "brak sprzeciwu"]),
    ...place(rng, town, parcel),
    cell(designer.last),
    cell(designer.first),
    cell(designer.licence),
    none(),
  ];
};

function timed(iso: string): string {
  return `${iso} 00:00:00`;
}

/** Clerks press Enter inside a cell, and quote what others call it. */
function worksCell(rng: Rng, name: string): string {
  const drawn = rng.next();
  if (drawn < 0.15) return quoted(`${name}\nwraz z zagospodarowaniem terenu`);
  if (drawn < 0.22) return quoted(`${name} "etap I"`);
  return cell(name);
}

function place(rng: Rng, town: Town, parcel: Entry["parcels"][number]): string[] {
  const precinct = town.precincts.find(({ name }) => name === parcel.precinct);
  const sheet = parcel.sheet === undefined ? "" : String(parcel.sheet);
  return [
    town.unit,
    precinct?.code ?? "",
    cell(parcel.number),
    sheet ? rng.pick([`AR_${sheet.padStart(2, "0")}`, `AR_${sheet}`, nothing(rng)]) : nothing(rng),
  ];
}
